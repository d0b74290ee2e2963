import fc from "fast-check";

/** What parsers stumble over: ends, signs, escapes, very large and very deep things, bytes that are no text. */
const SCRAPS = [
  ...["", " ", "\0", "\n", "\r\n", "\t", '"', "'", "\\", "\\u0000", "\ud800", "\ufeff", "\u2028", "é", "💥", "\x7f"],
  ...[
    "{",
    "}",
    "[",
    "]",
    "[[[[[[[[",
    '{"a":',
    ",",
    ":",
    "::",
    "---",
    "...",
    "&a ",
    "*a",
    "<<: *a",
    "!!js/function ",
    "# x\n",
  ],
  ...["-1", "0", "1e309", "-0", "NaN", "Infinity", "9007199254740993", "99999999999999999999", "0x10", "1_000"],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "null",
    "true",
    "data: ",
    "data: [DONE]\n\n",
    '"usage":{',
    "— x y\n",
    "old 1\n",
  ],
  ...[
    "=",
    "=cmd|' /C calc'!A0",
    ";",
    ";;;;",
    '"a""b"',
    '{a="b"} 1 2\n',
    "# TYPE x gauge\n",
    "../../x",
    "tile/0/x999/999",
  ],
  ...["a".repeat(3000), "[".repeat(3000), '{"a":'.repeat(1000), "(".repeat(500), "x: ".repeat(300)],
];

type Edit = (text: string) => string;
const at = (place: number, text: string): number => Math.floor(place * (text.length + 1));
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(place, fc.constantFrom(...SCRAPS)).map(([where, scrap]): Edit => (text) => {
    const from = at(where, text);
    return text.slice(0, from) + scrap + text.slice(from);
  }),
  fc.tuple(place, fc.nat(40)).map(([where, length]): Edit => (text) => {
    const from = at(where, text);
    return text.slice(0, from) + text.slice(from + length);
  }),
  fc.tuple(place, fc.nat(60)).map(([where, length]): Edit => (text) => {
    const from = at(where, text);
    return text.slice(0, from + length) + text.slice(from);
  }),
  fc.tuple(place, fc.integer({ min: 0, max: 255 })).map(([where, byte]): Edit => (text) => {
    const from = at(where, text);
    return text.slice(0, from) + String.fromCharCode(byte) + text.slice(from + 1);
  }),
  place.map(
    (where): Edit =>
      (text) =>
        text.slice(0, at(where, text)),
  ),
);

/** Texts near to good ones: a few edits away from a sample; now and then anything at all. */
export const hostileText = (samples: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 4 }))
        .map(([sample, edits]) => edits.reduce((text, change) => change(text), sample)),
    },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...SCRAPS), { maxLength: 20 }).map((scraps) => scraps.join("")) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 300 }) },
  );

/** The same as bytes, of which not all are text. */
export const hostileBytes = (samples: readonly (string | Uint8Array)[]): fc.Arbitrary<Buffer> =>
  hostileText(samples.map((sample) => Buffer.from(sample).toString("latin1"))).map((text) =>
    Buffer.from(text, "latin1"),
  );
