import { Field, Float, ObjectType } from "@nestjs/graphql";
import { QUANTITIES, QUANTITY_NAMES, shownAmount, type Amounts } from "@socle/contracts";

@ObjectType("QuantityAmount", { description: "How much of one quantity, in the unit that people read." })
export class QuantityAmountType {
  @Field(() => String, { description: "Name in the contracts' table of quantities." }) quantity!: string;
  @Field(() => Float) amount!: number;
  @Field(() => String, { description: "Empty for plain counts." }) unit!: string;
}

/** In the order of the table; what was not used is left out. */
export const amountsView = (amounts: Amounts): QuantityAmountType[] =>
  QUANTITY_NAMES.flatMap((quantity) => {
    const amount = amounts[quantity] ?? 0;
    return amount === 0 ? [] : [{ quantity, amount: shownAmount(quantity, amount), unit: QUANTITIES[quantity].unit }];
  });
