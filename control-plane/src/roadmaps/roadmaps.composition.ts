import { pgRoadmapsPorts } from "./adapters/postgres/pg-roadmaps-ports.js";
import { importRoadmap } from "./use-cases/import-roadmap.use-case.js";
import { setReference } from "./use-cases/set-reference.use-case.js";

const ports = pgRoadmapsPorts();

/** Verbs on PostgreSQL for the seed, which may run each again. */
export const roadmapsUseCases = {
  importRoadmap: importRoadmap(ports),
  setReference: setReference(ports),
} as const;
