import { randomUUID } from "node:crypto";
import { alreadyExists, expired, notFound } from "./api-error.js";
import { equal } from "./api-object.js";
import type { ApiObject } from "./api-object.js";
import { KINDS } from "./kinds.js";
import type { Kind } from "./kinds.js";

export interface StoreEvent {
  readonly type: "ADDED" | "MODIFIED" | "DELETED";
  readonly version: number;
  readonly object: ApiObject;
  /** As it was before: an object that leaves a selector is told as it last matched. */
  readonly before: ApiObject | null;
}

/** Everything at one moment, to go back to. */
export interface Backup {
  readonly version: number;
  readonly objects: ReadonlyMap<Kind, ReadonlyMap<string, ApiObject>>;
}

const FIRST_VERSION = 1_000;

export const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ""}/${name}`;

/** Objects by kind with one counter of versions and the events since the last compaction, as etcd keeps them. */
export class ObjectStore {
  private readonly objects = new Map<Kind, Map<string, ApiObject>>(KINDS.map((kind) => [kind, new Map()]));
  private readonly events = new Map<Kind, StoreEvent[]>(KINDS.map((kind) => [kind, []]));
  private readonly listeners = new Set<(kind: Kind, event: StoreEvent) => void>();
  private current = FIRST_VERSION;
  private oldest = FIRST_VERSION;

  get version(): number {
    return this.current;
  }

  /** In the order of their keys, as lists come. */
  list(kind: Kind, namespace?: string): ApiObject[] {
    return [...this.of(kind)]
      .filter(([, { metadata }]) => namespace === undefined || metadata.namespace === namespace)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([, object]) => object);
  }

  find(kind: Kind, namespace: string | undefined, name: string): ApiObject | undefined {
    return this.of(kind).get(keyOf(namespace, name));
  }

  get(kind: Kind, namespace: string | undefined, name: string): ApiObject {
    const found = this.find(kind, namespace, name);
    if (found === undefined) throw notFound(kind, name);
    return found;
  }

  create(kind: Kind, object: ApiObject): ApiObject {
    const { name, namespace } = object.metadata;
    if (this.find(kind, namespace, name) !== undefined) throw alreadyExists(kind, name);
    const stored = structuredClone(object);
    stored.metadata.uid = randomUUID();
    stored.metadata.creationTimestamp = `${new Date().toISOString().slice(0, 19)}Z`;
    if (kind.generation) stored.metadata.generation = 1;
    return this.write(kind, stored, null);
  }

  /** Stores a new state; what changes nothing keeps its version. */
  replace(kind: Kind, next: ApiObject): ApiObject {
    const { name, namespace } = next.metadata;
    const before = this.get(kind, namespace, name);
    const stored = structuredClone(next);
    stored.metadata.resourceVersion = before.metadata.resourceVersion ?? "";
    if (equal(before, stored)) return before;
    if (kind.generation && !equal(before.spec, stored.spec)) {
      stored.metadata.generation = (before.metadata.generation ?? 0) + 1;
    }
    return this.write(kind, stored, before);
  }

  remove(kind: Kind, object: ApiObject): ApiObject {
    const { name, namespace } = object.metadata;
    const before = this.get(kind, namespace, name);
    this.of(kind).delete(keyOf(namespace, name));
    this.current += 1;
    const last = { ...before, metadata: { ...before.metadata, resourceVersion: String(this.current) } };
    this.record(kind, { type: "DELETED", version: this.current, object: last, before });
    return last;
  }

  /** Events after a version, or the refusal of one that is compacted. A version of the future has none. */
  since(kind: Kind, version: number): readonly StoreEvent[] {
    if (version < this.oldest) throw expired(String(version), this.oldest);
    return (this.events.get(kind) ?? []).filter((event) => event.version > version);
  }

  /** Forgets past events: a watch from before is refused with 410. */
  compact(): void {
    this.oldest = this.current;
    for (const events of this.events.values()) events.length = 0;
  }

  subscribe(listener: (kind: Kind, event: StoreEvent) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  backup(): Backup {
    return { version: this.current, objects: new Map([...this.objects].map(([kind, all]) => [kind, new Map(all)])) };
  }

  /** As a restored etcd: the objects of then, and versions that go on from then. Nobody is told. */
  restore(backup: Backup): void {
    for (const [kind, all] of backup.objects) this.objects.set(kind, new Map(all));
    this.current = backup.version;
    this.oldest = Math.min(this.oldest, backup.version);
    for (const [kind, events] of this.events) {
      this.events.set(
        kind,
        events.filter(({ version }) => version <= backup.version),
      );
    }
  }

  private of(kind: Kind): Map<string, ApiObject> {
    const all = this.objects.get(kind);
    if (all === undefined) throw new Error(`unknown kind ${kind.kind}`);
    return all;
  }

  private write(kind: Kind, object: ApiObject, before: ApiObject | null): ApiObject {
    this.current += 1;
    object.metadata.resourceVersion = String(this.current);
    this.of(kind).set(keyOf(object.metadata.namespace, object.metadata.name), object);
    this.record(kind, { type: before === null ? "ADDED" : "MODIFIED", version: this.current, object, before });
    return object;
  }

  private record(kind: Kind, event: StoreEvent): void {
    this.events.get(kind)?.push(event);
    for (const listener of this.listeners) listener(kind, event);
  }
}
