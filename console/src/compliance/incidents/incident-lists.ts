import type { IncidentHarm, NoticeRecipient } from "../../generated/operations";

export const HARMS: readonly IncidentHarm[] = [
  "DEATH",
  "HEALTH",
  "CRITICAL_INFRASTRUCTURE",
  "FUNDAMENTAL_RIGHTS",
  "PROPERTY",
  "ENVIRONMENT",
  "WIDESPREAD_INFRINGEMENT",
];

export const RECIPIENTS: readonly NoticeRecipient[] = ["PROVIDER", "IMPORTER", "DISTRIBUTOR"];
