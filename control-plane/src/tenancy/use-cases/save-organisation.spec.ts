import { beforeEach, describe, expect, it } from "vitest";
import { memoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../kernel/actor.js";
import type { Result } from "../../kernel/result.js";
import { MemoryOrganisationRepository } from "../../../../test/fakes/memory/tenancy/memory-organisation-repository.js";
import {
  MemoryMembershipRepository,
  MemoryPersonRepository,
} from "../../../../test/fakes/memory/tenancy/memory-people-repositories.js";
import type { Organisation } from "../domain/organisation.js";
import { saveOrganisationUseCase } from "./save-organisation.use-case.js";

let save: (fields: object) => Promise<Result<Organisation>>;
let etat: string;
let culture: string;

beforeEach(async () => {
  const { runner } = memoryRunner();
  const useCase = saveOrganisationUseCase({
    organisations: new MemoryOrganisationRepository(),
    persons: new MemoryPersonRepository(),
    memberships: new MemoryMembershipRepository(),
  });
  const blank = { name: "Ministère", kind: "ministry", parentId: null, validFrom: "2020-01-01T00:00:00Z" };
  save = (fields) => runner.run(systemActor("test"), useCase, { ...blank, ...fields });
  etat = idOf(await save({ slug: "etat", kind: "state" }));
  culture = idOf(await save({ slug: "culture", parentId: etat }));
});

const idOf = (result: Result<Organisation>): string => (result.ok ? result.value.id : "");

describe("saving an organisation", () => {
  it("adds it below its parent, and changes it later", async () => {
    const renamed = await save({ id: culture, slug: "culture", name: "Ministère de la Culture", parentId: etat });
    expect(renamed).toMatchObject({ ok: true, value: { id: culture, name: "Ministère de la Culture" } });
  });

  it("closes it in favour of its successor", async () => {
    const successor = idOf(await save({ slug: "culture-et-patrimoine", parentId: etat }));
    const closed = await save({
      id: culture,
      slug: "culture",
      parentId: etat,
      successorId: successor,
      validTo: "2026-07-01T00:00:00Z",
    });
    expect(closed).toMatchObject({ ok: true, value: { successorId: successor } });
  });

  it.each([
    ["slug", { slug: "Culture!" }],
    ["siren", { slug: "a", siren: "123456789" }],
    ["siret", { slug: "a", siret: "11004601800014" }],
    ["siret", { slug: "a", siren: "130025265", siret: "11004601800013" }],
    ["validTo", { slug: "a", validTo: "2019-01-01T00:00:00Z" }],
  ])("refuses a wrong %s", async (path, fields) => {
    expect(await save({ parentId: etat, ...fields })).toMatchObject({
      ok: false,
      refusal: { kind: "InvalidInput", issues: [{ path }] },
    });
  });

  it("refuses an orphan, a second name for the same slug, a parent nobody knows and a cycle", async () => {
    const drac = idOf(await save({ slug: "drac", kind: "direction", parentId: culture }));
    expect(await save({ slug: "orphan" })).toMatchObject({ refusal: { issues: [{ path: "parentId" }] } });
    expect(await save({ slug: "drac", parentId: etat })).toMatchObject({
      refusal: { code: "organisation.slug_taken" },
    });
    expect(await save({ slug: "b", parentId: "unknown" })).toMatchObject({ refusal: { kind: "NotFound" } });
    expect(await save({ id: culture, slug: "culture", parentId: drac })).toMatchObject({
      refusal: { code: "organisation.cycle" },
    });
  });
});
