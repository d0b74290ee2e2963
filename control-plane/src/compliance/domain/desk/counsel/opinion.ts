import { conflict, invalidInput } from "../../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../../kernel/result.js";
import type { Day } from "../calendar-day.js";
import { next, type DeskRecord } from "../desk-record.js";

export const OPINION_STATES = ["draft", "adopted", "published"] as const;

export interface Votes {
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
}

/** Counts over the whole State that the committee reasoned on; no body and no request can be told from them. */
export interface Figure {
  readonly name: string;
  readonly value: number;
}

/** An opinion of the scientific and ethics committee; the compliance cell publishes it. */
export interface Opinion extends DeskRecord {
  /** Such as `2026-3`. */
  readonly number: string;
  readonly title: string;
  readonly subject: string;
  readonly text: string;
  /** As they stood when the opinion was recorded. */
  readonly figures: readonly Figure[];
  readonly votes: Votes | null;
  readonly adoptedOn: Day | null;
  readonly state: (typeof OPINION_STATES)[number];
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly publishedAt: Date | null;
}

/** Adoption by more votes for than against. */
export function adopted(opinion: Opinion, votes: Votes, on: Day): Result<Opinion> {
  if (opinion.state !== "draft") return refuse(conflict("opinion.no_step", `The opinion is ${opinion.state}.`));
  if (votes.for <= votes.against)
    return refuse(invalidInput([{ path: "votes", message: "It is adopted by more votes for than against." }]));
  return ok(next(opinion, { state: "adopted", votes, adoptedOn: on }));
}

export const published = (opinion: Opinion, at: Date): Result<Opinion> =>
  opinion.state === "adopted"
    ? ok(next(opinion, { state: "published", publishedAt: at }))
    : refuse(conflict("opinion.no_step", `An opinion that is ${opinion.state} is not published.`));
