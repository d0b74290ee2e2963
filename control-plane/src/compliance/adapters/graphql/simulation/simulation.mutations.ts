import { Inject } from "@nestjs/common";
import { Args, ID, Mutation, Resolver } from "@nestjs/graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../../kernel/use-case.js";
import { CurrentActor } from "../../../../platform/graphql/current-actor.decorator.js";
import { unionMember } from "../../../../platform/graphql/result-union.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { CANCEL_SIMULATION, REQUEST_SIMULATION } from "../../../simulation.tokens.js";
import type { cancelSimulation } from "../../../use-cases/simulation/cancel-simulation.use-case.js";
import type { requestSimulation } from "../../../use-cases/simulation/request-simulation.use-case.js";
import { SimulationInputType } from "./simulation.inputs.js";
import { SimulationResultUnion } from "./simulation.types.js";
import { simulationView } from "./simulation.views.js";

/** Simulations begin here and are followed by `simulation`. */
@Resolver()
export class SimulationMutations {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(CANCEL_SIMULATION) private readonly cancel: ReturnType<typeof cancelSimulation>,
    @Inject(REQUEST_SIMULATION) private readonly request: ReturnType<typeof requestSimulation>,
  ) {}

  @Mutation(() => SimulationResultUnion, { description: "Replays other rules, or another day. Changes no decision." })
  async requestSimulation(
    @CurrentActor() actor: PersonActor,
    @Args("input", { type: () => SimulationInputType }) input: SimulationInputType,
  ): Promise<typeof SimulationResultUnion> {
    return unionMember(await this.runner.run(actor, this.request, input), simulationView);
  }

  @Mutation(() => SimulationResultUnion, { description: "A cancelled simulation leaves no result." })
  async cancelSimulation(
    @CurrentActor() actor: PersonActor,
    @Args("id", { type: () => ID }) id: string,
  ): Promise<typeof SimulationResultUnion> {
    return unionMember(await this.runner.run(actor, this.cancel, { id }), simulationView);
  }
}
