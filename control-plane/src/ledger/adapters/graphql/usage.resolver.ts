import { Inject } from "@nestjs/common";
import { Args, Parent, Query, ResolveField, Resolver } from "@nestjs/graphql";
import type { Amounts } from "@socle/contracts";
import type { PersonActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import { CurrentActor, Loaders } from "../../../platform/graphql/current-actor.decorator.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { UsageGroup } from "../../domain/usage-report.js";
import { LEDGER_PORTS } from "../../ledger.tokens.js";
import type { LedgerPorts } from "../../ports/ledger-ports.js";
import { daysOf, reportUsage } from "../../use-cases/report-usage.js";
import { UseCaseType } from "../../../registry/index.js";
import { NameLoader } from "./name-loader.js";
import { totalsView, UsageGroupEnum, UsageReportType, UsageRowType, UsageTotalsType } from "./usage.types.js";

@Resolver(() => UsageReportType)
export class UsageReportResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(LEDGER_PORTS) private readonly ports: LedgerPorts,
  ) {}

  @Query(() => UsageReportType)
  async usage(
    @CurrentActor() actor: PersonActor,
    @Args("from", { type: () => Date }) from: Date,
    @Args("to", { type: () => Date }) to: Date,
    @Args("groupBy", { type: () => UsageGroupEnum, defaultValue: "ministry" }) groupBy: UsageGroup,
  ): Promise<UsageReportType> {
    const { rows, totals, ...period } = await this.runner.read(actor, (ctx) =>
      reportUsage(this.ports)(ctx, from, to, groupBy),
    );
    const views = rows.map(({ amounts, ...row }) => ({ ...row, groupName: row.groupId, totals: totalsView(amounts) }));
    return { ...period, rows: views, totals: totalsView(totals) };
  }
}

@Resolver(() => UsageRowType)
export class UsageRowResolver {
  constructor(@Inject(NameLoader) private readonly names: NameLoader) {}

  @ResolveField(() => String)
  async groupName(
    @Parent() { groupId, groupName }: UsageRowType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
  ): Promise<string> {
    const isId = groupId.includes("-");
    return (isId ? await this.names.nameOf(loaders, actor, groupId) : null) ?? groupName;
  }
}

@Resolver(() => UseCaseType)
export class UseCaseUsageResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(LEDGER_PORTS) private readonly ports: LedgerPorts,
  ) {}

  @ResolveField(() => UsageTotalsType)
  async usage(
    @Parent() { id }: UseCaseType,
    @CurrentActor() actor: PersonActor,
    @Loaders() loaders: RequestLoaders,
    @Args("from", { type: () => Date }) from: Date,
    @Args("to", { type: () => Date }) to: Date,
  ): Promise<UsageTotalsType> {
    const days = daysOf(from, to);
    const loader = loaders.of<Amounts>(`ledger.use-case ${days.fromDay} ${days.toDay}`, (ids) =>
      this.runner.read(actor, (ctx) => this.ports.ledger.ofUseCases(ctx, days, ids)),
    );
    return totalsView((await loader.load(id)) ?? {});
  }
}
