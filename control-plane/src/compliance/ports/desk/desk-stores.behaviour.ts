import { beforeAll, describe, expect, it } from "vitest";
import {
  aDerogation,
  aDoctrineNote,
  anAssessment,
  anIncident,
  aMarketSearch,
  anOpinion,
  aQuestion,
  aReview,
} from "../../../../../test/builders/desk.builder.js";
import type { Context } from "../../../kernel/use-case.js";
import type { DeskRecord } from "../../domain/desk/desk-record.js";
import type { DeskPorts } from "./desk-ports.js";
import type { DeskQuery, DeskStore } from "./desk-store.port.js";

/** A tree of a State, a ministry with a direction and another ministry; a use case of the direction; ids in order. */
export interface DeskWorld {
  readonly ports: DeskPorts;
  readonly tree: { readonly etat: string; readonly economie: string; readonly dgfip: string; readonly culture: string };
  readonly useCaseId: string;
  readonly newId: () => string;
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const ALL: DeskQuery = {
  search: "",
  states: [],
  organisationId: null,
  useCaseId: null,
  rule: null,
  sort: "newest",
  first: 10,
  after: null,
};

const met = { on: "2026-10-01", by: "cell", proof: "https://proof.example" };

/** One record of each kind with everything filled in. */
function samples({ tree, useCaseId, newId }: DeskWorld): readonly [keyof DeskPorts, DeskRecord][] {
  const own = () => ({ id: newId(), organisationId: tree.dgfip, useCaseId });
  const state = () => ({ id: newId(), organisationId: tree.etat });
  const at = new Date("2026-09-02T10:00:00.500Z");
  const decision = { authority: "minister", reference: "D-1", on: "2026-09-01", recordedBy: "validator" };
  return [
    ["derogations", aDerogation({ ...own(), decisions: [decision], endorsedBy: "validator", state: "endorsed" })],
    ["questions", aQuestion({ ...own(), rules: ["security/dr-accredited"] })],
    ["doctrine", aDoctrineNote(state())],
    ["reviews", aReview({ ...own(), conditions: [{ id: "c", text: "Publier", dueOn: "2026-12-01", met }] })],
    [
      "assessments",
      anAssessment({ ...own(), state: "done", concludedBy: "validator", concludedAt: at, reviewOn: "2027-09-01" }),
    ],
    [
      "incidents",
      anIncident({
        ...own(),
        measures: [{ at, by: "x", text: "Retour arrière" }],
        notices: [{ at, by: "x", to: "provider", name: "Éditeur", reference: "C-1", risk: true }],
        notification: { at, authority: "CNIL", reference: "N-1", interim: true },
      }),
    ],
    [
      "opinions",
      anOpinion({ ...state(), votes: { for: 5, against: 1, abstained: 0 }, adoptedOn: "2026-09-03", state: "adopted" }),
    ],
    [
      "searches",
      aMarketSearch({ ...own(), offer: "Offre", state: "withdrawn", withdrawnBy: "x", withdrawnReason: "y" }),
    ],
  ];
}

/** What every set of stores of the desk must do. */
export function deskStoresBehaviour(adapter: string, makeWorld: () => Promise<DeskWorld>): void {
  describe(`records of the desk on ${adapter}`, () => {
    let world: DeskWorld;
    let kept: readonly [keyof DeskPorts, DeskRecord][];
    const storeOf = (kind: keyof DeskPorts) => world.ports[kind] as unknown as DeskStore<DeskRecord>;
    beforeAll(async () => {
      world = await makeWorld();
      kept = samples(world);
      await world.run(async (ctx) => {
        for (const [kind, record] of kept) expect(await storeOf(kind).insert(ctx, record)).toBe(true);
      });
    });
    const questions = (query: Partial<DeskQuery>) =>
      world.run((ctx) => world.ports.questions.page(ctx, { ...ALL, ...query }));

    it("give every kind back as it was stored", async () => {
      for (const [kind, record] of kept)
        expect([kind, await world.run((ctx) => storeOf(kind).find(ctx, record.id))]).toEqual([kind, record]);
      expect(await world.run((ctx) => world.ports.incidents.find(ctx, "no-such-id"))).toBeNull();
    });

    it("write a version only over the one before it", async () => {
      const [kind, record] = kept[1] ?? [];
      if (kind === undefined || record === undefined) throw new Error("no sample");
      const next = { ...record, version: 2, title: "Autre titre" };
      const update = () => world.run((ctx) => storeOf(kind).update(ctx, next));
      expect([await update(), await update()]).toEqual([true, false]);
      expect(await world.run((ctx) => storeOf(kind).find(ctx, record.id))).toEqual(next);
    });

    it("refuse names that are taken", async () => {
      const twin = anOpinion({ id: world.newId(), organisationId: world.tree.etat });
      expect(await world.run((ctx) => world.ports.opinions.insert(ctx, twin))).toBe(false);
      const same = anAssessment({ id: world.newId(), organisationId: world.tree.dgfip, useCaseId: world.useCaseId });
      expect(await world.run((ctx) => world.ports.assessments.insert(ctx, same))).toBe(false);
    });

    it("find by words whatever the accents, by state, rule, body and use case", async () => {
      const { tree } = world;
      const told = aQuestion({
        id: world.newId(),
        organisationId: tree.culture,
        useCaseId: null,
        title: "Œuvres numérisées",
      });
      await world.run((ctx) => world.ports.questions.insert(ctx, told));
      const ids = async (query: Partial<DeskQuery>) => (await questions(query)).map(({ id }) => id);
      expect(await ids({ search: "oeuvres NUMERISEES" })).toEqual([told.id]);
      expect(await ids({ search: "numérisées absentes" })).toEqual([]);
      expect(await ids({ search: "%" })).toEqual([]);
      expect(await ids({ rule: "security/dr-accredited" })).toEqual([kept[1]?.[1].id]);
      expect(await ids({ organisationId: tree.economie })).toEqual([kept[1]?.[1].id]);
      expect(await ids({ useCaseId: world.useCaseId })).toEqual([kept[1]?.[1].id]);
      expect(await ids({ states: ["answered"] })).toEqual([]);
      const of = await world.run((ctx) => world.ports.questions.ofUseCases(ctx, [world.useCaseId]));
      expect(of.map(({ id }) => id)).toEqual([kept[1]?.[1].id]);
    });

    it("page without a gap or a repetition, by age or by term", async () => {
      const later = ["2027-03-01", "2027-01-01", "2027-02-01"].map((dueOn) =>
        aQuestion({ id: world.newId(), organisationId: world.tree.culture, useCaseId: null, dueOn, topic: "ethics" }),
      );
      await world.run(async (ctx) => {
        for (const each of later) await world.ports.questions.insert(ctx, each);
      });
      for (const sort of ["newest", "due"] as const) {
        const whole = (await questions({ sort })).map(({ id }) => id);
        const walked: string[] = [];
        for (let after: string | null = null; ;) {
          const page: readonly { readonly id: string }[] = await questions({ sort, first: 2, after });
          walked.push(...page.slice(0, 2).map(({ id }) => id));
          if (page.length <= 2) break;
          after = page[1]?.id ?? null;
        }
        expect(walked).toEqual(whole);
      }
      const terms = (await questions({ sort: "due" })).map(({ dueOn }) => dueOn);
      expect(terms).toEqual(terms.toSorted());
    });

    it("show what everybody may read of a derogation, until and after it is revoked", async () => {
      const [, derogation] = kept[0] ?? [];
      const notice = {
        derogationId: derogation?.id ?? "",
        rule: "sovereignty/sren31-secnumcloud",
        body: "DGFiP",
        useCase: "Courriers",
        authorities: ["minister"],
        decisions: [{ authority: "minister", reference: "D-1", on: "2026-09-01" }],
        notice: "À titre transitoire",
        noticeUrl: null,
        startsOn: "2026-09-01",
        endsOn: "2026-12-31",
        publishedAt: new Date("2026-09-02T10:00:00.500Z"),
        revokedAt: null,
      };
      await world.run((ctx) => world.ports.notices.publish(ctx, notice));
      expect(await world.run((ctx) => world.ports.notices.page(ctx, 1, null))).toEqual([notice]);
      expect(await world.run((ctx) => world.ports.notices.page(ctx, 1, notice.derogationId))).toEqual([]);
      const revokedAt = new Date("2026-10-01T00:00:00Z");
      await world.run((ctx) => world.ports.notices.revoke(ctx, notice.derogationId, revokedAt));
      expect(await world.run((ctx) => world.ports.notices.page(ctx, 1, null))).toEqual([{ ...notice, revokedAt }]);
    });
  });
}
