import { Inject } from "@nestjs/common";
import { Field, Int, ObjectType, Query, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../kernel/actor.js";
import { monthsLater } from "../../../kernel/months-later.js";
import { CurrentActor } from "../../../platform/graphql/current-actor.decorator.js";
import { graphqlEnum } from "../../../platform/graphql/graphql-enum.js";
import { actorMay } from "../../../tenancy/index.js";
import { RetentionJob, type KeptTable } from "../retention/retention-job.js";

const RetentionUnitEnum = graphqlEnum("RetentionUnit", ["days", "rows"] as const);

@ObjectType("RetainedTable", { description: "What is kept of one table that grows with use, and what goes next." })
export class RetainedTableType {
  @Field(() => String) table!: string;
  @Field(() => String, { description: "Setting by which an installation keeps it for another time." }) setting!: string;
  @Field(() => Int, { description: "Months that it is kept here." }) months!: number;
  @Field(() => Int, { description: "No setting goes below." }) leastMonths!: number;
  @Field(() => String, { description: "What the time is for." }) why!: string;
  @Field(() => String, { description: "What stays, however old it is." }) never!: string;
  @Field(() => Date, { nullable: true, description: "Time of the oldest that is kept." }) oldest!: Date | null;
  @Field(() => Date, { nullable: true, description: "When the oldest goes, unless a condition keeps it." })
  nextDropAt!: Date | null;
  @Field(() => Int, { description: "What the next run drops; of rows, up to one batch." }) due!: number;
  @Field(() => RetentionUnitEnum) unit!: "days" | "rows";
}

@Resolver(() => RetainedTableType)
export class RetentionResolver {
  constructor(@Inject(RetentionJob) private readonly job: RetentionJob) {}

  @Query(() => [RetainedTableType], {
    description: "For operators, the compliance cell and auditors; nothing for others. What is not listed stays.",
  })
  async retention(@CurrentActor() actor: PersonActor): Promise<readonly RetainedTableType[]> {
    return actorMay(actor, "read", "AuditReport") ? (await this.job.kept()).map(tableOf) : [];
  }
}

const tableOf = ({ rule, months, leastMonths, due, oldest }: KeptTable): RetainedTableType => ({
  ...rule,
  ...{ months, leastMonths, due, oldest, nextDropAt: oldest === null ? null : monthsLater(oldest, months) },
  unit: rule.dropped === "days" ? "days" : "rows",
});
