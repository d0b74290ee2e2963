import { beforeAll, describe, expect, it } from "vitest";
import { aPlanRecord } from "../../../../test/builders/plan-record.builder.js";
import type { Context } from "../../kernel/use-case.js";
import type { PlanRecord } from "../domain/plan-record.js";
import type { PlanPorts } from "./plan-ports.js";
import { planKey, type PlanOrder, type PlanQuery } from "./plan-record.store.port.js";

export interface PlanWorld {
  readonly ports: PlanPorts;
  /** `dgfip` below `economie`, `culture` beside, all below `etat`. */
  readonly tree: { readonly etat: string; readonly economie: string; readonly dgfip: string; readonly culture: string };
  newId(): string;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const EVERYTHING: PlanQuery = {
  ...{ kinds: [], organisationId: null, states: [], search: "", order: "due", descending: false },
  ...{ first: 50, after: null },
};

/** What every store of the plan's records must do. */
export function planStoreBehaviour(adapter: string, makeWorld: () => Promise<PlanWorld>): void {
  describe(`the plan's records on ${adapter}`, () => {
    let world: PlanWorld;
    let records: readonly PlanRecord[];
    beforeAll(async () => {
      world = await makeWorld();
      const { etat, economie, dgfip, culture } = world.tree;
      const made = (fields: Partial<PlanRecord> & Pick<PlanRecord, "organisationId" | "kind" | "state">) =>
        aPlanRecord({ id: world.newId(), ...fields });
      records = [
        made({ organisationId: etat, kind: "deadline", state: "awaited" }),
        made({
          organisationId: etat,
          kind: "deadline",
          state: "kept",
          title: "Guide",
          dueFrom: null,
          dueOn: "2026-06-16",
        }),
        made({ organisationId: economie, kind: "lever", state: "planned" }),
        made({ organisationId: dgfip, kind: "sourcing", state: "draft", title: "Émission de courriers" }),
        made({
          organisationId: culture,
          kind: "contact",
          state: "current",
          declaredAt: new Date("2026-10-01T08:00:00Z"),
        }),
      ];
      await world.run(async (ctx) => {
        for (const record of records) expect(await world.ports.records.insert(ctx, record)).toBe(true);
      });
    });
    const page = (query: Partial<PlanQuery>) =>
      world.run((ctx) => world.ports.records.page(ctx, { ...EVERYTHING, ...query }));
    const titles = async (query: Partial<PlanQuery>) => (await page(query)).map(({ title }) => title);

    it("come back as they were stored, and by no other id", async () => {
      for (const record of records)
        expect(await world.run((ctx) => world.ports.records.find(ctx, record.id))).toEqual(record);
      expect(await world.run((ctx) => world.ports.records.find(ctx, "none"))).toBeNull();
      expect(await world.run((ctx) => world.ports.records.all(ctx))).toHaveLength(records.length);
    });

    it("take a title once a body and kind, and a version only over the one before it", async () => {
      const [first] = records as [PlanRecord];
      expect(await world.run((ctx) => world.ports.records.insert(ctx, { ...first, id: world.newId() }))).toBe(false);
      const next = { ...first, state: "missed", version: 2 };
      const update = () => world.run((ctx) => world.ports.records.update(ctx, next));
      expect([await update(), await update()]).toEqual([true, false]);
      expect(await world.run((ctx) => world.ports.records.update(ctx, { ...first, version: 3 }))).toBe(true);
    });

    it.each(["due", "declared", "title"] as const)(
      "are listed by %s both ways, page by page",
      async (order: PlanOrder) => {
        for (const descending of [false, true]) {
          const whole = await page({ order, descending });
          const keys = whole.map((row) => planKey(order, row).join(" "));
          expect(keys).toEqual(descending ? keys.toSorted().toReversed() : keys.toSorted());
          const paged: PlanRecord[] = [];
          for (let after: PlanQuery["after"] = null; ;) {
            const rows = (await page({ order, descending, first: 2, after })).slice(0, 2);
            paged.push(...rows);
            const last = rows.at(-1);
            if (last === undefined || rows.length < 2) break;
            after = [...planKey(order, last)] as [string, string];
          }
          expect(paged.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
        }
      },
    );

    it("are found by kind, body and what stands below it, state and words, whatever the accents", async () => {
      expect(await titles({ kinds: ["deadline"] })).toEqual(["Guide", "Feuilles de route ministérielles"]);
      expect(await titles({ organisationId: world.tree.economie, order: "title" })).toEqual([
        "Émission de courriers",
        "Former les équipes",
      ]);
      expect(await titles({ states: ["kept"] })).toEqual(["Guide"]);
      expect(await titles({ search: "EMISSION courriers" })).toEqual(["Émission de courriers"]);
      expect(await titles({ search: "reutilisable catalogue" })).toEqual(["Émission de courriers"]);
      expect(await titles({ search: "immunity" })).toEqual([]);
    });
  });
}
