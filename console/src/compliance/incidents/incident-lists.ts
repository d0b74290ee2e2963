import type { IncidentHarm, IncidentKind, IncidentSeverity } from "../../generated/operations";

export const KINDS: readonly IncidentKind[] = [
  "OTHER_SERIOUS",
  "DEATH",
  "WIDESPREAD_INFRINGEMENT",
  "CRITICAL_INFRASTRUCTURE",
  "NOT_SERIOUS",
];
export const SEVERITIES: readonly IncidentSeverity[] = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];
export const HARMS: readonly IncidentHarm[] = [
  "HEALTH",
  "CRITICAL_INFRASTRUCTURE",
  "FUNDAMENTAL_RIGHTS",
  "PROPERTY",
  "ENVIRONMENT",
];
