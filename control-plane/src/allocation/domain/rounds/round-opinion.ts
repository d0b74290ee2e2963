export const OPINION_VERDICTS = ["favourable", "reserved", "unfavourable"] as const;

/** What a reviewer thinks of a round, or of one line of it. */
export interface RoundOpinion {
  readonly id: string;
  readonly roundId: string;
  readonly lineId: string | null;
  readonly organisationId: string;
  readonly by: string;
  readonly verdict: (typeof OPINION_VERDICTS)[number];
  readonly told: string;
  readonly at: Date;
}
