import { beforeAll, describe, expect, it } from "vitest";
import { aModel } from "../../../../test/builders/model.builder.js";
import { aUseCase } from "../../../../test/builders/ai-use-case.builder.js";
import type { Context } from "../../kernel/use-case.js";
import type { AiUseCase } from "../domain/ai-use-case.js";
import type { ApiKey } from "../domain/applications/api-key.js";
import type { Application } from "../domain/applications/application.js";
import { suspend } from "../domain/transitions.js";
import type { RegistryPorts } from "./registry-ports.js";
import type { DueQuery, UseCaseQuery } from "./use-case-catalogue.port.js";

/** The State over `economie` over `dgfip`, and `culture` beside; no use case yet. */
export interface RegistryWorld {
  readonly ports: RegistryPorts;
  readonly tree: { readonly etat: string; readonly economie: string; readonly dgfip: string; readonly culture: string };
  newId(): string;
  /** Work in a committed transaction of the platform. */
  run<T>(work: (ctx: Context) => Promise<T>): Promise<T>;
}

const AT = new Date("2026-09-01T08:00:00.123Z");
const ALL: UseCaseQuery = {
  search: "",
  states: [],
  organisationId: null,
  sort: "name",
  descending: false,
  first: 50,
  after: null,
};

/** What every set of the registry's repositories must do. */
export function registryPortsBehaviour(adapter: string, makeWorld: () => Promise<RegistryWorld>): void {
  describe(`registry on ${adapter}`, () => {
    let world: RegistryWorld;
    let rows: { assistant: AiUseCase; eleves: AiUseCase; oeuvres: AiUseCase };
    beforeAll(async () => {
      world = await makeWorld();
      const { economie, dgfip, culture } = world.tree;
      const planted = (fields: Partial<AiUseCase>) => aUseCase({ id: world.newId(), declaredAt: AT, ...fields });
      rows = {
        assistant: planted({ slug: "assistant", name: "L'Assistant", state: "generalised", organisationId: economie }),
        eleves: planted({ slug: "eleves", name: "Élèves", organisationId: dgfip, evidence: { dpia: "AIPD 12" } }),
        oeuvres: planted({ slug: "oeuvres", name: "Œuvres numérisées", state: "experiment", organisationId: culture }),
      };
      await world.run(async (ctx) => {
        for (const row of Object.values(rows)) await world.ports.useCases.insert(ctx, row);
      });
    });
    const page = (query: Partial<UseCaseQuery>) =>
      world.run((ctx) => world.ports.catalogue.page(ctx, { ...ALL, ...query }));
    const slugs = async (query: Partial<UseCaseQuery>) => (await page(query)).rows.map(({ useCase }) => useCase.slug);

    it("gives a use case back as it was stored, by id and by slug", async () => {
      const { eleves } = rows;
      expect(await world.run((ctx) => world.ports.useCases.find(ctx, eleves.id))).toEqual(eleves);
      expect(await world.run((ctx) => world.ports.useCases.findBySlug(ctx, "eleves"))).toEqual(eleves);
      expect(await world.run((ctx) => world.ports.useCases.find(ctx, "no-such-id"))).toBeNull();
    });

    it("writes a version only over the one before it", async () => {
      const suspended = suspend(rows.oeuvres);
      if (!suspended.ok) throw new Error("an experiment can be suspended");
      const update = () => world.run((ctx) => world.ports.useCases.update(ctx, suspended.value));
      expect(await update()).toBe(true);
      expect(await update()).toBe(false);
      const stored = await world.run((ctx) => world.ports.useCases.find(ctx, rows.oeuvres.id));
      expect(stored).toEqual(suspended.value);
    });

    it("keeps history in order, for several use cases at once", async () => {
      const event = (useCase: AiUseCase, minutes: number, reason: string | null) => ({
        id: world.newId(),
        useCaseId: useCase.id,
        organisationId: useCase.organisationId,
        at: new Date(AT.getTime() + minutes * 60_000),
        from: "idea" as const,
        to: "qualified" as const,
        by: "somebody",
        reason,
      });
      const events = [event(rows.eleves, 1, "first"), event(rows.assistant, 2, null), event(rows.eleves, 3, "then")];
      const read = await world.run(async (ctx) => {
        for (const each of events) await world.ports.useCases.appendEvent(ctx, each);
        return world.ports.useCases.events(ctx, [rows.eleves.id, rows.assistant.id]);
      });
      expect(read).toEqual(events);
    });

    it("knows which slugs are taken", async () => {
      const taken = await world.run((ctx) => world.ports.useCases.takenSlugs(ctx, "eleves"));
      expect(taken).toEqual(["eleves"]);
      expect(await world.run((ctx) => world.ports.applications.takenSlugs(ctx, "eleves"))).toEqual([]);
    });

    it.each([
      ["eleves", ["eleves"]],
      ["ÉLÈVES", ["eleves"]],
      ["oeuvre", ["oeuvres"]],
      ["ŒUVRES numérisees", ["oeuvres"]],
      ["% oeuvre", ["oeuvres"]],
      ["relectures œuvr", ["oeuvres"]],
      ["courrier élève", ["eleves"]],
      ["%", []],
      ["courriel", []],
      ["", ["assistant", "eleves", "oeuvres"]],
    ])("finds %j by words, whatever the case, accents, ligatures and number", async (search, found) => {
      expect((await slugs({ search })).sort()).toEqual(found);
    });

    it("filters by state and by subtree", async () => {
      expect(await slugs({ states: ["generalised"] })).toEqual(["assistant"]);
      expect(await slugs({ organisationId: world.tree.economie })).toEqual(["eleves", "assistant"]);
      expect(await slugs({ organisationId: world.tree.dgfip })).toEqual(["eleves"]);
    });

    it.each([
      ["name", ["eleves", "assistant", "oeuvres"]],
      ["state", ["eleves", "assistant", "oeuvres"]],
      ["organisation", ["oeuvres", "eleves", "assistant"]],
    ] as const)("sorts by %s either way, and pages through the same order", async (sort, order) => {
      expect(await slugs({ sort })).toEqual(order);
      expect(await slugs({ sort, descending: true })).toEqual([...order].reverse());
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more;) {
        const next: Awaited<ReturnType<typeof page>> = await page({ sort, first: 1, after });
        seen.push(...next.rows.map(({ useCase }) => useCase.slug));
        expect(next.totalCount).toBe(3);
        after = next.rows.at(-1)?.cursor ?? null;
        more = next.hasNextPage;
      }
      expect(seen).toEqual(order);
    });

    it("counts use cases here and below", async () => {
      const { etat, economie, dgfip, culture } = world.tree;
      const counts = await world.run((ctx) =>
        world.ports.catalogue.countByOrganisation(ctx, [etat, economie, dgfip, culture]),
      );
      expect([etat, economie, dgfip, culture].map((id) => counts.get(id))).toEqual([3, 2, 1, 1]);
    });

    it("keeps applications and keys; a key's first revocation stands", async () => {
      const application: Application = {
        id: world.newId(),
        slug: "courriel",
        name: "Courriel",
        environment: "production",
        useCaseId: rows.assistant.id,
        organisationId: rows.assistant.organisationId,
        models: ["mistral"],
        createdAt: AT,
      };
      const key: ApiKey = {
        id: world.newId(),
        applicationId: application.id,
        organisationId: application.organisationId,
        prefix: "socle_abcdef",
        hash: "h".repeat(43),
        createdAt: AT,
        createdBy: "somebody",
        expiresAt: new Date(AT.getTime() + 86_400_000),
        revokedAt: null,
      };
      const { applications } = world.ports;
      await world.run(async (ctx) => {
        await applications.insert(ctx, application);
        await applications.insertKey(ctx, key);
        await applications.update(ctx, { ...application, name: "Courriels", models: null });
      });
      const renamed = { ...application, name: "Courriels", models: null };
      expect(await world.run((ctx) => applications.findBySlug(ctx, "courriel"))).toEqual(renamed);
      expect(await world.run((ctx) => applications.ofUseCases(ctx, [rows.assistant.id]))).toEqual([renamed]);
      expect(await world.run((ctx) => applications.findKeyByHash(ctx, key.hash))).toEqual(key);
      await world.run((ctx) => applications.revokeKey(ctx, key.id, AT));
      await world.run((ctx) => applications.revokeKey(ctx, key.id, new Date(AT.getTime() + 1)));
      expect(await world.run((ctx) => applications.keysOf(ctx, [application.id]))).toEqual([{ ...key, revokedAt: AT }]);
    });

    it("keeps models by name, and moves aliases", async () => {
      const { models } = world.ports;
      const model = (name: string) => aModel({ id: world.newId(), name });
      const [large, small] = [model("mistral-large"), model("mistral-Small")];
      const kept = await world.run(async (ctx) => {
        for (const each of [large, small]) expect(await models.insert(ctx, each)).toBe(true);
        expect(await models.insert(ctx, model("mistral-large"))).toBe(false);
        expect(await models.update(ctx, { ...large, licence: "research", version: 2 })).toBe(true);
        expect(await models.update(ctx, { ...large, licence: "stale", version: 2 })).toBe(false);
        await models.saveAlias(ctx, { name: "assistant", modelId: large.id });
        await models.saveAlias(ctx, { name: "assistant", modelId: small.id });
        return { all: await models.all(ctx), aliases: await models.aliases(ctx) };
      });
      expect(kept.all).toEqual([small, { ...large, licence: "research", version: 2 }]);
      expect(kept.aliases).toEqual([{ name: "assistant", modelId: small.id }]);
    });

    it("lists what is to be evaluated again, soonest first, running ones only", async () => {
      const due = (slug: string, fields: Partial<AiUseCase>) =>
        aUseCase({ id: world.newId(), slug, state: "deployed", organisationId: world.tree.dgfip, ...fields });
      const planted = {
        late: due("due-late", { dossier: { evaluationDueOn: "2026-02-01" } }),
        soon: due("due-soon", { dossier: { evaluationDueOn: "2026-12-15" } }),
        elsewhere: due("due-elsewhere", {
          dossier: { evaluationDueOn: "2026-03-01" },
          organisationId: world.tree.culture,
        }),
        ended: due("due-ended", { dossier: { evaluationDueOn: "2026-02-01" }, state: "retired" }),
        unsaid: due("due-unsaid", {}),
      };
      await world.run(async (ctx) => {
        for (const row of Object.values(planted)) await world.ports.useCases.insert(ctx, row);
      });
      const list = async (query: Partial<DueQuery>) => {
        const asked = { by: null, organisationId: null, first: 5, after: null, ...query };
        return (await world.run((ctx) => world.ports.catalogue.dueForEvaluation(ctx, asked))).map(({ slug }) => slug);
      };
      expect(await list({})).toEqual(["due-late", "due-elsewhere", "due-soon"]);
      expect(await list({ by: "2026-11-30" })).toEqual(["due-late", "due-elsewhere"]);
      expect(await list({ organisationId: world.tree.economie })).toEqual(["due-late", "due-soon"]);
      expect(await list({ organisationId: "no-such-id" })).toEqual([]);
      expect(await list({ first: 1 })).toEqual(["due-late", "due-elsewhere"]);
      const { late } = planted;
      expect(await list({ after: { dueOn: "2026-02-01", id: late.id } })).toEqual(["due-elsewhere", "due-soon"]);
    });

    it("finds who depends on a model, and keeps the notices they are sent", async () => {
      const { models, useCases, applications } = world.ports;
      const { dgfip: organisationId } = world.tree;
      const [caller, sayer, ended] = ["caller", "sayer", "ended"].map((slug) =>
        aUseCase({
          ...{ id: world.newId(), slug: `model-${slug}`, organisationId },
          state: slug === "ended" ? "retired" : "deployed",
          dossier: slug === "caller" ? {} : { models: ["leaving"] },
        }),
      );
      if (!caller || !sayer || !ended) throw new Error("three use cases are planted");
      const model = aModel({ id: world.newId(), name: "leaving" });
      const application = {
        id: world.newId(),
        slug: "model-caller",
        name: "Caller",
        environment: "test",
        organisationId,
      };
      const read = await world.run(async (ctx) => {
        for (const useCase of [caller, sayer, ended]) await useCases.insert(ctx, useCase);
        await applications.insert(ctx, {
          ...application,
          useCaseId: caller.id,
          models: ["other", "leaving"],
          createdAt: AT,
        });
        await models.insert(ctx, model);
        const dependents = await models.dependents(ctx, ["leaving"]);
        const notices = dependents.map((dependent) => ({
          ...{ ...dependent, id: world.newId(), modelId: model.id, sentAt: AT, replacementId: null },
          endsAt: new Date(AT.getTime() + 1000),
        }));
        await models.addNotices(ctx, notices);
        await models.saveAlias(ctx, { name: "other", modelId: model.id });
        const byModel = await models.dependentsOf(ctx, [model.id, world.newId()]);
        expect([...byModel]).toEqual([[model.id, dependents.map(({ useCaseId }) => useCaseId)]]);
        return { dependents, notices, kept: await models.noticesOf(ctx, [caller.id, sayer.id, ended.id]) };
      });
      expect(read.dependents.map(({ useCaseId }) => useCaseId).sort()).toEqual([caller.id, sayer.id].sort());
      expect(new Set(read.kept)).toEqual(new Set(read.notices));
    });
  });
}
