import type { PersonActor, Role } from "../../kernel/actor.js";
import type { Action, SubjectName } from "../../kernel/use-case.js";

/** What must hold, beside the role, for a grant to apply. */
export type GrantCondition =
  | "not-own-declaration"
  | "not-own-request"
  | "not-own-organisation"
  | "not-contractor"
  | "mfa"
  /** What is about technique, not about law or ethics. */
  | "technical"
  /** What its authors have published. */
  | "published";

export interface Grant {
  readonly role: Role;
  readonly actions: readonly Action[];
  readonly subjects: readonly SubjectName[];
  readonly conditions: readonly GrantCondition[];
}

/** What the compliance cell keeps; rows of a ministry are cut to its scope by the database. */
const COMPLIANCE_READS: readonly SubjectName[] = [
  ...(["PolicyBundle", "Simulation", "Question", "Review", "Assessment"] as const),
  ...(["Derogation", "Incident", "Opinion"] as const),
];
/** What the plan says to all, and what each body keeps of it. */
const PLAN_OF_THE_STATE: readonly SubjectName[] = [
  ...(["Deadline", "Partnership", "Standard", "FrameworkAgreement"] as const),
  ...(["LabelExtension", "UsageGuide", "Indicator", "TrainingOffer"] as const),
];
const PLAN_OF_BODIES: readonly SubjectName[] = ["SourcingDecision", "Lever", "AuditMission", "Contact"];
/** What a ministry reads of itself; who holds which role is for those who give roles and for those who control. */
const MINISTRY_READS: readonly SubjectName[] = [
  "Organisation",
  "UseCase",
  "Application",
  "ApiKey",
  "Model",
  "Pool",
  "Deployment",
  "Allocation",
  "Budget",
  "Usage",
  "Decision",
  "GovernanceEvent",
  "Roadmap",
  "Campaign",
  "CapacityDeclaration",
  "CapacityNeed",
  "Selection",
  "Evaluation",
  "ShadowTool",
  "Training",
  "Brick",
  "Round",
  "Consolidation",
  "ThroughputProfile",
  ...COMPLIANCE_READS,
  ...PLAN_OF_THE_STATE,
  ...PLAN_OF_BODIES,
];
/** Aggregates, each use case with what was found on it, roadmaps; no key, no person, no single request. */
const COMMITTEE_READS: readonly SubjectName[] = [
  "Organisation",
  "UseCase",
  "Model",
  "Pool",
  "Deployment",
  "Allocation",
  "Budget",
  "Usage",
  "Campaign",
  "Selection",
  "Evaluation",
  "Brick",
  "Round",
  "Consolidation",
  "ThroughputProfile",
  "Roadmap",
  ...(["PolicyBundle", "Assessment", "Derogation", "Incident", "Opinion"] as const),
  ...PLAN_OF_THE_STATE,
];
/** The shareable catalogue, for those outside the State's administration who spread its practices. */
const OBSERVER_READS: readonly SubjectName[] = ["Organisation", "Brick", "Opinion", ...PLAN_OF_THE_STATE];
const CELL_READS = MINISTRY_READS.filter((subject) => subject !== "Decision");
/** Those who control read who does what, and how it is kept. */
const CONTROL_READS: readonly SubjectName[] = [
  ...MINISTRY_READS,
  ...(["Membership", "EmergencyAccess", "AuditReport", "TransparencyLog"] as const),
];
/** What ministries answer a capacity campaign with. */
const CAPACITY: readonly SubjectName[] = ["CapacityDeclaration", "CapacityNeed"];
const PLATFORM: readonly SubjectName[] = ["Model", "Pool", "Deployment"];
/** An agent of the administration, who signed in with a second factor. */
const VOUCHED: readonly GrantCondition[] = ["not-contractor", "mfa"];
const APPROVAL: readonly GrantCondition[] = ["not-own-declaration", ...VOUCHED];
/** Nobody decides for the body they belong to. */
const ELSEWHERE: readonly GrantCondition[] = ["not-own-organisation", ...VOUCHED];

/** Who may break the glass: whoever acts at other times. Auditors, the committee and observers only watch. */
export const EMERGENCY_ASKERS = [
  ...(["declarant", "validator", "ariane_operator"] as const),
  ...(["ai_cell", "dsp", "dgafp", "compliance"] as const),
] satisfies readonly Role[];

const grant = (
  role: Role,
  actions: readonly Action[],
  subjects: readonly SubjectName[],
  conditions: readonly GrantCondition[] = [],
): Grant => ({ role, actions, subjects, conditions });

/**
 * Who may do what: the one source of the abilities, of the committed matrix and of the separation-of-duties tests.
 * Ministry roles act on their organisation's subtree, the others on the whole tree (`reachesWholeTree`).
 */
export const ROLE_MATRIX: readonly Grant[] = [
  grant("declarant", ["read"], MINISTRY_READS),
  grant("declarant", ["declare", "update"], ["UseCase"]),
  grant("declarant", ["register"], ["Application"]),
  grant("declarant", ["declare"], ["ApiKey"]),
  grant("declarant", ["issue"], ["ApiKey"], VOUCHED),
  grant("declarant", ["declare", "update"], ["Roadmap"]),
  grant("declarant", ["declare", "update", "comment"], CAPACITY),

  grant("declarant", ["declare"], ["Model", "Brick"]),
  grant("declarant", ["declare", "update"], ["Evaluation", "ShadowTool", "Training"]),
  grant("declarant", ["declare"], ["Round"]),

  grant("declarant", ["declare"], ["Question", "Derogation"]),
  grant("declarant", ["declare", "update"], ["Assessment", "Incident"]),
  grant("declarant", ["declare", "update"], ["SourcingDecision", "Lever", "Contact"]),

  grant("validator", ["read"], [...MINISTRY_READS, "Membership", "EmergencyAccess"]),
  grant("validator", ["declare"], ["PolicyBundle", "Question"]),
  grant("validator", ["simulate"], ["PolicyBundle"], ["not-contractor"]),
  grant("validator", ["validate"], ["Assessment", "Derogation", "Incident"], APPROVAL),
  grant("validator", ["validate"], ["Round"], APPROVAL),
  grant("validator", ["validate"], ["SourcingDecision"], APPROVAL),
  grant("validator", ["validate"], ["Evaluation", "Training"], APPROVAL),
  grant("validator", ["validate"], ["UseCase", "Model"], APPROVAL),
  grant("validator", ["validate"], ["Roadmap"], APPROVAL),
  grant("validator", ["validate"], CAPACITY, APPROVAL),
  grant("validator", ["comment"], CAPACITY),
  grant("validator", ["register"], ["Application"], ["not-contractor"]),
  grant("validator", ["declare"], ["ApiKey"]),
  grant("validator", ["validate"], ["ApiKey"], APPROVAL),
  grant("validator", ["issue"], ["ApiKey"], VOUCHED),
  grant("validator", ["revoke"], ["ApiKey"], ["not-contractor"]),
  grant("validator", ["manage"], ["Membership"], VOUCHED),

  grant("ariane_operator", ["read"], [...MINISTRY_READS, "Membership", "EmergencyAccess", "AuditReport"]),
  grant("ariane_operator", ["manage", "register", "update"], PLATFORM, VOUCHED),
  grant("ariane_operator", ["grant"], ["Model"], APPROVAL),
  grant("ariane_operator", ["manage"], ["Brick"], VOUCHED),
  grant("ariane_operator", ["deploy"], ["Deployment"], VOUCHED),
  grant("ariane_operator", ["review"], ["Roadmap"], ELSEWHERE),
  grant("ariane_operator", ["manage"], ["Campaign"], VOUCHED),
  grant("ariane_operator", ["manage"], ["Consolidation"], VOUCHED),
  grant("ariane_operator", ["review"], ["Consolidation"], ["not-own-request", "not-contractor", "mfa"]),
  grant("ariane_operator", ["comment"], ["Consolidation"]),
  grant("ariane_operator", ["register"], ["ThroughputProfile"], VOUCHED),
  grant("ariane_operator", ["review"], CAPACITY, [...APPROVAL, "not-own-organisation"]),
  grant("ariane_operator", ["comment"], CAPACITY),
  grant("ariane_operator", ["grant"], ["ApiKey"], [...APPROVAL, "not-own-organisation"]),
  grant("ariane_operator", ["grant"], ["Allocation"], ELSEWHERE),
  grant("ariane_operator", ["declare", "comment"], ["Round"]),
  grant("ariane_operator", ["validate", "review", "update", "grant", "manage"], ["Round"], ELSEWHERE),
  grant("ariane_operator", ["set"], ["Budget"], ELSEWHERE),
  grant("ariane_operator", ["manage"], ["Organisation", "Membership"], VOUCHED),
  grant("ariane_operator", ["validate"], ["EmergencyAccess"], [...APPROVAL, "not-own-organisation"]),
  grant("ariane_operator", ["validate"], ["PolicyBundle"], APPROVAL),
  grant("ariane_operator", ["simulate"], ["PolicyBundle"], ["not-contractor"]),
  grant("ariane_operator", ["answer"], ["Question"], ["technical", "not-contractor"]),
  grant("ariane_operator", ["declare", "update"], ["Incident"]),
  grant("ariane_operator", ["declare", "update"], ["Deadline", "Partnership", "Standard", "LabelExtension"]),

  grant("ai_cell", ["read"], CELL_READS),
  grant("ai_cell", ["declare", "simulate"], ["PolicyBundle"], ["not-contractor"]),
  grant("ai_cell", ["answer"], ["Question"]),
  grant("ai_cell", ["comment"], CAPACITY),
  grant("ai_cell", ["comment"], ["Consolidation"]),
  grant("ai_cell", ["comment"], ["Round"]),
  grant("ai_cell", ["grant"], ["Round"], ELSEWHERE),
  grant("ai_cell", ["select"], ["UseCase"], [...APPROVAL, "not-own-organisation"]),
  grant("ai_cell", ["declare", "update"], ["Evaluation"]),
  grant("ai_cell", ["select"], ["Evaluation"], [...APPROVAL, "not-own-organisation"]),
  grant("ai_cell", ["select"], ["ShadowTool"]),
  grant("ai_cell", ["declare", "update"], ["Deadline", "FrameworkAgreement", "UsageGuide"]),
  grant("ai_cell", ["declare", "update"], ["Indicator", "TrainingOffer", "Lever"]),
  grant("ai_cell", ["set"], ["Selection"], VOUCHED),

  // Two directorates of the cell, each with the records that the plan gives to it.
  grant("dsp", ["read"], CELL_READS),
  grant("dsp", ["declare", "update"], ["Evaluation", "Indicator"]),
  grant("dsp", ["select"], ["Evaluation"], [...APPROVAL, "not-own-organisation"]),
  grant("dgafp", ["read"], CELL_READS),
  grant("dgafp", ["declare", "update"], ["FrameworkAgreement", "TrainingOffer", "Indicator"]),

  grant("compliance", ["read"], CONTROL_READS),
  grant("compliance", ["erase"], ["TransparencyLog"], ["not-own-request", "not-contractor", "mfa"]),
  grant("compliance", ["declare", "simulate"], ["PolicyBundle"], ["not-contractor"]),
  grant("compliance", ["validate"], ["PolicyBundle", "Membership"], APPROVAL),
  grant("compliance", ["validate"], ["UsageGuide", "AuditMission"], APPROVAL),
  grant("compliance", ["declare", "update"], ["AuditMission"], ["not-contractor"]),
  grant("compliance", ["answer", "publish"], ["Question"], ["not-contractor"]),
  grant("compliance", ["declare", "update"], ["Review", "Incident"], ["not-contractor"]),
  grant("compliance", ["review"], ["Review", "Assessment", "Derogation", "Incident"], ELSEWHERE),
  grant("compliance", ["grant"], ["Derogation"], [...APPROVAL, "not-own-organisation"]),
  grant("compliance", ["revoke"], ["Derogation"], VOUCHED),
  grant("compliance", ["publish"], ["Opinion"], ["not-contractor"]),
  grant("compliance", ["comment"], CAPACITY),
  grant("compliance", ["comment"], ["Consolidation"]),
  grant("compliance", ["comment"], ["Round"]),
  grant("compliance", ["suspend"], ["UseCase"], VOUCHED),
  grant("compliance", ["resume"], ["UseCase"], ELSEWHERE),
  grant("compliance", ["suspend"], ["Model", "Pool"], VOUCHED),
  grant("compliance", ["resume"], ["Pool"], APPROVAL),
  grant("compliance", ["revoke"], ["ApiKey"], ["not-contractor"]),
  grant("compliance", ["validate", "review"], ["EmergencyAccess"], APPROVAL),
  grant("compliance", ["revoke"], ["EmergencyAccess"], VOUCHED),

  grant("committee", ["read"], COMMITTEE_READS),
  grant("committee", ["read"], ["Question"], ["published"]),
  grant("committee", ["declare"], ["Opinion"], ["not-contractor"]),
  grant("committee", ["update"], ["Opinion"], APPROVAL),
  grant("auditor", ["read"], CONTROL_READS),
  grant("auditor", ["simulate"], ["PolicyBundle"], ["not-contractor"]),
  grant("observer", ["read"], OBSERVER_READS),

  ...EMERGENCY_ASKERS.map((role) => grant(role, ["declare"], ["EmergencyAccess"], VOUCHED)),
];

/** What no emergency changes: who judges, by which rules, what is remembered of it. */
const KEPT_FROM_EMERGENCIES: readonly SubjectName[] = [
  ...(["Organisation", "Membership", "EmergencyAccess"] as const),
  ...(["PolicyBundle", "TransparencyLog", "AuditReport"] as const),
];

/** Whether a grant is one of this membership's: an emergency lends a role without what would outlast it. */
export const isGrantedBy = ({ role, actions, subjects }: Grant, held: PersonActor["memberships"][number]): boolean =>
  role === held.role &&
  (held.emergency === undefined ||
    actions.every((action) => action === "read") ||
    !subjects.some((subject) => KEPT_FROM_EMERGENCIES.includes(subject)));

/** Grants that speak of this action on this kind of thing, whoever holds them. */
export const grantsFor = (action: Action, subject: SubjectName): readonly Grant[] =>
  ROLE_MATRIX.filter((each) => each.actions.includes(action) && each.subjects.includes(subject));
