import { describe, expect, it } from "vitest";
import { aLine } from "../../../../../../test/builders/capacity-line.builder.js";
import { aNeed } from "../../../../../../test/builders/capacity-need.builder.js";
import type { CapacityNeed } from "../../need/capacity-need.js";
import { ProfileCatalogue } from "../../profiles/profile-catalogue.js";
import { decideKind } from "./decide-kind.js";
import { GpuChoice } from "./gpu-choice.js";

type Kinds = Readonly<Record<string, number>>;
const catalogue = new ProfileCatalogue();
/** How a need of ministry `a` is decided, with these GPUs in its rights, on its lines, and on those of ministry `b`. */
function decided(held: Kinds, own: Kinds, others: Kinds, need: Partial<CapacityNeed> = {}) {
  const content = aNeed({ model: "mistral-small-3.2-24b", ...need });
  const lines = (ministryId: string, kinds: Kinds) =>
    Object.entries(kinds).map(([gpuType, gpuCount]) => ({ ministryId, line: aLine({ gpuType, gpuCount }) }));
  const choice = new GpuChoice({
    lines: [...lines("a", own), ...lines("b", others)],
    allocations: Object.entries(held).map(([gpuType, nominal]) => ({
      ...{ ministryId: "a", gpuType, nominal, labels: ["internal" as const] },
    })),
  });
  const quarters = new Set(content.quantities.map(({ quarter }) => quarter));
  const decision = decideKind({ content, model: content.model, ministryId: "a" }, choice, catalogue, quarters);
  return decision.kind === "undecided"
    ? decision.why
    : [decision.gpuType, decision.reach, decision.enough, decision.fullest];
}
const H100 = "H100-80GB";
const A100 = "A100-80GB";
const L40S = "L40S-48GB";

describe("the kind of GPU that a need is counted on", () => {
  // The builder's need takes 2 H100, or more of the others.
  it.each([
    ["the nearest reach with enough", { [A100]: 60 }, { [H100]: 60 }, {}, [A100, "held", true]],
    ["the next, when rights are not enough", { [A100]: 1 }, { [H100]: 60 }, {}, [H100, "own", true]],
    [
      "the State's, when the ministry has not enough",
      { [L40S]: 1 },
      { [A100]: 1 },
      { [H100]: 60 },
      [H100, "state", true],
    ],
    ["the fewest GPUs within a reach", {}, { [L40S]: 900, [H100]: 60 }, {}, [H100, "own", true]],
    ["the fewest of all in reach, when nothing is enough", { [L40S]: 1 }, {}, { [H100]: 1 }, [H100, "state", false]],
  ] as const)("is %s", (_, held, own, others, expected) => {
    expect(decided(held, own, others)).toEqual([...expected, expect.any(Number)]);
  });

  it("is the catalogue's when nothing is in reach, and adds lines of one kind up", () => {
    expect(decided({}, {}, {})).toMatchObject([expect.any(String), "catalogue", false, expect.any(Number)]);
    expect(decided({}, { [H100]: 1 }, { [H100]: 1 })).toEqual([H100, "state", true, 2]);
  });

  it("is undecided for a model that nobody knows, and for training where there is no GPU at all", () => {
    expect(decided({ [H100]: 8 }, {}, {}, { model: "inconnu" })).toBe("model_unknown");
    expect(decided({}, {}, {}, { profile: "training" })).toBe("no_gpu_kind");
    const hours = [{ quarter: "2026Q4", low: 100, likely: 9_000, high: 9_000 }] as const;
    expect(decided({ [A100]: 2 }, { [H100]: 9 }, {}, { profile: "training", quantities: [...hours] })).toMatchObject([
      H100,
      "own",
      true,
      5,
    ]);
  });
});
