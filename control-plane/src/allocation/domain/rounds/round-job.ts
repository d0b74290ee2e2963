export const ROUND_JOB_KINDS = ["solve", "what_if", "unlock"] as const;
export const ROUND_JOB_STATES = ["running", "done", "failed", "cancelled"] as const;

/** Something that a worker computes for a round while people wait. It writes its answer at its end, or nothing. */
export interface RoundJob {
  readonly id: string;
  readonly roundId: string;
  readonly organisationId: string;
  readonly kind: (typeof ROUND_JOB_KINDS)[number];
  readonly state: (typeof ROUND_JOB_STATES)[number];
  /** 0 to 1. */
  readonly progress: number;
  readonly asked: unknown;
  readonly result: unknown;
  readonly failure: string | null;
  readonly requestedBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}
