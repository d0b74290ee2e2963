import type { PolicyBundleV1 } from "@socle/contracts";

/** A bundle on record: never changed, never removed. */
export interface KeptBundle {
  readonly source: PolicyBundleV1;
  readonly rules: number;
  readonly keptAt: Date;
  /** `actorRef` of who brought it first. */
  readonly keptBy: string;
}

/** A bundle that came into force. The last one is in force. */
export interface Activation {
  /** Consecutive from 1. */
  readonly number: number;
  readonly digest: string;
  readonly previousDigest: string;
  readonly proposalId: string;
  readonly at: Date;
  readonly proposedBy: string;
  readonly approvedBy: string;
  /** Of the simulation that its approver looked at; `null` for those from before any was asked for. */
  readonly simulationId: string | null;
  /** Why two people of the compliance cell let rules refuse what runs without having been observed. */
  readonly waiver: string | null;
}
