import { conflict, guardRefusal, type Condition } from "../../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../../kernel/result.js";
import type { Day } from "../calendar-day.js";
import { next, type DeskRecord } from "../desk-record.js";

export const DEROGATION_STATES = ["requested", "endorsed", "granted", "refused", "withdrawn", "revoked"] as const;
export type DerogationState = (typeof DEROGATION_STATES)[number];

/** What one authority of the rule decided, and where that can be read. */
export interface AuthorityDecision {
  readonly authority: string;
  /** Number or address of the signed decision. */
  readonly reference: string;
  readonly on: Day;
  readonly recordedBy: string;
}

/** Lifts one rule for one use case, on one pool or on all, from its first day to its last, both included, in Paris. */
export interface Derogation extends DeskRecord {
  readonly useCaseId: string;
  /** `family/rule`. */
  readonly rule: string;
  /** `null` for every pool. */
  readonly poolId: string | null;
  readonly motive: string;
  /** What protects as well meanwhile. */
  readonly guarantees: string;
  /** What the public is told. */
  readonly notice: string;
  readonly noticeUrl: string | null;
  /** Who has to decide, as the rule said when it was asked for. */
  readonly authorities: readonly string[];
  readonly decisions: readonly AuthorityDecision[];
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly state: DerogationState;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly endorsedBy: string | null;
  readonly grantedBy: string | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly closeReason: string | null;
}

/** What a derogation amounts to on a day: a granted one begins and ends by itself. */
export type DerogationStanding = Exclude<DerogationState, "granted"> | "planned" | "active" | "expired";

/** @param today day in Paris */
export function standingOn({ state, startsOn, endsOn }: Derogation, today: Day): DerogationStanding {
  if (state !== "granted") return state;
  if (today < startsOn) return "planned";
  return today <= endsOn ? "active" : "expired";
}

const step = (derogation: Derogation, from: readonly DerogationState[], change: Partial<Derogation>) =>
  from.includes(derogation.state)
    ? ok(next(derogation, change))
    : refuse(
        conflict("derogation.no_step", `A derogation that is ${derogation.state} is not ${change.state ?? "changed"}.`),
      );

/** The ministry's own authority decides first; whoever asked does not endorse. */
export function endorsed(derogation: Derogation, decision: AuthorityDecision, today: Day): Result<Derogation> {
  const conditions = [
    apart("endorser.is_not_requester", derogation.requestedBy !== decision.recordedBy),
    competent(derogation, decision),
    decidedBefore(derogation, [decision], today),
  ];
  return guarded(conditions, () =>
    step(derogation, ["requested"], {
      state: "endorsed",
      endorsedBy: decision.recordedBy,
      decisions: [...derogation.decisions, decision],
    }),
  );
}

/**
 * Grants what the ministry endorsed, with the decisions of the authorities that remain. Every authority of the rule has
 * decided, the public is told, it has not ended already, and whoever grants neither asked nor endorsed.
 */
export function granted(
  derogation: Derogation,
  decisions: readonly AuthorityDecision[],
  by: string,
  today: Day,
): Result<Derogation> {
  const all = [...derogation.decisions, ...decisions];
  const conditions = [
    apart("granter.is_apart", by !== derogation.requestedBy && by !== derogation.endorsedBy),
    ...decisions.map((decision) => competent(derogation, decision)),
    {
      code: "authorities.decided",
      met: derogation.authorities.every((authority) => all.some((each) => each.authority === authority)),
      message: `Each authority of the rule decided: ${derogation.authorities.join(", ")}.`,
    },
    decidedBefore(derogation, all, today),
    { code: "notice.written", met: derogation.notice.trim() !== "", message: "The public is told of it." },
    { code: "period.not_over", met: today <= derogation.endsOn, message: "Its last day is not past." },
  ];
  return guarded(conditions, () => step(derogation, ["endorsed"], { state: "granted", grantedBy: by, decisions: all }));
}

interface End {
  readonly by: string;
  readonly at: Date;
  readonly reason: string;
}
export type Closing = "refused" | "withdrawn" | "revoked";
const CLOSABLE: Readonly<Record<Closing, readonly DerogationState[]>> = {
  refused: ["requested", "endorsed"],
  withdrawn: ["requested", "endorsed"],
  revoked: ["granted"],
};

/** Ends a request that is not granted, or a derogation before its last day. */
export const closed = (derogation: Derogation, how: Closing, end: End): Result<Derogation> =>
  step(derogation, CLOSABLE[how], { state: how, closedBy: end.by, closedAt: end.at, closeReason: end.reason });

/** Ends with `last` what would last longer: revoked where it would not even have begun by then. */
export function shortened(derogation: Derogation, last: Day, end: End): Result<Derogation> {
  if (derogation.startsOn > last) return closed(derogation, "revoked", end);
  return step(derogation, ["granted"], { endsOn: last });
}

const apart = (code: string, met: boolean): Condition => ({
  code,
  met,
  message: "Somebody else than those who asked and endorsed decides.",
});

/** Nothing is lifted before it was decided, and nobody has decided on a day that is to come. */
const decidedBefore = ({ startsOn }: Derogation, decisions: readonly AuthorityDecision[], today: Day): Condition => ({
  code: "decision.before_start",
  met: decisions.every(({ on }) => on <= startsOn && on <= today),
  message: `Each authority decided before its first day, ${startsOn}, and not on a day to come.`,
});

const competent = ({ authorities }: Derogation, { authority }: AuthorityDecision): Condition => ({
  code: "authority.named_by_rule",
  met: authorities.includes(authority),
  message: `The rule names who may derogate: ${authorities.join(", ")}.`,
});

function guarded(conditions: readonly Condition[], move: () => Result<Derogation>): Result<Derogation> {
  const unmet = conditions.filter(({ met }) => !met);
  if (unmet.length === 0) return move();
  return refuse(guardRefusal("derogation.guard_unmet", unmet.map(({ message }) => message).join(" "), conditions));
}
