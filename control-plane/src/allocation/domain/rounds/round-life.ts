import { conflict } from "../../../kernel/refusal.js";
import { refuse, ok, type Result } from "../../../kernel/result.js";
import type { Action } from "../../../kernel/use-case.js";
import type { Round, RoundState, RoundTrack } from "./round.js";

/** What can be done to a round, each with the right it asks for. */
export const ROUND_ACTS = [
  "request",
  "bring",
  "submit",
  "grant_by_rule",
  "review",
  "opine",
  "arbitrate",
  "solve",
  "amend",
  "propose",
  "decide",
  "expedite",
  "activate",
  "look_back",
  "complement",
  "claw_back",
  "close",
] as const;
export type RoundAct = (typeof ROUND_ACTS)[number];

interface Act {
  readonly action: Extract<Action, "declare" | "validate" | "review" | "comment" | "update" | "grant" | "manage">;
  readonly from: readonly RoundState[];
  readonly tracks: readonly RoundTrack[];
}

const ANY: readonly RoundTrack[] = ["continu", "appel", "urgence"];

/**
 * The life of a round: draft → submitted → technical review → arbitration → granted, partial or refused → active →
 * complement, clawback → closed. Once submitted, *continu* may be granted by rule and *urgence* by one person; a round that
 * came to nothing can be closed at any time before it is granted.
 */
export const ROUND_LIFE: Readonly<Record<RoundAct, Act>> = {
  request: { action: "declare", from: ["draft"], tracks: ANY },
  bring: { action: "manage", from: ["draft"], tracks: ["appel"] },
  submit: { action: "validate", from: ["draft"], tracks: ANY },
  grant_by_rule: { action: "grant", from: ["submitted"], tracks: ["continu"] },
  review: { action: "review", from: ["submitted"], tracks: ["continu", "appel"] },
  opine: { action: "comment", from: ["technical_review", "arbitration"], tracks: ANY },
  arbitrate: { action: "review", from: ["technical_review"], tracks: ANY },
  solve: { action: "update", from: ["arbitration"], tracks: ANY },
  amend: { action: "update", from: ["arbitration"], tracks: ANY },
  propose: { action: "grant", from: ["arbitration"], tracks: ANY },
  decide: { action: "grant", from: ["arbitration"], tracks: ANY },
  expedite: { action: "grant", from: ["submitted"], tracks: ["urgence"] },
  activate: { action: "manage", from: ["granted", "partial"], tracks: ANY },
  look_back: { action: "grant", from: ["granted", "partial", "active", "closed"], tracks: ["urgence"] },
  complement: { action: "manage", from: ["active"], tracks: ["appel"] },
  claw_back: { action: "manage", from: ["active", "complement"], tracks: ["appel", "continu"] },
  close: {
    action: "manage",
    from: ["draft", "submitted", "technical_review", "arbitration", "refused", "active", "complement", "clawback"],
    tracks: ANY,
  },
};

/** Acts that the round's state and track allow, with the right each asks for. */
export const actsNow = ({
  state,
  track,
}: Pick<Round, "state" | "track">): readonly { act: RoundAct; action: Action }[] =>
  ROUND_ACTS.filter((act) => ROUND_LIFE[act].from.includes(state) && ROUND_LIFE[act].tracks.includes(track)).map(
    (act) => ({ act, action: ROUND_LIFE[act].action }),
  );

/** Refuses what the round's state or track does not allow. */
export function mayAct(act: RoundAct, round: Round): Result<true> {
  const { from, tracks } = ROUND_LIFE[act];
  if (!tracks.includes(round.track))
    return refuse(conflict("round.other_track", `A round of track ${round.track} is not for this.`));
  if (from.includes(round.state)) return ok(true);
  return refuse(
    conflict("round.wrong_state", `This is done while a round is ${from.join(", ")}; it is ${round.state}.`),
  );
}
