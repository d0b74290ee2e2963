import { beforeEach, describe, expect, it } from "vitest";
import { anOrganisation } from "../../../../test/builders/tree.js";
import type { Context } from "../../kernel/use-case.js";
import type { Organisation } from "../domain/organisation.js";
import type { OrganisationRepository } from "./organisation-repository.port.js";

const at = new Date("2026-06-01T00:00:00Z");

/**
 * What every organisation repository does.
 * @param fresh an empty repository and a way to work in one transaction of the platform
 */
export function organisationRepositoryBehaviour(
  fresh: () => Promise<{
    repository: OrganisationRepository;
    within: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
  }>,
): void {
  describe("organisation repository", () => {
    let repository: OrganisationRepository;
    let within: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
    const etat = anOrganisation({ slug: "etat", kind: "state" });
    const culture = anOrganisation({ slug: "culture", parentId: etat.id, siren: "110046018" });
    const drac = anOrganisation({ slug: "drac", kind: "direction", parentId: culture.id, siret: "11004601800013" });
    const saveAll = (...organisations: Organisation[]): Promise<void> =>
      within(async (ctx) => {
        for (const organisation of organisations) expect(await repository.save(ctx, organisation)).toBe("saved");
      });

    beforeEach(async () => {
      ({ repository, within } = await fresh());
      await saveAll(etat, culture, drac);
    });

    it("finds what was saved, whole", async () => {
      const found = await within((ctx) => repository.find(ctx, drac.id));
      expect(found).toEqual(drac);
      expect(await within((ctx) => repository.findBySlug(ctx, "culture"))).toEqual(culture);
      expect(await within((ctx) => repository.find(ctx, anOrganisation({}).id))).toBeNull();
    });

    it("knows the way up and the whole line", async () => {
      expect(await within((ctx) => repository.pathOf(ctx, drac.id))).toEqual([drac.id, culture.id, etat.id]);
      expect(await within((ctx) => repository.pathOf(ctx, "unknown"))).toEqual([]);
      const paths = await within((ctx) => repository.pathsOf(ctx, [culture.id, drac.id, "unknown"]));
      expect(new Map(paths)).toEqual(
        new Map([
          [culture.id, [culture.id, etat.id]],
          [drac.id, [drac.id, culture.id, etat.id]],
        ]),
      );
      const line = await within((ctx) => repository.lineOf(ctx, culture.id));
      expect([...line].sort()).toEqual([etat.id, culture.id, drac.id].sort());
    });

    it("moves a subtree with what stands below it", async () => {
      const justice = anOrganisation({ slug: "justice", parentId: etat.id });
      await saveAll(justice, { ...culture, kind: "direction", parentId: justice.id });
      expect(await within((ctx) => repository.pathOf(ctx, drac.id))).toEqual([
        drac.id,
        culture.id,
        justice.id,
        etat.id,
      ]);
    });

    it("refuses a cycle and keeps the tree as it was", async () => {
      const turned = await within((ctx) => repository.save(ctx, { ...culture, parentId: drac.id }));
      expect(turned).toBe("cycle");
      expect(await within((ctx) => repository.pathOf(ctx, drac.id))).toEqual([drac.id, culture.id, etat.id]);
    });

    it("refuses a succession that comes back to itself, and keeps the tree as it was", async () => {
      const justice = anOrganisation({ slug: "justice", parentId: etat.id, successorId: culture.id });
      await saveAll(justice);
      const turned = await within((ctx) => repository.save(ctx, { ...culture, successorId: justice.id }));
      expect(turned).toBe("succession_cycle");
      expect(await within((ctx) => repository.find(ctx, culture.id))).toEqual(culture);
    });

    it("keeps what an organisation was, from day to day, and lists the tree as it was then", async () => {
      const [march, may] = [new Date("2026-03-01T00:00:00Z"), new Date("2026-05-01T00:00:00Z")];
      const renamed = { ...culture, name: "Culture et Patrimoine" };
      expect(await within((ctx) => repository.save(ctx, renamed, march))).toBe("saved");
      expect(await within((ctx) => repository.save(ctx, { ...renamed, successorId: null }, may))).toBe("saved");
      expect(await within((ctx) => repository.save(ctx, { ...drac, parentId: etat.id }, may))).toBe("saved");
      const past = await within((ctx) => repository.pastOf(ctx, [culture.id, drac.id]));
      expect(past.map(({ name, parentId, since, until }) => [name, parentId, since, until])).toEqual([
        ["culture", etat.id, culture.validFrom, march],
        ["drac", culture.id, drac.validFrom, may],
      ]);
      const treeAt = async (time: string) =>
        (await within((ctx) => repository.listAt(ctx, new Date(time)))).map(({ name, parentId }) => [name, parentId]);
      expect(await treeAt("2026-02-01")).toEqual([
        ["etat", null],
        ["culture", etat.id],
        ["drac", culture.id],
      ]);
      expect(await treeAt("2026-04-01")).toEqual([
        ["etat", null],
        ["Culture et Patrimoine", etat.id],
        ["drac", culture.id],
      ]);
      expect((await treeAt("2026-06-01")).slice(1)).toEqual([
        ["Culture et Patrimoine", etat.id],
        ["drac", etat.id],
      ]);
      expect((await within((ctx) => repository.childrenOf(ctx, etat.id))).map(({ id }) => id).sort()).toEqual(
        [culture.id, drac.id].sort(),
      );
    });

    it("finds the establishment, else the topmost organisation of its legal unit", async () => {
      const bySiret = (siret: string): Promise<Organisation | null> =>
        within((ctx) => repository.findBySiret(ctx, siret, at));
      expect((await bySiret("11004601800013"))?.slug).toBe("drac");
      expect((await bySiret("11004601899999"))?.slug).toBe("culture");
      expect(await bySiret("13002526500013")).toBeNull();
    });

    it("lists what exists at a time, parents before children", async () => {
      const closed = { ...drac, validTo: new Date("2026-05-01T00:00:00Z") };
      await saveAll(closed);
      const slugsAt = async (time: Date): Promise<string[]> =>
        (await within((ctx) => repository.listAt(ctx, time))).map((each) => each.slug);
      expect(await slugsAt(at)).toEqual(["etat", "culture"]);
      expect(await slugsAt(new Date("2026-04-30T00:00:00Z"))).toEqual(["etat", "culture", "drac"]);
      expect(await slugsAt(new Date("2019-01-01T00:00:00Z"))).toEqual([]);
    });
  });
}
