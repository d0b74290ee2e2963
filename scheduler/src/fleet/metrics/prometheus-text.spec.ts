import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_SAMPLES, readSamples } from "./prometheus-text.js";

const read = (text: string) => {
  const result = readSamples(text);
  return result.ok
    ? result.samples.map(({ name, labels, value }) => [name, Object.fromEntries(labels), value])
    : `line ${result.line}`;
};

const NAME = fc.stringMatching(/^[a-zA-Z_:][a-zA-Z0-9_:]{0,12}$/);
const LABEL = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/);
const VALUE = fc.oneof(fc.double(), fc.integer());
const sample = fc.record({
  name: NAME,
  labels: fc.uniqueArray(fc.tuple(LABEL, fc.string({ unit: "binary" })), {
    maxLength: 4,
    selector: ([label]) => label,
  }),
  value: VALUE,
});
const escaped = (text: string): string => text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
const written = (value: number): string =>
  Number.isNaN(value) ? "NaN" : value === Infinity ? "+Inf" : value === -Infinity ? "-Inf" : String(value);
const lineOf = ({ name, labels, value }: { name: string; labels: [string, string][]; value: number }): string =>
  `${name}${labels.length === 0 ? "" : `{${labels.map(([label, text]) => `${label}="${escaped(text)}"`).join(",")}}`} ${written(value)}\n`;

describe("readSamples", () => {
  it("reads names, labels, values and skips comments", () => {
    const text = [
      "# HELP vllm:num_requests_running Sequences admitted",
      "# TYPE vllm:num_requests_running gauge",
      'vllm:num_requests_running{engine="0",model_name="a\\"b\\\\c\\nd"} 3.0',
      "",
      "te_queue_size 4 1700000000000",
      'up { a = "1" , } +Inf',
      "nan NaN",
      "small 1e-05",
      "",
    ].join("\n");
    expect(read(text)).toEqual([
      ["vllm:num_requests_running", { engine: "0", model_name: 'a"b\\c\nd' }, 3],
      ["te_queue_size", {}, 4],
      ["up", { a: "1" }, Infinity],
      ["nan", {}, NaN],
      ["small", {}, 1e-5],
    ]);
  });

  it.each([
    ["a name that is none", "9a 1\n"],
    ["no value", "a\n"],
    ["a value that is none", "a one\n"],
    ["hexadecimal", "a 0x10\n"],
    ["an unquoted label", "a{b=1} 1\n"],
    ["labels that do not end", 'a{b="1" 1\n'],
    ["an escape that is none", 'a{b="\\t"} 1\n'],
    ["no comma between labels", 'a{b="1"c="2"} 1\n'],
    ["name and value in one", "a1.5\n"],
    ["words after the value", "a 1 2 3\n"],
    ["an answer cut in its last line", "a 1\nb 2"],
    ["a page", "<html>\n"],
  ])("refuses %s", (_, text) => {
    expect(read(text)).toMatch(/^line /);
  });

  it("keeps wanted names only, and still refuses a wrong line among the others", () => {
    const result = readSamples('a{x="1"} 1\nb 2\n', (name) => name === "b");
    expect(result.ok && result.samples.map(({ name }) => name)).toEqual(["b"]);
    expect(readSamples("a{x=1} 1\nb 2\n", (name) => name === "b")).toEqual({ ok: false, line: 1 });
  });

  it("keeps a bounded number of samples", () => {
    const result = readSamples("a 1\n".repeat(MAX_SAMPLES + 10));
    expect(result.ok && result.samples.length).toBe(MAX_SAMPLES);
  });

  it.each([
    ["digits", `a ${"1".repeat(60_000)}x\n`],
    ["blanks", `a${" ".repeat(60_000)}\n`],
    ["labels", `a{${'x="1",'.repeat(10_000)}y} 1\n`],
    ["escapes", `a{x="${"\\\\".repeat(30_000)}\n`],
    ["any line too long", `a{x="${"y".repeat(100_000)}"} 1\n`],
  ])("refuses hostile %s, a hundred times over, before the test's time is up", (_, line) => {
    for (let turn = 0; turn < 100; turn += 1) expect(read(line)).toBe("line 1");
  });

  it("reads back what is written by the format's rules", () => {
    fc.assert(
      fc.property(fc.array(sample, { maxLength: 8 }), (samples) => {
        const result = readSamples(samples.map(lineOf).join(""));
        if (!result.ok) throw new Error(`line ${result.line}`);
        expect(result.samples.map((one) => [one.name, [...one.labels], one.value])).toEqual(
          samples.map(({ name, labels, value }) => [name, labels, value + 0]),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it("never throws, and says of any text whether it is of the format", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("a", "{", "}", '"', "\\", "=", ",", " ", "1", "\n", "#"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const result = readSamples(pieces.join(""));
        if (result.ok) for (const one of result.samples) expect(one.name).toMatch(/^[a-zA-Z_:][a-zA-Z0-9_:]*$/);
        else expect(result.line).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });
});
