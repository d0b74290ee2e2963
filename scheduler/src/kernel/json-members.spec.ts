import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scanMembers } from "./json-members.js";

const parses = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

const object = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 4 }));
const layout = fc.constantFrom(undefined, 1, "\t", 3);

describe("scanMembers", () => {
  it("accepts what JSON.parse accepts and finds the same members", () => {
    fc.assert(
      fc.property(object, layout, (value, space) => {
        const text = Buffer.from(JSON.stringify(value, null, space)).toString("latin1");
        const result = scanMembers(text);
        expect(result.ok).toBe(true);
        if (!result.ok) return;
        const read = result.members.map((member) => [
          Buffer.from(member.key, "latin1").toString(),
          JSON.parse(Buffer.from(text.slice(member.valueStart, member.valueEnd), "latin1").toString()) as unknown,
        ]);
        expect(read).toEqual(Object.entries(JSON.parse(JSON.stringify(value)) as object));
      }),
    );
  });

  it("agrees with JSON.parse on mutated texts", () => {
    const noise = fc.constantFrom(
      '"',
      "\\",
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      "0",
      "-",
      ".",
      "e",
      "\n",
      "\u0001",
      "t",
      "\\u0",
      " ",
      "",
    );
    fc.assert(
      fc.property(object, layout, fc.nat(), fc.nat({ max: 3 }), noise, (value, space, where, cut, insert) => {
        const text = JSON.stringify(value, null, space);
        const at = where % (text.length + 1);
        const mutated = text.slice(0, at) + insert + text.slice(at + cut);
        expect(scanMembers(mutated).ok).toBe(parses(mutated));
      }),
      { numRuns: 3000 },
    );
  });

  it("reads an escaped name as its meaning", () => {
    const result = scanMembers('{"mod\\u0065l":1}');
    expect(result.ok && result.members[0]?.key).toBe("model");
  });

  it.each([
    ['{"a":tru}', 5],
    ['{"a":1,}', 7],
    ['{"a":"b\nc"}', 7],
    ['{"a":1} x', 8],
    ["[1]", 0],
    ['{"a":"\\x"}', 6],
    ['{"a":[1', 7],
  ])("names the place of the fault in %j", (text, position) => {
    const result = scanMembers(text);
    expect(result.ok ? null : result.fault.position).toBe(position);
  });

  it("refuses nesting that would exhaust a stack", () => {
    expect(scanMembers(`{"a":${"[".repeat(100_000)}`).ok).toBe(false);
  });
});
