import { z } from "zod";
import { actorRef } from "../../../kernel/actor.js";
import { conflict, notFound } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { zodSchema } from "../../../kernel/zod-schema.js";
import { areConsecutive, quarterAfter, quarterStart, spansOf } from "../../domain/rounds/quarter-span.js";
import { ROUND_RULES, ROUND_TRACKS, type Round } from "../../domain/rounds/round.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { roundEvent } from "./round-access.js";

const terms = z.object({
  poolId: z.uuid(),
  ownerMinistryId: z
    .uuid()
    .nullish()
    .transform((value) => value ?? null),
  market: z.boolean().default(false),
  centsPerGpuHour: z.number().int().nonnegative().max(100_000).default(0),
});

const input = z.object({
  track: z.enum(ROUND_TRACKS),
  title: z.string().trim().min(3).max(200),
  /** Body that asks for itself; the State when left out. */
  organisationId: z.uuid().nullish(),
  quarters: z.array(z.string()).min(1).max(12).refine(areConsecutive, "quarters such as 2026Q4, one after the other"),
  /** Now when left out. */
  effectFrom: z.date().nullish(),
  expiresAt: z.date().nullish(),
  closesAt: z.date().nullish(),
  pools: z.array(terms).min(1).max(200),
});
export type OpenRoundInput = z.output<typeof input>;

export interface Loaded {
  readonly organisationId: string;
  readonly rootId: string;
}

/** Opens a round as a draft, which takes requests until it is submitted. */
export const openRound = (ports: RoundPorts): UseCase<OpenRoundInput, Loaded, Round> => ({
  name: "allocation.open-round",
  action: "declare",
  input: zodSchema(input),

  async load(ctx, { organisationId }) {
    const rootId = await ports.nodes.root(ctx);
    const id = organisationId ?? rootId;
    const [node] = await ports.nodes.find(ctx, [id]);
    if (node?.type !== "organisation") return refuse(notFound("organisation", id));
    return ok({ subject: { name: "Round", id: null, organisationId: id }, loaded: { organisationId: id, rootId } });
  },

  async handle(ctx, wanted, { organisationId, rootId }) {
    if (wanted.track === "appel" && organisationId !== rootId) return refuse(CALL_OF_THE_STATE);
    const now = ctx.clock.now();
    const dates = datesOf(wanted, now);
    if (!dates.ok) return dates;
    const known = await ports.roundPools.describe(
      ctx,
      wanted.pools.map(({ poolId }) => poolId),
    );
    const unknown = wanted.pools.find(({ poolId }) => !known.some(({ id }) => id === poolId));
    if (unknown !== undefined) return refuse(notFound("pool", unknown.poolId));
    const round: Round = {
      ...{ id: ctx.ids.next(), organisationId, track: wanted.track, title: wanted.title, state: "draft" },
      ...{ quarters: wanted.quarters, ...dates.value, closesAt: wanted.closesAt ?? null, pools: wanted.pools },
      ...{ openedBy: actorRef(ctx.actor), openedAt: now, rulesVersion: ROUND_RULES.version },
      ...{ solution: null, proposal: null, decision: null, review: null, parentId: null, version: 1 },
    };
    await ports.rounds.insert(ctx, round);
    const data = { quarters: round.quarters, pools: round.pools.map(({ poolId }) => poolId) };
    return ok({ value: round, event: roundEvent(round, round, data) });
  },
});

const CALL_OF_THE_STATE = conflict("round.call_of_the_state", "A call for needs is opened for the whole State.");
const bad = (message: string) => refuse(conflict("round.bad_dates", message));

/** Dates of each track: an emergency ends within its days, *continu* with its last quarter, a call when it is replaced. */
function datesOf(wanted: OpenRoundInput, now: Date): Result<Pick<Round, "effectFrom" | "expiresAt">> {
  const last = wanted.quarters.at(-1) ?? "";
  const effectFrom =
    wanted.effectFrom ?? new Date(Math.max(now.getTime(), quarterStart(wanted.quarters[0] ?? last).getTime()));
  const end = quarterStart(quarterAfter(last));
  const most = new Date(effectFrom.getTime() + ROUND_RULES.urgenceDays * 86_400_000);
  const byTrack = { appel: null, continu: end, urgence: most < end ? most : end };
  const expiresAt = wanted.expiresAt ?? byTrack[wanted.track];
  if (wanted.track === "appel" && expiresAt !== null) return bad("The rights of a call hold until another decision.");
  if (wanted.track === "urgence" && expiresAt !== null && expiresAt > most)
    return bad(`An emergency lasts ${String(ROUND_RULES.urgenceDays)} days at most.`);
  if (wanted.closesAt != null && wanted.closesAt <= now) return bad("The deadline for requests has passed.");
  const spans = spansOf({ quarters: wanted.quarters, effectFrom, expiresAt });
  return spans[0] == null
    ? bad("The grants would begin after the first quarter, or after they end.")
    : ok({ effectFrom, expiresAt });
}
