import { actionName, type SeedDependency, type SeedRoadmap } from "../domain/seed-roadmap.js";
import type { SeedDocument } from "../domain/seed-document.js";
import type { SeedRooms } from "../ports/seed-rooms.port.js";
import { did, idOf } from "./applied.js";

/** Ids by the file's own names. */
interface Known {
  readonly organisations: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** Figures of the plan, then each ministry's roadmap; one that stands stays as people have made it since. */
export async function applyRoadmaps(rooms: SeedRooms, document: SeedDocument, known: Known): Promise<void> {
  for (const reference of document.roadmapReferences)
    await did(`figure ${reference.label}`, rooms.setRoadmapReference(reference));
  for (const roadmap of document.roadmaps)
    await did(
      `roadmap of ${roadmap.organisation}, ${String(roadmap.year)}`,
      rooms.importRoadmap(importOf(roadmap, known)),
    );
}

function importOf({ organisation, declaredBy, submittedAt, dependencies, ...rest }: SeedRoadmap, known: Known) {
  return {
    ...rest,
    organisationId: idOf(known.organisations, organisation),
    ...(declaredBy == null ? {} : { declaredBy: idOf(known.people, declaredBy.toLowerCase()) }),
    ...(submittedAt == null ? {} : { submittedAt }),
    dependencies: dependencies.map(dependencyOf),
  };
}

const dependencyOf = ({ actions, exitPlan, ...line }: SeedDependency) => ({
  line,
  actions: actions.map((action) => ({ ...action, name: actionName(action) })),
  ...(exitPlan == null ? {} : { exitPlan }),
});
