/** A derogation that was in force on a day of the period, or is today. */
export interface DerogationLine {
  readonly id: string;
  readonly rule: string;
  readonly useCase: string;
  readonly organisation: string;
  /** Pool that it is limited to; null for all. */
  readonly pool: string | null;
  /** ISO days, both included. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly standing: "active" | "expired" | "revoked";
}

export const OVERDUE_KINDS = [
  "review_condition",
  "assessment",
  "incident_notification",
  "provider_notice",
  "question",
] as const;

/** Something that the desk waits for and whose day is past. */
export interface OverdueLine {
  readonly kind: (typeof OVERDUE_KINDS)[number];
  readonly organisation: string;
  readonly useCase: string | null;
  readonly what: string;
  /** ISO day of Paris by which it was due. */
  readonly dueOn: string;
}

/** A bundle that came into force in the period. */
export interface ActivationLine {
  readonly at: Date;
  readonly digest: string;
  readonly previousDigest: string;
  /** Two different people, as the journal names them. */
  readonly proposedBy: string;
  readonly approvedBy: string;
  /** Requests that the last simulation before it would have refused and that were not; null when none was run. */
  readonly simulatedRefusals: number | null;
  /** The simulation that was decided upon; null when none was run. */
  readonly simulationId: string | null;
  /** Why the two of the compliance cell let rules refuse what runs without having been observed; null when they were. */
  readonly waiver: string | null;
}
