import { USE_CASE_STATES, type UseCaseState } from "@socle/contracts";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { aUseCase, RELEASED_DOSSIER } from "../../../../test/builders/ai-use-case.builder.js";
import { aModel } from "../../../../test/builders/model.builder.js";
import { sampleRecords } from "../../../../test/builders/registry-records.builder.js";
import { sampleOrganisations, TREE } from "../../../../test/builders/registry-tree.js";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { ROLES, systemActor, type PersonActor, type Role } from "../../kernel/actor.js";
import { reachesWholeTree } from "../../kernel/reach.js";
import type { Result } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { CaslAuthoriser } from "../../tenancy/index.js";
import { memoryRegistryPorts } from "../../../../test/fakes/memory/registry/memory-registry-ports.js";
import { EVALUATION_STATES } from "../domain/evaluations/evaluation.js";
import { EVIDENCE_KINDS } from "../domain/evidence.js";
import { actionTowards } from "../domain/life-cycle.js";
import { KEY_REQUEST_STATES } from "../domain/applications/key-request.js";
import { MODEL_STATES } from "../domain/models/model.js";
import { BRICK_STATES } from "../domain/portfolio/brick.js";
import { SHADOW_TOOL_STATES } from "../domain/portfolio/shadow-tool.js";
import { TRAINING_STATES } from "../domain/portfolio/training.js";
import type { RegistryPorts } from "../ports/registry-ports.js";
import { approveKeyRequest } from "./applications/approve-key-request.use-case.js";
import { refuseKeyRequest } from "./applications/close-key-request.use-case.js";
import { requestKey } from "./applications/request-key.use-case.js";
import { validateKeyRequest } from "./applications/validate-key-request.use-case.js";
import { beginEvaluation } from "./evaluations/begin-evaluation.use-case.js";
import { publishEvaluation } from "./evaluations/publish-evaluation.use-case.js";
import { amendUseCase } from "./life-cycle/amend-use-case.use-case.js";
import { confirmChange, refuseChange } from "./life-cycle/decide-change.use-case.js";
import { resumeUseCase } from "./life-cycle/resume-use-case.use-case.js";
import { suspendUseCase } from "./life-cycle/suspend-use-case.use-case.js";
import { transitionUseCase } from "./life-cycle/transition-use-case.use-case.js";
import { approveModel } from "./models/approve-model.use-case.js";
import { assessModel } from "./models/assess-model.use-case.js";
import { deprecateModel } from "./models/deprecate-model.use-case.js";
import { refuseModel } from "./models/refuse-model.use-case.js";
import { retireModel } from "./models/retire-model.use-case.js";
import { validateModel } from "./models/validate-model.use-case.js";
import { answerShadowTool } from "./portfolio/answer-shadow-tool.use-case.js";
import { closeShadowTool } from "./portfolio/close-shadow-tool.use-case.js";
import { correctTraining } from "./portfolio/correct-training.use-case.js";
import { moveBrick } from "./portfolio/move-brick.use-case.js";
import { validateTraining } from "./portfolio/validate-training.use-case.js";

/** The committed matrix; `npx vitest run -u` on this file writes it from what was walked. */
const MATRIX = fileURLToPath(new URL("../../../docs/life-cycles.md", import.meta.url));
const INTRO = `# What each role can do in each state

Walked, not written: \`registry/use-cases/life-cycles.spec.ts\` runs every verb in every state as every role, with all
pieces on file and somebody else's declaration, and fails on a difference from this page. A row that leads nowhere says
so; roles that are not named are refused.
`;

type Outcome = Result<{ readonly state?: string } | object>;
interface Scene {
  readonly ports: RegistryPorts;
  readonly memory: MemoryRunner;
  readonly run: <Input, Loaded, Output extends object>(
    useCase: UseCase<Input, Loaded, Output>,
    input: unknown,
  ) => Promise<Outcome>;
}
interface Machine {
  readonly name: string;
  readonly states: readonly string[];
  readonly plant: (ctx: Context, ports: RegistryPorts, state: string) => Promise<unknown>;
  readonly verbs: Readonly<Record<string, (scene: Scene) => Promise<Outcome>>>;
}

const reason = "Dossier complet";
const evidence = Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, "réf. 2026-1"]));
const useCase = aUseCase({ id: "it", organisationId: TREE.dgfip, evidence, dossier: RELEASED_DOSSIER });
let counter = 0;
const records = sampleRecords(useCase, () => `record-${String((counter += 1))}`);
const past = new Date("2026-01-01T00:00:00Z");
const sunset = { announcedAt: past, endsAt: new Date("2026-06-01T00:00:00Z"), replacementId: null, reason };
const sound = {
  weights: "open",
  format: "safetensors",
  sha256: "a".repeat(64),
  runsIn: "own_pool",
  trainingOnInputs: "never",
  evalStatus: "passed",
} as const;

const actorOf = (role: Role): PersonActor => ({
  kind: "person",
  id: `the-${role}`,
  name: role,
  memberships: [{ organisationId: reachesWholeTree(role) ? TREE.etat : TREE.economie, role }],
  contractor: false,
  mfa: true,
});

const moves =
  (to: UseCaseState) =>
  ({ ports, run }: Scene) =>
    run(transitionUseCase(ports, actionTowards(to) ?? "validate"), {
      ...{ id: "it", to, reason, version: 1 },
      ...(to === "merged" ? { intoId: "heir" } : {}),
    });
const outcome = { verdict: "continue", summary: "Utile au métier", metrics: [{ name: "utile", value: 1, unit: "u" }] };
const TARGETS = USE_CASE_STATES.filter((state) => actionTowards(state) !== undefined);

const evaluationOf = (independent: boolean): Machine => ({
  name: independent ? "evaluation by an independent body" : "evaluation by the ministry",
  states: EVALUATION_STATES,
  plant: (ctx, ports, state) =>
    ports.evaluations.insert(ctx, { ...records.evaluation, independent, state: state as "planned" }),
  verbs: {
    begin: ({ ports, run }) => run(beginEvaluation(ports), { id: records.evaluation.id }),
    publish: ({ ports, run }) => run(publishEvaluation(ports, "validate"), { ...outcome, id: records.evaluation.id }),
    "publish independent": ({ ports, run }) =>
      run(publishEvaluation(ports, "select"), { ...outcome, id: records.evaluation.id }),
  },
});

const MACHINES: readonly Machine[] = [
  {
    name: "use case",
    states: USE_CASE_STATES,
    plant: async (ctx, ports, state) => {
      const from = state === "suspended" ? ("deployed" as const) : null;
      await ports.useCases.update(ctx, { ...useCase, state: state as UseCaseState, suspendedFrom: from, version: 1 });
      const { id: useCaseId, organisationId } = useCase;
      await ports.changes.insert(ctx, { ...records.change, id: "change" });
      const application = { id: "app", slug: "app", name: "App", environment: "production", models: null };
      await ports.applications.insert(ctx, { ...application, useCaseId, organisationId, createdAt: past });
    },
    verbs: {
      ...Object.fromEntries(TARGETS.map((to) => [`move to ${to}`, moves(to)])),
      suspend: ({ ports, run }) => run(suspendUseCase(ports), { id: "it", reason }),
      resume: ({ ports, run }) => run(resumeUseCase(ports), { id: "it", reason }),
      "amend what rules read": ({ ports, run }) =>
        run(amendUseCase(ports), { id: "it", version: 1, reason, decisionRole: "prepare" }),
      "amend the rest": ({ ports, run }) =>
        run(amendUseCase(ports), { id: "it", version: 1, reason, name: "Autre nom" }),
      "confirm a change": ({ ports, run }) =>
        run(confirmChange(ports, "validate"), { id: "change", right: "validate", reason }),
      "refuse a change": ({ ports, run }) =>
        run(refuseChange(ports, "validate"), { id: "change", right: "validate", reason }),
      "ask for a key": ({ ports, run }) => run(requestKey(ports), { applicationId: "app", validDays: 30, reason }),
    },
  },
  {
    name: "model",
    states: MODEL_STATES,
    plant: async (ctx, ports, state) => {
      const ends = state === "deprecated" || state === "retired" ? sunset : null;
      const provenance = { billionParameters: null, cardUrl: null, ...sound };
      const fields = { id: "it", proposedFor: TREE.economie, state: state as "approved", sunset: ends };
      await ports.models.insert(ctx, aModel({ ...fields, provenance }));
    },
    verbs: {
      validate: ({ ports, run }) => run(validateModel(ports), { id: "it", reason }),
      assess: ({ ports, run }) => run(assessModel(ports), { id: "it", provenance: sound }),
      approve: ({ ports, run }) => run(approveModel(ports), { id: "it", reason }),
      refuse: ({ ports, run }) => run(refuseModel(ports, "grant"), { id: "it", reason }),
      veto: ({ ports, run }) => run(refuseModel(ports, "suspend"), { id: "it", reason }),
      deprecate: ({ ports, run }) => run(deprecateModel(ports), { id: "it", endsAt: "2027-06-01", reason }),
      retire: ({ ports, run }) => run(retireModel(ports), { id: "it", reason }),
    },
  },
  {
    name: "request for a production key",
    states: KEY_REQUEST_STATES,
    plant: async (ctx, ports, state) => {
      const { id: useCaseId, organisationId } = useCase;
      const application = { id: "app", slug: "app", name: "App", environment: "production", models: null };
      await ports.useCases.update(ctx, { ...useCase, state: "deployed", version: 1 });
      await ports.applications.insert(ctx, { ...application, useCaseId, organisationId, createdAt: past });
      const done = state === "approved" ? { approvedBy: "operator" } : {};
      const request = { ...records.keyRequest, ...done, id: "it", applicationId: "app", requestedBy: "the-declarant" };
      await ports.keyRequests.insert(ctx, { ...request, state: state as "requested" });
    },
    verbs: {
      validate: ({ ports, run }) => run(validateKeyRequest(ports), { id: "it", version: 1 }),
      approve: ({ ports, run }) => run(approveKeyRequest(ports), { id: "it", version: 1 }),
      "refuse, ministry": ({ ports, run }) =>
        run(refuseKeyRequest(ports, "validate"), { id: "it", version: 1, reason }),
      "refuse, ARIANE": ({ ports, run }) => run(refuseKeyRequest(ports, "grant"), { id: "it", version: 1, reason }),
    },
  },
  evaluationOf(false),
  evaluationOf(true),
  {
    name: "shadow tool",
    states: SHADOW_TOOL_STATES,
    plant: (ctx, ports, state) => ports.shadowTools.insert(ctx, { ...records.shadowTool, state: state as "declared" }),
    verbs: {
      answer: ({ ports, run }) => run(answerShadowTool(ports), { id: records.shadowTool.id, answer: reason }),
      close: ({ ports, run }) => run(closeShadowTool(ports), { id: records.shadowTool.id, reason }),
    },
  },
  {
    name: "training declaration",
    states: TRAINING_STATES,
    plant: (ctx, ports, state) => ports.trainings.insert(ctx, { ...records.training, state: state as "declared" }),
    verbs: {
      validate: ({ ports, run }) => run(validateTraining(ports), { id: records.training.id, version: 1 }),
      correct: ({ ports, run }) =>
        run(correctTraining(ports), { id: records.training.id, version: 1, trained: 3, reason }),
    },
  },
  {
    name: "brick",
    states: BRICK_STATES,
    plant: (ctx, ports, state) => ports.bricks.insert(ctx, { ...records.brick, state: state as "listed" }),
    verbs: {
      recommend: ({ ports, run }) => run(moveBrick(ports), { id: records.brick.id, to: "recommended", reason }),
      deprecate: ({ ports, run }) => run(moveBrick(ports), { id: records.brick.id, to: "deprecated", reason }),
    },
  },
];

async function tried(machine: Machine, state: string, verb: string, role: Role): Promise<Outcome> {
  const paths = { pathOf: (_ctx: Context, id: string) => Promise.resolve(sampleOrganisations.get(id)?.path ?? []) };
  const memory = memoryRunner(new CaslAuthoriser(paths));
  const ports = memoryRegistryPorts(sampleOrganisations);
  await memory.runner.read(systemActor("test"), async (ctx) => {
    await ports.useCases.insert(ctx, { ...useCase, version: 0 });
    await ports.useCases.insert(ctx, { ...useCase, id: "heir", slug: "heir" });
    await machine.plant(ctx, ports, state);
  });
  const act = machine.verbs[verb];
  if (act === undefined) throw new Error(`No verb ${verb}.`);
  return act({ ports, memory, run: (each, input) => memory.runner.run(actorOf(role), each, input) });
}

interface Row {
  readonly to: string;
  readonly roles: readonly Role[];
}

async function walked(machine: Machine, state: string, verb: string): Promise<Row> {
  const roles: Role[] = [];
  const reached = new Set<string>();
  const refusals = new Set<string>();
  for (const role of ROLES) {
    const done = await tried(machine, state, verb, role);
    if (done.ok) {
      roles.push(role);
      reached.add("state" in done.value ? String(done.value.state) : "done");
    } else if (done.refusal.kind !== "Forbidden") refusals.add(done.refusal.code);
  }
  // Who has the right is told the same, whoever they are; a right without any way is a way that is closed to all.
  expect([reached.size + refusals.size, `${machine.name}: ${state}, ${verb}`]).toEqual([1, expect.any(String)]);
  return { to: [...reached][0] ?? `(${[...refusals].join(", ")})`, roles };
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? "").length)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

describe("every verb, in every state, as every role", () => {
  it("does what the committed matrix says, and lets no auditor, no committee and no observer do anything", async () => {
    const sections: string[] = [];
    for (const machine of MACHINES) {
      const rows: string[][] = [["state", "verb", "leads to", "who"]];
      for (const state of machine.states)
        for (const verb of Object.keys(machine.verbs)) {
          const { to, roles } = await walked(machine, state, verb);
          for (const reader of ["auditor", "committee", "observer"] as const) expect(roles).not.toContain(reader);
          rows.push([state, verb, to, roles.join(", ")]);
        }
      sections.push(`## ${machine.name}\n\n\`\`\`text\n${table(rows)}\n\`\`\`\n`);
    }
    await expect(`${INTRO}\n${sections.join("\n")}`).toMatchFileSnapshot(MATRIX);
  });
});
