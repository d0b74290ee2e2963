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
/** Characters of one line; a longer one is not of any engine. */
const MAX_LINE = 65_536;

const LABEL = String.raw`[ \t]*([a-zA-Z_][a-zA-Z0-9_]*)[ \t]*=[ \t]*"((?:[^"\\\n]|\\[\\"n])*)"[ \t]*`;
const LABEL_UNREAD = LABEL.replace(/\((?!\?)/g, "(?:");
const LABELS = String.raw`\{((?:${LABEL_UNREAD}(?:,${LABEL_UNREAD})*,?)?[ \t]*)\}`;
const VALUE = String.raw`([+-]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|Inf)|NaN)`;
/** A whole line, matched where it stands. No two runs of one kind touch, so that a hostile line costs its length once. */
const SAMPLE = new RegExp(
  String.raw`([a-zA-Z_:][a-zA-Z0-9_:]*)(?:[ \t]*${LABELS}[ \t]*|[ \t]+)${VALUE}(?:[ \t]+-?\d+)?[ \t]*\r?\n`,
  "y",
);
const COMMENT = /[ \t]*(?:#[^\n]*|\r?)\n/y;
const EACH_LABEL = new RegExp(LABEL, "g");
const ESCAPES: Readonly<Record<string, string>> = { "\\\\": "\\", '\\"': '"', "\\n": "\n" };

const unescape = (text: string): string =>
  text.includes("\\") ? text.replace(/\\[\\"n]/g, (pair) => ESCAPES[pair] ?? pair) : text;

const numberOf = (text: string): number =>
  text.endsWith("Inf") ? (text.startsWith("-") ? -Infinity : Infinity) : Number(text);

const labelsOf = (text: string | undefined): Map<string, string> =>
  new Map([...(text ?? "").matchAll(EACH_LABEL)].map(([, name = "", value = ""]) => [name, unescape(value)]));

/**
 * Reads Prometheus' text format 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats). Strict: one wrong
 * line refuses the whole text, so that half an answer is never taken for a quiet engine. Every line is checked, only
 * those of a wanted name are kept.
 */
export const readSamples = (text: string, wanted: (name: string) => boolean = () => true): SamplesResult => {
  const samples: Sample[] = [];
  let line = 0;
  for (let from = 0; from < text.length;) {
    line += 1;
    const end = text.indexOf("\n", from);
    if (end < 0 || end - from > MAX_LINE) return { ok: false, line };
    COMMENT.lastIndex = from;
    if (COMMENT.test(text)) {
      from = COMMENT.lastIndex;
      continue;
    }
    SAMPLE.lastIndex = from;
    const match = SAMPLE.exec(text);
    if (match === null) return { ok: false, line };
    from = SAMPLE.lastIndex;
    const [, name = "", labels, value = ""] = match;
    if (samples.length < MAX_SAMPLES && wanted(name)) {
      samples.push({ name, labels: labelsOf(labels), value: numberOf(value) });
    }
  }
  return { ok: true, samples };
};
