import { describe, expect, it } from "vitest";
import { readCases } from "../../../../../test/builders/conformance-cases.js";
import { requestCost } from "./request-cost.js";

type Numbers = Readonly<Record<string, number>>;

describe("Slurm: billing and fair share", () => {
  interface SlurmCase {
    readonly name: string;
    readonly fn: "classic" | "billing";
    readonly mode?: "SUM" | "MAX_TRES" | "MAX_TRES_GRES";
    readonly weights?: Numbers;
    readonly allocated?: Numbers;
    readonly expectBilling?: number;
  }
  const { cases } = readCases<{ cases: SlurmCase[] }>("slurm-fairshare-and-billing");

  /** Cases that Socle does not follow. */
  const NOT_FOLLOWED: Readonly<Record<string, string>> = {
    classic:
      "past use enters as P = max(0, W + k(W − U)) on the weights of the surplus (KAI); no factor 2^(−U/S) ranks people",
    MAX_TRES: "one currency: every part of a request costs GPU-seconds, and parts add up",
    MAX_TRES_GRES: "one currency: every part of a request costs GPU-seconds, and parts add up",
  };
  const reasonOf = ({ fn, mode }: SlurmCase) => NOT_FOLLOWED[mode ?? fn];

  it("names what is not followed", () => {
    expect(cases.filter((each) => reasonOf(each) !== undefined)).toHaveLength(4);
  });

  it.each(cases.filter((each) => reasonOf(each) === undefined))("$name", ({ weights, allocated, expectBilling }) => {
    const profile = {
      alphaSeconds: 0,
      referenceBatch: 1,
      maxSequences: 1,
      prefillSecondsPerToken: weights?.["memGiB"] ?? NaN,
      betaSeconds: weights?.["cpu"] ?? NaN,
    };
    const tokens = { input: allocated?.["memGiB"] ?? NaN, output: allocated?.["cpu"] ?? NaN };
    const other = (allocated?.["licA"] ?? NaN) * (weights?.["licA"] ?? NaN);
    expect(Math.trunc(requestCost(profile, tokens, 1) + other)).toBe(expectBilling);
  });
});
