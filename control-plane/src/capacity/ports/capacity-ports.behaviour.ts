import { beforeAll, describe, expect, it } from "vitest";
import { aCampaign, aLine, aNeed } from "../../../../test/builders/capacity.builder.js";
import type { Context } from "../../kernel/use-case.js";
import type { Campaign } from "../domain/campaign/campaign.js";
import type { CapacityDeclaration } from "../domain/declaration/capacity-declaration.js";
import { contentOf } from "../domain/need/read-need.js";
import type { CampaignQuery } from "./campaign-repository.port.js";
import type { CapacityPorts } from "./capacity-ports.js";

/** The State over `economie`; no campaign yet. */
export interface CapacityWorld {
  readonly ports: CapacityPorts;
  readonly tree: { readonly etat: string; readonly economie: string };
  newId(): string;
  /** Work in a committed transaction of the platform. */
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const AT = new Date("2026-09-01T08:00:00.123Z");
const ALL: CampaignQuery = { search: "", states: [], kind: null, first: 10, after: null };

/** What every set of the room's repositories must do. */
export function capacityPortsBehaviour(adapter: string, makeWorld: () => Promise<CapacityWorld>): void {
  describe(`capacity on ${adapter}`, () => {
    let world: CapacityWorld;
    let campaign: Campaign;
    beforeAll(async () => {
      world = await makeWorld();
      campaign = aCampaign({ id: world.newId() });
      expect(await world.run((ctx) => world.ports.campaigns.insert(ctx, campaign, "key"))).toBe(true);
    });
    const ports = () => world.ports;
    const declaration = (fields: Partial<CapacityDeclaration> = {}): CapacityDeclaration => ({
      id: world.newId(),
      campaignId: campaign.id,
      organisationId: world.tree.economie,
      state: "draft",
      declaredBy: "declarant",
      createdAt: AT,
      updatedAt: AT,
      version: 1,
      lineCount: 0,
      gpuCount: 0,
      completeness: 0,
      overCommitment: null,
      supersedes: null,
      ...fields,
    });
    const need = (fields: Parameters<typeof aNeed>[0] = {}) =>
      aNeed({ id: world.newId(), campaignId: campaign.id, organisationId: world.tree.economie, ...fields });

    it("gives campaigns back as they were stored, by id, by key and in pages, the latest end first", async () => {
      const later = aCampaign({ id: world.newId(), name: "Élargie", closesAt: new Date("2027-01-01T00:00:00Z") });
      await world.run((ctx) => ports().campaigns.insert(ctx, later, null));
      await world.run(async (ctx) => {
        expect(await ports().campaigns.find(ctx, campaign.id)).toEqual(campaign);
        expect(await ports().campaigns.findCreated(ctx, campaign.createdBy, "key")).toEqual(campaign);
        expect(await ports().campaigns.findCreated(ctx, "somebody else", "key")).toBeNull();
        const first = await ports().campaigns.page(ctx, { ...ALL, first: 1 });
        expect(first.rows.map(({ row }) => row.id)).toEqual([later.id]);
        const next = await ports().campaigns.page(ctx, { ...ALL, first: 1, after: first.rows[0]?.cursor ?? null });
        expect([next.rows[0]?.row.id, next.hasNextPage]).toEqual([campaign.id, false]);
        const found = await ports().campaigns.page(ctx, { ...ALL, search: "elargie", states: ["open"] });
        expect(found.rows.map(({ row }) => row.id)).toEqual([later.id]);
        expect((await ports().campaigns.overdue(ctx, campaign.closesAt)).map(({ id }) => id)).toEqual([campaign.id]);
      });
    });

    it("writes a version only over the one before it, and one key once", async () => {
      const closed: Campaign = { ...campaign, state: "closed", version: 2 };
      const write = (row: Campaign) => world.run((ctx) => ports().campaigns.update(ctx, row));
      expect([await write(closed), await write(closed)]).toEqual([true, false]);
      const twin = aCampaign({ id: world.newId() });
      expect(await world.run((ctx) => ports().campaigns.insert(ctx, twin, "key"))).toBe(false);
    });

    it("keeps the lines of every version, and one declaration in progress", async () => {
      const first = declaration({ lineCount: 2 });
      const second = { ...first, version: 2 };
      const [a, b, changed] = [
        aLine({ reference: "A" }),
        aLine({ reference: "B" }),
        aLine({ reference: "A", gpuCount: 2 }),
      ];
      await world.run(async (ctx) => {
        expect(await ports().declarations.insert(ctx, first, null)).toBe(true);
        await ports().declarations.changeLines(ctx, first, { closed: [], opened: [b, a] });
      });
      await world.run(async (ctx) => {
        expect(await ports().declarations.insert(ctx, declaration(), null)).toBe(false);
        expect(await ports().declarations.update(ctx, second)).toBe(true);
        await ports().declarations.changeLines(ctx, second, { closed: ["A", "B"], opened: [changed] });
      });
      await world.run(async (ctx) => {
        expect(await ports().declarations.linesAt(ctx, first.id, 1)).toEqual([a, b]);
        expect(await ports().declarations.linesAt(ctx, first.id, 2)).toEqual([changed]);
        const of = [campaign.id, world.tree.economie] as const;
        expect(await ports().declarations.findInProgress(ctx, ...of)).toEqual(second);
        expect(await ports().declarations.findAccepted(ctx, ...of)).toBeNull();
        await ports().declarations.update(ctx, { ...second, state: "accepted", version: 3 });
        expect(await ports().declarations.findInProgress(ctx, ...of)).toBeNull();
        expect(await ports().declarations.findAccepted(ctx, ...of)).toMatchObject({ id: first.id, version: 3 });
        expect(await ports().declarations.insert(ctx, declaration({ supersedes: first.id }), null)).toBe(true);
      });
    });

    it("keeps what a need said in every version, and one need of a reference", async () => {
      const first = need({ reference: "V-1" });
      const second = { ...first, title: "Autre titre", version: 2 };
      const moved = { ...second, state: "submitted" as const, version: 3 };
      await world.run(async (ctx) => {
        expect(await ports().needs.insert(ctx, first, "need-key")).toBe(true);
        expect(await ports().needs.insert(ctx, need({ reference: "V-1" }), null)).toBe(false);
        for (const next of [second, moved]) expect(await ports().needs.update(ctx, next)).toBe(true);
        expect(await ports().needs.update(ctx, moved)).toBe(false);
      });
      await world.run(async (ctx) => {
        expect(await ports().needs.find(ctx, first.id)).toEqual(moved);
        expect(await ports().needs.findCreated(ctx, first.declaredBy, "need-key")).toEqual(moved);
        for (const [version, said] of [first, second, second].entries())
          expect(await ports().needs.contentAt(ctx, first.id, version + 1)).toEqual(contentOf(said));
      });
    });

    it("writes many needs at once, each as its next version or not at all", async () => {
      const [old, fresh, stale] = [need({ reference: "W-1" }), need({ reference: "W-2" }), need({ reference: "W-3" })];
      await world.run(async (ctx) => {
        for (const each of [old, stale]) await ports().needs.insert(ctx, each, null);
        const next = { ...old, title: "Suivant", version: 2 };
        expect(await ports().needs.putAll(ctx, [next, fresh])).toBe(2);
        expect(await ports().needs.putAll(ctx, [{ ...stale, version: 5 }])).toBe(0);
        const found = await ports().needs.findByReference(ctx, campaign.id, world.tree.economie, ["W-1", "W-2", "W-3"]);
        expect(found.map(({ reference, title }) => `${reference} ${title}`)).toEqual([
          "W-1 Suivant",
          `W-2 ${fresh.title}`,
          `W-3 ${stale.title}`,
        ]);
        expect(await ports().needs.contentAt(ctx, fresh.id, 1)).toEqual(contentOf(fresh));
      });
    });

    it("keeps events and comments of each submission, the oldest first", async () => {
      const of = need({ reference: "J-1" });
      const told = { target: "need", submissionId: of.id, organisationId: of.organisationId, version: 1 } as const;
      const [early, late] = [AT, new Date(AT.getTime() + 1)];
      const event = (at: Date, from: null | "draft") => ({
        ...{ ...told, id: world.newId(), at, from, to: "draft" as const, by: "declarant", reason: null },
      });
      const events = [event(early, null), event(late, "draft")];
      const comment = {
        ...told,
        id: world.newId(),
        at: late,
        by: "validator",
        line: null,
        field: "users",
        body: "À dire.",
      };
      await world.run(async (ctx) => {
        await ports().needs.insert(ctx, of, null);
        await ports().journal.appendEvents(ctx, events);
        await ports().journal.appendComment(ctx, comment);
        expect(await ports().journal.events(ctx, "need", [of.id])).toEqual(events);
        expect(await ports().journal.comments(ctx, "need", [of.id])).toEqual([comment]);
        expect(await ports().journal.events(ctx, "declaration", [of.id])).toEqual([]);
      });
    });

    it("knows the path of an organisation, and use cases that nobody has", async () => {
      await world.run(async (ctx) => {
        expect(await ports().organisations.pathOf(ctx, world.tree.economie)).toEqual([
          world.tree.economie,
          world.tree.etat,
        ]);
        expect(await ports().organisations.pathOf(ctx, "no-such-id")).toEqual([]);
        expect(await ports().organisations.rootId(ctx)).toBe(world.tree.etat);
        expect(await ports().useCases.unknown(ctx, world.tree.economie, ["nobody-s"])).toEqual(["nobody-s"]);
      });
    });
  });
}
