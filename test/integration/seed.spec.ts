import "reflect-metadata";
import { readFileSync } from "node:fs";
import { USE_CASE_STATES } from "@socle/contracts";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { documentOf } from "../../control-plane/src/seed/adapters/rooms/document-of.js";
import { openPlatformRooms, type PlatformRooms } from "../../control-plane/src/seed/adapters/rooms/platform-rooms.js";
import { readSeed } from "../../control-plane/src/seed/adapters/yaml/read-seed.js";
import { writeSeed } from "../../control-plane/src/seed/adapters/yaml/write-seed.js";
import { asExported, canonical } from "../../control-plane/src/seed/domain/canonical.js";
import type { SeedDocument } from "../../control-plane/src/seed/domain/seed-document.js";
import { planOf } from "../../control-plane/src/seed/domain/seed-plan.js";
import { SeedRefused } from "../../control-plane/src/seed/domain/seed-refused.js";
import { EVALUATION_STATES } from "../../control-plane/src/registry/domain/evaluations/evaluation.js";
import { BRICK_STATES } from "../../control-plane/src/registry/domain/portfolio/brick.js";
import { SHADOW_TOOL_STATES } from "../../control-plane/src/registry/domain/portfolio/shadow-tool.js";
import { STAFF_OPINIONS } from "../../control-plane/src/registry/domain/portfolio/staff-consultation.js";
import { TRAINING_STATES } from "../../control-plane/src/registry/domain/portfolio/training.js";
import { MODEL_STATES } from "../../control-plane/src/registry/domain/models/model.js";
import { applySeed, moveEndpoints } from "../../control-plane/src/seed/use-cases/apply-seed.js";
import { createTestDatabase, type TestDatabase } from "../fakes/postgres.js";
import { DECLARED_ROLE } from "../builders/standing.builder.js";

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

const MODEL = { publisher: "Éditeur", publisherCountry: "FR", licence: "Apache-2.0", contextWindow: 8192 };
const ENDS = { announcedAt: "2026-06-01", endsAt: "2027-06-01", reason: "Un plus récent le remplace" };

const EVALUATIONS = EVALUATION_STATES.map((state, at) => ({
  ...{
    protocol: "Questionnaires",
    body: `Laboratoire ${state}`,
    independent: true,
    state,
    plannedAt: `2026-0${at + 1}-01`,
  },
  ...(state === "published"
    ? {
        metrics: [
          { name: "Utile", value: 75, unit: "%", sample: 1000 },
          { name: "Temps", value: 12, unit: "min", low: 10, high: 14, confidence: 0.95 },
        ],
        ...{ verdict: "generalise", summary: "Utile", publishedAt: "2026-06-16" },
      }
    : {}),
}));
const CONSULTATIONS = STAFF_OPINIONS.map((opinion, at) => ({
  ...{ body: "CSA", heldOn: `2026-03-0${at + 1}`, opinion, summary: "Avis", recordedBy: "agent@ministere.example" },
}));

/** One model and one use case in each state of their lives, with what goes with the state. */
const everyState = JSON.stringify({
  version: 1,
  organisations: [
    { slug: "etat", name: "État", kind: "state" },
    { slug: "ministere", name: "Ministère", kind: "ministry", parent: "etat" },
  ],
  people: [
    {
      email: "agent@ministere.example",
      name: "Agent",
      memberships: [{ organisation: "ministere", role: "declarant" }],
    },
  ],
  models: MODEL_STATES.map((state) => ({
    ...MODEL,
    name: `modele-${state}`,
    ...(state === "approved" ? { aliases: ["assistant"] } : { state }),
    ...(state === "proposed" ? { proposedFor: "ministere", proposedBy: "agent@ministere.example" } : {}),
    ...(state === "deprecated" ? { sunset: { ...ENDS, replacement: "modele-approved" } } : {}),
    ...(state === "retired" ? { sunset: { ...ENDS, replacement: "modele-deprecated" } } : {}),
  })),
  useCases: USE_CASE_STATES.map((state) => ({
    slug: `cas-${state}`,
    name: `Cas ${state}`,
    description: "Un cas d'usage dans chacun de ses états",
    organisation: "ministere",
    state,
    labels: ["internal"],
    ...DECLARED_ROLE,
    declaredBy: "agent@ministere.example",
    declaredAt: "2026-06-16",
    ...(state === "evaluated" ? { evaluations: EVALUATIONS, consultations: CONSULTATIONS } : {}),
    ...(state === "suspended" ? { suspendedFrom: "deployed" } : {}),
    ...(state === "merged" ? { mergedInto: "cas-generalised" } : {}),
  })),
  bricks: BRICK_STATES.map((state) => ({
    ...{ organisation: "ministere", slug: `brique-${state}`, name: "Brique", description: "Une brique", state },
    ...{ repositoryUrl: "https://code.example/brique", licence: "MIT", listedAt: "2026-06-16" },
  })),
  shadowTools: SHADOW_TOOL_STATES.map((state) => ({
    ...{
      organisation: "ministere",
      name: `Outil ${state}`,
      vendor: "Éditeur",
      vendorCountry: "US",
      purpose: "Traduire",
    },
    ...{ state, agents: 12, declaredBy: "agent@ministere.example", declaredAt: "2026-06-16" },
    ...(state === "declared" ? {} : { alternative: "cas-generalised", answer: "Un assistant commun" }),
  })),
  trainings: TRAINING_STATES.map((state) => ({
    ...{
      organisation: "ministere",
      year: 2025,
      programme: `Programme ${state}`,
      audience: "Agents",
      trained: 40,
      state,
    },
    ...{ target: 60, source: "Registre", declaredAt: "2026-06-16" },
  })),
});

describe("what is anywhere in its life", () => {
  const document = documentIn(everyState);
  let fresh: TestDatabase;
  let other: PlatformRooms;

  beforeAll(async () => {
    fresh = await createTestDatabase(inject("postgresPort"));
    other = await openPlatformRooms(fresh.appUrl);
  });
  afterAll(async () => {
    await other.close();
    await fresh.drop();
  });

  it("goes out and comes in again in the same state", async () => {
    await applySeed(other.rooms, document, {});
    const exported = documentOf(await other.records());
    // The plan's figures are there before any file.
    const { roadmapReferences: _planned, ...told } = exported;
    expect(told).toEqual({
      ...asExported(document, { urls: {}, appliedAt: "", keysEnd: "" }),
      roadmapReferences: undefined,
    });
    expect(new Set(exported.models.map(({ state }) => state ?? "approved"))).toEqual(new Set(MODEL_STATES));
    expect(new Set(exported.useCases.map(({ state }) => state))).toEqual(new Set(USE_CASE_STATES));
    await applySeed(other.rooms, documentIn(writeSeed(exported, new Date(0))), {});
    expect(documentOf(await other.records())).toEqual(exported);
  });

  it("keeps the state that people gave a model, where the file says none", async () => {
    const silent = {
      ...document,
      models: document.models.map((model) => ({ ...model, state: undefined, sunset: undefined })),
    };
    const before = documentOf(await other.records());
    await applySeed(other.rooms, silent, {});
    expect(documentOf(await other.records()).models).toEqual(before.models);
  });

  it.each([
    ["an end that was not announced", { state: "deprecated" }, /needs a sunset/],
    ["an announcement of what stays", { sunset: ENDS }, /goes with deprecated and retired/],
    [
      "a replacement that is not there",
      { state: "retired", sunset: { ...ENDS, replacement: "autre" } },
      /no other model autre/,
    ],
  ])("is refused with %s", (_, fields, message) => {
    const reading = readSeed(JSON.stringify({ version: 1, models: [{ ...MODEL, name: "modele", ...fields }] }));
    expect(reading.ok ? "" : JSON.stringify(reading.mistakes)).toMatch(message);
  });
});
