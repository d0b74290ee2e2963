import { isDeepStrictEqual } from "node:util";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import type { ReferenceSpend } from "../../../../control-plane/src/roadmaps/domain/consolidation/consolidation-input.js";
import type {
  RoadmapExercise,
  RoadmapReference,
} from "../../../../control-plane/src/roadmaps/ports/roadmap-reference.port.js";
import type {
  RoadmapReportRepository,
  StoredReport,
} from "../../../../control-plane/src/roadmaps/ports/roadmap-report-repository.port.js";
import type { RoadmapsPorts } from "../../../../control-plane/src/roadmaps/ports/roadmaps-ports.js";
import { MemoryRoadmapRepository } from "./memory-roadmap.repository.js";

class MemoryRoadmapReference implements RoadmapReference {
  constructor(
    private known: RoadmapExercise,
    private readonly bodies: readonly { readonly id: string; readonly name: string }[],
  ) {}

  exercises(): Promise<readonly Pick<RoadmapExercise, "year" | "deadline">[]> {
    return Promise.resolve([{ year: this.known.year, deadline: this.known.deadline }]);
  }

  exercise(_ctx: Context, year: number): Promise<RoadmapExercise | null> {
    return Promise.resolve(year === this.known.year ? this.known : null);
  }

  setReference(_ctx: Context, year: number, reference: ReferenceSpend): Promise<boolean> {
    const before = this.known.references.find(({ label }) => label === reference.label);
    if (year !== this.known.year || isDeepStrictEqual(before, reference)) return Promise.resolve(false);
    const others = this.known.references.filter((each) => each !== before);
    this.known = { ...this.known, references: [...others, reference] };
    return Promise.resolve(true);
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
