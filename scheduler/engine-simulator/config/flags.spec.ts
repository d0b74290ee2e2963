import { expect, it } from "vitest";
import { parseFlags } from "./flags.js";

it("reads the engine's settings and faults", () => {
  expect(parseFlags(["--model", "m", "--prefill-us-per-token", "50", "--faults", '{"share":0.5}'])).toMatchObject({
    model: "m",
    engine: { prefillMsPerToken: 0.05, alphaMs: 13.578 },
    faults: { share: 0.5, refuse: "none" },
  });
});

it.each([
  [[], ["--model is missing"]],
  [
    ["--model", "m", "--alpha-ms", "x", "--faults", "{"],
    ["--alpha-ms must be a number of at least 0", "--faults is not JSON"],
  ],
  [["--model", "m", "--max-num-seqs", "9000"], ["more sequences than tokens in a step: some would never decode"]],
  [["--model", "m", "--time-scale", "0"], ["--time-scale must be above 0"]],
])("%j tells all that is wrong", (args, problems) => {
  expect(parseFlags(args)).toEqual(problems);
});
