import { randomInt } from "node:crypto";
import { applyAs, updateAs } from "./server-side-apply.js";
import { readAs, setDefaults, validate, validateChange } from "./admission.js";
import { ApiError, badRequest, conflict, invalid, notFound, plain, wrongUid } from "./api-error.js";
import { isMap, sorted } from "./api-object.js";
import type { ApiObject, Json, JsonMap, Metadata } from "./api-object.js";
import { apiVersionOf, findKind } from "./kinds.js";
import type { Kind } from "./kinds.js";
import type { ObjectStore } from "./object-store.js";
import { jsonPatch, mergePatch, strategicPatch } from "./patches.js";
import { selectorOf } from "./selectors.js";
import { readYaml } from "./yaml.js";

/** One request on a resource, its path taken apart. */
export interface ResourceRequest {
  readonly method: string;
  readonly kind: Kind;
  readonly namespace: string | undefined;
  readonly name: string | undefined;
  readonly subresource: string | undefined;
  readonly query: URLSearchParams;
  readonly contentType: string;
  readonly body: string;
}

export interface Answer {
  readonly code: number;
  readonly body: object;
}

const ok = (body: object, code = 200): Answer => ({ code, body });
const LETTERS = "bcdfghjklmnpqrstvwxz2456789";
const suffix = (): string => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join("");

/** The verbs of the API on stored objects. */
export class Requests {
  constructor(private readonly store: ObjectStore) {}

  handle(request: ResourceRequest): Answer {
    const { method, name } = request;
    if (name === undefined) {
      if (method === "GET") return ok(this.list(request));
      if (method === "POST") return this.create(request);
      if (method === "DELETE") return ok(this.removeAll(request));
    } else {
      if (method === "GET") return ok(this.read(request, name));
      if (method === "PUT") return ok(this.put(request, name));
      if (method === "PATCH") return this.patch(request, name);
      if (method === "DELETE") return ok(this.remove(request, name));
    }
    throw plain(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
  }

  private list({ kind, namespace, query }: ResourceRequest): object {
    const matches = selectorOf(kind, query);
    const found = this.store.list(kind, namespace).filter(matches);
    const limit = Number(query.get("limit") ?? 0);
    const [version = String(this.store.version), from = "0"] = (query.get("continue") ?? "").split(":").filter(Boolean);
    const first = Number(from);
    const page = limit > 0 ? found.slice(first, first + limit) : found.slice(first);
    const left = found.length - first - page.length;
    const more = left > 0 ? { continue: `${version}:${first + page.length}`, remainingItemCount: left } : {};
    // Items of a built-in list carry no kind of their own.
    const items = kind.custom ? page : page.map(({ kind: _kind, apiVersion: _version, ...rest }) => rest);
    return {
      kind: `${kind.kind}List`,
      apiVersion: apiVersionOf(kind),
      metadata: { resourceVersion: version, ...more },
      items,
    };
  }

  private create(request: ResourceRequest): Answer {
    const { kind, namespace, query } = request;
    const object = readAs(kind, request.body);
    if (kind.namespaced && object.metadata.namespace !== undefined && object.metadata.namespace !== namespace) {
      throw badRequest("the namespace of the provided object does not match the namespace sent on the request");
    }
    if (query.get("dryRun") === "All") return ok(this.prepared(request, object, "dry"), 201);
    return ok(this.store.create(kind, this.prepared(request, object)), 201);
  }

  private prepared({ kind, namespace }: ResourceRequest, object: ApiObject, uid?: string): ApiObject {
    const metadata: Metadata = { ...object.metadata, name: object.metadata.name ?? "" };
    if (namespace !== undefined) metadata.namespace = namespace;
    if (metadata.name === "" && metadata.generateName !== undefined)
      metadata.name = `${metadata.generateName}${suffix()}`;
    if (uid !== undefined) metadata.uid = uid;
    const ready = { ...object, metadata };
    setDefaults(ready);
    if (namespace !== undefined) this.namespaceExists(namespace);
    this.copyZone(ready);
    if (metadata.labels !== undefined) metadata.labels = sorted(metadata.labels);
    validate(kind, ready);
    return ready;
  }

  private namespaceExists(namespace: string): void {
    const namespaces = findKind("", "v1", "namespaces");
    if (namespaces === undefined || this.store.find(namespaces, undefined, namespace) !== undefined) return;
    throw notFound(namespaces, namespace);
  }

  /** A pod bound to a node bears the node's zone. */
  private copyZone(object: ApiObject): void {
    const nodes = findKind("", "v1", "nodes");
    const nodeName = object.kind === "Pod" ? object.spec?.nodeName : undefined;
    if (nodes === undefined || typeof nodeName !== "string") return;
    const zone = this.store.find(nodes, undefined, nodeName)?.metadata.labels?.["topology.kubernetes.io/zone"];
    if (zone === undefined) return;
    object.metadata.labels = sorted({ ...object.metadata.labels, "topology.kubernetes.io/zone": zone });
  }

  private read({ kind, namespace, subresource }: ResourceRequest, name: string): object {
    const object = this.store.get(kind, namespace, name);
    return subresource === "scale" ? scaleOf(object) : object;
  }

  private put({ kind, namespace, body, subresource, query }: ResourceRequest, name: string): object {
    const given = readAs(kind, body);
    const before = this.store.get(kind, namespace, name);
    const version = given.metadata.resourceVersion;
    if (version === undefined && kind.kind === "Lease") {
      const message = "Invalid value: 0: must be specified for an update";
      const cause = { reason: "FieldValueInvalid", field: "metadata.resourceVersion", message };
      throw invalid(kind, name, [cause], kind.resource);
    }
    const metadata = { ...before.metadata, labels: given.metadata.labels, annotations: given.metadata.annotations };
    const next = { ...given, metadata: pruned({ ...metadata, finalizers: given.metadata.finalizers }) };
    return this.change(kind, before, next, subresource, version, query);
  }

  private patch(request: ResourceRequest, name: string): Answer {
    const { kind, namespace, contentType, subresource, query } = request;
    if (contentType.startsWith("application/apply-patch+yaml")) return this.apply(request, name);
    const read = PATCHES[contentType];
    if (read === undefined) throw plain(415, "UnsupportedMediaType", "415: Unsupported Media Type");
    if (kind.custom && contentType.includes("strategic")) throw unsupportedForCustom();
    const before = this.store.get(kind, namespace, name);
    if (subresource === "scale") return ok(this.scale(request, before));
    const next = read(
      structuredClone(before) as unknown as JsonMap,
      JSON.parse(request.body) as Json,
    ) as unknown as ApiObject;
    return ok(this.change(kind, before, next, subresource, next.metadata.resourceVersion, query));
  }

  private scale({ kind, body }: ResourceRequest, before: ApiObject): object {
    const spec = (JSON.parse(body) as { spec?: JsonMap }).spec ?? {};
    return scaleOf(this.store.replace(kind, { ...before, spec: { ...before.spec, ...spec } }));
  }

  private change(
    kind: Kind,
    before: ApiObject,
    next: ApiObject,
    subresource: string | undefined,
    version: string | undefined,
    query: URLSearchParams,
  ): ApiObject {
    const { name, resourceVersion } = before.metadata;
    if (version !== undefined && version !== resourceVersion) throw conflict(kind, name);
    const stored = subresource === "status" ? statusChange(kind, before, next) : specChange(kind, before, next);
    if (stored.metadata.labels !== undefined) stored.metadata.labels = sorted(stored.metadata.labels);
    validateChange(kind, before, stored);
    const manager = query.get("fieldManager");
    if (manager !== null) updateAs(before, stored, manager);
    const written = this.store.replace(kind, stored);
    const { deletionTimestamp, finalizers = [] } = written.metadata;
    return deletionTimestamp !== undefined &&
      finalizers.length === 0 &&
      written.metadata.deletionGracePeriodSeconds === 0
      ? this.store.remove(kind, written)
      : written;
  }

  private apply(request: ResourceRequest, name: string): Answer {
    const { kind, namespace, query, body } = request;
    const manager = query.get("fieldManager") ?? "";
    if (manager === "") {
      const details = { kind: "PatchOptions", group: "meta.k8s.io" };
      const cause = {
        reason: "FieldValueRequired",
        field: "fieldManager",
        message: "Required value: is required for apply patch",
      };
      const message = `PatchOptions.meta.k8s.io "" is invalid: ${cause.field}: ${cause.message}`;
      throw new ApiError(422, "Invalid", message, { ...details, causes: [cause] });
    }
    const object = readAs(kind, JSON.stringify(readYaml(body)));
    object.metadata.name = name;
    if (namespace !== undefined) object.metadata.namespace = namespace;
    const live = this.store.find(kind, namespace, name);
    const applied = applyAs(live, object, manager, query.get("force") === "true");
    if (live === undefined) return ok(this.store.create(kind, this.prepared(request, applied)), 201);
    validateChange(kind, live, applied);
    return ok(this.store.replace(kind, applied));
  }

  private remove(request: ResourceRequest, name: string): object {
    const { kind, namespace, query, body } = request;
    const object = this.store.get(kind, namespace, name);
    const options = body === "" ? {} : (JSON.parse(body) as Json);
    const wanted = isMap(options) && isMap(options.preconditions) ? options.preconditions.uid : undefined;
    if (typeof wanted === "string" && wanted !== object.metadata.uid) {
      throw wrongUid(kind, name, wanted, object.metadata.uid ?? "");
    }
    const asked = query.get("gracePeriodSeconds") ?? (isMap(options) ? options.gracePeriodSeconds : undefined);
    const gone = this.removeGracefully(kind, object, asked === undefined || asked === null ? undefined : Number(asked));
    if (!kind.custom) return gone;
    const { uid } = object.metadata;
    const details = { name, group: kind.group, kind: kind.resource, uid };
    return { kind: "Status", apiVersion: "v1", metadata: {}, status: "Success", details };
  }

  /** A pod on a node is marked and waits for its kubelet; without grace it is marked, then gone. */
  private removeGracefully(kind: Kind, object: ApiObject, asked: number | undefined): ApiObject {
    const bound = kind.kind === "Pod" && object.spec?.nodeName !== undefined;
    const grace = bound ? (asked ?? Number(object.spec?.terminationGracePeriodSeconds ?? 30)) : 0;
    const held = (object.metadata.finalizers ?? []).length > 0;
    if (!bound && !held) return this.store.remove(kind, object);
    const metadata = {
      ...object.metadata,
      deletionTimestamp: object.metadata.deletionTimestamp ?? `${new Date().toISOString().slice(0, 19)}Z`,
      deletionGracePeriodSeconds: grace,
    };
    const marked = this.store.replace(kind, { ...object, metadata });
    return grace > 0 || held ? marked : this.store.remove(kind, marked);
  }

  private removeAll(request: ResourceRequest): object {
    const { kind, namespace, query } = request;
    const listed = this.list(request) as { items: unknown[] };
    const grace = query.get("gracePeriodSeconds");
    for (const object of this.store.list(kind, namespace).filter(selectorOf(kind, query))) {
      this.removeGracefully(kind, object, grace === null ? undefined : Number(grace));
    }
    return listed;
  }
}

const PATCHES: Readonly<Record<string, (target: JsonMap, patch: Json) => Json>> = {
  "application/merge-patch+json": mergePatch,
  "application/strategic-merge-patch+json": strategicPatch,
  "application/json-patch+json": jsonPatch,
};

const unsupportedForCustom = (): ApiError =>
  new ApiError(
    415,
    "UnsupportedMediaType",
    "the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml",
  );

const pruned = (metadata: { [K in keyof Metadata]: Metadata[K] | undefined }): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined)) as unknown as Metadata;

/** The status of `next`; a pod's labels and annotations travel with it, a custom resource's do not. */
const statusChange = (kind: Kind, before: ApiObject, next: ApiObject): ApiObject => {
  const { labels, annotations } = next.metadata;
  const metadata = kind.custom ? before.metadata : pruned({ ...before.metadata, labels, annotations });
  return { ...before, metadata, status: next.status ?? {} };
};

const specChange = (kind: Kind, before: ApiObject, next: ApiObject): ApiObject => {
  const { status: _status, ...rest } = next;
  const kept = kind.status && before.status !== undefined ? { ...rest, status: before.status } : rest;
  const metadata = { ...next.metadata, resourceVersion: before.metadata.resourceVersion };
  return { ...kept, metadata: pruned(metadata) };
};

const scaleOf = ({ metadata, spec, status }: ApiObject): object => {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = metadata;
  const replicas = Number(spec?.replicas ?? 0);
  return {
    kind: "Scale",
    apiVersion: "autoscaling/v1",
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    // Zero is left out, as Go leaves it out.
    spec: replicas === 0 ? {} : { replicas },
    status: { replicas: Number(status?.replicas ?? 0) },
  };
};
