import { badRequest, invalid } from "./api-error.js";
import type { Cause } from "./api-error.js";
import { equal, isMap, sorted } from "./api-object.js";
import type { ApiObject, Json, JsonMap } from "./api-object.js";
import { apiVersionOf } from "./kinds.js";
import type { Kind } from "./kinds.js";

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const BAD_NAME =
  "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
const MICRO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}(Z|[+-]\d\d:\d\d)$/;

const cause = (reason: string, field: string, message: string): Cause => ({ reason, field, message });
const wrongValue = (field: string, value: Json, why: string): Cause =>
  cause("FieldValueInvalid", field, `Invalid value: ${JSON.stringify(value)}: ${why}`);
const required = (field: string): Cause => cause("FieldValueRequired", field, "Required value");

const podCauses = ({ spec }: ApiObject): Cause[] =>
  Array.isArray(spec?.containers) && spec.containers.length > 0 ? [] : [required("spec.containers")];

const leaseCauses = ({ spec }: ApiObject): Cause[] =>
  spec?.leaseDurationSeconds === 0 ? [wrongValue("spec.leaseDurationSeconds", 0, "must be greater than 0")] : [];

const sliceCauses = ({ endpoints }: ApiObject): Cause[] =>
  (Array.isArray(endpoints) ? (endpoints as JsonMap[]) : []).flatMap(({ addresses }, index) =>
    (Array.isArray(addresses) ? addresses : []).flatMap((address, place) =>
      /^(127\.|::1$)/.test(String(address as string))
        ? [
            wrongValue(
              `endpoints[${index}].addresses[${place}]`,
              address,
              "may not be in the loopback range (127.0.0.0/8, ::1/128)",
            ),
          ]
        : [],
    ),
  );

/** The one custom resource's schema: `model` required, `replicas` 1 to 64 by default 1, `minReplicas` by default 0. */
const poolCauses = ({ spec }: ApiObject): Cause[] => {
  const replicas = spec?.replicas;
  const causes: Cause[] = [];
  if (typeof replicas === "number" && replicas > 64) {
    causes.push(wrongValue("spec.replicas", replicas, "spec.replicas in body should be less than or equal to 64"));
  }
  if (spec?.model === undefined) causes.push(required("spec.model"));
  if (causes.length === 0) return [];
  const unchecked =
    "some validation rules were not checked because the object was invalid; correct the existing errors to complete validation";
  return [...causes, wrongValue("<nil>", null, unchecked)];
};

const CAUSES: Readonly<Record<string, (object: ApiObject) => Cause[]>> = {
  Pod: podCauses,
  Lease: leaseCauses,
  EndpointSlice: sliceCauses,
  ModelPool: poolCauses,
};

/** Refuses what the real server would not store. */
export const validate = (kind: Kind, object: ApiObject): void => {
  const { name } = object.metadata;
  const causes: Cause[] = [];
  if (!SUBDOMAIN.test(name)) causes.push(wrongValue("metadata.name", name, BAD_NAME));
  causes.push(...(CAUSES[kind.kind]?.(object) ?? []));
  if (causes.length > 0) throw invalid(kind, name, causes);
};

/** Spec of a running pod cannot change but for a few fields; the real server's sentence ends with a Go difference. */
const IMMUTABLE_POD =
  "Forbidden: pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)";

const podSpec = ({ spec }: ApiObject): unknown => {
  const { activeDeadlineSeconds: _deadline, tolerations: _tolerations, ...rest } = spec ?? {};
  const containers = Array.isArray(rest.containers) ? rest.containers : [];
  return {
    ...rest,
    containers: containers.map((container) => (isMap(container) ? { ...container, image: "" } : container)),
  };
};

/** Refuses a change that the real server forbids. */
export const validateChange = (kind: Kind, before: ApiObject, after: ApiObject): void => {
  const { name, uid } = before.metadata;
  if (after.metadata.uid !== uid) {
    const one = wrongValue("metadata.uid", after.metadata.uid ?? "", "field is immutable");
    throw invalid(kind, name, [one, one]);
  }
  if (kind.kind === "Pod" && !equal(podSpec(before), podSpec(after))) {
    throw invalid(kind, name, [cause("FieldValueForbidden", "spec", IMMUTABLE_POD)]);
  }
  validate(kind, after);
};

/** Refuses a body that cannot be read as the kind of its path. */
export const readAs = (kind: Kind, text: string): ApiObject => {
  const shown = text.length > 30 ? `${text.slice(0, 30)} ...` : text;
  const unknown = `the object provided is unrecognized (must be of type ${kind.kind}): `;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    const wrong = /^\{(.)/.exec(text)?.[1] ?? "";
    const why = `couldn't get version/kind; json parse error: invalid character '${wrong}' looking for beginning of object key string`;
    throw badRequest(`${unknown}${why} (${shown})`);
  }
  if (!isMap(body)) throw badRequest(`${unknown}(${shown})`);
  if (kind.custom && body.kind === undefined)
    throw badRequest(`${unknown}Object 'Kind' is missing in '${text}' (${shown})`);
  const given = typeof body.kind === "string" ? body.kind : kind.kind;
  if (given !== kind.kind) {
    const core = kind.group === "" ? "core" : kind.group;
    throw badRequest(
      `${given} in version "${kind.version}" cannot be handled as a ${kind.kind}: converting (${kind.version}.${given}) to (${core}.${kind.kind}): unknown conversion`,
    );
  }
  const object = { ...body, apiVersion: apiVersionOf(kind), kind: kind.kind } as unknown as ApiObject;
  object.metadata = { ...(isMap(body.metadata) ? body.metadata : {}) } as unknown as ApiObject["metadata"];
  checkTimes(kind, object);
  return object;
};

const checkTimes = (kind: Kind, { spec }: ApiObject): void => {
  const time = kind.kind === "Lease" ? spec?.renewTime : undefined;
  if (typeof time !== "string" || MICRO_TIME.test(time)) return;
  const rest = time.slice(19);
  throw badRequest(
    `Lease in version "v1" cannot be handled as a Lease: parsing time "${time}" as "2006-01-02T15:04:05.000000Z07:00": cannot parse "${rest}" as ".000000"`,
  );
};

const podDefaults = (object: ApiObject): void => {
  object.spec = { restartPolicy: "Always", terminationGracePeriodSeconds: 30, ...object.spec };
  object.status = { phase: "Pending", qosClass: "BestEffort" };
};

const deploymentDefaults = (object: ApiObject): void => {
  object.spec = { replicas: 1, strategy: { type: "RollingUpdate" }, revisionHistoryLimit: 10, ...object.spec };
};

const sliceDefaults = (object: ApiObject): void => {
  const list = (value: unknown): JsonMap[] => (Array.isArray(value) ? (value as JsonMap[]) : []);
  object.ports = list(object.ports).map(({ name = "", protocol = "TCP", ...rest }) => ({ name, protocol, ...rest }));
  object.endpoints = list(object.endpoints)
    .map((endpoint) => ({ conditions: {}, ...endpoint }))
    .map(sorted);
};

const poolDefaults = (object: ApiObject): void => {
  const { model, replicas = 1, minReplicas = 0 } = object.spec ?? {};
  object.spec = sorted({ minReplicas, replicas, ...(model === undefined ? {} : { model }) });
  delete object.status;
};

const namespaceDefaults = (object: ApiObject): void => {
  const { name, labels } = object.metadata;
  object.metadata.labels = { ...labels, "kubernetes.io/metadata.name": name };
  object.status = { phase: "Active" };
};

const DEFAULTS: Readonly<Record<string, (object: ApiObject) => void>> = {
  Pod: podDefaults,
  Deployment: deploymentDefaults,
  EndpointSlice: sliceDefaults,
  ModelPool: poolDefaults,
  Namespace: namespaceDefaults,
};

/** Fills in what the real server fills in, in place. */
export const setDefaults = (object: ApiObject): void => {
  DEFAULTS[object.kind]?.(object);
};
