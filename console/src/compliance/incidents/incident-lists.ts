import type { IncidentHarm } from "../../generated/operations";

export const HARMS: readonly IncidentHarm[] = [
  "DEATH",
  "HEALTH",
  "CRITICAL_INFRASTRUCTURE",
  "FUNDAMENTAL_RIGHTS",
  "PROPERTY",
  "ENVIRONMENT",
  "WIDESPREAD_INFRINGEMENT",
];
