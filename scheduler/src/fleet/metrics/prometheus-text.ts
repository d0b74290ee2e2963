/** One line of an exposition: a value under a name and its labels. */
export interface Sample {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
}

export type SamplesResult =
  | { readonly ok: true; readonly samples: readonly Sample[] }
  /** The first line, from 1, that is not of the format. */
  | { readonly ok: false; readonly line: number };

/** Samples kept of one exposition; what comes after is checked and left out. */
export const MAX_SAMPLES = 2_000;

const NAME = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL = /[ \t]*([a-zA-Z_][a-zA-Z0-9_]*)[ \t]*=[ \t]*"((?:[^"\\]|\\[\\"n])*)"[ \t]*/y;
const VALUE = /[ \t]*([+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|Inf)|NaN)(?:[ \t]+-?\d+)?[ \t]*\r?$/y;
const COMMENT = /^[ \t]*(?:#|\r?$)/;
const ESCAPES: Readonly<Record<string, string>> = { "\\\\": "\\", '\\"': '"', "\\n": "\n" };

const unescape = (text: string): string =>
  text.includes("\\") ? text.replace(/\\[\\"n]/g, (pair) => ESCAPES[pair] ?? pair) : text;

const numberOf = (text: string): number =>
  text.endsWith("Inf") ? (text.startsWith("-") ? -Infinity : Infinity) : Number(text);

/** Position after the labels that begin at `from`, or -1. Labels go into `into` when it is given. */
const readLabels = (line: string, from: number, into: Map<string, string> | null): number => {
  if (line[from] !== "{") return from;
  let at = from + 1;
  for (;;) {
    while (line[at] === " " || line[at] === "\t") at += 1;
    if (line[at] === "}") return at + 1;
    LABEL.lastIndex = at;
    const label = LABEL.exec(line);
    if (label === null) return -1;
    into?.set(label[1] ?? "", unescape(label[2] ?? ""));
    at = LABEL.lastIndex;
    if (line[at] === ",") at += 1;
    else if (line[at] !== "}") return -1;
  }
};

/** `null` for a comment or a blank line; `undefined` for a line that is not of the format. */
const readLine = (line: string, wanted: (name: string) => boolean): Sample | null | undefined => {
  if (COMMENT.test(line)) return null;
  NAME.lastIndex = 0;
  const name = NAME.exec(line)?.[0];
  if (name === undefined) return undefined;
  const labels = wanted(name) ? new Map<string, string>() : null;
  let at = NAME.lastIndex;
  while (line[at] === " " || line[at] === "\t") at += 1;
  const end = readLabels(line, at, labels);
  if (end < 0 || (end === NAME.lastIndex && !/[ \t]/.test(line[end] ?? ""))) return undefined;
  VALUE.lastIndex = end;
  const value = VALUE.exec(line);
  if (value === null) return undefined;
  return labels === null ? null : { name, labels, value: numberOf(value[1] ?? "") };
};

/**
 * Reads Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats). Strict: one wrong
 * line refuses the whole text, so that half an answer is never taken for a quiet engine. Every line is checked, only
 * those of a wanted name are kept.
 */
export const readSamples = (text: string, wanted: (name: string) => boolean = () => true): SamplesResult => {
  const samples: Sample[] = [];
  let number = 0;
  for (let from = 0; from < text.length;) {
    number += 1;
    const end = text.indexOf("\n", from);
    if (end < 0) return { ok: false, line: number };
    const sample = readLine(text.slice(from, end), wanted);
    if (sample === undefined) return { ok: false, line: number };
    if (sample !== null && samples.length < MAX_SAMPLES) samples.push(sample);
    from = end + 1;
  }
  return { ok: true, samples };
};
