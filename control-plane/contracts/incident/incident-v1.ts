import type { ReplicaId } from "../ids.js";

export const INCIDENT_PATH = "/internal/v1/incidents";

/** What an application told of its own use case, by its key, through the replica that knows the key. */
export interface IncidentReportV1 {
  readonly replica: ReplicaId;
  readonly applicationId: string;
  /** The application's own: the same one twice declares once. */
  readonly key: string;
  /** As the caller wrote it: the control plane reads it. */
  readonly said: unknown;
}

export interface IncidentReceiptV1 {
  readonly id: string;
}
