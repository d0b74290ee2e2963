import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import {
  emptyContent,
  type PlannedSpend,
  type Roadmap,
  type RoadmapContent,
  type RoadmapEvent,
  type TrajectoryPoint,
} from "../../../../control-plane/src/roadmaps/domain/roadmap.js";
import type {
  RoadmapLine,
  RoadmapRepository,
} from "../../../../control-plane/src/roadmaps/ports/roadmap-repository.port.js";
import { MemoryRecords } from "../memory-records.js";

export class MemoryRoadmapRepository extends MemoryRecords<Roadmap> implements RoadmapRepository {
  private readonly content = new Map<string, RoadmapContent>();
  private readonly history: RoadmapEvent[] = [];

  findOf(_ctx: Context, organisationId: string, year: number): Promise<Roadmap | null> {
    return this.one((row) => row.organisationId === organisationId && row.year === year);
  }

  ofYear(_ctx: Context, year: number): Promise<readonly Roadmap[]> {
    return Promise.resolve(this.where((row) => row.year === year));
  }

  insert(_ctx: Context, roadmap: Roadmap): Promise<void> {
    return this.put(roadmap);
  }

  contents(_ctx: Context, roadmapIds: readonly string[]): Promise<ReadonlyMap<string, RoadmapContent>> {
    return Promise.resolve(new Map([...this.content].filter(([id]) => roadmapIds.includes(id))));
  }

  saveLine(_ctx: Context, roadmap: Roadmap, line: RoadmapLine): Promise<void> {
    this.change(roadmap, (content) => {
      switch (line.kind) {
        case "dependency":
          return { ...content, dependencies: replaced(content.dependencies, line.value) };
        case "action":
          return { ...content, actions: replaced(content.actions, line.value) };
        case "exit_plan":
          return { ...content, exitPlans: replaced(content.exitPlans, line.value) };
      }
    });
    return Promise.resolve();
  }

  removeLine(_ctx: Context, roadmap: Roadmap, kind: RoadmapLine["kind"], id: string): Promise<void> {
    const hangs = (line: { readonly id: string; readonly dependencyId: string }): boolean =>
      line.id === id || (kind === "dependency" && line.dependencyId === id);
    this.change(roadmap, (content) => ({
      ...content,
      dependencies: content.dependencies.filter((line) => line.id !== id),
      actions: content.actions.filter((line) => !hangs(line)),
      exitPlans: content.exitPlans.filter((line) => !hangs(line)),
    }));
    return Promise.resolve();
  }

  saveTrajectory(
    _ctx: Context,
    roadmap: Roadmap,
    plannedSpend: readonly PlannedSpend[],
    trajectory: readonly TrajectoryPoint[],
  ): Promise<void> {
    this.change(roadmap, (content) => ({ ...content, plannedSpend, trajectory }));
    return Promise.resolve();
  }

  appendEvent(_ctx: Context, event: RoadmapEvent): Promise<void> {
    this.history.push(event);
    return Promise.resolve();
  }

  events(_ctx: Context, roadmapIds: readonly string[]): Promise<readonly RoadmapEvent[]> {
    return Promise.resolve(this.history.filter((event) => roadmapIds.includes(event.roadmapId)));
  }

  private change({ id }: Roadmap, to: (content: RoadmapContent) => RoadmapContent): void {
    this.content.set(id, to(this.content.get(id) ?? emptyContent));
  }
}

const replaced = <Line extends { readonly id: string }>(lines: readonly Line[], line: Line): readonly Line[] =>
  lines.some(({ id }) => id === line.id) ? lines.map((each) => (each.id === line.id ? line : each)) : [...lines, line];
