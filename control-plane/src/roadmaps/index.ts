export { RoadmapsModule } from "./roadmaps.module.js";
export { roadmapsUseCases } from "./roadmaps.composition.js";
export { exportRoadmaps, type RoadmapsExport } from "./adapters/postgres/pg-roadmaps-export.js";
