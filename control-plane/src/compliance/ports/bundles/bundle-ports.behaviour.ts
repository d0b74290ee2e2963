import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../../kernel/use-case.js";
import type { KeptBundle } from "../../domain/bundles/kept-bundle.js";
import type { Proposal } from "../../domain/bundles/proposal.js";
import type { BundleRepository } from "./bundle-repository.port.js";
import type { ProposalRepository } from "./proposal-repository.port.js";

/** Empty repositories, a body, and ids in ascending order. */
export interface BundleWorld {
  readonly bundles: BundleRepository;
  readonly proposals: ProposalRepository;
  readonly organisationId: string;
  newId(): string;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const digestOf = (letter: string): string => letter.repeat(64);
const aBundle = (letter: string, day: number, text = "id: a/b"): KeptBundle => ({
  source: { digest: digestOf(letter), files: [{ path: "a/b/rule.yaml", text }] },
  rules: 1,
  keptAt: new Date(Date.UTC(2026, 8, day)),
  keptBy: "author",
});

/** What every store of bundles and of proposals must do. */
export function bundlePortsBehaviour(adapter: string, makeWorld: () => Promise<BundleWorld>): void {
  describe(`policy bundles on ${adapter}`, () => {
    let world: BundleWorld;
    let made: Proposal;
    const [a, b, c] = [aBundle("a", 1), aBundle("b", 2, "Règlement sur l'IA"), aBundle("c", 3)];
    beforeAll(async () => {
      world = await makeWorld();
      await world.run(async (ctx) => {
        for (const bundle of [a, b, c]) await world.bundles.keep(ctx, bundle);
      });
    });
    const proposal = (fields: Partial<Proposal> = {}): Proposal => ({
      ...{ id: world.newId(), organisationId: world.organisationId, digest: digestOf("b"), baseDigest: digestOf("a") },
      ...{
        motive: "A new text",
        state: "proposed",
        proposedBy: "author",
        proposedAt: new Date("2026-09-04T08:00:00Z"),
      },
      complianceSigned: true,
      ...{ decidedBy: null, decidedAt: null, decisionReason: null, version: 1 },
      ...fields,
    });
    const pageOf = (search: string | null, first: number, after: string | null = null) =>
      world.run(async (ctx) =>
        (await world.bundles.page(ctx, { search, first, after })).map(({ source }) => source.digest),
      );

    it("keeps a bundle as it came first, and finds it by digest", async () => {
      await world.run((ctx) => world.bundles.keep(ctx, { ...a, keptBy: "somebody else", rules: 9 }));
      expect(await world.run((ctx) => world.bundles.find(ctx, digestOf("a")))).toEqual(a);
      expect(await world.run((ctx) => world.bundles.find(ctx, digestOf("f")))).toBeNull();
    });

    it("pages them latest first, and finds words of their texts whatever their accents", async () => {
      expect(await pageOf(null, 2)).toEqual(["c", "b", "a"].map(digestOf));
      expect(await pageOf(null, 1, digestOf("c"))).toEqual(["b", "a"].map(digestOf));
      expect(await pageOf("reglement", 5)).toEqual([digestOf("b")]);
      expect(await pageOf("reglement absent", 5)).toEqual([]);
    });

    it("keeps proposals, writes a version only over the one before it, and pages them newest first", async () => {
      const { proposals } = world;
      const [earlier, later] = [world.newId(), world.newId()].sort();
      const [first, second] = [proposal({ id: earlier }), proposal({ id: later })];
      await world.run(async (ctx) => {
        await proposals.insert(ctx, first);
        await proposals.insert(ctx, second);
      });
      expect(await world.run((ctx) => proposals.find(ctx, first.id))).toEqual(first);
      expect(await world.run((ctx) => proposals.find(ctx, "no-such-id"))).toBeNull();
      const decision = { decidedBy: "other", decidedAt: new Date("2026-09-05T08:00:00Z"), decisionReason: "No" };
      const after: Proposal = { ...first, ...decision, state: "rejected", version: 2 };
      const update = () => world.run((ctx) => proposals.update(ctx, after));
      expect([await update(), await update()]).toEqual([true, false]);
      expect(await world.run((ctx) => proposals.find(ctx, first.id))).toEqual(after);
      const page = (states: Proposal["state"][] | null, most: number, past: string | null = null) =>
        world.run(async (ctx) => (await proposals.page(ctx, { states, first: most, after: past })).map(({ id }) => id));
      expect(await page(null, 1)).toEqual([second.id, first.id]);
      expect(await page(null, 5, second.id)).toEqual([first.id]);
      expect(await page(["proposed"], 5)).toEqual([second.id]);
      made = second;
    });

    it("puts bundles in force one after the other, each number once", async () => {
      const { bundles } = world;
      expect(await world.run((ctx) => bundles.active(ctx))).toBeNull();
      const activation = {
        ...{ number: 1, digest: digestOf("b"), previousDigest: digestOf("a"), proposalId: made.id },
        ...{ at: new Date("2026-09-06T08:00:00Z"), proposedBy: "author", approvedBy: "other" },
        ...{ simulationId: null, waiver: "It cannot wait" },
      };
      expect(await world.run((ctx) => bundles.activate(ctx, activation))).toBe(true);
      expect(await world.run((ctx) => bundles.activate(ctx, { ...activation, digest: digestOf("c") }))).toBe(false);
      expect(await world.run((ctx) => bundles.active(ctx))).toEqual(activation);
      expect(await world.run((ctx) => bundles.activations(ctx, 5))).toEqual([activation]);
    });
  });
}
