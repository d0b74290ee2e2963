import { DATA_LABELS } from "@socle/contracts";
import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, invalidInput, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { ministryOf, type TreeNode } from "../../domain/node.js";
import { mayAct } from "../../domain/rounds/round-life.js";
import type { Round } from "../../domain/rounds/round.js";
import type { RoundLine } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { ask, roundId } from "./round-input.js";

const input = z.object({
  roundId,
  organisationId: z.uuid(),
  useCaseId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  needId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  title: z.string().trim().min(3).max(200),
  gpuClasses: z.array(z.string().trim().min(1).max(60)).min(1).max(20),
  labels: z.array(z.enum(DATA_LABELS)).min(1).max(DATA_LABELS.length),
  criticality: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  score: z.number().int().min(1).max(1000),
  asks: z.array(ask.nullable()).min(1).max(12),
  hasCalendar: z.boolean().default(false),
});
export type RequestGpusInput = z.output<typeof input>;

export interface Loaded {
  readonly round: Round;
  readonly organisation: TreeNode;
}

/** Asks for GPUs in a round that is still a draft. */
export const requestGpus = (ports: RoundPorts): UseCase<RequestGpusInput, Loaded, RoundLine> => ({
  name: "allocation.request-gpus",
  action: "declare",
  input: zodSchema(input),

  async load(ctx, wanted) {
    const round = await ports.rounds.find(ctx, wanted.roundId);
    if (round === null) return refuse(notFound("round", wanted.roundId));
    const [organisation] = await ports.nodes.find(ctx, [wanted.organisationId]);
    if (organisation?.type !== "organisation") return refuse(notFound("organisation", wanted.organisationId));
    const subject = { name: "Round", id: round.id, organisationId: organisation.id, state: round.state } as const;
    return ok({ subject, loaded: { round, organisation } });
  },

  async handle(ctx, wanted, { round, organisation }) {
    const takes = takesRequest(round, wanted, organisation, ctx.clock.now());
    if (!takes.ok) return takes;
    if (wanted.useCaseId !== null) {
      const [useCase] = await ports.nodes.find(ctx, [wanted.useCaseId]);
      if (useCase?.type !== "use_case" || useCase.organisationId !== organisation.id)
        return refuse(notFound("use_case", wanted.useCaseId));
    }
    const { needId } = wanted;
    if (needId !== null && !(await ports.campaignNeeds.isAccepted(ctx, organisation.id, needId)))
      return refuse(NOT_ACCEPTED);
    const present = await ports.rounds.lines(ctx, round.id);
    if (wanted.needId !== null && present.some(({ needId }) => needId === wanted.needId)) return refuse(TWICE);
    const line: RoundLine = {
      ...wanted,
      ...{ id: ctx.ids.next(), ministryId: ministryOf(organisation.path) },
      ...{ declaredBy: actorRef(ctx.actor), declaredAt: ctx.clock.now(), version: 1 },
      ...{ placements: null, explanations: null, outcome: null, amended: null },
    };
    await ports.rounds.insertLine(ctx, line);
    const { gpuClasses, labels, criticality, score, asks } = line;
    const data = { lineId: line.id, useCaseId: line.useCaseId, gpuClasses, labels, criticality, score, asks };
    const event = { organisationId: organisation.id, subjectType: "Round", subjectId: round.id, data } as const;
    return ok({ value: line, event });
  },
});

const NOT_ACCEPTED = conflict(
  "round.need_not_accepted",
  "A request names a need of its own organisation that ARIANE has accepted; leave the need out, or have it accepted first.",
);
const TWICE = conflict("round.need_asked_twice", "This need is in the round already.");

function takesRequest(round: Round, wanted: RequestGpusInput, organisation: TreeNode, now: Date): Result<true> {
  const allowed = mayAct("request", round);
  if (!allowed.ok) return allowed;
  if (round.closesAt !== null && round.closesAt <= now)
    return refuse(conflict("round.deadline_passed", "The deadline for requests has passed."));
  if (!organisation.path.includes(round.organisationId))
    return refuse(conflict("round.other_organisation", "This round is another organisation's."));
  if (round.track === "urgence" && wanted.criticality !== 1)
    return refuse(conflict("round.not_vital", "An emergency is for needs of criticality 1."));
  if (wanted.asks.length === round.quarters.length) return ok(true);
  const message = `one for each quarter: ${round.quarters.join(", ")}`;
  return refuse(invalidInput([{ path: "asks", message }]));
}
