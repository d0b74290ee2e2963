import type { KeyObject } from "node:crypto";
import type { SnapshotV1 } from "@socle/contracts";
import { compileBundle, formatSourceError } from "@socle/policies";
import { compileSnapshot } from "../../kernel/snapshot/compile-snapshot.js";
import type { Logger } from "../../kernel/logger.port.js";
import type { CompiledPolicies } from "../../kernel/policies.port.js";
import type { SnapshotHolder } from "../../kernel/snapshot/snapshot-holder.js";
import { openSignedSnapshot } from "./signed-snapshot.js";
import type { SnapshotRefusal, SyncObserver } from "../sync-observer.port.js";

export interface IntakePorts {
  readonly holder: SnapshotHolder;
  readonly publicKeys: readonly KeyObject[];
  readonly logger: Logger;
  readonly observer: SyncObserver;
}

/** `rules`: digest of the snapshot's own rules when they are in force, `null` when earlier ones had to be kept. */
export type Intake =
  | { readonly taken: true; readonly number: number; readonly rules: string | null }
  | { readonly taken: false; readonly reason: SnapshotRefusal };

/**
 * Decides whether a received text becomes the current snapshot. Rules that do not compile are not taken, and the rest
 * is: the previous rules stay in force over the new facts, because a suspension must not wait for a rule to be mended.
 */
export class SnapshotIntake {
  private policies: CompiledPolicies | null = null;

  constructor(private readonly ports: IntakePorts) {}

  take(text: string): Intake {
    const opened = openSignedSnapshot(text, this.ports.publicKeys);
    if (!opened.ok) return this.refuse(opened.reason);
    const { snapshot } = opened;
    if (snapshot.number <= this.heldNumber()) return this.refuse("older", snapshot.number);
    const taken = this.takeRules(snapshot);
    if (this.policies === null) return { taken: false, reason: "policies" };
    return this.swap(snapshot, this.policies, taken ? snapshot.policies.digest : null);
  }

  /** Compiles only the rules of a stored snapshot, so that a newer one whose rules are faulty can be taken over them. */
  takeRulesOf(text: string): void {
    const opened = openSignedSnapshot(text, this.ports.publicKeys);
    if (opened.ok) this.takeRules(opened.snapshot);
    else this.refuse(opened.reason);
  }

  private swap(snapshot: SnapshotV1, policies: CompiledPolicies, rules: string | null): Intake {
    const { holder, logger } = this.ports;
    try {
      holder.swap(compileSnapshot(snapshot, policies));
    } catch (error) {
      logger.error("snapshot.unusable", { number: snapshot.number, error: String(error) });
      return this.refuse("malformed", snapshot.number);
    }
    logger.info("snapshot.taken", { number: snapshot.number, bundle: policies.digest });
    return { taken: true, number: snapshot.number, rules };
  }

  private takeRules(snapshot: SnapshotV1): boolean {
    const { digest, files } = snapshot.policies;
    if (this.policies?.digest === digest) return true;
    const result = compileBundle(files);
    if (result.ok && result.bundle.digest === digest) {
      this.policies = result.bundle;
      return true;
    }
    const faults = result.ok
      ? ["digest differs: the two sides read the rules differently"]
      : result.errors.map(formatSourceError);
    this.ports.logger.error("policies.refused", {
      number: snapshot.number,
      kept: this.policies?.digest ?? null,
      faults,
    });
    this.ports.observer.snapshotRefused("policies");
    return false;
  }

  private heldNumber(): number {
    return this.ports.holder.current()?.source.number ?? Number.NEGATIVE_INFINITY;
  }

  private refuse(reason: SnapshotRefusal, number?: number): Intake {
    this.ports.observer.snapshotRefused(reason);
    // A number that is merely not newer is what a restarted control plane answers first.
    if (reason === "older") this.ports.logger.info("snapshot.refused", { reason, number, held: this.heldNumber() });
    else this.ports.logger.error("snapshot.refused", { reason, number });
    return { taken: false, reason };
  }
}
