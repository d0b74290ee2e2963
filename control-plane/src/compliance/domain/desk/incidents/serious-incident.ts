/** Kinds of incident by what article 73 of the AI Act asks; `not_serious` is followed without a clock. */
export const INCIDENT_KINDS = [
  "widespread_infringement",
  "critical_infrastructure",
  "death",
  "other_serious",
  "not_serious",
] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

interface NotificationTerm {
  /** Calendar days from the day on which the body became aware; `null` when nothing has to be notified. */
  readonly days: number | null;
  readonly text: string;
}

/**
 * Regulation (EU) 2024/1689, article 73: fifteen days, ten for a death, two for a widespread infringement or the
 * disruption of critical infrastructure. A moved date is a change of this table alone.
 */
export const NOTIFICATION_TERMS: Readonly<Record<IncidentKind, NotificationTerm>> = {
  widespread_infringement: { days: 2, text: "art. 73(3)" },
  critical_infrastructure: { days: 2, text: "art. 73(3)" },
  death: { days: 10, text: "art. 73(4)" },
  other_serious: { days: 15, text: "art. 73(2)" },
  not_serious: { days: null, text: "" },
};

/**
 * What makes an incident serious: each harm of article 3(49), and the widespread infringement of article 3(61) that article
 * 73(3) adds to them. A person declares these as facts; the kind and its term follow.
 */
export const HARMS = [
  "death",
  "health",
  "critical_infrastructure",
  "fundamental_rights",
  "property",
  "environment",
  "widespread_infringement",
] as const;
export type Harm = (typeof HARMS)[number];

const KIND_OF: Readonly<Record<Harm, IncidentKind>> = {
  death: "death",
  health: "other_serious",
  critical_infrastructure: "critical_infrastructure",
  fundamental_rights: "other_serious",
  property: "other_serious",
  environment: "other_serious",
  widespread_infringement: "widespread_infringement",
};

/** The kind with the shortest term among the harms; not serious without any. The database holds the same order. */
export const kindOf = (harms: readonly Harm[]): IncidentKind =>
  INCIDENT_KINDS.find((kind) => harms.some((harm) => KIND_OF[harm] === kind)) ?? "not_serious";
