import type { ActivationLine, DerogationLine, OverdueLine } from "./compliance-register.js";
import type { KeyHygiene } from "./key-hygiene.js";
import type { LabelMatrix } from "./label-matrix.js";
import type { LogStanding } from "./log-standing.js";
import type { Reconciliation } from "./reconciliation.js";

/** Whole Paris days, both included, as ISO days; and the instants that they are. */
export interface AuditPeriod {
  readonly fromDay: string;
  readonly toDay: string;
  readonly from: Date;
  /** First instant after the period. */
  readonly to: Date;
}

/** What a rule did in the period. Requests are counted once for each rule, whatever the pools. */
export interface RuleDenials {
  readonly rule: string;
  readonly version: number;
  readonly code: string;
  /** Requests in which it closed a pool. */
  readonly constrained: number;
  /** Those of them that no pool was left for. */
  readonly refused: number;
  /** Requests in which it fired and decided nothing: by a derogation, and because it is only watched. */
  readonly derogated: number;
  readonly shadowed: number;
}

export interface CodeCount {
  readonly code: string;
  readonly requests: number;
}

/** A bundle of rules that decided requests of the period. */
export interface BundleUse {
  readonly digest: string;
  readonly requests: number;
  /** Those of them that no pool was left for. */
  readonly denied: number;
  readonly first: Date;
  readonly last: Date;
}

/** A running use case, and what it no longer meets. */
export interface IncompleteUseCase {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly state: string;
  /** Codes of conditions of the life cycle. */
  readonly missing: readonly string[];
  /** ISO day by which it had to be evaluated again, when that day is past. */
  readonly evaluationOverdueSince: string | null;
}

/** An act of governance that an auditor looks at: rules, derogations, suspensions, keys. */
export interface GovernanceCount {
  readonly act: string;
  readonly count: number;
}

/** A request drawn by lot, which the reader can have explained and proven. */
export interface SampledDecision {
  readonly decisionId: string;
  readonly at: Date;
  readonly organisationId: string;
  readonly organisation: string;
  readonly useCase: string | null;
  readonly outcome: string;
  readonly code: string | null;
  /** `replica/epoch/sequence`, which its receipt is asked by. */
  readonly entryId: string;
  /** Its place in the log; null while it waits for one. */
  readonly index: number | null;
}

/** A role that was lent in an emergency, and what was done while it lasted. */
export interface EmergencyLine {
  readonly id: string;
  readonly holder: string;
  readonly role: string;
  readonly organisation: string;
  readonly reason: string;
  /** Who lent it, as the journal names people. */
  readonly lentBy: string;
  readonly from: Date;
  readonly to: Date;
  /** Acts of the journal by name, in the order of their first. */
  readonly acts: readonly GovernanceCount[];
  /** What the compliance cell found of it; null until somebody of it has looked. */
  readonly finding: string | null;
}

/** Everything that was read, of one moment. */
export interface AuditFigures {
  readonly matrix: LabelMatrix;
  readonly denials: readonly RuleDenials[];
  readonly refusals: readonly CodeCount[];
  readonly bundles: readonly BundleUse[];
  readonly activations: readonly ActivationLine[];
  readonly derogations: readonly DerogationLine[];
  readonly overdue: readonly OverdueLine[];
  readonly incomplete: readonly IncompleteUseCase[];
  readonly keys: KeyHygiene;
  readonly governance: readonly GovernanceCount[];
  readonly emergencies: readonly EmergencyLine[];
  readonly samples: readonly SampledDecision[];
  readonly reconciliation: Reconciliation;
}

export interface AuditReport extends AuditFigures {
  readonly period: AuditPeriod;
  readonly computedAt: Date;
  /** One for each log, in the order `inference`, `governance`; none where no log is kept. */
  readonly logs: readonly LogStanding[];
}
