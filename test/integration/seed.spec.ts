import "reflect-metadata";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { documentOf } from "../../control-plane/src/seed/adapters/rooms/document-of.js";
import { openPlatformRooms, type PlatformRooms } from "../../control-plane/src/seed/adapters/rooms/platform-rooms.js";
import { readSeed } from "../../control-plane/src/seed/adapters/yaml/read-seed.js";
import { writeSeed } from "../../control-plane/src/seed/adapters/yaml/write-seed.js";
import { asExported, canonical } from "../../control-plane/src/seed/domain/canonical.js";
import type { SeedDocument } from "../../control-plane/src/seed/domain/seed-document.js";
import { planOf } from "../../control-plane/src/seed/domain/seed-plan.js";
import { SeedRefused } from "../../control-plane/src/seed/domain/seed-refused.js";
import { applySeed, moveEndpoints } from "../../control-plane/src/seed/use-cases/apply-seed.js";
import { createTestDatabase, type TestDatabase } from "../fakes/postgres.js";

const file = (name: string) =>
  readFileSync(new URL(`../../control-plane/local/seeds/${name}.yaml`, import.meta.url), "utf8");

function documentIn(text: string): SeedDocument {
  const reading = readSeed(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes));
  return reading.document;
}

const addresses = (document: SeedDocument, from: number) =>
  Object.fromEntries(planOf(document).simulatedEndpoints.map(({ id }, n) => [id, `http://127.0.0.1:${from + n}`]));

let database: TestDatabase;
let platform: PlatformRooms;

beforeAll(async () => {
  database = await createTestDatabase(inject("postgresPort"));
  platform = await openPlatformRooms(database.appUrl);
});
afterAll(async () => {
  await platform.close();
  await database.drop();
});

/** The document without the two dates that depend on the moment of applying. */
const timeless = (document: SeedDocument): SeedDocument => ({
  ...document,
  useCases: document.useCases.map((useCase) => ({
    ...useCase,
    declaredAt: undefined,
    applications: useCase.applications.map((application) => ({
      ...application,
      keys: application.keys.map((key) => ({ ...key, expiresAt: "" })),
    })),
  })),
});

describe("Notre IA on PostgreSQL", () => {
  const document = documentIn(file("notre-ia"));
  const urls = addresses(document, 20_000);

  it("is exported as it was applied", async () => {
    await applySeed(platform.rooms, document, urls);
    const expected = asExported(document, { urls, appliedAt: "", keysEnd: "" });
    expect(timeless(documentOf(await platform.records()))).toEqual(timeless(expected));
  });

  it("keeps the dates that the file gives", async () => {
    const useCase = documentOf(await platform.records()).useCases.find(({ slug }) => slug === "l-assistant");
    expect(useCase?.declaredAt).toBe("2025-08-01T00:00:00.000Z");
  });

  it("is the same after a second application", async () => {
    const before = documentOf(await platform.records());
    await applySeed(platform.rooms, document, urls);
    expect(documentOf(await platform.records())).toEqual(before);
  });

  it("survives writing and reading", async () => {
    const exported = documentOf(await platform.records());
    expect(canonical(documentIn(writeSeed(exported, new Date(0))))).toEqual(exported);
  });

  it("writes no key in clear", async () => {
    expect(writeSeed(documentOf(await platform.records()), new Date(0))).not.toContain("socle_local_only_assistant");
  });

  it("moves endpoints to new addresses and touches nothing else", async () => {
    const moved = addresses(document, 21_000);
    const before = documentOf(await platform.records());
    await moveEndpoints(platform.rooms, document, moved);
    const after = documentOf(await platform.records());
    expect(JSON.stringify(after)).toContain("http://127.0.0.1:21000");
    expect(JSON.stringify(after)).not.toContain("http://127.0.0.1:20000");
    expect({ ...after, pools: [] }).toEqual({ ...before, pools: [] });
  });

  it("tells which part a room refuses", async () => {
    const greedy = {
      ...document,
      allocations: [{ ...document.allocations[0], nominal: 500, guarantee: 0 }] as SeedDocument["allocations"],
    };
    const refused = applySeed(platform.rooms, greedy, urls);
    await expect(refused).rejects.toBeInstanceOf(SeedRefused);
    await expect(refused).rejects.toThrow(
      /organisation:action-comptes-publics in h100-sensible-nord: .* GPU of 120 GPU/,
    );
  });
});
