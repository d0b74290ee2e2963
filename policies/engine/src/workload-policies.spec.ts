import { fileURLToPath } from "node:url";
import { celEnv, isCelError, parse as parseCel, plan, type CelInput } from "@bufbuild/cel";
import { strings } from "@bufbuild/cel/ext";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { ruleFile } from "../../../test/builders/rule-file.builder.js";
import { BASELINE_FACTS } from "./baseline-facts.js";
import type { Bundle } from "./bundle.js";
import { compileBundle } from "./compile-bundle.js";
import type { Facts } from "./facts.js";
import { loadPolicyFiles } from "./load-policy-files.js";
import type { PolicyFile } from "./source-error.js";
import { workloadPolicies } from "./workload-policies.js";

const DAY = "2026-09-01";
const shipped = bundleOf(...loadPolicyFiles(fileURLToPath(new URL("../..", import.meta.url))));

function bundleOf(...files: PolicyFile[]): Bundle {
  const result = compileBundle(files);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.bundle;
}

interface Exported {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly policyName: string;
    readonly validationActions: readonly string[];
    readonly matchConditions: readonly { readonly expression: string }[];
    readonly variables: readonly { readonly name: string; readonly expression: string }[];
    readonly validations: readonly { readonly expression: string; readonly message: string }[];
  };
}
const objectsIn = (text: string): Exported[] =>
  parseAllDocuments(text)
    .map((document) => document.toJS() as Exported | null)
    .filter((object) => object !== null);

const environment = celEnv({ funcs: strings });
const asCel = (value: unknown): CelInput => {
  if (Array.isArray(value)) return value.map(asCel);
  if (typeof value === "object" && value !== null)
    return new Map(Object.entries(value).map(([key, field]) => [key, asCel(field)]));
  return value as CelInput;
};
function evaluate(expression: string, bindings: Readonly<Record<string, CelInput>>): CelInput {
  const result = plan(environment, parseCel(expression))(bindings);
  if (isCelError(result)) throw result;
  return result;
}

interface Workload {
  readonly annotations: Readonly<Record<string, string>> | null;
  readonly labels: Readonly<Record<string, string>> | null;
}
/** What the API server would answer, by the second implementation of CEL. */
function admits({ spec }: Exported, { annotations, labels }: Workload): boolean {
  const metadata = { labels: { "socle.gouv.fr/deployment": "d" }, ...(annotations && { annotations }) };
  const given = {
    object: asCel({ metadata }),
    namespaceObject: asCel({ metadata: labels === null ? {} : { labels } }),
  };
  if (evaluate(spec.matchConditions[0]?.expression ?? "false", given) !== true) throw new Error("not matched");
  const variables = new Map(spec.variables.map(({ name, expression }) => [name, evaluate(expression, given)]));
  return evaluate(spec.validations[0]?.expression ?? "false", { variables }) === true;
}

const word = (...words: string[]) => fc.option(fc.constantFrom(...words), { nil: undefined });
const aWorkload = fc.record({
  format: word("pickle", "safetensors", "no"),
  sha256: word("00"),
  labels: fc.option(fc.uniqueArray(fc.constantFrom("public", "internal", "personal"), { minLength: 1 }), {
    nil: undefined,
  }),
  tenancy: word("dedicated", "shared", "shared_same_label"),
  sensitivity: word("internal", "personal"),
});

describe("rules of workloads, for a cluster", () => {
  const objects = objectsIn(workloadPolicies(shipped, DAY));
  const policies = objects.filter(({ kind }) => kind === "ValidatingAdmissionPolicy");

  it("are those of rows D14 and D16, each with a binding that denies", () => {
    expect(policies.map(({ metadata }) => metadata.name)).toEqual([
      ...["socle-security-no-mixed-labels", "socle-security-weights-hash-known", "socle-security-weights-not-pickle"],
    ]);
    const bindings = objects.filter(({ kind }) => kind === "ValidatingAdmissionPolicyBinding");
    expect(bindings.map(({ spec }) => spec.policyName)).toEqual(policies.map(({ metadata }) => metadata.name));
    expect(bindings.every(({ spec }) => spec.validationActions.join() === "Deny")).toBe(true);
  });

  it("hold each rule's own text, and say why in one line of both languages", () => {
    for (const { metadata, spec } of policies) {
      const rule = shipped.rules.find(({ id }) => `socle-${id.replace("/", "-")}` === metadata.name);
      expect(spec.validations[0]?.expression).toContain(rule?.when);
      expect(spec.validations[0]?.message).toContain(rule?.reason.fr);
      expect(spec.validations[0]?.message).not.toMatch(/\n/);
    }
  });

  it("admit a workload exactly when the engine's rules are silent on it", () => {
    let refused = 0;
    fc.assert(
      fc.property(aWorkload, ({ format, sha256, labels, tenancy, sensitivity }) => {
        const said = { "model-format": format, "model-sha256": sha256, "data-labels": labels?.join(",") };
        const named = { "pool-tenancy": tenancy, "pool-sensitivity": sensitivity };
        const facts: Facts = {
          ...BASELINE_FACTS,
          model: { ...BASELINE_FACTS.model, format: format ?? "", sha256: sha256 ?? "", runsIn: "own_pool" },
          pool: { ...BASELINE_FACTS.pool, tenancy: tenancy ?? "", sensitivity: sensitivity ?? "" },
          // What a workload does not say it takes is no label that any pool is meant for.
          request: { ...BASELINE_FACTS.request, labels: (labels ?? ["undeclared"]) as Facts["request"]["labels"] },
        };
        const fired = shipped.evaluate(facts, Date.parse(`${DAY}T12:00:00Z`)).findings.map(({ rule }) => rule.id);
        for (const policy of policies) {
          const rule = shipped.rules.find(({ id }) => `socle-${id.replace("/", "-")}` === policy.metadata.name);
          const admitted = admits(policy, { annotations: prefixed(said), labels: prefixed(named) });
          expect([policy.metadata.name, admitted]).toEqual([policy.metadata.name, !fired.includes(rule?.id ?? "")]);
          refused += admitted ? 0 : 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  it("read metadata that is not there as nothing said", () => {
    const bare = policies.map((policy) => admits(policy, { annotations: null, labels: null }));
    expect(bare).toEqual([false, false, false]);
  });

  it("are the same bytes for the same bundle and day, and tell when to export again", () => {
    expect(workloadPolicies(shipped, DAY)).toBe(workloadPolicies(shipped, DAY));
    const dated = (from: string, to: string, mode = "enforce") => {
      const { path, text } = ruleFile({
        from,
        to,
        mode,
        when: "model.format == 'pickle'",
        facts: "{ model: { format: pickle } }",
      });
      return bundleOf({ path, text: text.replace("effect: deny", "appliesTo: [workload]\neffect: deny") });
    };
    expect(workloadPolicies(dated("2026-10-01", "2026-12-31"), DAY)).toMatch(/export again for 2026-10-01\.\n$/);
    const within = workloadPolicies(dated("2026-01-01", "2026-12-31", "shadow"), DAY);
    expect(within).toMatch("export again for 2027-01-01");
    expect(objectsIn(within)[1]?.spec.validationActions).toEqual(["Warn", "Audit"]);
    expect(objectsIn(workloadPolicies(dated("2026-01-01", "2026-08-31"), DAY))).toEqual([]);
    expect(() => workloadPolicies(shipped, "tomorrow")).toThrow(RangeError);
  });
});

function prefixed(said: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const known = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(known.map(([name, value]) => [`socle.gouv.fr/${name}`, value]));
}
