import type { RoadmapsExport } from "../../../roadmaps/index.js";
import { namedOnce } from "../../domain/seed-roadmap.js";

type Exported = RoadmapsExport["roadmaps"][number];
type Content = Exported["content"];

interface Names {
  readonly organisations: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** Roadmaps and the plan's figures as a seed writes them: what hangs from a dependency stands in it, names for ids. */
export const roadmapsOf = ({ roadmaps, references }: RoadmapsExport, names: Names) => ({
  roadmaps: roadmaps.map(({ roadmap, content }) => ({
    organisation: names.organisations.get(roadmap.organisationId),
    year: roadmap.year,
    state: roadmap.state,
    declaredBy: names.people.get(roadmap.declaredBy) ?? null,
    submittedAt: roadmap.submittedAt?.toISOString() ?? null,
    dependencies: dependenciesOf(content),
    plannedSpend: content.plannedSpend,
    trajectory: content.trajectory,
  })),
  roadmapReferences: references,
});

function dependenciesOf({ dependencies, actions, exitPlans }: Content) {
  const placed = dependencies.flatMap(({ id }) => actions.filter((action) => action.dependencyId === id));
  const names = namedOnce(placed.map(({ title }) => title));
  const called = new Map(placed.map(({ id }, index) => [id, names[index]]));
  return dependencies.map(({ id: dependencyId, ...line }) => ({
    ...line,
    actions: placed
      .filter((action) => action.dependencyId === dependencyId)
      .map(({ id, dependencyId: _of, after, ...action }) => ({
        ...action,
        name: called.get(id) === action.title ? null : called.get(id),
        after: after.map((other) => called.get(other)),
      })),
    exitPlan: exitPlanOf(exitPlans.find((plan) => plan.dependencyId === dependencyId)),
  }));
}

function exitPlanOf(plan: Content["exitPlans"][number] | undefined) {
  if (plan === undefined) return null;
  const { id: _id, dependencyId: _dependencyId, ...told } = plan;
  return told;
}
