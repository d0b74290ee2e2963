import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BLOCK_BYTES, promptBlocks, saltOf } from "./prompt-blocks.js";

const whole = (body: Buffer) => ({ start: 0, end: body.length });
const bytes = (count: number) => fc.uint8Array({ minLength: count * BLOCK_BYTES, maxLength: count * BLOCK_BYTES });

describe("promptBlocks", () => {
  it("shares exactly the blocks before the first difference", () => {
    fc.assert(
      fc.property(bytes(3), fc.nat({ max: 3 * BLOCK_BYTES - 1 }), (content, at) => {
        const [one, other] = [Buffer.from(content), Buffer.from(content)];
        other[at] = (other[at] ?? 0) ^ 1;
        const [left, right] = [promptBlocks(one, whole(one), 7), promptBlocks(other, whole(other), 7)];
        const shared = left.findIndex((hash, index) => hash !== right[index]);
        expect(shared).toBe(Math.floor(at / BLOCK_BYTES));
        expect(left.slice(shared).every((hash, index) => hash !== right[shared + index])).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("depends on the bytes of the prompt only, not on where it lies", () => {
    const prompt = Buffer.alloc(2 * BLOCK_BYTES, "abc");
    const body = Buffer.concat([Buffer.from("{...}"), prompt, Buffer.from("tail")]);
    expect(promptBlocks(body, { start: 5, end: 5 + prompt.length }, 7)).toEqual(promptBlocks(prompt, whole(prompt), 7));
  });

  it("gives two organisations nothing in common", () => {
    const prompt = Buffer.alloc(4 * BLOCK_BYTES, "abc");
    const of = (organisation: string) => promptBlocks(prompt, whole(prompt), saltOf(12_345, organisation));
    expect(of("finance").filter((hash) => of("health").includes(hash))).toEqual([]);
    expect(of("finance")).toEqual(of("finance"));
  });

  it("is bounded, and empty for what fills no block", () => {
    const long = Buffer.alloc(1_000 * BLOCK_BYTES);
    expect(promptBlocks(long, whole(long), 7)).toHaveLength(256);
    const short = Buffer.alloc(BLOCK_BYTES - 1);
    expect(promptBlocks(short, whole(short), 7)).toEqual([]);
  });
});
