import type { Context } from "../../../kernel/use-case.js";
import type { RoadmapExercise, RoadmapReference } from "../../ports/roadmap-reference.port.js";
import type { RoadmapReportRepository, StoredReport } from "../../ports/roadmap-report-repository.port.js";
import type { RoadmapsPorts } from "../../ports/roadmaps-ports.js";
import { MemoryRoadmapRepository } from "./memory-roadmap.repository.js";

class MemoryRoadmapReference implements RoadmapReference {
  constructor(
    private readonly known: RoadmapExercise,
    private readonly bodies: readonly { readonly id: string; readonly name: string }[],
  ) {}

  exercise(_ctx: Context, year: number): Promise<RoadmapExercise | null> {
    return Promise.resolve(year === this.known.year ? this.known : null);
  }

  ministries(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return Promise.resolve(this.bodies);
  }

  stateId(): Promise<string> {
    return Promise.resolve("etat");
  }
}

class MemoryRoadmapReports implements RoadmapReportRepository {
  private readonly reports: StoredReport[] = [];

  insert(_ctx: Context, report: StoredReport): Promise<void> {
    this.reports.unshift(report);
    return Promise.resolve();
  }

  ofYear(_ctx: Context, year: number, most: number): Promise<readonly StoredReport[]> {
    return Promise.resolve(this.reports.filter((report) => report.year === year).slice(0, most));
  }
}

/** What the room's use cases need, without the lists for screens. */
export const memoryRoadmapsPorts = (
  exercise: RoadmapExercise,
  ministries: readonly { readonly id: string; readonly name: string }[],
): Omit<RoadmapsPorts, "catalogue"> => ({
  roadmaps: new MemoryRoadmapRepository(),
  reference: new MemoryRoadmapReference(exercise, ministries),
  reports: new MemoryRoadmapReports(),
});
