import { describe, expect, it } from "vitest";
import { aCampaign, aNeed, lineCells, needCells } from "../../../../../test/builders/capacity.builder.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { ROLES, systemActor, type PersonActor, type Role } from "../../../kernel/actor.js";
import type { Result } from "../../../kernel/result.js";
import { CaslAuthoriser } from "../../../tenancy/index.js";
import { memoryCapacityPorts } from "../../../../../test/fakes/memory/capacity/memory-capacity-ports.js";
import type { CapacityDeclaration } from "../../domain/declaration/capacity-declaration.js";
import { SUBMISSION_STEPS, type SubmissionTarget } from "../../domain/submission/submission.js";
import { SUBMISSION_STATES, type SubmissionState } from "../../domain/submission/submission-state.js";
import { changeLines } from "../declarations/change-lines.use-case.js";
import { changeNeed } from "../needs/change-need.use-case.js";
import { commentOnSubmission } from "./comment-on-submission.use-case.js";
import { moveDeclaration } from "./move-declaration.use-case.js";
import { moveNeed } from "./move-need.use-case.js";

const PATH = ["economie", "etat"];
const authoriser = new CaslAuthoriser({ pathOf: () => Promise.resolve(PATH) });
const ACTIONS = [...SUBMISSION_STEPS, "change", "comment"] as const;
type Act = (typeof ACTIONS)[number];

const person = (role: Role, fields: Partial<PersonActor> = {}): PersonActor => ({
  kind: "person",
  id: role,
  name: role,
  memberships: [{ organisationId: ["declarant", "validator"].includes(role) ? "economie" : "ariane", role }],
  contractor: false,
  mfa: true,
  ...fields,
});
/** One of each role, and those whom separation of duties keeps out. */
const PEOPLE: Readonly<Record<string, PersonActor>> = {
  ...Object.fromEntries(ROLES.map((role) => [role, person(role)])),
  "validator, own version": person("validator", { id: "declarant" }),
  "validator, contractor": person("validator", { contractor: true }),
  "validator, no second factor": person("validator", { mfa: false }),
  "validator, elsewhere": person("validator", { memberships: [{ organisationId: "culture", role: "validator" }] }),
  "operator, own body": person("ariane_operator", {
    memberships: [
      { organisationId: "ariane", role: "ariane_operator" },
      { organisationId: "economie", role: "declarant" },
    ],
  }),
};

const declaration = (state: CapacityDeclaration["state"]): CapacityDeclaration => ({
  id: "subject",
  campaignId: "campaign",
  organisationId: "economie",
  state,
  declaredBy: "declarant",
  createdAt: new Date("2026-09-01T07:00:00Z"),
  updatedAt: new Date("2026-09-01T07:00:00Z"),
  version: 3,
  lineCount: 1,
  gpuCount: 8,
  completeness: 0.5,
  overCommitment: null,
  supersedes: null,
});

/** What that person is answered, on a submission in that state. */
async function attempt(target: SubmissionTarget, state: SubmissionState, act: Act, who: PersonActor): Promise<string> {
  const { runner, transactions } = memoryRunner(authoriser);
  const ports = memoryCapacityPorts([PATH]);
  await transactions.write(systemActor("test"), "test", async (ctx) => {
    await ports.campaigns.insert(ctx, aCampaign(), null);
    const declared = declaration(state as CapacityDeclaration["state"]);
    if (target === "declaration") await ports.declarations.insert(ctx, declared, null);
    else await ports.needs.insert(ctx, aNeed({ id: "subject", state, version: 3 }), null);
    return { commit: true, value: null };
  });
  const input = { id: "subject", expectedVersion: 3, reason: "Le nombre de GPU est à revoir." };
  const put = [{ cells: [...lineCells()].map(([field, value]) => ({ field, value })) }];
  const cells = [...needCells()].map(([field, value]) => ({ field, value }));
  if (act === "comment")
    return told(await runner.run(who, commentOnSubmission(ports), { ...input, target, body: "Vu." }));
  if (target === "declaration")
    return act === "change"
      ? told(await runner.run(who, changeLines(ports), { ...input, put, remove: [] }))
      : told(await runner.run(who, moveDeclaration(ports, act), input));
  return act === "change"
    ? told(await runner.run(who, changeNeed(ports), { ...input, cells }))
    : told(await runner.run(who, moveNeed(ports, act), input));
}

const told = (result: Result<unknown>): string => {
  if (!result.ok) return result.refusal.kind === "Forbidden" ? "–" : result.refusal.code;
  const { state } = result.value as { state?: string };
  return state === undefined ? "said" : `→ ${state}`;
};

const NEED_ONLY: readonly SubmissionState[] = ["matched", "partially_matched", "unmet"];

async function matrixOf(target: SubmissionTarget): Promise<string> {
  const names = Object.keys(PEOPLE);
  const lines = [`# Life of a ${target}: state, action, and the answer to each`, ""];
  lines.push(`| state | action | ${names.join(" | ")} |`, `|${"---|".repeat(names.length + 2)}`);
  for (const state of SUBMISSION_STATES.filter((each) => target === "need" || !NEED_ONLY.includes(each))) {
    for (const act of ACTIONS) {
      const answers = await Promise.all(Object.values(PEOPLE).map((who) => attempt(target, state, act, who)));
      lines.push(`| ${state} | ${act} | ${answers.join(" | ")} |`);
    }
  }
  return `${lines.join("\n")}\n`;
}

describe("every state, every action, every role", () => {
  it.each(["declaration", "need"] as const)("of a %s gets the answer of the committed matrix", async (target) => {
    await expect(await matrixOf(target)).toMatchFileSnapshot(`./${target}-life.md`);
  });

  it("validates nobody's own version, and lets nobody but the two hands through", async () => {
    const through = new Set<string>();
    for (const name of Object.keys(PEOPLE))
      for (const act of SUBMISSION_STEPS)
        for (const state of ["draft", "submitted", "validated", "reviewed"] as const)
          if ((await attempt("declaration", state, act, PEOPLE[name] ?? person("auditor"))).startsWith("→"))
            through.add(`${name}: ${act}`);
    expect([...through].sort()).toEqual([
      "ariane_operator: accept",
      "ariane_operator: refer_back",
      "ariane_operator: review",
      "declarant: submit",
      "declarant: withdraw",
      "operator, own body: submit",
      "operator, own body: withdraw",
      "validator: send_back",
      "validator: validate",
    ]);
  });
});
