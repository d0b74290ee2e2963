import { expect, it } from "vitest";
import { createRecentRecords } from "./recent-records.js";

it("finds the last records, and none before them", () => {
  const recent = createRecentRecords(3);
  const ids = ["a", "b", "c", "d", "e"];
  for (const id of ids) recent.remember(id, Buffer.from(`{"decision":{"id":"${id}"},"usage":null}`));
  expect(ids.map((id) => recent.find(id)?.decision.id ?? null)).toEqual([null, null, "c", "d", "e"]);
});
