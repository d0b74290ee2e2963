import { describe, expect, it } from "vitest";
import { actsOf, momentOf, withTimes, withWords, wordsIn } from "./seed-words.js";

const TODAY = new Date("2027-01-03T15:30:00Z");

describe("words of time", () => {
  it("count from the day of reading, in texts and in keys", () => {
    const said = {
      closesAt: "$day+45",
      at: "$time-3",
      $quarter_low: 1,
      number: "$year+0-1",
      "$quarter+4_high": "$year-1",
    };
    expect(withTimes(said, TODAY)).toEqual({
      closesAt: "2027-02-17",
      at: "2026-12-31T08:00:00.000Z",
      "2027Q1_low": 1,
      number: "2027-1",
      "2028Q1_high": "2026",
    });
  });

  it("leave other texts and values as they are", () => {
    const said = { price: "12 $", list: ["$campaign", 3, null] };
    expect(withTimes(said, TODAY)).toEqual(said);
  });
});

describe("words that name", () => {
  it("become what they stand for, whole or in a sentence", () => {
    const meaning = ({ name, field }: { name: string; field: string | null }) =>
      field === "version" ? 7 : `<${name}>`;
    expect(withWords({ id: "$round", expectedVersion: "$round.version", told: "about $pool:a-b." }, meaning)).toEqual({
      id: "<round>",
      expectedVersion: 7,
      told: "about <pool:a-b>.",
    });
  });

  it("are found with their fields", () => {
    expect(wordsIn(["$person", { at: "$model:a-3.2b and $round.version" }])).toEqual([
      { name: "person", field: null },
      { name: "model:a-3.2b", field: null },
      { name: "round", field: "version" },
    ]);
  });
});

describe("acts of a past", () => {
  it("follow each other, row by row, from the morning of their day", () => {
    const act = (name: string) => ({ by: "a@b.example", do: name, with: {} });
    const days = [{ daysAgo: 2, each: [{ who: "x" }, { who: "y" }], acts: [act("one"), act("two")] }];
    const acts = actsOf({ daysAgo: 9, days }, TODAY);
    expect(acts.map(({ at, act: { do: name }, row }) => [at.toISOString(), name, row["who"]])).toEqual([
      ["2027-01-01T08:00:00.000Z", "one", "x"],
      ["2027-01-01T08:02:00.000Z", "two", "x"],
      ["2027-01-01T08:04:00.000Z", "one", "y"],
      ["2027-01-01T08:06:00.000Z", "two", "y"],
    ]);
    expect(momentOf(TODAY, 0, 0).toISOString()).toBe("2027-01-03T08:00:00.000Z");
  });
});
