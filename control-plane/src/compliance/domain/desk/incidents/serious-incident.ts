/** Kinds of incident by what article 73 of the AI Act asks; `not_serious` is followed without a clock. */
export const INCIDENT_KINDS = [
  "death",
  "widespread_infringement",
  "critical_infrastructure",
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
  death: { days: 10, text: "art. 73(4)" },
  widespread_infringement: { days: 2, text: "art. 73(3)" },
  critical_infrastructure: { days: 2, text: "art. 73(3)" },
  other_serious: { days: 15, text: "art. 73(2)" },
  not_serious: { days: null, text: "" },
};

export const HARMS = ["health", "critical_infrastructure", "fundamental_rights", "property", "environment"] as const;
/** What article 3(49) counts as serious. */
export type Harm = (typeof HARMS)[number];
