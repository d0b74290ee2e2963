import { readFileSync } from "node:fs";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { pgDeskPorts } from "../../control-plane/src/compliance/adapters/postgres/desk/pg-desk-ports.js";
import { pgRegistryPorts } from "../../control-plane/src/registry/index.js";
import { openPlatformRooms } from "../../control-plane/src/seed/adapters/rooms/platform-rooms.js";
import { readSeed } from "../../control-plane/src/seed/adapters/yaml/read-seed.js";
import { planOf } from "../../control-plane/src/seed/domain/seed-plan.js";
import { applySeed } from "../../control-plane/src/seed/use-cases/apply-seed.js";
import type { DatabaseHandle } from "../fakes/database.js";
import {
  aDerogation,
  aDoctrineNote,
  aMarketSearch,
  anAssessment,
  anIncident,
  anOpinion,
  aQuestion,
  aReview,
} from "./desk.builder.js";
import { sampleRecords } from "./registry-records.builder.js";

const SEED = new URL("../../control-plane/local/seeds/notre-ia.yaml", import.meta.url);

/** "Notre IA" as the platform starts with it, and one record of each kind that it has none of. */
export async function plantSampleRegistry(database: DatabaseHandle): Promise<void> {
  const seed = readSeed(readFileSync(SEED, "utf8"));
  if (!seed.ok) throw new Error("the sample registry cannot be read");
  const platform = await openPlatformRooms(database.urls.appUrl);
  const urls = planOf(seed.document).simulatedEndpoints.map(({ id }, n) => [id, `http://127.0.0.1:${20_000 + n}`]);
  await applySeed(platform.rooms, seed.document, Object.fromEntries(urls) as Record<string, string>);
  await platform.close();
  await plantRecords(database);
}

async function plantRecords(database: DatabaseHandle): Promise<void> {
  const registry = pgRegistryPorts();
  const desk = pgDeskPorts({ find: () => null } as never);
  await database.write(systemActor("test"), async (ctx) => {
    const page = {
      search: "",
      states: [],
      organisationId: null,
      sort: "name",
      descending: false,
      first: 1,
      after: null,
    } as const;
    const useCase = (await registry.catalogue.page(ctx, page)).rows[0]?.useCase;
    if (useCase === undefined) throw new Error("no use case");
    const records = sampleRecords(useCase, () => systemIds.next());
    await registry.scores.insert(ctx, records.score);
    await registry.evaluations.insert(ctx, records.evaluation);
    await registry.consultations.insert(ctx, records.consultation);
    await registry.shadowTools.insert(ctx, records.shadowTool);
    await registry.trainings.insert(ctx, records.training);
    await registry.bricks.insert(ctx, records.brick);
    const of = () => ({ id: systemIds.next(), organisationId: useCase.organisationId, useCaseId: useCase.id });
    await desk.derogations.insert(ctx, aDerogation(of()));
    await desk.searches.insert(ctx, aMarketSearch(of()));
    await desk.questions.insert(ctx, aQuestion(of()));
    await desk.doctrine.insert(ctx, aDoctrineNote(of()));
    await desk.reviews.insert(ctx, aReview(of()));
    await desk.assessments.insert(ctx, anAssessment(of()));
    await desk.incidents.insert(ctx, anIncident(of()));
    await desk.opinions.insert(ctx, anOpinion(of()));
  });
}
