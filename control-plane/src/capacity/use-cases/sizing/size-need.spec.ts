import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { syntheticState } from "../../../../../test/builders/synthetic-state.js";
import { aCampaign } from "../../../../../test/builders/capacity.builder.js";
import { aLine } from "../../../../../test/builders/capacity-line.builder.js";
import { aNeed } from "../../../../../test/builders/capacity-need.builder.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../kernel/actor.js";
import type { CapacityNeed } from "../../domain/need/capacity-need.js";
import { consolidate } from "../../domain/consolidation/consolidate.js";
import type { ConsolidationInput } from "../../domain/consolidation/consolidation-input.js";
import { sizeDeclaredNeed, type NeedSizing } from "./size-need.js";

const { transactions } = memoryRunner();

/** What the need's own page says of each quarter, in a campaign that consolidates this. */
const pagesOf = async (input: ConsolidationInput, needAt: number): Promise<readonly NeedSizing[]> => {
  const need = input.needs[needAt];
  if (need === undefined) throw new Error("no such need");
  const { id, organisationId, ministryId, content } = need;
  const declared: CapacityNeed = { ...aNeed({ id, organisationId }), ...content };
  const campaign = aCampaign({ ...input.campaign });
  const sized = sizeDeclaredNeed({
    profiles: { all: () => Promise.resolve(input.profiles), insert: () => Promise.reject(new Error("read only")) },
    models: { aliases: () => Promise.resolve(new Map()) },
    sources: {
      read: () => Promise.resolve(input),
      supplyFor: () => Promise.resolve({ ministryId, lines: input.lines, allocations: input.allocations }),
    },
  });
  const ctx = transactions.contextOf(systemActor("test"));
  return Promise.all(content.quantities.map((quantity) => sized(ctx, campaign, declared, quantity)));
};
const shown = ({ quarter, gpuType, sized }: NeedSizing) =>
  sized.kind === "served" || sized.kind === "trained" ? { quarter, gpuType, ...sized.gpus } : sized.why;

describe("the page of a need and the consolidation of its campaign", () => {
  it("agree to the GPU, on the kind, and on what has no size, for any need of any State", async () => {
    const size = fc.record({
      ministries: fc.integer({ min: 1, max: 4 }),
      needsEach: fc.integer({ min: 1, max: 40 }),
      quarters: fc.integer({ min: 1, max: 4 }),
      seed: fc.integer(),
    });
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), async (wanted, any) => {
        const input = syntheticState(wanted);
        const needAt = any % input.needs.length;
        const need = input.needs[needAt];
        const { needs, report } = consolidate(input);
        const counted = needs
          .filter(({ needId }) => needId === need?.id)
          .map(({ quarter, gpuType, low, likely, high }) => ({ quarter, gpuType, low, likely, high }));
        const why = report.unsized.filter(({ needId }) => needId === need?.id).map((each) => each.why);
        const pages = (await pagesOf(input, needAt)).map(shown);
        const byQuarter = (left: object, right: object) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
        if (why.length > 0) expect(new Set(pages)).toEqual(new Set(why));
        else expect([...pages]).toEqual([...counted].sort(byQuarter));
      }),
      { numRuns: 80 },
    );
  });

  it("count 4,800,000 letters a day on the few H100 that the State declares, not on the hundreds of L40S they would take", async () => {
    const letters = {
      reference: "A-B-01",
      model: "mistral-small-3.2-24b",
      inputTokens: 1500,
      outputTokens: 300,
    } as const;
    const content = aNeed({
      ...letters,
      quantities: [{ quarter: "2026Q4", low: 2_880_000, likely: 4_800_000, high: 7_680_000 }],
    });
    const line = (ministryId: string, gpuType: string, gpuCount: number) => ({
      ...{ id: `${ministryId}-${gpuType}`, ministryId },
      line: aLine({ gpuType, gpuCount, labels: ["internal"] }),
    });
    const input: ConsolidationInput = {
      campaign: { id: "c", name: "Automne", quarters: ["2026Q4"] },
      needs: [{ id: "n", ministryId: "a", organisationId: "a", content, model: content.model }],
      lines: [line("a", "L40S-48GB", 24), line("b", "H100-80GB", 64)],
      allocations: [
        {
          id: "r",
          ministryId: "a",
          pool: "l40s",
          gpuType: "L40S-48GB",
          labels: ["internal"],
          nominal: 16,
          usedP95: null,
        },
      ],
      ...{ ministries: [], pools: [], profiles: [] },
    };
    const [counted] = consolidate(input).needs;
    const [page] = await pagesOf(input, 0);
    expect(counted?.gpuType).toBe("H100-80GB");
    expect(page?.sized).toMatchObject({ gpus: { likely: counted?.likely } });
    expect(page?.steps[0]).toMatchObject({ code: "kind_state", value: counted?.likely });
    const onL40s = page?.byGpuType.find(({ gpuType }) => gpuType === "L40S-48GB")?.sized;
    expect(onL40s?.kind === "served" && onL40s.gpus.likely).toBeGreaterThan(64);
  });
});
