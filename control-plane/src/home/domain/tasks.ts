import type { PersonActor, Role } from "../../kernel/actor.js";

export const TASK_KINDS = [
  "use_case.validate",
  "use_case.select",
  "use_case.confirm_change",
  "use_case.confirm_piece",
  "use_case.suspended",
  "key.validate",
  "key.approve",
  "key.collect",
  "key.expiring",
  "budget.nearly_spent",
  "pool.unallocated",
  "evaluation.due",
  "evaluation.publish",
  "evaluation.publish_independent",
  "model.validate",
  "model.decide",
  "model.ending",
  "shadow_tool.answer",
  "training.validate",
  "question.answer",
  "doctrine.publish",
  "derogation.endorse",
  "derogation.grant",
  "derogation.ending",
  "assessment.conclude",
  "assessment.redo",
  "review.condition",
  "alarm.look",
  "incident.notify",
  "incident.inform_provider",
  "incident.confirm",
  "incident.close",
  "policy.sign",
  "policy.approve",
  "policy.activated",
  "policy.observed",
  "campaign.answer",
  "campaign.consolidate",
  "declaration.correct",
  "declaration.validate",
  "declaration.review",
  "need.correct",
  "need.validate",
  "need.review",
  "roadmap.open",
  "roadmap.write",
  "roadmap.correct",
  "roadmap.validate",
  "roadmap.submit",
  "roadmap.review",
  "roadmap.consolidate",
  "roadmap.progress",
  "deadline.due",
  "sourcing.decide",
  "membership.confirm",
  "membership.confirm_end",
  "emergency.confirm",
  "emergency.lasts",
  "emergency.review",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** Something that waits for somebody, whoever it is. */
export interface WaitingItem {
  readonly kind: TaskKind;
  readonly subjectType:
    | ("UseCase" | "ApiKey" | "Budget" | "Pool" | "Evaluation" | "Model" | "ShadowTool" | "Training")
    | ("Question" | "Derogation" | "Assessment" | "Review" | "Incident" | "PolicyBundle" | "Request")
    | ("Campaign" | "Declaration" | "Roadmap" | "RoadmapExercise" | "PlanRecord" | "Membership" | "EmergencyAccess");
  readonly subjectId: string;
  readonly title: string;
  /** `null` for what belongs to the whole platform. */
  readonly organisationId: string | null;
  /** Ids from that organisation up to the root; empty with it. */
  readonly path: readonly string[];
  /** Person who declared it, where that matters. */
  readonly declaredBy: string | null;
  readonly detail: string | null;
  readonly dueAt: Date | null;
}

export interface Task extends Omit<WaitingItem, "path" | "declaredBy"> {
  readonly id: string;
}

/** Roles that each kind waits for. Ministry roles are waited for in their own subtree, the others everywhere. */
const WAITS_FOR: Readonly<Record<TaskKind, { readonly ministry: readonly Role[]; readonly state: readonly Role[] }>> = {
  "use_case.validate": { ministry: ["validator"], state: [] },
  "use_case.select": { ministry: [], state: ["ai_cell"] },
  "use_case.confirm_change": { ministry: ["validator"], state: [] },
  "use_case.confirm_piece": { ministry: [], state: ["ai_cell"] },
  "use_case.suspended": { ministry: ["declarant", "validator"], state: ["compliance"] },
  "key.validate": { ministry: ["validator"], state: [] },
  "key.approve": { ministry: [], state: ["ariane_operator"] },
  "key.collect": { ministry: ["declarant", "validator"], state: [] },
  "key.expiring": { ministry: ["declarant", "validator"], state: [] },
  "budget.nearly_spent": { ministry: ["declarant", "validator"], state: ["ariane_operator"] },
  "pool.unallocated": { ministry: [], state: ["ariane_operator"] },
  "evaluation.due": { ministry: ["declarant", "validator"], state: [] },
  "evaluation.publish": { ministry: ["validator"], state: [] },
  "evaluation.publish_independent": { ministry: [], state: ["ai_cell"] },
  "model.validate": { ministry: ["validator"], state: [] },
  "model.decide": { ministry: [], state: ["ariane_operator"] },
  "model.ending": { ministry: ["declarant", "validator"], state: [] },
  "shadow_tool.answer": { ministry: [], state: ["ai_cell"] },
  "training.validate": { ministry: ["validator"], state: [] },
  "question.answer": { ministry: [], state: ["compliance", "ai_cell"] },
  "doctrine.publish": { ministry: [], state: ["compliance"] },
  "derogation.endorse": { ministry: ["validator"], state: [] },
  "derogation.grant": { ministry: [], state: ["compliance"] },
  "derogation.ending": { ministry: ["declarant", "validator"], state: [] },
  "assessment.conclude": { ministry: ["validator"], state: [] },
  "assessment.redo": { ministry: ["declarant"], state: [] },
  "review.condition": { ministry: ["declarant", "validator"], state: ["compliance"] },
  "alarm.look": { ministry: ["declarant", "validator"], state: ["compliance"] },
  "incident.notify": { ministry: ["declarant", "validator"], state: ["compliance"] },
  "incident.inform_provider": { ministry: ["declarant", "validator"], state: ["compliance"] },
  "incident.confirm": { ministry: ["declarant", "validator"], state: ["compliance"] },
  "incident.close": { ministry: [], state: ["compliance"] },
  "policy.sign": { ministry: [], state: ["compliance"] },
  "policy.approve": { ministry: [], state: ["compliance", "ariane_operator"] },
  "policy.activated": { ministry: [], state: ["compliance"] },
  "policy.observed": { ministry: [], state: ["compliance"] },
  "campaign.answer": { ministry: ["declarant"], state: [] },
  "campaign.consolidate": { ministry: [], state: ["ariane_operator"] },
  "declaration.correct": { ministry: ["declarant"], state: [] },
  "declaration.validate": { ministry: ["validator"], state: [] },
  "declaration.review": { ministry: [], state: ["ariane_operator"] },
  "need.correct": { ministry: ["declarant"], state: [] },
  "need.validate": { ministry: ["validator"], state: [] },
  "need.review": { ministry: [], state: ["ariane_operator"] },
  "roadmap.open": { ministry: ["declarant"], state: [] },
  "roadmap.write": { ministry: ["declarant"], state: [] },
  "roadmap.correct": { ministry: ["declarant"], state: [] },
  "roadmap.validate": { ministry: ["validator"], state: [] },
  "roadmap.submit": { ministry: ["validator"], state: [] },
  "roadmap.review": { ministry: [], state: ["ariane_operator"] },
  "roadmap.consolidate": { ministry: [], state: ["ariane_operator"] },
  "roadmap.progress": { ministry: ["declarant"], state: [] },
  "deadline.due": { ministry: [], state: ["ai_cell"] },
  "sourcing.decide": { ministry: ["validator"], state: [] },
  "membership.confirm": { ministry: [], state: ["compliance"] },
  "membership.confirm_end": { ministry: [], state: ["compliance"] },
  "emergency.confirm": { ministry: [], state: ["compliance", "ariane_operator"] },
  "emergency.lasts": { ministry: [], state: ["compliance", "auditor"] },
  "emergency.review": { ministry: [], state: ["compliance"] },
};

/** Kinds whose act takes somebody else than whoever declared, and no contractor. */
const DECISIONS: readonly TaskKind[] = [
  "key.validate",
  "key.approve",
  "use_case.validate",
  "use_case.select",
  "use_case.confirm_change",
  "use_case.confirm_piece",
  "evaluation.publish",
  "evaluation.publish_independent",
  "model.validate",
  "model.decide",
  "training.validate",
  "derogation.endorse",
  "derogation.grant",
  "assessment.conclude",
  "policy.sign",
  "policy.approve",
  "declaration.validate",
  "need.validate",
  "roadmap.validate",
  "sourcing.decide",
  "membership.confirm",
  "membership.confirm_end",
  "emergency.confirm",
  "emergency.review",
];

/** Kinds whose act is for whoever asked, alone. */
const OWN: readonly TaskKind[] = ["key.collect"];

/** Kinds of which whoever asked is told beside those roles. */
const ALSO_OWN: readonly TaskKind[] = ["policy.observed"];

/** Several bodies may be waited for over one subject of these: their tasks are told apart by the body. */
const SHARED: readonly WaitingItem["subjectType"][] = ["Campaign"];

/** What this person is waited for, by role: what has a date first, soonest first, then by kind and title. */
export function tasksFor(actor: PersonActor, items: readonly WaitingItem[]): readonly Task[] {
  return items
    .filter((item) => isWaitedFor(actor, item))
    .map(({ path: _path, declaredBy: _declaredBy, ...item }) => ({ ...item, id: idOf(item) }))
    .sort(byUrgency);
}

const idOf = ({
  kind,
  subjectType,
  subjectId,
  organisationId,
}: Task | Omit<WaitingItem, "path" | "declaredBy">): string =>
  [kind, subjectId, ...(SHARED.includes(subjectType) && organisationId !== null ? [organisationId] : [])].join(":");

function isWaitedFor(actor: PersonActor, item: WaitingItem): boolean {
  const { ministry, state } = WAITS_FOR[item.kind];
  if (ALSO_OWN.includes(item.kind) && item.declaredBy === actor.id) return true;
  if (OWN.includes(item.kind) && item.declaredBy !== actor.id) return false;
  if (DECISIONS.includes(item.kind) && (item.declaredBy === actor.id || actor.contractor)) return false;
  return actor.memberships.some(
    ({ role, organisationId }) =>
      state.includes(role) || (ministry.includes(role) && item.path.includes(organisationId)),
  );
}

function byUrgency(left: Task, right: Task): number {
  const due = (task: Task): number => task.dueAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
  const rank = (task: Task): number => TASK_KINDS.indexOf(task.kind);
  return due(left) - due(right) || rank(left) - rank(right) || left.title.localeCompare(right.title, "fr");
}
