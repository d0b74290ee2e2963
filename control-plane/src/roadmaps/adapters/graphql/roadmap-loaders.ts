import { Inject, Injectable } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { DetailReads } from "../../../tenancy/index.js";
import type { Dependency } from "../../domain/dependency.js";
import { readiness } from "../../domain/readiness.js";
import { blockedBecause } from "../../domain/roadmap-action.js";
import { emptyContent, type Roadmap, type RoadmapContent, type RoadmapEvent } from "../../domain/roadmap.js";
import { passesGate, sovereigntyScore, type SovereigntyFramework } from "../../domain/sovereignty-score.js";
import type { StoredReport } from "../../ports/roadmap-report-repository.port.js";
import type { RoadmapsPorts } from "../../ports/roadmaps-ports.js";
import { ROADMAPS_PORTS } from "../../roadmaps.tokens.js";
import type { AssessedDependencyType } from "./dependency.types.js";
import type { RoadmapContentType } from "./roadmap.types.js";

type Of = Pick<Roadmap, "id" | "organisationId">;

/** What hangs from roadmaps, loaded for a whole answer at once. */
@Injectable()
export class RoadmapLoaders {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ROADMAPS_PORTS) private readonly ports: RoadmapsPorts,
    @Inject(DetailReads) private readonly reads: DetailReads,
  ) {}

  /** Somebody is shown what a roadmap says: kept once a request, when it is another ministry's. */
  async note(loaders: RequestLoaders, actor: Actor, { id, organisationId }: Of): Promise<void> {
    const loader = loaders.of<true>("roadmaps.noted", (seen) => {
      for (const each of seen) {
        const [subjectId = "", owner = ""] = each.split(" ");
        this.reads.note(actor, { subjectType: "Roadmap", subjectId, organisationId: owner });
      }
      return Promise.resolve(new Map());
    });
    await loader.load(`${id} ${organisationId}`);
  }

  /** Somebody is shown what each ministry with a roadmap spends. */
  noteReport(actor: Actor, { id: subjectId, report }: StoredReport): void {
    for (const { organisationId, state } of report.ministries)
      if (state !== null) this.reads.note(actor, { subjectType: "RoadmapReport", subjectId, organisationId });
  }

  async content(
    loaders: RequestLoaders,
    actor: Actor,
    roadmap: Of & Pick<Roadmap, "year">,
  ): Promise<RoadmapContentType> {
    const loader = loaders.of("roadmaps.content", (ids) =>
      this.runner.read(actor, (ctx) => this.ports.roadmaps.contents(ctx, ids)),
    );
    const [content, framework] = await Promise.all([
      loader.load(roadmap.id),
      this.framework(loaders, actor, roadmap.year),
      this.note(loaders, actor, roadmap),
    ]);
    return contentView(content ?? emptyContent, framework);
  }

  private async framework(loaders: RequestLoaders, actor: Actor, year: number): Promise<SovereigntyFramework | null> {
    const loader = loaders.of("roadmaps.framework", (years) =>
      this.runner.read(actor, async (ctx) => {
        const known = new Map<string, SovereigntyFramework>();
        for (const each of years) {
          const exercise = await this.ports.reference.exercise(ctx, Number(each));
          if (exercise !== null) known.set(each, exercise.framework);
        }
        return known;
      }),
    );
    return loader.load(String(year));
  }

  async history(loaders: RequestLoaders, actor: Actor, roadmap: Of): Promise<readonly RoadmapEvent[]> {
    const loader = loaders.of("roadmaps.history", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const events = await this.ports.roadmaps.events(ctx, ids);
        return new Map(ids.map((id) => [id, events.filter((event) => event.roadmapId === id)]));
      }),
    );
    const [events] = await Promise.all([loader.load(roadmap.id), this.note(loaders, actor, roadmap)]);
    return events ?? [];
  }
}

function contentView(content: RoadmapContent, framework: SovereigntyFramework | null): RoadmapContentType {
  const all = new Map(content.actions.map((action) => [action.id, action]));
  const actions = content.actions.map((action) => ({ ...action, blockedBecause: blockedBecause(action, all) }));
  const dependencies = content.dependencies.map((line) => assessed(line, framework));
  return { ...content, dependencies, actions, readiness: readiness(content) };
}

function assessed(line: Dependency, framework: SovereigntyFramework | null): AssessedDependencyType {
  const score = framework === null ? null : sovereigntyScore(line.sovereignty, framework);
  const reachesTarget = score === null || line.targetSeal === null ? null : passesGate(score, line.targetSeal);
  return { ...line, score, reachesTarget };
}
