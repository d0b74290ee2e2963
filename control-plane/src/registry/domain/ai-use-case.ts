import type { DataLabel, ServiceClass, UseCaseState } from "@socle/contracts";
import type { Dossier } from "./dossier/dossier.js";
import type { EvidenceKind } from "./evidence.js";

export const DECISION_ROLES = ["none", "assist", "prepare", "decide_with_validation", "autonomous"] as const;
/** What the system does in a decision that concerns somebody. */
export type DecisionRole = (typeof DECISION_ROLES)[number];

export const STAFF_EFFECTS = ["none", "augmentation", "substitution"] as const;
/** What the system does to the work of the agents; `substitution` is one of the refusals of the plan. */
export type StaffEffect = (typeof STAFF_EFFECTS)[number];

export const CONVERGENCE_STATUSES = ["converge", "keep"] as const;

/** What becomes of an assistant beside the common one, and why; kept ones say what makes their environment special. */
export interface Convergence {
  readonly status: (typeof CONVERGENCE_STATUSES)[number];
  /** The use case that it converges to; `null` when it is kept. */
  readonly targetId: string | null;
  readonly reason: string;
  /** Day by which it has converged, or by which keeping it is looked at again. */
  readonly by: string | null;
}

/**
 * A use of AI that a ministry declared. Named `AiUseCase` in code, since a `UseCase` of the kernel is a verb of the
 * software; `use case` for everybody else.
 */
export interface AiUseCase {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly organisationId: string;
  readonly state: UseCaseState;
  /** State to come back to; set exactly while `state` is `suspended`. */
  readonly suspendedFrom: UseCaseState | null;
  readonly labels: readonly DataLabel[];
  readonly serviceClass: ServiceClass;
  readonly maxOutputTokens: number;
  readonly decisionRole: DecisionRole;
  readonly affectsIndividuals: boolean;
  readonly staffEffect: StaffEffect;
  readonly ownerEmail: string;
  /** Who watches the system, how, and what they can stop. */
  readonly oversight: string;
  /** Reference (number, link) of each piece that was provided. */
  readonly evidence: Readonly<Partial<Record<EvidenceKind, string>>>;
  /** Reference of the actor who declared it: a person's id, or `system:<name>`. */
  readonly declaredBy: string;
  readonly declaredAt: Date;
  /** Who wrote the present fields when that is not the declarant; they do not validate them either. */
  readonly amendedBy: string | null;
  readonly dossier: Dossier;
  /** For a ministry's own assistant: whether it gives way to the common one. */
  readonly convergence: Convergence | null;
  /** What took it over; only while `state` is `merged`. */
  readonly mergedInto: string | null;
  /** 1 at declaration, one more at each change. */
  readonly version: number;
}

/** One step of a use case's life; append-only. */
export interface UseCaseEvent {
  readonly id: string;
  readonly useCaseId: string;
  readonly organisationId: string;
  readonly at: Date;
  /** `null` for the declaration. */
  readonly from: UseCaseState | null;
  readonly to: UseCaseState;
  readonly by: string;
  readonly reason: string | null;
}
