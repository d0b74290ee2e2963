/** The two logs, in the order in which the report speaks of them. */
export const AUDITED_LOGS = ["inference", "governance"] as const;
export type AuditedLog = (typeof AUDITED_LOGS)[number];

/** What the control plane itself checked of a log: an outsider checks again with the verifier. */
export interface LogStanding {
  readonly log: AuditedLog;
  /** Entries in the signed checkpoint; null when there is none. */
  readonly size: number | null;
  /** Root hash of the checkpoint, base64. */
  readonly root: string | null;
  /** Who the checkpoint says cosigned it, and when: checked with the witness's key, which is not here. */
  readonly cosignatures: readonly { readonly name: string; readonly at: Date }[];
  /** First and last place of the period's entries; null when it has none. */
  readonly firstIndex: number | null;
  readonly lastIndex: number | null;
  readonly verdict: "sound" | "empty" | "broken";
  /** Why it is broken; null otherwise. */
  readonly why: string | null;
}
