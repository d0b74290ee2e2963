import { actorRef } from "../../kernel/actor.js";
import { conflict, notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, Done, Subject, UseCase } from "../../kernel/use-case.js";
import { edited, type EditKind } from "../domain/roadmap-life-cycle.js";
import { emptyContent, type Roadmap, type RoadmapContent } from "../domain/roadmap.js";
import type { RoadmapRepository } from "../ports/roadmap-repository.port.js";

export interface LoadedRoadmap {
  readonly roadmap: Roadmap;
  readonly content: RoadmapContent;
}

export const roadmapSubject = (roadmap: Roadmap): Subject => ({
  name: "Roadmap",
  id: roadmap.id,
  organisationId: roadmap.organisationId,
  state: roadmap.state,
  declaredBy: roadmap.declaredBy,
});

export const CHANGED = conflict("roadmap.changed", "The roadmap changed meanwhile; read it again before saving.");

export async function loadRoadmap(
  repository: RoadmapRepository,
  ctx: Context,
  id: string,
): Promise<Result<{ readonly subject: Subject; readonly loaded: LoadedRoadmap }>> {
  const roadmap = await repository.find(ctx, id);
  if (roadmap === null) return refuse(notFound("roadmap", id));
  const content = (await repository.contents(ctx, [id])).get(id) ?? emptyContent;
  return ok({ subject: roadmapSubject(roadmap), loaded: { roadmap, content } });
}

interface Edit {
  readonly roadmapId: string;
  /** The version that whoever edits has on the screen. */
  readonly version: number;
}

/** What an edit did, for the journal: names and figures, before and after. */
export type EditRecord = Readonly<Record<string, unknown>>;

type EditParts<Input> = Pick<UseCase<Input, LoadedRoadmap, Roadmap>, "name" | "input"> & {
  readonly kind: EditKind;
  /** Refuses, or stores what changes and says what it was. */
  apply(ctx: Context, input: Input, loaded: LoadedRoadmap): Promise<Result<EditRecord>>;
};

/** A change of one roadmap by its ministry: only over the version on the screen, only while that part is open. */
export const roadmapEdit = <Input extends Edit>(
  repository: RoadmapRepository,
  parts: EditParts<Input>,
): UseCase<Input, LoadedRoadmap, Roadmap> => ({
  name: parts.name,
  action: "update",
  input: parts.input,
  load: (ctx, { roadmapId }) => loadRoadmap(repository, ctx, roadmapId),
  async handle(ctx, input, loaded): Promise<Result<Done<Roadmap>>> {
    if (loaded.roadmap.version !== input.version) return refuse(CHANGED);
    const next = edited(loaded.roadmap, parts.kind, actorRef(ctx.actor));
    if (!next.ok) return next;
    // The version is taken first: of two edits at once, one finds it gone and changes nothing.
    if (!(await repository.update(ctx, next.value))) return refuse(CHANGED);
    const applied = await parts.apply(ctx, input, loaded);
    if (!applied.ok) return applied;
    const { organisationId, id: subjectId, version } = next.value;
    const data = { ...applied.value, version };
    return ok({ value: next.value, event: { organisationId, subjectType: "Roadmap", subjectId, data } });
  },
});
