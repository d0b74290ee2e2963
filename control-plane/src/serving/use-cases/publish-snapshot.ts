import type { PolicyBundleV1, SnapshotV1 } from "@socle/contracts";
import { systemActor } from "../../kernel/actor.js";
import { contentDigest, isDue, numbered, type PublishedSnapshot } from "../domain/snapshot.js";
import { factSources, type FactSource } from "../domain/fact-sources.js";
import type { FactArchive } from "../ports/fact-archive.port.js";
import type { PolicySource } from "../ports/policy-source.port.js";
import type { PublicationTransactions } from "../ports/publication-transactions.port.js";
import type { SnapshotSigner } from "../ports/snapshot-signer.port.js";
import type { SnapshotSources } from "../ports/snapshot-sources.port.js";
import type { SnapshotStore } from "../ports/snapshot-store.port.js";
import { composeSnapshot } from "./compose-snapshot.js";

export interface PublishPorts {
  readonly transactions: PublicationTransactions;
  readonly sources: SnapshotSources;
  readonly policies: PolicySource;
  readonly signer: SnapshotSigner;
  readonly store: SnapshotStore;
  readonly archive: FactArchive;
}

export interface Publication {
  /** The latest snapshot, whether this call or another one published it. */
  readonly snapshot: PublishedSnapshot;
  readonly fresh: boolean;
  /** Why the present policy files are not in it; `null` when they are. */
  readonly policyFault: string | null;
  /** Milliseconds after which rights begin or end by their date, so that another one is due; `null` when none does. */
  readonly turnsInMs: number | null;
}

/** Announced on the change channel when a snapshot was stored. */
export const PUBLISH_SNAPSHOT = "serving.publish-snapshot";
const ACTOR = systemActor("snapshot-publisher");
const ATTEMPTS = 5;

/**
 * Brings the published snapshot up to date. Not a journalled use case: it decides nothing.
 *
 * Content and the latest number are read in one consistent view, then number + 1 is inserted if it is still free. So
 * of several replicas one wins, the others see that what they composed may be old and start again, and a greater number
 * never holds older content.
 *
 * Policies that do not compile hold nothing else back: a suspension goes out with the rules published last.
 */
export async function publishSnapshot(ports: PublishPorts): Promise<Publication> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { latest, next, ...found } = await compose(ports);
    if (next === null && latest !== null) return { snapshot: latest, fresh: false, ...found };
    if (next !== null && (await store(ports, next))) return { snapshot: next.snapshot, fresh: true, ...found };
  }
  throw new Error(`Other replicas published ${ATTEMPTS} snapshots meanwhile.`);
}

/** The latest snapshot that any replica published. */
export const latestSnapshot = (
  ports: Pick<PublishPorts, "transactions" | "store">,
): Promise<PublishedSnapshot | null> => ports.transactions.read(ACTOR, (ctx) => ports.store.latest(ctx));

interface Composed {
  readonly latest: PublishedSnapshot | null;
  /** `null` when what is published stands. */
  readonly next: Next | null;
  readonly policyFault: string | null;
  readonly turnsInMs: number | null;
}

interface Next {
  readonly snapshot: PublishedSnapshot;
  readonly bundleDigest: string;
  readonly facts: readonly FactSource[];
}

function compose(ports: PublishPorts): Promise<Composed> {
  return ports.transactions.read(ACTOR, async (ctx) => {
    const policies = await ports.policies.bundle(ctx);
    const policyFault = policies.ok ? null : policies.refusal;
    const latest = await ports.store.latest(ctx);
    const content = await composeSnapshot(ports.sources, policies.ok ? policies.value : lastPolicies(latest), ctx);
    const [digest, now] = [contentDigest(content), ctx.clock.now()];
    const turn = await ports.sources.nextTurn(ctx);
    const found = { latest, policyFault, turnsInMs: turn === null ? null : turn.getTime() - now.getTime() };
    if (!isDue(latest, digest, now)) return { ...found, next: null };
    const number = (latest?.number ?? 0) + 1;
    const payload = JSON.stringify(numbered(content, number, now));
    const signature = ports.signer.sign(payload);
    const snapshot = { number, issuedAt: now, contentDigest: digest, payload, signature };
    const next = { snapshot, bundleDigest: content.policies.digest, facts: factSources(content) };
    return { ...found, next };
  });
}

function lastPolicies(latest: PublishedSnapshot | null): PolicyBundleV1 {
  if (latest === null) throw new Error("The policy bundle does not compile, and no earlier bundle was ever published.");
  return (JSON.parse(latest.payload) as SnapshotV1).policies;
}

/** A snapshot and what rules can read in it stand together, or neither does: no decision names facts that are lost. */
const store = (ports: PublishPorts, { snapshot, bundleDigest, facts }: Next): Promise<boolean> =>
  ports.transactions.write(ACTOR, PUBLISH_SNAPSHOT, async (ctx) => {
    const value = await ports.store.publish(ctx, snapshot);
    const { number, issuedAt } = snapshot;
    if (value) await ports.archive.keep(ctx, { number, issuedAt, bundleDigest }, facts);
    return { commit: value, value };
  });
