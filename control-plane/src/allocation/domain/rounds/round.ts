/** How a round is run: at any time for little, by calls for the rest, at once when a vital service is at stake. */
export const ROUND_TRACKS = ["continu", "appel", "urgence"] as const;
export type RoundTrack = (typeof ROUND_TRACKS)[number];

export const ROUND_STATES = [
  "draft",
  "submitted",
  "technical_review",
  "arbitration",
  "granted",
  "partial",
  "refused",
  "active",
  "complement",
  "clawback",
  "closed",
] as const;
export type RoundState = (typeof ROUND_STATES)[number];

/** Rules by which rounds are decided; kept with each grant. */
export const ROUND_RULES = {
  version: "round/1",
  /** GPUs, over all lines and in the fullest quarter, up to which *continu* is granted without a vote when it fits. */
  continuThreshold: 8,
  /** Longest time for which an emergency may take GPUs without a vote. */
  urgenceDays: 30,
} as const;

/** A pool that the round distributes, on terms that only people know. */
export interface PoolTerms {
  readonly poolId: string;
  /** Ministry that owns it; `null` for ARIANE's and the market's. */
  readonly ownerMinistryId: string | null;
  readonly market: boolean;
  readonly centsPerGpuHour: number;
}

/** What the solver left, and the digest of everything it was given. */
export interface RoundSolutionNote {
  readonly method: "lexicographic" | "greedy";
  readonly gapPct: number | null;
  readonly inputsDigest: string;
  readonly jobId: string;
  readonly at: string;
}

export interface Round {
  readonly id: string;
  /** The State for a call; the ministry, or a body of it, for its own round. */
  readonly organisationId: string;
  readonly track: RoundTrack;
  readonly title: string;
  readonly state: RoundState;
  /** `2026Q4`, consecutive. */
  readonly quarters: readonly string[];
  /** First instant at which grants hold; the first quarter may have begun. */
  readonly effectFrom: Date;
  /** Instant at which rights end and what stood before holds again; `null` for a call, whose last quarter stays. */
  readonly expiresAt: Date | null;
  /** No request after it. */
  readonly closesAt: Date | null;
  readonly pools: readonly PoolTerms[];
  readonly openedBy: string;
  readonly openedAt: Date;
  readonly rulesVersion: string;
  readonly solution: RoundSolutionNote | null;
  /** Who put which grants to the vote. */
  readonly proposal: { readonly by: string; readonly at: Date; readonly grantsDigest: string } | null;
  readonly decision: { readonly by: string; readonly at: Date; readonly reason: string } | null;
  /** An emergency is looked at again by somebody else. */
  readonly review: { readonly by: string; readonly at: Date; readonly text: string } | null;
  /** The round of which this one is the complement. */
  readonly parentId: string | null;
  readonly version: number;
}

/** A call decides rights anew; other rounds add to what is held. */
export const replacesRights = (round: Round): boolean => round.track === "appel" && round.parentId === null;
