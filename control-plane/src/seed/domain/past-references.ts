import type { SeedDocument } from "./seed-document.js";
import type { SeedIssue } from "./seed-issue.js";
import { actsOf, wordsIn } from "./seed-words.js";

/** What the shape of a past cannot say: days go forward, and every word names something that is there by then. */
export function pastIssues(document: SeedDocument): SeedIssue[] {
  const { past } = document;
  if (past == null) return [];
  const known = new Set(namesOf(document));
  const people = new Set(document.people.map(({ email }) => email));
  const issues: SeedIssue[] = [];
  for (const { path, act, row } of actsOf(past, new Date(0))) {
    const by = act.by.startsWith("$") ? String(row[act.by.slice(1)]) : act.by;
    if (!people.has(by.toLowerCase())) issues.push({ path: [...path, "by"], message: `there is nobody ${by}` });
    for (const { name } of wordsIn([act.with, Object.values(row)]))
      if (!(name in row) && !known.has(name))
        issues.push({ path: [...path, "with"], message: `$${name} names nothing that stands before it` });
    if (act.as != null) known.add(act.as);
  }
  return [...onceEach(issues), ...dayIssues(past), ...trafficIssues(document)];
}

const namesOf = (document: SeedDocument): string[] => [
  ...document.organisations.map(({ slug }) => `organisation:${slug}`),
  ...document.useCases.map(({ slug }) => `use-case:${slug}`),
  ...document.pools.map(({ slug }) => `pool:${slug}`),
  ...document.models.map(({ name }) => `model:${name}`),
];

function dayIssues({ daysAgo, days }: NonNullable<SeedDocument["past"]>): SeedIssue[] {
  return days.flatMap((day, d) => {
    const before = days[d - 1]?.daysAgo ?? daysAgo;
    if (day.daysAgo <= before) return [];
    return [{ path: ["past", "days", d, "daysAgo"], message: `days go forward: ${String(before)} at most` }];
  });
}

function trafficIssues({ useCases, past }: SeedDocument): SeedIssue[] {
  const applications = new Set(useCases.flatMap(({ applications }) => applications.map(({ slug }) => slug)));
  return (past?.usage?.lines ?? []).flatMap(({ application }, index) =>
    applications.has(application)
      ? []
      : [
          {
            path: ["past", "usage", "lines", index, "application"],
            message: `there is no application ${application}`,
          },
        ],
  );
}

/** A row's mistakes once, not once a row. */
const onceEach = (issues: readonly SeedIssue[]): SeedIssue[] => [
  ...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values(),
];
