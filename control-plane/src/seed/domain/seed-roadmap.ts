import { z } from "zod";

/**
 * Roadmaps in a seed file. Their shape stands here, so that an unknown key is a mistake with its line; words and bounds
 * are the room's, which checks them when the file is applied.
 */
const text = (max: number) => z.string().trim().max(max);
const name = text(200).min(1);
const day = z.iso.date();
const instant = z
  .string()
  .refine((value) => /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value)), "a date such as 2026-10-15")
  .transform((value) => new Date(value).toISOString());
const euros = z.number().int().nonnegative();
const count = z.number().int().nonnegative();

const action = z.strictObject({
  /** What other actions call it; its title when left out. */
  name: text(300).min(1).nullish(),
  type: z.string(),
  title: name,
  owner: name,
  start: day,
  end: day,
  oneOffCostEuros: euros.default(0),
  runDeltaEuros: z.number().int().default(0),
  internalCostEuros: euros.default(0),
  source: text(2000).default(""),
  usersMigrated: count.default(0),
  usersTotal: count.default(0),
  after: z.array(text(300)).default([]),
  blocker: text(2000).default(""),
  risk: z.string().default("medium"),
  evidence: text(2000).default(""),
  milestones: z.array(z.strictObject({ title: name, due: day, reached: z.boolean().default(false) })).default([]),
  progress: z.string().default("planned"),
});

const exitPlan = z.strictObject({
  exportFormat: name,
  escrow: z.boolean().default(false),
  reversibilityClause: z.boolean().default(false),
  durationDays: z.number().int().positive(),
  costEuros: euros.default(0),
  exercises: z
    .array(z.strictObject({ date: day, outcome: z.string(), days: count, findings: text(2000).default("") }))
    .default([]),
});

const mark = z.number().int().min(0).max(4);
const dependency = z.strictObject({
  domain: z.string(),
  product: name,
  vendor: name,
  vendorCountry: z.string(),
  contractReference: name.nullish(),
  licences: count.nullish(),
  users: count.nullish(),
  annualCostEuros: euros,
  source: text(2000).default(""),
  renewalDate: day.nullish(),
  noticeDate: day.nullish(),
  criticality: z.string(),
  essential: z.boolean().default(false),
  labels: z.array(z.string()).default([]),
  deployment: z.string(),
  substitutes: text(2000).default(""),
  lockIn: text(2000).default(""),
  aiGrowth: z.boolean().default(false),
  criteria: z.strictObject({ immunity: mark, substitutability: mark, control: mark }).nullish(),
  sovereignty: z
    .array(z.strictObject({ objective: z.string(), points: z.number(), maxPoints: z.number(), seal: mark }))
    .default([]),
  target: z.string().nullish(),
  targetProduct: name.nullish(),
  replacementSource: z.string().nullish(),
  targetSeal: mark.nullish(),
  targetDate: day.nullish(),
  actions: z.array(action).default([]),
  exitPlan: exitPlan.nullish(),
});

const year = z.number().int().min(2025).max(2100);

export const seedRoadmap = z.strictObject({
  organisation: z.string(),
  year,
  state: z.string().default("draft"),
  /** E-mail of a person of this file. */
  declaredBy: z.email().nullish(),
  submittedAt: instant.nullish(),
  dependencies: z.array(dependency).default([]),
  plannedSpend: z.array(z.strictObject({ year, domain: z.string(), euros })).default([]),
  trajectory: z
    .array(z.strictObject({ year, sovereignUsersPct: z.number(), sensitiveOnQualifiedPct: z.number() }))
    .default([]),
});

/** A figure of the plan that roadmaps are measured against. */
export const seedRoadmapReference = z.strictObject({
  year,
  label: name,
  kind: z.enum(["spend", "saving"]).default("spend"),
  vendor: name.nullish(),
  domain: z.string().nullish(),
  euros,
  source: text(2000).min(1),
});

export type SeedRoadmap = z.output<typeof seedRoadmap>;
export type SeedDependency = SeedRoadmap["dependencies"][number];
export type SeedAction = SeedDependency["actions"][number];

/** Titles as an export names actions: a title that stands for the second time gets a number. */
export function namedOnce(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    let called = title;
    for (let n = 2; taken.has(called); n += 1) called = `${title} (${String(n)})`;
    taken.add(called);
    return called;
  });
}

/** The roadmap with the names that an export gives its actions, which the registry does not keep. */
export function renamed(roadmap: SeedRoadmap): SeedRoadmap {
  const actions = roadmap.dependencies.flatMap((line) => line.actions);
  const called = namedOnce(actions.map(({ title }) => title));
  const now = new Map(actions.map((action, index) => [actionName(action), called[index] ?? action.title]));
  const again = (action: SeedAction): SeedAction => {
    const name = now.get(actionName(action));
    const after = action.after.map((other) => now.get(other) ?? other);
    return { ...action, name: name === action.title ? null : name, after };
  };
  return {
    ...roadmap,
    dependencies: roadmap.dependencies.map((line) => ({ ...line, actions: line.actions.map(again) })),
  };
}

/** What other actions of its roadmap call it. */
export const actionName = ({ name: given, title }: Pick<SeedAction, "name" | "title">): string => given ?? title;
