import type { LogName } from "../domain/log-name.js";
import { cutoffOf, minimumText, parseMinimum, type MinimumIndex } from "../domain/minimum-index.js";
import { parseCheckpoint } from "../domain/note/checkpoint.js";
import type { NoteSigner, NoteVerifier } from "../domain/note/note-key.js";
import { parseNote, printNote, signText, verifyNote } from "../domain/note/signed-note.js";
import { decodeBundle } from "../domain/tiles/entry-bundle.js";
import { TILE_WIDTH, tilePath } from "../domain/tiles/tile-path.js";
import { CHECKPOINT_PATH, MINIMUM_PATH, type LogStorage } from "../ports/log-storage.port.js";

export interface PruningPorts {
  readonly storage: LogStorage;
  readonly signer: NoteSigner;
  readonly earlier: readonly NoteVerifier[];
}

/** Bundles that one run looks at; the next goes on from there. */
const MOST = 10_000;

const bundlePath = (bundle: number): string => tilePath("entries", bundle);

/**
 * Removes the bundles at the log's beginning of which every entry is past its retention, and says so in a signed note
 * first. Hashes stay: every proof, the root and consistency with what was seen before go on as they were. For the holder
 * of the log's lock.
 * @returns the new minimum; null when nothing more may go
 */
export async function pruneLog(
  log: LogName,
  { storage, signer, earlier }: PruningPorts,
  retention: { readonly now: Date; readonly months: number },
): Promise<MinimumIndex | null> {
  const present = await presentMinimum(log, { storage, signer, earlier });
  await removeBelow(log, storage, present.index / TILE_WIDTH);
  const full = Math.floor((await publishedSize(log, storage)) / TILE_WIDTH);
  const cutoff = cutoffOf(retention.now, retention.months);
  let [bundle, prunedUntil] = [present.index / TILE_WIDTH, present.prunedUntil];
  for (const end = Math.min(full, bundle + MOST); bundle < end; bundle += 1) {
    const youngest = await youngestOf(log, storage, bundle);
    if (youngest === null || youngest > cutoff) break;
    if (youngest > prunedUntil) prunedUntil = youngest;
  }
  const minimum = { origin: signer.name, index: bundle * TILE_WIDTH, prunedUntil };
  if (minimum.index === present.index) return null;
  const text = minimumText(minimum);
  await storage.publish(log, printNote({ text, signatures: [signText(signer, text)] }), MINIMUM_PATH);
  await removeBelow(log, storage, bundle);
  return minimum;
}

/** What an earlier run said; nothing was removed yet where there is no note. */
async function presentMinimum(log: LogName, { storage, signer, earlier }: PruningPorts): Promise<MinimumIndex> {
  const stored = await storage.read(log, MINIMUM_PATH);
  if (stored === null) return { origin: signer.name, index: 0, prunedUntil: new Date(0) };
  const note = parseNote(Buffer.from(stored).toString());
  const minimum = note === null ? null : parseMinimum(note.text);
  if (note === null || minimum?.origin !== signer.name || !verifyNote(note, [signer, ...earlier]).ok)
    throw new Error(`The note on what was pruned of the ${log} log is not this log's.`);
  return minimum;
}

/** The oldest first: what a stop leaves is just below the minimum, where the next run looks. */
async function removeBelow(log: LogName, storage: LogStorage, bundle: number): Promise<void> {
  let oldest = bundle;
  while (oldest > 0 && (await storage.read(log, bundlePath(oldest - 1))) !== null) oldest -= 1;
  for (let gone = oldest; gone < bundle; gone += 1)
    await storage.remove(log, [bundlePath(gone), `${bundlePath(gone)}.p`]);
}

async function publishedSize(log: LogName, storage: LogStorage): Promise<number> {
  const stored = await storage.read(log, CHECKPOINT_PATH);
  return parseCheckpoint(parseNote(Buffer.from(stored ?? []).toString())?.text ?? "")?.size ?? 0;
}

/** Null when the bundle, or a time in it, cannot be read: then it stays. */
async function youngestOf(log: LogName, storage: LogStorage, bundle: number): Promise<Date | null> {
  const entries = decodeBundle((await storage.read(log, bundlePath(bundle))) ?? new Uint8Array()) ?? [];
  if (entries.length < TILE_WIDTH) return null;
  const times = entries.map(timeOf);
  return times.some(Number.isNaN) ? null : new Date(Math.max(...times));
}

function timeOf(entry: Uint8Array): number {
  try {
    const { at } = JSON.parse(Buffer.from(entry).toString()) as { at?: unknown };
    return typeof at === "string" ? Date.parse(at) : Number.NaN;
  } catch {
    return Number.NaN;
  }
}
