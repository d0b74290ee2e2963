import { addDays, startOfParisDay } from "@socle/contracts";
import { Document, stringify } from "yaml";
import type { Bundle } from "./bundle.js";
import type { Rule } from "./rule.js";
import { WORKLOAD_FACTS } from "./subjects.js";

type WorkloadFact = (typeof WORKLOAD_FACTS)[number];

/** Of the pod itself: what its author says of what it runs and takes. */
const annotation = (name: string, otherwise = ""): string =>
  textOf("object.metadata.annotations", `socle.gouv.fr/${name}`, otherwise);
/** Of its namespace, which the operators of the cluster write and a pod's author does not. */
const namespaceLabel = (name: string): string => textOf("namespaceObject.metadata.labels", `socle.gouv.fr/${name}`);
/** "" when it is not there, as everywhere in the facts, unless told otherwise. */
const textOf = (map: string, key: string, otherwise = ""): string =>
  `has(${map}) && ${JSON.stringify(key)} in ${map} ? ${map}[${JSON.stringify(key)}] : ${JSON.stringify(otherwise)}`;

/** A label that no pool is meant for: what a workload does not say it takes is not presumed. */
const UNDECLARED = "undeclared";

/** Where a workload carries each fact. What runs in a cluster of ours runs in our own pools by nature. */
const CARRIED: Readonly<Record<WorkloadFact, string>> = {
  "model.format": annotation("model-format"),
  "model.runsIn": '"own_pool"',
  "model.sha256": annotation("model-sha256"),
  "pool.sensitivity": namespaceLabel("pool-sensitivity"),
  "pool.tenancy": namespaceLabel("pool-tenancy"),
  "request.labels": `(${annotation("data-labels", UNDECLARED)}).split(",")`,
};
const SERVES_A_MODEL = 'has(object.metadata.labels) && "socle.gouv.fr/deployment" in object.metadata.labels';
const PARTS = ["model", "pool", "request"] as const;
const VARIABLE = { model: "model", pool: "pool", request: "taken" } as const;

/**
 * The rules of a bundle that guard workloads, as a Kubernetes ValidatingAdmissionPolicy and its binding for each: the
 * rule's own CEL text, over variables that read the workload. Equal bundles and days give equal bytes.
 *
 * A cluster knows no legal date: what is in force on `day` is exported, and the head says until when that holds.
 * @param day `YYYY-MM-DD`
 * @throws RangeError when it is no day of the calendar
 */
export function workloadPolicies(bundle: Bundle, day: string): string {
  if (startOfParisDay(day) === null) throw new RangeError(`${day} is no day written YYYY-MM-DD`);
  const guarding = bundle.rules.filter((rule) => rule.appliesTo.includes("workload") && rule.mode !== "off");
  const inForce = guarding.filter(({ effective: { from, to } }) => from <= day && (to === null || day <= to));
  const refusing = inForce.filter(({ effect }) => effect === "deny" || effect === "require" || effect === "warn");
  const objects = refusing
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap((rule) => [policyOf(rule), bindingOf(rule)]);
  return [headOf(bundle, guarding, day), ...objects.map(asYaml)].join("---\n");
}

function headOf({ digest }: Bundle, rules: readonly Rule[], day: string): string {
  const changes = rules.flatMap(({ effective: { from, to } }) => [from, ...(to === null ? [] : [addDays(to, 1)])]);
  const next = changes.filter((change) => change > day).sort()[0];
  const until = next === undefined ? "no later change is known" : `export again for ${next}`;
  return `# Rules of bundle ${digest} in force on ${day}; ${until}.\n`;
}

const nameOf = ({ id }: Rule): string => `socle-${id.replace("/", "-")}`;

function policyOf(rule: Rule): object {
  const parts = PARTS.filter((part) => rule.when.includes(`${part}.`));
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingAdmissionPolicy",
    metadata: { name: nameOf(rule), annotations: { "socle.gouv.fr/rule": `${rule.id}@${rule.version}` } },
    spec: {
      failurePolicy: "Fail",
      matchConstraints: {
        resourceRules: [
          { apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE", "UPDATE"], resources: ["pods"] },
        ],
      },
      matchConditions: [{ name: "serves-a-model", expression: SERVES_A_MODEL }],
      variables: parts.map((part) => ({ name: VARIABLE[part], expression: variableOf(part) })),
      validations: [{ expression: validationOf(rule, parts), message: messageOf(rule), reason: "Forbidden" }],
      auditAnnotations: [{ key: "rule", valueExpression: JSON.stringify(`${rule.id}@${rule.version}`) }],
    },
  };
}

function variableOf(part: (typeof PARTS)[number]): string {
  const facts = WORKLOAD_FACTS.filter((fact) => fact.startsWith(`${part}.`));
  const fields = facts.map((fact) => `${JSON.stringify(fact.slice(part.length + 1))}: ${CARRIED[fact]}`);
  return `{${fields.join(", ")}}`;
}

/** Binds each part under the name that the rule calls it by, so that its text stands there as it was written. */
const validationOf = ({ when }: Rule, parts: readonly (typeof PARTS)[number][]): string =>
  parts.reduceRight((inner, part) => `[variables.${VARIABLE[part]}].all(${part}, ${inner})`, `!(${when})`);

/** One line: the API server refuses messages of several. */
function messageOf({ id, reason, remedy, legal }: Rule): string {
  const grounds = legal.map(({ text }) => text).join("; ");
  const [fr, en] = [`${reason.fr} ${remedy?.fr ?? ""}`.trim(), `${reason.en} ${remedy?.en ?? ""}`.trim()];
  return `${id}: ${en} / ${fr} (${grounds})`.replaceAll(/\s+/g, " ");
}

const bindingOf = (rule: Rule): object => ({
  apiVersion: "admissionregistration.k8s.io/v1",
  kind: "ValidatingAdmissionPolicyBinding",
  metadata: { name: nameOf(rule) },
  spec: { policyName: nameOf(rule), validationActions: actionsOf(rule) },
});

/** What is only watched, and what only warns, refuses nothing there either. */
const actionsOf = ({ mode, effect }: Rule): readonly string[] =>
  mode === "enforce" && effect !== "warn" ? ["Deny"] : ["Warn", "Audit"];

/** Every text quoted: the API server reads YAML of a kind in which `no` and `y` are not texts. */
const asYaml = (value: object): string =>
  stringify(new Document(value), { defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN", lineWidth: 0 });
