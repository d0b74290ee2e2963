import type { SeedDocument } from "./seed-document.js";
import type { SeedIssue } from "./seed-issue.js";
import { actionName, type SeedRoadmap } from "./seed-roadmap.js";

interface Names {
  readonly organisations: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

/** One roadmap a ministry and year, bodies and people that are there, actions that others come after. */
export function roadmapIssues({ roadmaps, roadmapReferences }: SeedDocument, names: Names): SeedIssue[] {
  const once = new Set<string>();
  const labels = new Set<string>();
  return [
    ...roadmaps.flatMap((roadmap, r) => {
      const key = `${roadmap.organisation} ${String(roadmap.year)}`;
      const again = once.has(key);
      once.add(key);
      return issuesOf(roadmap, ["roadmaps", r], again, names);
    }),
    ...roadmapReferences.flatMap(({ year, label }, index): SeedIssue[] => {
      const key = `${String(year)} ${label}`;
      const again = labels.has(key);
      labels.add(key);
      const path = ["roadmapReferences", index, "label"];
      return again ? [{ path, message: `${label} stands here for the second time` }] : [];
    }),
  ];
}

function issuesOf(roadmap: SeedRoadmap, path: SeedIssue["path"], again: boolean, names: Names): SeedIssue[] {
  const at = (field: string, message: string): SeedIssue => ({ path: [...path, field], message });
  const { organisation, year, declaredBy } = roadmap;
  const issues: SeedIssue[] = [];
  if (again) issues.push(at("organisation", `${organisation} has a roadmap of ${String(year)} already`));
  if (!names.organisations.has(organisation))
    issues.push(at("organisation", `there is no organisation ${organisation}`));
  if (declaredBy != null && !names.people.has(declaredBy.toLowerCase()))
    issues.push(at("declaredBy", `there is no person ${declaredBy}`));
  return [...issues, ...actionIssues(roadmap, path)];
}

function actionIssues({ dependencies }: SeedRoadmap, path: SeedIssue["path"]): SeedIssue[] {
  const placed = dependencies.flatMap(({ actions }, d) =>
    actions.map((action, a) => ({ action, at: [...path, "dependencies", d, "actions", a] })),
  );
  const known = new Set(placed.map(({ action }) => actionName(action)));
  const seen = new Set<string>();
  return placed.flatMap(({ action, at }) => {
    const name = actionName(action);
    const twice = seen.has(name);
    seen.add(name);
    const again = twice
      ? [{ path: [...at, "title"], message: `${name} stands here for the second time: name it` }]
      : [];
    const unknown = action.after.flatMap((other, index) =>
      known.has(other) ? [] : [{ path: [...at, "after", index], message: `there is no action ${other}` }],
    );
    return [...again, ...unknown];
  });
}
