import { conflict, notFound, type Forbidden } from "../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { Context, GovernanceEventDraft, Subject } from "../../../kernel/use-case.js";
import type { TreeNode } from "../../domain/node.js";
import { mayAct, type RoundAct } from "../../domain/rounds/round-life.js";
import type { Round } from "../../domain/rounds/round.js";
import { nodeOf, type RoundLine } from "../../domain/rounds/round-line.js";
import type { RoundPorts } from "../../ports/round-ports.js";
import { isOwnOrganisation } from "../own-organisation.js";

/** What most use cases act on. */
export interface LoadedRound {
  readonly subject: Subject;
  readonly loaded: Round;
}

export async function loadRound(
  ctx: Context,
  ports: Pick<RoundPorts, "rounds">,
  roundId: string,
): Promise<Result<LoadedRound>> {
  const round = await ports.rounds.find(ctx, roundId);
  return round === null ? refuse(notFound("round", roundId)) : ok({ subject: subjectOf(round), loaded: round });
}

export const subjectOf = (round: Round): Subject => ({
  name: "Round",
  id: round.id,
  organisationId: round.organisationId,
  state: round.state,
});

/** State, track and version first, so that nothing is computed for an answer that is already known. */
export function ready(act: RoundAct, round: Round, expectedVersion: number): Result<true> {
  const allowed = mayAct(act, round);
  if (!allowed.ok) return allowed;
  return round.version === expectedVersion ? allowed : refuse(CHANGED);
}

export const CHANGED = conflict("round.changed", "Somebody changed this round meanwhile; look at it again.");

/** Stores the next version, or answers that somebody else's came first. */
export async function saved(ctx: Context, ports: Pick<RoundPorts, "rounds">, next: Round): Promise<Result<Round>> {
  return (await ports.rounds.update(ctx, next)) ? ok(next) : refuse(CHANGED);
}

export const nextVersion = (round: Round, fields: Partial<Round>): Round => ({
  ...round,
  ...fields,
  version: round.version + 1,
});

/** What the journal keeps of a change: states and whatever else tells why. */
export const roundEvent = (
  before: Round,
  after: Round,
  data: Readonly<Record<string, unknown>>,
): GovernanceEventDraft => ({
  organisationId: after.organisationId,
  subjectType: "Round",
  subjectId: after.id,
  data: { track: after.track, before: before.state, after: after.state, rules: after.rulesVersion, ...data },
});

/** Nodes of a round's lines by id. */
export async function lineNodes(
  ctx: Context,
  ports: Pick<RoundPorts, "nodes">,
  lines: readonly RoundLine[],
): Promise<ReadonlyMap<string, TreeNode>> {
  const ids = [...new Set(lines.flatMap((line) => [nodeOf(line), line.organisationId, line.ministryId]))];
  return new Map((await ports.nodes.find(ctx, ids)).map((node) => [node.id, node]));
}

/** Refuses whoever belongs to an organisation that asks for something in the round. */
export async function notOwn(
  ctx: Context,
  ports: Pick<RoundPorts, "nodes">,
  lines: readonly RoundLine[],
): Promise<Result<true>> {
  const nodes = await lineNodes(ctx, ports, lines);
  const isOwn = [...nodes.values()].some((node) => isOwnOrganisation(ctx.actor, node));
  return isOwn ? refuse(OWN_ORGANISATION) : ok(true);
}

const OWN_ORGANISATION: Forbidden = {
  kind: "Forbidden",
  code: "round.own_organisation",
  message: "One's own organisation asks for GPUs in this round: somebody of another one decides on it.",
  action: "grant",
  subject: "Round",
};
