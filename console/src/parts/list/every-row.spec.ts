import { describe, expect, it } from "vitest";
import { everyRow, MOST_ROWS, TooManyRows } from "./every-row";

const PAGE = 200;

/** A list of `count` numbers, as the control plane pages it. */
const paged = (count: number) => (after: string | null) => {
  const start = after === null ? 0 : Number(after) + 1;
  const nodes = Array.from({ length: Math.min(PAGE, count - start) }, (_, index) => start + index);
  const last = nodes.at(-1) ?? -1;
  return Promise.resolve({
    edges: nodes.map((node) => ({ node })),
    pageInfo: { hasNextPage: last < count - 1, endCursor: String(last) },
  });
};

describe("what is exported", () => {
  it("is every row that is found, not the page on screen", async () => {
    expect(await everyRow(paged(0))).toEqual([]);
    expect(await everyRow(paged(451))).toEqual(Array.from({ length: 451 }, (_, index) => index));
  });

  it("is refused rather than cut when there are too many rows for one file", async () => {
    await expect(everyRow(paged(MOST_ROWS + 1))).rejects.toThrow(TooManyRows);
    expect(await everyRow(paged(MOST_ROWS))).toHaveLength(MOST_ROWS);
  });
});
