import { badRequest, rejected } from "./api-error.js";
import { equal, isMap } from "./api-object.js";
import type { Json, JsonMap } from "./api-object.js";

/** RFC 7386. */
export const mergePatch = (target: Json | undefined, patch: Json): Json => {
  if (!isMap(patch)) return patch;
  const result: JsonMap = isMap(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = mergePatch(result[key], value);
  }
  return result;
};

const LIST_KEYS: Readonly<Record<string, readonly string[]>> = {
  conditions: ["type"],
  containers: ["name"],
  initContainers: ["name"],
  env: ["name"],
  ports: ["containerPort", "port"],
  volumes: ["name"],
  volumeMounts: ["mountPath"],
  podIPs: ["ip"],
  addresses: ["type"],
};

/** The key that names an item of the list `field`, where merges join such lists item by item. */
export const listKeyOf = (field: string, items: readonly Json[]): string | undefined => {
  if (!items.every(isMap)) return undefined;
  return LIST_KEYS[field]?.find((key) => items.every((item) => isMap(item) && item[key] !== undefined));
};

const mergeList = (target: Json[], patch: Json[], key: string): Json[] => {
  const result = [...target];
  for (const item of patch) {
    const index = result.findIndex((known) => isMap(known) && isMap(item) && known[key] === item[key]);
    if (index < 0) result.push(item);
    else if (isMap(item) && item.$patch === "delete") result.splice(index, 1);
    else result[index] = strategicPatch(result[index], item);
  }
  return result;
};

/** Kubernetes' merge that knows keyed lists. */
export const strategicPatch = (target: Json | undefined, patch: Json): Json => {
  if (!isMap(patch)) return patch;
  const result: JsonMap = isMap(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    const known = result[key];
    const listKey = Array.isArray(value) ? listKeyOf(key, value) : undefined;
    if (value === null) delete result[key];
    else if (listKey !== undefined && Array.isArray(value) && Array.isArray(known))
      result[key] = mergeList(known, value, listKey);
    else result[key] = strategicPatch(known, value);
  }
  return result;
};

interface Place {
  readonly parent: JsonMap | Json[];
  readonly key: string;
}

const placeOf = (root: JsonMap, path: string): Place => {
  const keys = path
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop();
  let parent: Json | undefined = root;
  for (const key of keys)
    parent = Array.isArray(parent) ? parent[Number(key)] : isMap(parent) ? parent[key] : undefined;
  if (last === undefined || (!Array.isArray(parent) && !isMap(parent))) throw rejected();
  return { parent, key: last };
};

const valueAt = ({ parent, key }: Place): Json | undefined =>
  Array.isArray(parent) ? parent[Number(key)] : parent[key];

const apply = (root: JsonMap, step: JsonMap): void => {
  const place = placeOf(root, typeof step.path === "string" ? step.path : "");
  const { parent, key } = place;
  const known = valueAt(place);
  if (step.op === "test") {
    if (!equal(known ?? null, step.value ?? null)) throw rejected();
  } else if (step.op === "add" && Array.isArray(parent)) {
    parent.splice(key === "-" ? parent.length : Number(key), 0, step.value ?? null);
  } else if (step.op === "add") {
    (parent as JsonMap)[key] = step.value ?? null;
  } else if (known === undefined) {
    throw rejected();
  } else if (step.op === "replace") {
    if (Array.isArray(parent)) parent[Number(key)] = step.value ?? null;
    else parent[key] = step.value ?? null;
  } else if (step.op === "remove") {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  } else throw rejected();
};

/** RFC 6902: `test`, `add`, `replace`, `remove`. */
export const jsonPatch = (target: JsonMap, patch: Json): JsonMap => {
  if (!Array.isArray(patch)) {
    throw badRequest(
      "error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp",
    );
  }
  const result = structuredClone(target);
  for (const step of patch) {
    if (!isMap(step)) throw rejected();
    apply(result, step);
  }
  return result;
};
