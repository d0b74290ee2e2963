import { systemActor } from "../../control-plane/src/kernel/actor.js";
import type { Authoriser } from "../../control-plane/src/kernel/use-case.js";
import { CapacityNeedOutcomes } from "../../control-plane/src/allocation/adapters/capacity/capacity-need-outcomes.js";
import { MemoryAllocationRepository } from "../fakes/memory/allocation/memory-allocation.repository.js";
import { MemoryNodeDirectory } from "../fakes/memory/allocation/memory-tree.js";
import {
  MemoryCampaignNeeds,
  MemoryRoundJobStore,
  MemoryRoundOpinionStore,
  MemoryRoundPoolDirectory,
  MemoryRoundRepository,
} from "../fakes/memory/allocation/rounds/memory-rounds.js";
import { memoryCapacityPorts } from "../fakes/memory/capacity/memory-capacity-ports.js";
import type { CapacityPorts } from "../../control-plane/src/capacity/ports/capacity-ports.js";
import { tellNeeds } from "../../control-plane/src/capacity/use-cases/submissions/tell-needs.js";
import type { Round } from "../../control-plane/src/allocation/domain/rounds/round.js";
import type { RoundLine } from "../../control-plane/src/allocation/domain/rounds/round-line.js";
import type { RoundPorts } from "../../control-plane/src/allocation/ports/round-ports.js";
import { amendGrant } from "../../control-plane/src/allocation/use-cases/rounds/amend-grant.use-case.js";
import { bringNeeds } from "../../control-plane/src/allocation/use-cases/rounds/bring-needs.use-case.js";
import { clawBack } from "../../control-plane/src/allocation/use-cases/rounds/claw-back.use-case.js";
import { giveOpinion } from "../../control-plane/src/allocation/use-cases/rounds/give-opinion.use-case.js";
import { grantByRule } from "../../control-plane/src/allocation/use-cases/rounds/grant-by-rule.use-case.js";
import { openRound } from "../../control-plane/src/allocation/use-cases/rounds/open-round.use-case.js";
import { requestGpus } from "../../control-plane/src/allocation/use-cases/rounds/request-gpus.use-case.js";
import { ROUND_STEPS } from "../../control-plane/src/allocation/use-cases/rounds/round-steps.js";
import { decideRound } from "../../control-plane/src/allocation/use-cases/rounds/vote-round.use-case.js";
import { grantsDigest } from "../../control-plane/src/allocation/use-cases/rounds/round-instance.js";
import { memoryRunner, type MemoryRunner } from "../fakes/use-case-runner.js";

const id = (tail: number): string => `0199c000-0000-7000-8000-${String(tail).padStart(12, "0")}`;

/** The State, a ministry that asks, another one, ARIANE, a pool of eight GPUs, a use case of the first ministry,
 * and a consolidation with one need of it. */
export const ROUND_TREE = {
  state: id(1),
  ministry: id(2),
  other: id(3),
  ariane: id(4),
  pool: id(9),
  useCase: id(20),
  consolidation: id(30),
} as const;
const { state, ministry, other, ariane, pool, useCase, consolidation } = ROUND_TREE;

export const aRound = (fields: Partial<Round> = {}): Round => ({
  ...{ id: id(100), organisationId: state, track: "appel", title: "Automne", state: "draft", quarters: ["2026Q4"] },
  ...{ effectFrom: new Date("2026-09-30T22:00:00Z"), expiresAt: null, closesAt: null, parentId: null, version: 3 },
  pools: [{ poolId: pool, ownerMinistryId: null, market: false, centsPerGpuHour: 250 }],
  ...{ openedBy: "asker", openedAt: new Date("2026-09-01T07:00:00Z"), rulesVersion: "round/1" },
  ...{ solution: null, proposal: null, decision: null, review: null },
  ...fields,
});

export const aRoundLine = (fields: Partial<RoundLine> = {}): RoundLine => ({
  ...{ id: id(200), roundId: id(100), organisationId: ministry, ministryId: ministry, useCaseId: null, needId: null },
  ...{ title: "Courriers", gpuClasses: ["H100"], labels: ["internal"], criticality: 2, score: 10 },
  asks: [{ low: 1, likely: 4, high: 8, minUseful: 1 }],
  ...{ hasCalendar: false, declaredBy: "asker", declaredAt: new Date("2026-09-01T07:30:00Z"), version: 5 },
  ...{ placements: [[{ poolId: pool, gpus: 2 }]], explanations: [null], outcome: "partial", amended: null },
  ...fields,
});

interface StoredRound {
  readonly round: Round;
  readonly line: RoundLine;
}

export interface MemoryRounds extends MemoryRunner {
  readonly ports: RoundPorts;
  /** Campaigns and needs of the capacity room, on memory too. */
  readonly capacity: CapacityPorts;
  readonly useCases: ReturnType<typeof useCasesOn>;
  /** A round of one line, proposed as it stands when somebody is named. */
  store(fields: Partial<Round> & { readonly proposedBy?: string }, line?: Partial<RoundLine>): Promise<StoredRound>;
}

/** Rounds on memory adapters, on 1 September 2026 in the morning. */
export function memoryRounds(authoriser?: Authoriser, used: ReadonlyMap<string, number> = new Map()): MemoryRounds {
  const memory = memoryRunner(authoriser);
  const organisation = (...path: string[]) =>
    ({ id: path[0] ?? "", type: "organisation", name: path[0] ?? "", organisationId: path[0] ?? "", path }) as const;
  const capacity = memoryCapacityPorts([
    [ministry, state],
    [other, state],
  ]);
  const ports: RoundPorts = {
    needOutcomes: new CapacityNeedOutcomes(tellNeeds(capacity)),
    rounds: new MemoryRoundRepository(),
    opinions: new MemoryRoundOpinionStore(),
    jobs: new MemoryRoundJobStore(),
    roundPools: new MemoryRoundPoolDirectory(
      [{ id: pool, gpuClass: "H100", gpuCount: 8, acceptedLabels: ["internal"] }],
      used,
    ),
    nodes: new MemoryNodeDirectory([
      organisation(state),
      organisation(ministry, state),
      organisation(other, state),
      organisation(ariane, state),
      { id: useCase, type: "use_case", name: "courrier", organisationId: ministry, path: [useCase, ministry, state] },
    ]),
    allocations: new MemoryAllocationRepository(),
    campaignNeeds: new MemoryCampaignNeeds(
      new Map([
        [
          consolidation,
          [
            {
              ...{
                needId: id(31),
                organisationId: ministry,
                useCaseId: useCase,
                title: "Courriers",
                gpuType: "H100 SXM",
              },
              ...{
                labels: ["internal"],
                criticality: 2,
                declaredBy: "asker",
                declaredAt: new Date("2026-06-01T08:00:00Z"),
              },
              quarters: { "2026Q4": { low: 1, likely: 4, high: 8, minUseful: 2 } },
            },
          ],
        ],
      ]),
    ),
  };
  return {
    ...memory,
    ports,
    capacity,
    useCases: useCasesOn(ports),
    store: ({ proposedBy, ...fields }, lineFields = {}) =>
      memory.transactions.read(systemActor("test"), async (ctx) => {
        const line = aRoundLine(lineFields);
        const at = new Date("2026-09-01T07:45:00Z");
        const proposal = proposedBy === undefined ? null : { by: proposedBy, at, grantsDigest: grantsDigest([line]) };
        const round = aRound({ proposal, ...fields });
        await ports.rounds.insert(ctx, round);
        await ports.rounds.insertLine(ctx, line);
        return { round, line };
      }),
  };
}

/** What can be done to rounds, each verb over the same ports. */
const useCasesOn = (ports: RoundPorts) => ({
  open: openRound(ports),
  request: requestGpus(ports),
  bring: bringNeeds(ports),
  opine: giveOpinion(ports),
  amend: amendGrant(ports),
  decide: decideRound(ports),
  clawBack: clawBack(ports),
  grantByRule: grantByRule(ports),
  steps: {
    submit: ROUND_STEPS.submit(ports),
    review: ROUND_STEPS.review(ports),
    arbitrate: ROUND_STEPS.arbitrate(ports),
    propose: ROUND_STEPS.propose(ports),
    expedite: ROUND_STEPS.expedite(ports),
    activate: ROUND_STEPS.activate(ports),
    look_back: ROUND_STEPS.look_back(ports),
    complement: ROUND_STEPS.complement(ports),
    close: ROUND_STEPS.close(ports),
  },
});
