import { badRequest } from "./api-error.js";
import type { ApiObject } from "./api-object.js";
import type { Kind } from "./kinds.js";

export type Matches = (object: ApiObject) => boolean;

const NAME = /^[A-Za-z0-9][-A-Za-z0-9_./]*$/;

const requirement = (text: string): Matches => {
  const trimmed = text.trim();
  const set = /^(\S+)\s+(in|notin)\s*\(([^)]*)\)$/.exec(trimmed);
  if (set !== null) {
    const [, key = "", operator, list = ""] = set;
    const values = list.split(",").map((value) => value.trim());
    const inside: Matches = ({ metadata }) => values.includes(metadata.labels?.[key] ?? "\0");
    return operator === "in" ? inside : (object) => !inside(object);
  }
  const equality = /^([^\s!=]+)\s*(==|=|!=)\s*(\S*)$/.exec(trimmed);
  if (equality !== null) {
    const [, key = "", operator, value] = equality;
    return ({ metadata }) => (metadata.labels?.[key] === value) === (operator !== "!=");
  }
  const absent = trimmed.startsWith("!");
  const key = trimmed.replace(/^!\s*/, "");
  if (NAME.test(key)) return ({ metadata }) => (metadata.labels?.[key] !== undefined) === !absent;
  const found = trimmed.split(/\s+/)[1] ?? "";
  throw badRequest(`unable to parse requirement: found '${found}', expected: in, notin, =, ==, !=, gt, lt`);
};

/** Commas between requirements, not those inside parentheses. */
const parts = (text: string): string[] => text.match(/(?:[^,(]|\([^)]*\))+/g) ?? [];

const FIELDS: Readonly<Record<string, (object: ApiObject) => unknown>> = {
  "metadata.name": ({ metadata }) => metadata.name,
  "metadata.namespace": ({ metadata }) => metadata.namespace,
};
const POD_FIELDS: Readonly<Record<string, (object: ApiObject) => unknown>> = {
  "spec.nodeName": ({ spec }) => spec?.nodeName,
  "spec.restartPolicy": ({ spec }) => spec?.restartPolicy,
  "status.phase": ({ status }) => status?.phase,
  "status.podIP": ({ status }) => status?.podIP,
};

const fieldRequirement = (kind: Kind, text: string): Matches => {
  const [, field = "", operator, value = ""] = /^([^!=]+)(==|=|!=)(.*)$/.exec(text) ?? [];
  const read = { ...FIELDS, ...(kind.resource === "pods" ? POD_FIELDS : {}) }[field];
  if (read === undefined) throw badRequest(`field label not supported: ${field}`);
  return (object) => ((read(object) ?? "") === value) === (operator !== "!=");
};

/** What `labelSelector` and `fieldSelector` of a request let through. */
export const selectorOf = (kind: Kind, query: URLSearchParams): Matches => {
  const labels = parts(query.get("labelSelector") ?? "").map(requirement);
  const fields = parts(query.get("fieldSelector") ?? "").map((text) => fieldRequirement(kind, text));
  const all = [...labels, ...fields];
  return (object) => all.every((matches) => matches(object));
};
