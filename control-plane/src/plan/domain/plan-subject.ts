import { PLAN_KINDS, type PlanKindName } from "@socle/contracts";
import type { SubjectName } from "../../kernel/use-case.js";

/** What authorisation knows a record as, by its kind: who may write which is in the role matrix. */
export const planSubject = (kind: PlanKindName): SubjectName => PLAN_KINDS[kind].subject;
