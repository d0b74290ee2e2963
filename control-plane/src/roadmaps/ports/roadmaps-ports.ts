import type { RoadmapCatalogue } from "./roadmap-catalogue.port.js";
import type { RoadmapReference } from "./roadmap-reference.port.js";
import type { RoadmapReportRepository } from "./roadmap-report-repository.port.js";
import type { RoadmapRepository } from "./roadmap-repository.port.js";

/** Everything the room's use cases reach the outside through. */
export interface RoadmapsPorts {
  readonly roadmaps: RoadmapRepository;
  readonly catalogue: RoadmapCatalogue;
  readonly reference: RoadmapReference;
  readonly reports: RoadmapReportRepository;
}
