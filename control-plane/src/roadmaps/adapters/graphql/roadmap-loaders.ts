import { Inject, Injectable } from "@nestjs/common";
import type { Actor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { RequestLoaders } from "../../../platform/graphql/request-loaders.js";
import { USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { Dependency } from "../../domain/dependency.js";
import { readiness } from "../../domain/readiness.js";
import { blockedBecause } from "../../domain/roadmap-action.js";
import { emptyContent, type Roadmap, type RoadmapContent, type RoadmapEvent } from "../../domain/roadmap.js";
import { passesGate, sovereigntyScore, type SovereigntyFramework } from "../../domain/sovereignty-score.js";
import type { RoadmapsPorts } from "../../ports/roadmaps-ports.js";
import { ROADMAPS_PORTS } from "../../roadmaps.tokens.js";
import type { AssessedDependencyType } from "./dependency.types.js";
import type { RoadmapContentType } from "./roadmap.types.js";

/** What hangs from roadmaps, loaded for a whole answer at once. */
@Injectable()
export class RoadmapLoaders {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(ROADMAPS_PORTS) private readonly ports: RoadmapsPorts,
  ) {}

  async content(
    loaders: RequestLoaders,
    actor: Actor,
    roadmap: Pick<Roadmap, "id" | "year">,
  ): Promise<RoadmapContentType> {
    const loader = loaders.of("roadmaps.content", (ids) =>
      this.runner.read(actor, (ctx) => this.ports.roadmaps.contents(ctx, ids)),
    );
    const [content, framework] = await Promise.all([
      loader.load(roadmap.id),
      this.framework(loaders, actor, roadmap.year),
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

  async history(loaders: RequestLoaders, actor: Actor, roadmapId: string): Promise<readonly RoadmapEvent[]> {
    const loader = loaders.of("roadmaps.history", (ids) =>
      this.runner.read(actor, async (ctx) => {
        const events = await this.ports.roadmaps.events(ctx, ids);
        return new Map(ids.map((id) => [id, events.filter((event) => event.roadmapId === id)]));
      }),
    );
    return (await loader.load(roadmapId)) ?? [];
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
