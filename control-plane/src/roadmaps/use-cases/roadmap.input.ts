import { DATA_LABELS } from "@socle/contracts";
import { z } from "zod";
import {
  DEPENDENCY_CRITICALITIES,
  DEPENDENCY_DEPLOYMENTS,
  DEPENDENCY_DOMAINS,
  DEPENDENCY_TARGETS,
  REPLACEMENT_SOURCES,
} from "../domain/dependency.js";
import { HIGHEST_MARK } from "../domain/circular-criteria.js";
import { EXERCISE_OUTCOMES } from "../domain/exit-plan.js";
import { TRAJECTORY_YEARS } from "../domain/readiness.js";
import { ACTION_PROGRESS, ACTION_RISKS, ACTION_TYPES } from "../domain/roadmap-action.js";
import { SOVEREIGNTY_OBJECTIVES } from "../domain/sovereignty-score.js";

/** One line costs at most a hundred thousand million euros, so that sums over the State stay exact. */
const MAX_EUROS = 100_000_000_000;
const MAX_PEOPLE = 10_000_000;

export const roadmapId = z.string().trim().min(1).max(64);
export const version = z.number().int().min(1);
export const reason = z.string().trim().min(3, "Say why in at least 3 characters.").max(2000);
export const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null);
const day = z.iso.date("A day of the calendar, as 2027-03-31.");
export const euros = z.number().int("Whole euros.").min(0).max(MAX_EUROS);
const people = z.number().int().min(0).max(MAX_PEOPLE);
const text = z.string().trim().max(2000);
export const name = z.string().trim().min(1).max(200);
const mark = z.number().int().min(0).max(HIGHEST_MARK);
const year = z.number().int().min(TRAJECTORY_YEARS.first).max(TRAJECTORY_YEARS.last);

const objective = z
  .object({
    objective: z.enum(SOVEREIGNTY_OBJECTIVES),
    points: z.number().min(0).max(1000),
    maxPoints: z.number().positive().max(1000),
    seal: z.number().int().min(0).max(4),
  })
  .refine(({ points, maxPoints }) => points <= maxPoints, { path: ["points"], message: "No more than maxPoints." });

export const dependency = z
  .object({
    domain: z.enum(DEPENDENCY_DOMAINS),
    product: name,
    vendor: name,
    vendorCountry: z.string().regex(/^[A-Z]{2}$/, "Two capital letters, as FR."),
    contractReference: orNull(name),
    licences: orNull(people),
    users: orNull(people),
    annualCostEuros: euros,
    source: text.default(""),
    renewalDate: orNull(day),
    noticeDate: orNull(day),
    criticality: z.enum(DEPENDENCY_CRITICALITIES),
    essential: z.boolean(),
    labels: z.array(z.enum(DATA_LABELS)).max(DATA_LABELS.length),
    deployment: z.enum(DEPENDENCY_DEPLOYMENTS),
    substitutes: text.default(""),
    lockIn: text.default(""),
    aiGrowth: z.boolean().default(false),
    criteria: orNull(z.object({ immunity: mark, substitutability: mark, control: mark })),
    sovereignty: z.array(objective).max(SOVEREIGNTY_OBJECTIVES.length).default([]),
    target: orNull(z.enum(DEPENDENCY_TARGETS)),
    targetProduct: orNull(name),
    replacementSource: orNull(z.enum(REPLACEMENT_SOURCES)),
    targetSeal: orNull(z.number().int().min(0).max(4)),
    targetDate: orNull(day),
  })
  .refine(({ noticeDate, renewalDate }) => noticeDate === null || renewalDate === null || noticeDate <= renewalDate, {
    path: ["noticeDate"],
    message: "Notice is given before the renewal.",
  })
  .refine(({ sovereignty }) => new Set(sovereignty.map((each) => each.objective)).size === sovereignty.length, {
    path: ["sovereignty"],
    message: "Each objective once.",
  });

const milestone = z.object({ title: name, due: day, reached: z.boolean().default(false) });

const actionFields = {
  type: z.enum(ACTION_TYPES),
  title: name,
  owner: name,
  start: day,
  end: day,
  oneOffCostEuros: euros,
  runDeltaEuros: z.number().int("Whole euros.").min(-MAX_EUROS).max(MAX_EUROS),
  internalCostEuros: euros.default(0),
  source: text.default(""),
  usersMigrated: people.default(0),
  usersTotal: people.default(0),
  blocker: text.default(""),
  risk: z.enum(ACTION_RISKS),
  evidence: text.default(""),
  milestones: z.array(milestone).max(50).default([]),
  progress: z.enum(ACTION_PROGRESS).default("planned"),
};

interface Bounded {
  readonly start: string;
  readonly end: string;
  readonly usersMigrated: number;
  readonly usersTotal: number;
}

const inOrder = <T extends Bounded>(type: z.ZodType<T>): z.ZodType<T> =>
  type
    .refine(({ start, end }) => start <= end, { path: ["end"], message: "Not before its start." })
    .refine(({ usersMigrated, usersTotal }) => usersMigrated <= usersTotal, {
      path: ["usersMigrated"],
      message: "No more than usersTotal.",
    });

export const action = inOrder(
  z.object({ dependencyId: roadmapId, after: z.array(roadmapId).max(50).default([]), ...actionFields }),
);

/** An action in a file, where names stand for ids; it belongs to the dependency that it is written in. */
export const namedAction = inOrder(
  z.object({
    name: z.string().min(1).max(300),
    after: z.array(z.string().max(300)).max(50).default([]),
    ...actionFields,
  }),
);

export const progress = z.object({
  progress: z.enum(ACTION_PROGRESS),
  usersMigrated: people,
  blocker: text.default(""),
  evidence: text.default(""),
});

export const exitPlan = z.object({
  dependencyId: roadmapId,
  exportFormat: name,
  escrow: z.boolean(),
  reversibilityClause: z.boolean(),
  durationDays: z.number().int().min(1).max(10_000),
  costEuros: euros,
});

export const exercise = z.object({
  date: day,
  outcome: z.enum(EXERCISE_OUTCOMES),
  days: z.number().int().min(0).max(10_000),
  findings: text.default(""),
});

const percent = z.number().min(0).max(100);
export const plannedSpend = z.array(z.object({ year, domain: z.enum(DEPENDENCY_DOMAINS), euros })).max(200);
export const trajectory = z
  .array(z.object({ year, sovereignUsersPct: percent, sensitiveOnQualifiedPct: percent }))
  .max(TRAJECTORY_YEARS.last - TRAJECTORY_YEARS.first + 1);
