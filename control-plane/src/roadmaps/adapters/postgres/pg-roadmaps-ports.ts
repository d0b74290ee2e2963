import type { RoadmapsPorts } from "../../ports/roadmaps-ports.js";
import { PgRoadmapCatalogue } from "./pg-roadmap.catalogue.js";
import { PgRoadmapReference } from "./pg-roadmap-reference.js";
import { PgRoadmapReportRepository } from "./pg-roadmap-report.repository.js";
import { PgRoadmapRepository } from "./pg-roadmap.repository.js";

export const pgRoadmapsPorts = (): RoadmapsPorts => ({
  roadmaps: new PgRoadmapRepository(),
  catalogue: new PgRoadmapCatalogue(),
  reference: new PgRoadmapReference(),
  reports: new PgRoadmapReportRepository(),
});
