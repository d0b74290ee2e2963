import { ArgsType, Field, ID, InputType, Int } from "@nestjs/graphql";
import { graphqlEnum } from "../../../../platform/graphql/graphql-enum.js";
import { DESK_SORTS } from "../../../ports/desk/desk-store.port.js";

const DeskSortEnum = graphqlEnum("DeskSort", DESK_SORTS);

@InputType("DeskFilterInput")
export class DeskFilterInput {
  @Field(() => String, {
    nullable: true,
    description: "Words that all stand in it, whatever the case and the accents.",
  })
  search?: string | null;
  @Field(() => [String], { nullable: true, description: "In lower case, such as `requested`; empty for all." })
  states?: readonly string[] | null;
  @Field(() => ID, { nullable: true, description: "Of this organisation or below it." })
  organisationId?: string | null;
  @Field(() => ID, { nullable: true }) useCaseId?: string | null;
  @Field(() => String, { nullable: true, description: "About this rule, `family/rule`." }) rule?: string | null;
}

/** What every list of the desk takes. */
@ArgsType()
export class DeskListArgs {
  @Field(() => DeskFilterInput, { nullable: true }) filter?: DeskFilterInput | null;
  @Field(() => DeskSortEnum, { nullable: true, description: "Newest first, or soonest term first." })
  sort?: (typeof DESK_SORTS)[number] | null;
  @Field(() => Int, { nullable: true }) first?: number | null;
  @Field(() => String, { nullable: true }) after?: string | null;
}
