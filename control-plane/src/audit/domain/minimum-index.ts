import { monthsLater } from "../../kernel/months-later.js";

/** From which entry on a log's bundles are kept, and how young the youngest was of those that are not. */
export interface MinimumIndex {
  readonly origin: string;
  /** A multiple of 256: bundles are kept or not, entries are not taken out of one. */
  readonly index: number;
  readonly prunedUntil: Date;
}

/** The note's text. Its second line is no number, so that it is never taken for a checkpoint. */
export const minimumText = ({ origin, index, prunedUntil }: MinimumIndex): string =>
  `${origin}\nminimum-index ${String(index)}\npruned-until ${prunedUntil.toISOString()}\n`;

/** Null for what is no such text. */
export function parseMinimum(text: string): MinimumIndex | null {
  const pattern = /^([^\n]+)\nminimum-index (0|[1-9][0-9]{0,15})\npruned-until ([0-9T:.-]{23}Z)\n$/u;
  const [, origin, digits, until] = pattern.exec(text) ?? [];
  const [index, prunedUntil] = [Number(digits), new Date(until ?? "")];
  if (origin === undefined || !Number.isSafeInteger(index) || index % 256 !== 0) return null;
  if (Number.isNaN(prunedUntil.getTime()) || prunedUntil.toISOString() !== until) return null;
  return { origin, index, prunedUntil };
}

/** The AI Act's logs are kept for six months at least (articles 19 and 26). */
export const LEAST_RETENTION_MONTHS = 6;

/** The moment before which entries may go. @param months at least six, whatever is asked */
export const cutoffOf = (now: Date, months: number): Date =>
  monthsLater(now, -Math.max(months, LEAST_RETENTION_MONTHS));
