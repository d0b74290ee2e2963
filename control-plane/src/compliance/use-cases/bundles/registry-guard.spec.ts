import { fileURLToPath } from "node:url";
import type { DerogationV1, ModelV1, PoolV1, UseCaseV1 } from "@socle/contracts";
import { loadPolicyFiles } from "@socle/policies";
import { describe, expect, it } from "vitest";
import { anAssessment } from "../../../../../test/builders/desk.builder.js";
import { DECLARED, OURS } from "../../../../../test/builders/standing.builder.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../../kernel/actor.js";
import { ok, refuse } from "../../../kernel/result.js";
import type { GuardQuestion } from "../../../kernel/rule-guard.js";
import { loadBundle } from "../../domain/bundles/loaded-bundle.js";
import type { Assessment } from "../../domain/desk/assessments/assessment.js";
import type { Review } from "../../domain/desk/counsel/review.js";
import type { GuardPorts } from "../../ports/bundles/guard-ports.js";
import { RegistryGuard } from "./registry-guard.js";

const shipped = loadBundle(loadPolicyFiles(fileURLToPath(new URL("../../../../../policies", import.meta.url))));
if (!shipped.ok) throw new Error("the rules do not compile");
const inForce = shipped.value;
const memory = memoryRunner();

const guard = (ports: Partial<GuardPorts> = {}): RegistryGuard =>
  new RegistryGuard({
    active: { current: () => Promise.resolve(ok(inForce)), byDigest: () => Promise.resolve(ok(inForce)) },
    derogations: () => Promise.resolve([]),
    reviews: () => Promise.resolve([]),
    assessments: () => Promise.resolve([]),
    bodies: () => Promise.resolve(new Map([["o1", { slug: "culture", kind: "ministry", path: ["etat", "culture"] }]])),
    ...ports,
  });
const judge = (questions: readonly GuardQuestion[], on = guard(), at = "2026-09-01T10:00:00Z") => {
  memory.clock.moveTo(new Date(at));
  return memory.transactions.read(systemActor("test"), (ctx) => on.judge(ctx, questions));
};
const codes = async (question: GuardQuestion, on = guard(), at?: string) =>
  (await judge([question], on, at))[0]?.map(({ code }) => code);

const useCase = (fields: Partial<UseCaseV1> = {}): GuardQuestion => ({
  subject: "use_case",
  useCase: {
    ...{ id: "u1", slug: "courrier", name: "Courrier", organisationId: "o1", state: "deployed" },
    ...{ labels: ["internal"], serviceClass: "standard", maxOutputTokens: 512 },
    ...fields,
    standing: { ...DECLARED, ...fields.standing },
  },
});
/** A dependency that can be left, but for its exit plan. */
const LEFT = { reversible: true, onRoadmap: true };
const model: ModelV1 = {
  ...{ id: "m1", name: "m", publisher: "p", contextWindow: 1024 },
  provenance: OURS,
};
const pool: PoolV1 = {
  ...{ id: "p1", slug: "nubo", name: "Nubo", gpuClass: "H100", gpuCount: 8, acceptedLabels: ["internal"] },
  ...{ active: true, hosting: "state_internal", standing: { locations: ["FR"], tenancy: "dedicated" } },
};

describe("guards of the registry, by the rules of the State", () => {
  it("list every rule that keeps a use case out of a state, with text, dates and remedy", async () => {
    const standing = { staffEffect: "substitution", decisionRole: "autonomous", proprietary: true, ...LEFT };
    const [conditions] = await judge([useCase({ standing, labels: ["personal"] })]);
    expect(conditions?.map(({ code }) => code)).toEqual([
      ...["decision.autonomous", "staff.substitution", "personal.not_recorded", "dependency.no_exit_plan"],
    ]);
    expect(conditions?.every(({ met, rule }) => !met && rule !== undefined && rule.legal.length > 0)).toBe(true);
    expect(conditions?.[3]?.rule).toMatchObject({ id: "sovereignty/exit-plan", from: "2026-01-01", to: null });
    expect(conditions?.[3]?.rule?.remedy?.fr).toMatch("plan de sortie");
  });

  it("read the opinion of the compliance cell that stands: not a superseded one, nor another use case's", async () => {
    const review = (fields: Partial<Review>): Review => ({
      ...{ id: "r", organisationId: "o1", version: 1, useCaseId: "u1", opinion: "unfavourable", summary: "Risque" },
      ...{ conditions: [], state: "settled", reviewedBy: "cell", reviewedAt: new Date("2026-08-01T08:00:00Z") },
      ...fields,
    });
    const condition = { id: "c", text: "Une notice", dueOn: "2026-08-31", met: null };
    const reserves = { opinion: "with_reserves", state: "open" } as const;
    const met = { on: "2026-08-20", by: "cell", proof: "Notice" };
    for (const [reviews, expected] of [
      [[review({})], ["review.unfavourable"]],
      [[review({ state: "superseded" }), review({ opinion: "favourable" })], []],
      [[review({ useCaseId: "u2" })], []],
      [[review({ ...reserves, conditions: [condition] })], ["review.overdue"]],
      [[review({ ...reserves, conditions: [{ ...condition, dueOn: "2026-09-01" }] })], []],
      [[review({ ...reserves, state: "settled", conditions: [{ ...condition, met }] })], []],
    ] as const) {
      const on = guard({ reviews: () => Promise.resolve(reviews) });
      const standing = { evaluationDueOn: "2027-01-01" };
      const before = await codes(useCase({ standing }));
      expect(await codes(useCase({ standing }), on)).toEqual([...(before ?? []), ...expected]);
    }
  });

  it("count no assessment that holds no longer: an accreditation that ended, an analysis that was questioned", async () => {
    const edition = (fields: Partial<Assessment>) => anAssessment({ useCaseId: "u1", state: "done", ...fields });
    for (const [editions, expected] of [
      [[edition({ kind: "homologation", reviewOn: "2021-06-30" })], ["assessment.lapsed"]],
      [[edition({ kind: "dpia", state: "to_review" })], ["assessment.lapsed"]],
      [[edition({ kind: "homologation", reviewOn: "2026-09-02" })], []],
      [[edition({ kind: "homologation", reviewOn: "2021-06-30", state: "superseded" })], []],
      [[edition({ kind: "homologation", reviewOn: "2021-06-30", useCaseId: "u2" })], []],
      [[edition({ kind: "homologation", reviewOn: null })], []],
    ] as const) {
      const on = guard({ assessments: () => Promise.resolve(editions) });
      const standing = { evaluationDueOn: "2027-01-01" };
      const before = await codes(useCase({ standing }));
      expect(await codes(useCase({ standing }), on)).toEqual([...(before ?? []), ...expected]);
    }
  });

  it("ask what concerns deployment at deployment only", async () => {
    const standing = { facesUsers: true };
    expect(await codes(useCase({ state: "qualified", standing }))).toEqual([]);
    expect(await codes(useCase({ state: "deployed", standing }))).toEqual(["relation.not_human"]);
  });

  it("follow legal dates: high-risk systems before, on and after 2 December 2027", async () => {
    const question = useCase({ standing: { aiActClass: "high", annexIii: "education", oversight: true } });
    const on = (at: string) => codes(question, guard(), at);
    expect(await on("2027-12-01T12:00:00Z")).toEqual([]);
    expect(await on("2027-12-02T12:00:00Z")).toEqual(["high_risk.not_ready"]);
    expect(await on("2028-06-01T12:00:00Z")).toEqual(["high_risk.not_ready"]);
  });

  it("judge models, deployments and pools by what is known of them", async () => {
    expect(await codes({ subject: "model", model })).toEqual([]);
    const pickle = { ...model, provenance: { ...model.provenance, format: "pickle" } };
    expect(await codes({ subject: "model", model: pickle })).toEqual(["model.unsafe_format"]);
    expect(await codes({ subject: "deployment", model: { ...model, provenance: {} }, pool })).toEqual([
      ...["model.unsafe_format", "model.place_unknown", "model.hash_unknown"],
    ]);
    expect(await codes({ subject: "pool", pool })).toEqual([]);
    expect(await codes({ subject: "pool", pool: { ...pool, standing: {}, acceptedLabels: ["dr", "public"] } })).toEqual(
      [...["pool.dr_with_public", "pool.not_accredited", "pool.not_described"]],
    );
  });

  it("let a derogation of the use case lift a derogable rule, and one for a single pool not", async () => {
    const files = inForce.source.files.map(({ path, text }) =>
      path === "sovereignty/exit-plan/rule.yaml"
        ? { path, text: text.replace("derogable: null", "derogable: { by: [minister], maxMonths: 12 }") }
        : { path, text },
    );
    const changed = loadBundle(files);
    if (!changed.ok) throw new Error("refused");
    const lifting = (fields: Partial<DerogationV1>) =>
      guard({
        active: { current: () => Promise.resolve(changed), byDigest: () => Promise.resolve(changed) },
        derogations: () =>
          Promise.resolve([
            {
              ...{ id: "d", rule: "sovereignty/exit-plan", useCaseId: "u1", authority: "minister" },
              ...{ from: "2026-09-01", to: "2026-09-30" },
              ...fields,
            },
          ]),
      });
    const question = useCase({ standing: { proprietary: true, ...LEFT } });
    expect(await codes(question, lifting({}))).toEqual([]);
    expect(await codes(question, lifting({ pool: "nubo" }))).toEqual(["dependency.no_exit_plan"]);
    expect(await codes(question, lifting({}), "2026-10-01T12:00:00Z")).toEqual(["dependency.no_exit_plan"]);
  });

  it("say no when the rules cannot be read, and ask nothing for nothing", async () => {
    const broken = guard({
      active: {
        current: () => Promise.resolve(refuse("a/b/rule.yaml:1:1: no")),
        byDigest: () => Promise.resolve(refuse("no")),
      },
    });
    expect(await codes(useCase(), broken)).toEqual(["policy.unreadable"]);
    expect(await judge([], broken)).toEqual([]);
  });
});
