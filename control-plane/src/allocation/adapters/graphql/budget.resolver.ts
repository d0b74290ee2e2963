import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import { budgetReading } from "@socle/contracts";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { refusalMember } from "../../../platform/graphql/refusal.types.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { ALLOCATION_PORTS } from "../../allocation.tokens.js";
import { leftOf } from "../../domain/budget.js";
import type { AllocationPorts } from "../../ports/allocation-ports.js";
import type { BudgetBalance } from "../../ports/budget-repository.port.js";
import { setBudgetUseCase } from "../../use-cases/set-budget.use-case.js";
import { BudgetResult, BudgetType, SetBudgetInputType } from "./allocation.types.js";
import { NodeLoader } from "./node-loader.js";

@Resolver(() => BudgetType)
export class BudgetResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ALLOCATION_PORTS) private readonly ports: AllocationPorts,
    @Inject(NodeLoader) private readonly nodes: NodeLoader,
  ) {}

  @Query(() => [BudgetType])
  async budgets(
    @CurrentActor() actor: PersonActor,
    @Args("nodeId", { type: () => ID, nullable: true }) nodeId: string | null,
  ): Promise<BudgetType[]> {
    return (await this.balances(actor, nodeId)).map(budgetView);
  }

  @Mutation(() => BudgetResult)
  async setBudget(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => SetBudgetInputType }) { amount, ...input }: SetBudgetInputType,
  ): Promise<typeof BudgetResult> {
    const inUnits = Math.round(amount * budgetReading(input.unit).perUnit);
    const done = await this.runner.run(actor, setBudgetUseCase(this.ports), {
      ...withoutNulls(input),
      amount: inUnits,
    });
    if (!done.ok) return refusalMember(done.refusal);
    const present = (await this.balances(actor, input.nodeId)).find((budget) => budget.id === done.value.id);
    if (present === undefined) throw new Error("a budget that was just set can be read");
    return budgetView(present);
  }

  @ResolveField(() => String)
  nodeName(
    @Parent() budget: BudgetType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<string> {
    return this.nodes.nameOf(loaders, actor, budget.nodeId);
  }

  private balances(actor: PersonActor, nodeId: string | null | undefined): Promise<readonly BudgetBalance[]> {
    return this.runner.read(actor, (ctx) =>
      this.ports.budgets.balances(ctx, ctx.clock.now(), nodeId == null ? undefined : [nodeId]),
    );
  }
}

/** A variable that a client leaves empty arrives as `null` and means the default. */
const withoutNulls = (input: object): object =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));

function budgetView(budget: BudgetBalance): BudgetType {
  const { id, nodeId, unit, period, periodStart, periodEnd } = budget;
  const { modelId, onExhaust, hard, firstMonth } = budget;
  const read = (value: number): number => value / budgetReading(unit).perUnit;
  return {
    id,
    nodeId,
    unit,
    period,
    periodStart,
    periodEnd,
    amount: read(budget.amount),
    settled: read(budget.settled),
    leased: read(budget.leased),
    left: read(leftOf(budget.amount, budget)),
    modelId,
    onExhaust,
    hard,
    firstMonth,
  };
}
