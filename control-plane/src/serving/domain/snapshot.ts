import { createHash } from "node:crypto";
import type { DataLabel, SnapshotV1 } from "@socle/contracts";

/** All of a snapshot but what changes each time it is issued. */
export type SnapshotContent = Omit<SnapshotV1, "version" | "number" | "issuedAt">;

/** A published snapshot as it is stored and sent. */
export interface PublishedSnapshot {
  readonly number: number;
  readonly issuedAt: Date;
  readonly contentDigest: string;
  /** JSON of a `SnapshotV1`. */
  readonly payload: string;
  /** Ed25519 over the UTF-8 bytes of `payload`, base64. */
  readonly signature: string;
}

/** What schedulers do with a snapshot that grows old while the control plane is away. */
export const STALENESS = {
  maxStalenessSeconds: 24 * 3600,
  staleLabels: ["public", "internal"] satisfies DataLabel[],
} as const;

/** Age at which unchanged content is issued again, so that staleness means that the control plane is away. */
export const RENEWAL_MS = 10 * 60_000;

/**
 * Names a content: equal content, equal digest. Sources give rows in a stable order, hence equal text.
 * @returns SHA-256 in hexadecimal
 */
export const contentDigest = (content: SnapshotContent): string =>
  createHash("sha256").update(JSON.stringify(content), "utf8").digest("hex");

/** True when `content` has to go out: it differs from what was last published, or that grew old. */
export function isDue(latest: Pick<PublishedSnapshot, "contentDigest" | "issuedAt"> | null, digest: string, now: Date) {
  if (latest === null || latest.contentDigest !== digest) return true;
  return now.getTime() - latest.issuedAt.getTime() >= RENEWAL_MS;
}

export const numbered = (content: SnapshotContent, number: number, issuedAt: Date): SnapshotV1 => ({
  version: 1,
  number,
  issuedAt: issuedAt.getTime(),
  ...content,
});
