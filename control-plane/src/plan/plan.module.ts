import { Module } from "@nestjs/common";
import { TenancyModule } from "../tenancy/index.js";
import { PlanRecordResolver } from "./adapters/graphql/plan-record.resolver.js";
import { PlanMutations } from "./adapters/graphql/plan.mutations.js";
import { pgPlanPorts } from "./adapters/postgres/pg-plan-ports.js";
import { PLAN_PORTS } from "./plan.tokens.js";

/** What the plan "Notre IA" names and no other room keeps, on PostgreSQL. */
@Module({
  imports: [TenancyModule],
  providers: [{ provide: PLAN_PORTS, useFactory: pgPlanPorts }, PlanRecordResolver, PlanMutations],
})
export class PlanModule {}
