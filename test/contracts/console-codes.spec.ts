import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { compileBundle, loadPolicyFiles } from "@socle/policies";
import { describe, expect, it } from "vitest";
import { codes as englishCodes } from "../../console/src/i18n/en/codes.ts";
import { registry as englishRegistry } from "../../console/src/i18n/en/registry.ts";
import { codes as frenchCodes } from "../../console/src/i18n/fr/codes.ts";
import { registry as frenchRegistry } from "../../console/src/i18n/fr/registry.ts";
import { EVIDENCE_PROVIDER } from "../../console/src/registry/evidence-provider.ts";
import { TASK_KINDS } from "../../control-plane/src/home/domain/tasks.js";
import { STEP_RULES, SUBMISSION_STEPS } from "../../control-plane/src/capacity/domain/submission/submission.js";
import { EVIDENCE } from "../../control-plane/src/registry/domain/evidence.js";
import { GUARDS } from "../../control-plane/src/registry/domain/guards.js";
import { GUARD_UNMET } from "../../control-plane/src/registry/domain/transitions.js";
import { explainDenial } from "../../control-plane/src/tenancy/domain/denial.js";
import { ROLE_MATRIX } from "../../control-plane/src/tenancy/domain/role-matrix.js";

const keyOf = (code: string): string => code.replaceAll(".", "_");
const DICTIONARIES = { fr: { ...frenchCodes, ...frenchRegistry }, en: { ...englishCodes, ...englishRegistry } };

describe.each(Object.entries(DICTIONARIES))("codes of the control plane in %s", (_locale, dictionary) => {
  it("has a sentence for every guard of the life cycle, and for no other", () => {
    expect(Object.keys(dictionary.condition).sort()).toEqual(Object.keys(GUARDS).map(keyOf).sort());
  });
  it("has a sentence for every reason that closes a way out", () => {
    for (const code of [GUARD_UNMET, ...denialCodes()]) expect(Object.keys(dictionary.code)).toContain(keyOf(code));
  });
  it("names every piece that guards ask for, and says who provides it", () => {
    const kinds = Object.keys(EVIDENCE).map((kind) => kind.toUpperCase());
    expect(Object.keys(dictionary.evidence.kind).sort()).toEqual(kinds.sort());
  });
});

/** Rooms whose pages show refusals. */
const ROOMS = ["registry", "capacity", "roadmaps", "allocation"] as const;
/** Said to machines, or in the sentences of an import's preview, which carry both languages themselves. */
const NOT_WORDED = ["lease.", "epoch.", "cell.", "column.", "row."];

describe.each(["fr", "en"])("refusals of the rooms in %s", (locale) => {
  it.each(ROOMS)("have a sentence for every code that %s can answer", async (room) => {
    const { code: refused, condition } = await dictionaryOf(locale);
    const words = { ...condition, ...refused };
    const codes = [...codesIn(room)].filter((code) => !NOT_WORDED.some((prefix) => code.startsWith(prefix)));
    expect(codes.length).toBeGreaterThan(10);
    expect(codes.filter((code) => !(keyOf(code) in words))).toEqual([]);
  });
});

describe.each(["fr", "en"] as const)("policy rules in %s", (locale) => {
  const shipped = compileBundle(loadPolicyFiles(fileURLToPath(new URL("../../policies", import.meta.url))));
  const rules = shipped.ok ? shipped.bundle.rules : [];

  it("have a sentence for every code that a rule of the State can give, in the rule's own words", async () => {
    const { condition } = await dictionaryOf(locale);
    expect(rules.length).toBeGreaterThan(24);
    const plain = (text: string | undefined): string =>
      (text ?? "").replaceAll(/[’']/gu, "'").replaceAll(/[\s.]/gu, "");
    for (const { reason } of rules) expect(plain(condition[keyOf(reason.code)])).toBe(plain(reason[locale]));
  });

  it("have a sentence for every refusal of bundles and of what rules guard", async () => {
    const { code } = await dictionaryOf(locale);
    const said = [...textsOf("compliance/domain/bundles"), ...textsOf("compliance/use-cases/bundles")];
    const codes = said.flatMap((text) =>
      [...text.matchAll(/conflict\(\s*"([a-z_.]+)"/gu)].map((match) => match[1] ?? ""),
    );
    const guards = [
      "deployment.rule_refused",
      "pool.rule_refused",
      "policy_bundle.not_found",
      "policy_proposal.not_found",
    ];
    expect(codes.length).toBeGreaterThan(6);
    expect([...codes, ...guards].filter((each) => !(keyOf(each) in code))).toEqual([]);
  });
});

describe.each(["fr", "en"])("acts and tasks in %s", (locale) => {
  it("name every act that the journal can hold, and no other", async () => {
    const { act, actRoom } = await dictionaryOf(locale);
    const names = [...actsOfSources()];
    expect(names.length).toBeGreaterThan(150);
    expect(Object.keys(act).sort()).toEqual(names.map((name) => keyOf(name).replaceAll("-", "_")).sort());
    expect(Object.keys(actRoom).sort()).toEqual([...new Set(names.map((name) => name.split(".")[0]))].sort());
  });
  it("say what every kind of task waits for", async () => {
    const { task, taskDetail } = await dictionaryOf(locale);
    for (const words of [task, taskDetail]) expect(TASK_KINDS.filter((kind) => !(keyOf(kind) in words))).toEqual([]);
  });
});

describe("who provides a piece", () => {
  it("is the same for the console and for the registry", () => {
    const registry = Object.entries(EVIDENCE).map(([kind, { providedBy }]) => [kind.toUpperCase(), providedBy]);
    expect(EVIDENCE_PROVIDER).toEqual(Object.fromEntries(registry));
  });
});

type Words = Readonly<Record<string, string>>;
type Dictionary = Readonly<Record<"code" | "condition" | "act" | "actRoom" | "task" | "taskDetail", Words>>;

/** The whole dictionary, by a path that only the console's own build resolves. */
async function dictionaryOf(locale: string): Promise<Dictionary> {
  const path: string = `../../console/src/i18n/${locale}/index.ts`;
  return ((await import(path)) as Record<string, Dictionary>)[locale] as Dictionary;
}

const SOURCES = fileURLToPath(new URL("../../control-plane/src/", import.meta.url));
const SAID = [/\b(?:conflict|guardRefusal)\(\s*"([a-z_]+\.[a-z_0-9]+)"/gu, /\bcode:\s*"([a-z_]+\.[a-z_0-9]+)"/gu];
const MISSED = [/\bnotFound\(\s*"([a-z_]+)"/gu, /\bloadRecord\([^)]*?"[A-Za-z]+",\s*"([a-z_]+)"/gu];

const textsOf = (folder: string, only = /./u): readonly string[] =>
  readdirSync(SOURCES + folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && only.test(path) && !/\.(?:spec|behaviour)\.ts$/u.test(path))
    .map((path) => readFileSync(`${SOURCES}${folder}/${path}`, "utf8"));

/** Acts whose name has the step in it. */
const STEP_ACTS: Readonly<Record<string, readonly string[]>> = {
  "allocation.${step}-round": ["review", "arbitrate", "close"],
  'capacity.${step.replaceAll("_", "-")}-need': stepsOf("need"),
  'capacity.${step.replaceAll("_", "-")}-declaration': stepsOf("declaration"),
};

function stepsOf(target: "need" | "declaration"): readonly string[] {
  const steps = SUBMISSION_STEPS.filter((step) => STEP_RULES[step].targets.includes(target));
  return steps.map((step) => step.replaceAll("_", "-"));
}

/** Names under which use cases, and what they cause, are written in the journal. */
function actsOfSources(): ReadonlySet<string> {
  const named = (pattern: RegExp, only?: RegExp) =>
    textsOf(".", only).flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
  const plain = named(/\bname: "([a-z]+\.[a-z-]+)"/gu, /use-cases\//u);
  const stepped = named(/\bname: `([^`]+)`,$/gmu).flatMap((template) => {
    const steps = STEP_ACTS[template];
    if (steps === undefined) throw new Error(`no steps are known for the act ${template}`);
    return steps.map((step) => template.replace(/\$\{.*\}/u, step));
  });
  const caused = named(/\buseCase: "([a-z]+\.[a-z-]+)"/gu);
  const logs = named(/"(audit\.[a-z-]+)"/gu);
  return new Set([...plain, ...caused, ...logs, ...stepped]);
}

/** Codes of conflicts, guards, conditions and what is not found, as the room's sources name them. */
function codesIn(room: string): ReadonlySet<string> {
  const texts = textsOf(room);
  const named = (patterns: readonly RegExp[]): readonly string[] =>
    texts.flatMap((text) => patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? "")));
  return new Set([...named(SAID), ...named(MISSED).map((subject) => `${subject}.not_found`)]);
}

/** Every code a refusal by right can carry: each grant asked for by somebody who meets none of its conditions. */
function denialCodes(): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const { role, actions, subjects } of ROLE_MATRIX) {
    for (const mfa of [true, false]) {
      for (const contractor of [true, false]) {
        for (const organisationId of ["own", "elsewhere"]) {
          const membership = { role, organisationId };
          const actor = { kind: "person", id: "me", name: "Me", mfa, contractor, memberships: [membership] } as const;
          for (const declaredBy of ["me", "you"]) {
            const subject = { name: subjects[0]!, id: "it", organisationId: "own", declaredBy };
            codes.add(explainDenial(actor, actions[0]!, subject, ["own", "state"]).code);
          }
        }
      }
    }
  }
  return codes;
}
