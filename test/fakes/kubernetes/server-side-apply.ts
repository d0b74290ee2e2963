import { ApiError } from "./api-error.js";
import { equal, isMap } from "./api-object.js";
import type { ApiObject, Json, JsonMap, ManagedFields } from "./api-object.js";
import { listKeyOf } from "./patches.js";

/** A field's way from the root: keys, and for an item of a keyed list `k:{"name":"x"}`. */
type Path = readonly string[];
const SEPARATOR = "\u0000";
const joined = (path: Path): string => path.join(SEPARATOR);
/** What no manager owns. */
const UNOWNED = new Set(["apiVersion", "kind", "metadata.name", "metadata.namespace"]);

const itemKey = (key: string, item: JsonMap): string => `k:${JSON.stringify({ [key]: item[key] ?? null })}`;

/** Leaves of an object by path. Lists without a key are one leaf, whole. */
const leaves = (value: Json, path: Path = [], into = new Map<string, Json>()): Map<string, Json> => {
  const key = Array.isArray(value) ? listKeyOf(path.at(-1) ?? "", value) : undefined;
  if (UNOWNED.has(path.join("."))) return into;
  if (isMap(value) && Object.keys(value).length > 0) {
    for (const [name, item] of Object.entries(value)) leaves(item, [...path, name], into);
  } else if (Array.isArray(value) && key !== undefined && value.length > 0) {
    for (const item of value) if (isMap(item)) leaves(item, [...path, itemKey(key, item)], into);
  } else if (path.length > 0) into.set(joined(path), value);
  return into;
};

const child = (parent: Json | undefined, step: string): Json | undefined => {
  if (isMap(parent)) return parent[step];
  return Array.isArray(parent) ? parent.find((item) => isMap(item) && isItem(item, step)) : undefined;
};
const isItem = (item: JsonMap, step: string): boolean => {
  const wanted = JSON.parse(step.slice(2)) as JsonMap;
  return Object.entries(wanted).every(([key, value]) => equal(item[key] ?? null, value));
};

const write = (root: JsonMap, path: Path, value: Json): void => {
  let parent: Json = root;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    let next: Json | undefined = child(parent, step);
    if (last && isMap(parent)) {
      parent[step] = value;
      return;
    }
    if (next === undefined) {
      next = step.startsWith("k:")
        ? (JSON.parse(step.slice(2)) as JsonMap)
        : path[index + 1]?.startsWith("k:")
          ? []
          : {};
      if (Array.isArray(parent)) parent.push(next);
      else if (isMap(parent)) parent[step] = next;
    }
    parent = next;
  }
};

const erase = (root: JsonMap, path: Path): void => {
  const parent = path.slice(0, -1).reduce<Json | undefined>(child, root);
  const last = path.at(-1) ?? "";
  if (isMap(parent)) delete parent[last];
};

interface Manager {
  readonly name: string;
  readonly operation: string;
  readonly apiVersion: string;
  time: string | undefined;
  readonly fields: Set<string>;
}

const fieldsOf = (encoded: JsonMap, path: Path = [], into = new Set<string>()): Set<string> => {
  for (const [key, value] of Object.entries(encoded)) {
    const step = key.startsWith("f:") ? key.slice(2) : key;
    if (isMap(value) && Object.keys(value).length > 0) fieldsOf(value, [...path, step], into);
    else into.add(joined([...path, step]));
  }
  return into;
};

const encode = (fields: ReadonlySet<string>): JsonMap => {
  const root: JsonMap = {};
  for (const field of fields) {
    const steps = field.split(SEPARATOR).map((step) => (step.startsWith("k:") ? step : `f:${step}`));
    let at = root;
    for (const step of steps) at = (at[step] ??= {}) as JsonMap;
  }
  return root;
};

const decodeAll = (object: ApiObject | undefined): Manager[] =>
  (object?.metadata.managedFields ?? []).map((entry) => ({
    name: entry.manager,
    operation: entry.operation,
    apiVersion: entry.apiVersion,
    time: entry.time,
    fields: fieldsOf(entry.fieldsV1),
  }));

/** Appliers before updaters, then oldest first (an apply that changed nothing has no time), then by name. */
const encodeAll = (managers: readonly Manager[]): ManagedFields[] =>
  managers
    .filter(({ fields }) => fields.size > 0)
    .toSorted(
      (left, right) =>
        left.operation.localeCompare(right.operation) ||
        (left.time ?? "").localeCompare(right.time ?? "") ||
        left.name.localeCompare(right.name),
    )
    .map(({ name, operation, apiVersion, time, fields }) => ({
      manager: name,
      operation,
      apiVersion,
      ...(time === undefined ? {} : { time }),
      fieldsType: "FieldsV1",
      fieldsV1: encode(fields),
    }));

const bare = (object: ApiObject): JsonMap => {
  const copy = structuredClone(object) as unknown as JsonMap;
  const metadata = copy.metadata as JsonMap;
  for (const own of ["managedFields", "uid", "resourceVersion", "generation", "creationTimestamp"])
    delete metadata[own];
  return copy;
};

const refuse = (conflicts: readonly { readonly manager: Manager; readonly field: string }[]): never => {
  const causes = conflicts.map(({ manager, field }) => {
    const using = manager.operation === "Apply" ? "" : ` using ${manager.apiVersion}`;
    const path = `.${field.split(SEPARATOR).join(".")}`;
    return { reason: "FieldManagerConflict", field: path, message: `conflict with "${manager.name}"${using}` };
  });
  const all = causes.map(({ field, message }) => `${message}: ${field}`).join("\n");
  const count = causes.length === 1 ? "1 conflict" : `${causes.length} conflicts`;
  throw new ApiError(409, "Conflict", `Apply failed with ${count}: ${all}`, { causes });
};

const now = (): string => `${new Date().toISOString().slice(0, 19)}Z`;

/** Server-side apply: what a manager sends is what it owns; fields it no longer sends go unless another owns them. */
export const applyAs = (
  live: ApiObject | undefined,
  applied: ApiObject,
  manager: string,
  force: boolean,
): ApiObject => {
  const wanted = leaves(bare(applied));
  const before = live === undefined ? new Map<string, Json>() : leaves(bare(live));
  const managers = decodeAll(live);
  const own = managers.find(({ name, operation }) => name === manager && operation === "Apply");
  const others = managers.filter((other) => other !== own);
  const changed = [...wanted]
    .filter(([field, value]) => !equal(before.get(field) ?? null, value))
    .map(([field]) => field);
  const conflicts = others.flatMap((other) =>
    changed.filter((field) => other.fields.has(field)).map((field) => ({ manager: other, field })),
  );
  if (conflicts.length > 0 && !force) refuse(conflicts);
  for (const { manager: other, field } of conflicts) other.fields.delete(field);
  const gone = [...(own?.fields ?? [])].filter(
    (field) => !wanted.has(field) && !others.some((other) => other.fields.has(field)),
  );
  const result = structuredClone(live ?? { ...applied, metadata: { ...applied.metadata } }) as unknown as JsonMap;
  for (const [field, value] of wanted) write(result, field.split(SEPARATOR), value);
  for (const field of gone) erase(result, field.split(SEPARATOR));
  const time = changed.length + gone.length > 0 || live === undefined ? now() : own?.time;
  const entry = {
    name: manager,
    operation: "Apply",
    apiVersion: applied.apiVersion,
    time,
    fields: new Set(wanted.keys()),
  };
  const object = result as unknown as ApiObject;
  object.metadata.managedFields = encodeAll([...others, entry]);
  return object;
};

/** An update or another patch takes what it changes from everybody. */
export const updateAs = (live: ApiObject, next: ApiObject, manager: string): void => {
  const before = leaves(bare(live));
  const after = leaves(bare(next));
  const changed = [...after]
    .filter(([field, value]) => !equal(before.get(field) ?? null, value))
    .map(([field]) => field);
  const managers = decodeAll(live);
  for (const other of managers) {
    for (const field of changed) other.fields.delete(field);
    for (const field of other.fields) if (!after.has(field)) other.fields.delete(field);
  }
  const own = managers.find(({ name, operation }) => name === manager && operation === "Update");
  for (const field of changed) own?.fields.add(field);
  if (own === undefined) {
    managers.push({
      name: manager,
      operation: "Update",
      apiVersion: next.apiVersion,
      time: now(),
      fields: new Set(changed),
    });
  }
  next.metadata.managedFields = encodeAll(managers);
};
