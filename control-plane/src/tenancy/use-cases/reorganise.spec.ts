import { beforeEach, describe, expect, it } from "vitest";
import { anOrganisation } from "../../../../test/builders/tree.js";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../kernel/actor.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { MemoryOrganisationRepository } from "../../../../test/fakes/memory/tenancy/memory-organisation-repository.js";
import {
  MemoryMembershipRepository,
  MemoryPersonRepository,
} from "../../../../test/fakes/memory/tenancy/memory-people-repositories.js";
import { mergeOrganisation } from "./merge-organisation.use-case.js";
import { moveOrganisation } from "./move-organisation.use-case.js";
import { renameOrganisation } from "./rename-organisation.use-case.js";

const etat = anOrganisation({ slug: "etat", kind: "state" });
const culture = anOrganisation({ slug: "culture", parentId: etat.id });
const sports = anOrganisation({ slug: "sports", parentId: etat.id });
const drac = anOrganisation({ slug: "drac", kind: "direction", parentId: culture.id });
const system = systemActor("test");
const effectiveOn = new Date("2026-07-01T00:00:00Z");
const reason = "Décret du 1er juillet";
let memory: MemoryRunner;
let organisations: MemoryOrganisationRepository;
let memberships: MemoryMembershipRepository;

const run = <Input, Loaded, Output>(useCase: UseCase<Input, Loaded, Output>, input: unknown) =>
  memory.runner.run(system, useCase, input);
const read = <T>(query: (ctx: Context) => Promise<T>) => memory.runner.read(system, query);

const ports = () => ({ organisations, memberships, persons: new MemoryPersonRepository() });

beforeEach(async () => {
  memory = memoryRunner();
  organisations = new MemoryOrganisationRepository();
  memberships = new MemoryMembershipRepository();
  await read(async (ctx) => {
    for (const each of [etat, culture, sports, drac]) await organisations.save(ctx, each);
  });
});

describe("a reorganisation", () => {
  it("renames from a day that has come, and keeps what it was called", async () => {
    const rename = { id: culture.id, name: "Culture et Patrimoine", effectiveOn, reason };
    expect(await run(renameOrganisation(organisations), { ...rename, effectiveOn: "2027-01-01" })).toMatchObject({
      refusal: { issues: [{ path: "effectiveOn" }] },
    });
    expect(await run(renameOrganisation(organisations), rename)).toMatchObject({
      value: { name: "Culture et Patrimoine" },
    });
    expect(await read((ctx) => organisations.pastOf(ctx, [culture.id]))).toMatchObject([
      { name: "culture", until: effectiveOn },
    ]);
    expect(memory.journal.events[0]?.event.data).toMatchObject({
      from: "culture",
      to: "Culture et Patrimoine",
      reason,
    });
  });

  it("moves what exists under what exists, and makes no cycle", async () => {
    const move = (id: string, parentId: string) => run(moveOrganisation(ports()), { id, parentId, reason });
    expect(await move(culture.id, drac.id)).toMatchObject({ refusal: { code: "organisation.cycle" } });
    expect(await move(drac.id, "nowhere")).toMatchObject({ refusal: { code: "organisation.not_found" } });
    expect(await move(drac.id, sports.id)).toMatchObject({ value: { parentId: sports.id } });
    await run(mergeOrganisation(ports()), { id: culture.id, intoId: sports.id, reason });
    expect(await move(drac.id, culture.id)).toMatchObject({ refusal: { code: "organisation.closed" } });
  });

  it("merges: the body closes below its successor, which takes its directions and its people", async () => {
    const held = { personId: "camille", organisationId: culture.id, role: "declarant" } as const;
    await read((ctx) => memberships.save(ctx, { ...held, id: "m1", validFrom: new Date(0), validTo: null }));
    const merge = { id: culture.id, intoId: sports.id, effectiveOn, reason };
    expect(await run(mergeOrganisation(ports()), merge)).toMatchObject({
      value: { validTo: effectiveOn, successorId: sports.id, parentId: sports.id },
    });
    const [path, living, roles] = await read(async (ctx) => [
      await organisations.pathOf(ctx, drac.id),
      await organisations.listAt(ctx, memory.clock.now()),
      await memberships.heldBy(ctx, "camille", memory.clock.now()),
    ]);
    expect(path).toEqual([drac.id, sports.id, etat.id]);
    expect(living.map(({ slug }) => slug)).toEqual(["etat", "sports", "drac"]);
    expect(roles).toMatchObject([{ organisationId: sports.id, role: "declarant" }]);
    expect(await run(mergeOrganisation(ports()), { ...merge, intoId: drac.id })).toMatchObject({
      refusal: { code: "organisation.closed" },
    });
    expect(await run(mergeOrganisation(ports()), { ...merge, intoId: culture.id })).toMatchObject({
      refusal: { issues: [{ path: "intoId" }] },
    });
  });
});
