import { OF_BODIES } from "./of-bodies.js";
import { OF_THE_STATE } from "./of-the-state.js";
import type { PlanKind } from "./plan-kind.js";

/** What the plan "Notre IA" names and no other part of Socle keeps, by kind. Shown in this order. */
export const PLAN_KINDS = { ...OF_THE_STATE, ...OF_BODIES } as const;

export type PlanKindName = keyof typeof PLAN_KINDS;
export const PLAN_KIND_NAMES = Object.keys(PLAN_KINDS) as readonly PlanKindName[];
/** The table itself, its rows alike: for those who read whatever kind they are given. */
export const planKind = (name: PlanKindName): PlanKind => PLAN_KINDS[name];
