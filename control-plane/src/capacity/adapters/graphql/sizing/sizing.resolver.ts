import { Inject } from "@nestjs/common";
import { Args, ID, Query, Resolver } from "@nestjs/graphql";
import { GraphQLError } from "graphql";
import { systemActor, type PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor } from "../../../../platform/graphql/current-actor.decorator.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { actorMay, DetailReads } from "../../../../tenancy/index.js";
import { CONSOLIDATION_PORTS } from "../../../capacity.tokens.js";
import type { Criticality } from "../../../domain/need/capacity-need.js";
import { GPU_KINDS } from "../../../domain/profiles/gpu-kind.js";
import { ProfileCatalogue } from "../../../domain/profiles/profile-catalogue.js";
import { capacityUnits } from "../../../domain/sizing/capacity-units.js";
import type { ConsolidationRoomPorts } from "../../../ports/consolidation/consolidation-ports.js";
import { imaginedNeed, sizeDeclaredNeed, sizeNeed } from "../../../use-cases/sizing/size-need.js";
import { sizingView } from "./sizing.views.js";
import {
  CapacityUnitsFields,
  CapacityUnitsType,
  GpuKindType,
  NeedSizingType,
  SizingFields,
  ThroughputProfileType,
} from "./sizing.types.js";

/** What other ministries hold and declare decides on which kind a need is counted; none of it is shown. */
const SIZING = systemActor("sizing");

@Resolver()
export class SizingResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CONSOLIDATION_PORTS) private readonly ports: ConsolidationRoomPorts,
    @Inject(DetailReads) private readonly reads: DetailReads,
  ) {}

  @Query(() => NeedSizingType, { nullable: true, description: "Why does this need take so many GPUs?" })
  async needSizing(
    @CurrentActor() actor: PersonActor,
    @Args("needId", { type: () => ID }) needId: string,
    @Args("quarter", { type: () => String }) quarter: string,
    @Args("gpuTypes", { nullable: true, type: () => [String] }) gpuTypes: string[] | null,
  ): Promise<NeedSizingType | null> {
    if (!actorMay(actor, "read", "CapacityNeed")) return null;
    const found = await this.runner.read(actor, async (ctx) => {
      const need = await this.ports.needs.find(ctx, needId);
      const campaign = need === null ? null : await this.ports.campaigns.find(ctx, need.campaignId);
      return need === null || campaign === null ? null : { need, campaign };
    });
    const quantity = found?.need.quantities.find((each) => each.quarter === quarter);
    if (found === null || quantity === undefined) return null;
    const { need, campaign } = found;
    const { organisationId } = need;
    this.reads.note(actor, { subjectType: "CapacityNeed", subjectId: needId, organisationId });
    return this.runner.read(SIZING, async (ctx) =>
      sizingView(
        gpuTypes == null
          ? await sizeDeclaredNeed(this.ports)(ctx, campaign, need, quantity)
          : await sizeNeed(this.ports)(ctx, need, { quantity, gpuTypes }),
      ),
    );
  }

  @Query(() => NeedSizingType, { description: "Sizes a need that nobody declared yet." })
  sizeNeed(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => SizingFields }) input: SizingFields,
  ): Promise<NeedSizingType> {
    const { requestsPerDay, gpuTypes, ...told } = checked(input);
    return this.runner.read(actor, async (ctx) => {
      const facts = {
        ...told,
        criticality: told.criticality as Criticality,
        peakConcurrency: told.peakConcurrency ?? null,
      };
      const targets = { ttftTargetMs: told.ttftTargetMs ?? null, itlTargetMs: told.itlTargetMs ?? null };
      const need = imaginedNeed({ ...facts, ...targets }, requestsPerDay, ctx.clock.now());
      const [quantity] = need.quantities;
      if (quantity === undefined) throw new Error("an imagined need has a quarter");
      return sizingView(await sizeNeed(this.ports)(ctx, need, { quantity, gpuTypes: gpuTypes ?? null }));
    });
  }

  @Query(() => [ThroughputProfileType], { description: "The best known of each configuration." })
  throughputProfiles(
    @CurrentActor() actor: PersonActor,
    @Args("model", { nullable: true, type: () => String }) model: string | null,
  ): Promise<readonly ThroughputProfileType[]> {
    return this.runner.read(actor, async (ctx) =>
      new ProfileCatalogue(await this.ports.profiles.all(ctx)).all().filter((each) => !model || each.model === model),
    );
  }

  @Query(() => [GpuKindType])
  gpuKinds(): readonly GpuKindType[] {
    return GPU_KINDS;
  }

  @Query(() => CapacityUnitsType, { description: "Provisioned units of a hosted model, such as PTU or GSU." })
  capacityUnits(@Args("input", { type: () => CapacityUnitsFields }) input: CapacityUnitsFields): CapacityUnitsType {
    const { inputTpmPerUnit, outputWeight, minimum, increment, ...calls } = input;
    if (!(inputTpmPerUnit > 0 && outputWeight >= 0 && minimum >= 0 && increment > 0))
      throw badInput("A unit has tokens, a step above 0 and a minimum of 0 or more.");
    if (!Object.values(calls).every((figure) => figure >= 0 && figure <= 1e9)) throw badInput("Figures from 0 to 10⁹.");
    return capacityUnits(calls, { inputTpmPerUnit, outputWeight, minimum, increment });
  }
}

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });

/** Within the bounds of a declared need. */
function checked(input: SizingFields): SizingFields {
  const within = (value: number | null | undefined, least: number, most: number): boolean =>
    value == null || (Number.isFinite(value) && value >= least && value <= most);
  const fits =
    within(input.requestsPerDay, 0, 1e10) &&
    within(input.inputTokens, 1, 1e7) &&
    within(input.outputTokens, 1, 1e7) &&
    within(input.peakHourPercent, 0, 100) &&
    within(input.batchablePercent, 0, 100) &&
    within(input.peakConcurrency, 0, 1e7) &&
    within(input.ttftTargetMs, 1, 3_600_000) &&
    within(input.itlTargetMs, 1, 60_000) &&
    within(input.criticality, 1, 4) &&
    (input.gpuTypes?.length ?? 0) <= 50 &&
    input.model.length <= 200;
  if (!fits) throw badInput("A figure is out of the bounds of a declared need.");
  return input;
}
