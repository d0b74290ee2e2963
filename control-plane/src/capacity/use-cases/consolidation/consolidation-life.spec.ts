import { describe, expect, it } from "vitest";
import { aCampaign } from "../../../../../test/builders/capacity.builder.js";
import { aConsolidation } from "../../../../../test/builders/consolidation.builder.js";
import { KeptJobs } from "../../../../../test/fakes/kept-jobs.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { ROLES, systemActor, type PersonActor, type Role } from "../../../kernel/actor.js";
import type { Result } from "../../../kernel/result.js";
import type { UseCase } from "../../../kernel/use-case.js";
import { CaslAuthoriser } from "../../../tenancy/index.js";
import { memoryCapacityPorts } from "../../../../../test/fakes/memory/capacity/memory-capacity-ports.js";
import { MemoryConsolidationComments } from "../../../../../test/fakes/memory/capacity/memory-consolidation.comments.js";
import { MemoryConsolidationRepository } from "../../../../../test/fakes/memory/capacity/memory-consolidation.repository.js";
import { CONSOLIDATION_STATES, type ConsolidationState } from "../../domain/consolidation/consolidation-life.js";
import { cancelConsolidation } from "./cancel-consolidation.use-case.js";
import { commentOnConsolidation } from "./comment-on-consolidation.use-case.js";
import { endComputation } from "./end-computation.use-case.js";
import { publishConsolidation } from "./publish-consolidation.use-case.js";
import { requestConsolidation } from "./request-consolidation.use-case.js";
import { reviewConsolidation } from "./review-consolidation.use-case.js";

const authoriser = new CaslAuthoriser({ pathOf: () => Promise.resolve(["etat"]) });
const ACTS = ["request", "cancel", "end", "review", "publish", "comment"] as const;
type Act = (typeof ACTS)[number];

const person = (role: Role, fields: Partial<PersonActor> = {}): PersonActor => ({
  kind: "person",
  id: role,
  name: role,
  memberships: [{ organisationId: "etat", role }],
  contractor: false,
  mfa: true,
  ...fields,
});
/** One of each role, those whom separation of duties keeps out, and the platform. */
const PEOPLE = {
  ...(Object.fromEntries(ROLES.map((role) => [role, person(role)])) as Record<Role, PersonActor>),
  "operator, own request": person("ariane_operator", { id: "asker" }),
  "operator, own review": person("ariane_operator", { id: "reviewer" }),
  "operator, contractor": person("ariane_operator", { contractor: true }),
  "operator, no second factor": person("ariane_operator", { mfa: false }),
  platform: systemActor("consolidation"),
} as const;
type Who = keyof typeof PEOPLE;

const digests = { inputDigest: "ab".repeat(32), reportDigest: "cd".repeat(32) };
const isComputed = (state: ConsolidationState): boolean => ["computed", "reviewed", "published"].includes(state);

/** What that person is answered, on a consolidation in that state that `asker` asked for and `reviewer` reviewed. */
async function attempt(state: ConsolidationState, act: Act, who: Who, campaign = aCampaign({ state: "closed" })) {
  const { runner, transactions } = memoryRunner(authoriser);
  const ports = {
    ...memoryCapacityPorts([["etat"]]),
    consolidations: new MemoryConsolidationRepository(),
    comments: new MemoryConsolidationComments(),
  };
  const on = aConsolidation({
    ...{ campaignId: campaign.id, state, requestedBy: "asker", version: 3 },
    ...(isComputed(state) ? digests : {}),
    reviewedBy: ["reviewed", "published"].includes(state) ? "reviewer" : null,
  });
  const ctx = transactions.contextOf(systemActor("test"));
  await ports.campaigns.insert(ctx, campaign, null);
  await ports.consolidations.insert(ctx, on);
  const run = async <I, L, O>(useCase: UseCase<I, L, O>, input: unknown) =>
    told(await runner.run(PEOPLE[who], useCase, input));
  const step = { id: on.id, expectedVersion: 3 };
  const answer = await {
    request: () => run(requestConsolidation({ ...ports, queue: new KeptJobs() }), { campaignId: campaign.id }),
    cancel: () => run(cancelConsolidation(ports), step),
    end: () => run(endComputation(ports), { id: on.id, outcome: { kind: "failed", why: "broke off" } }),
    review: () => run(reviewConsolidation(ports), step),
    publish: () => run(publishConsolidation(ports), step),
    comment: () => run(commentOnConsolidation(ports), { id: on.id, part: "purchases", body: "À revoir." }),
  }[act]();
  return { answer, campaign: await ports.campaigns.find(ctx, campaign.id) };
}

const told = (result: Result<unknown>): string => {
  if (!result.ok) return result.refusal.kind === "Forbidden" ? `– ${result.refusal.code}` : result.refusal.code;
  const { state } = result.value as { state?: string };
  return state === undefined ? "said" : `→ ${state}`;
};

async function matrix(): Promise<string> {
  const names = Object.keys(PEOPLE) as Who[];
  const lines = ["# Life of a consolidation: state, act, and the answer to each", ""];
  lines.push("A dash is a right that is missing, with its code.", "");
  lines.push(`| state | act | ${names.join(" | ")} |`, `|${"---|".repeat(names.length + 2)}`);
  for (const state of CONSOLIDATION_STATES)
    for (const act of ACTS) {
      const answers = await Promise.all(names.map(async (who) => (await attempt(state, act, who)).answer));
      lines.push(`| ${state} | ${act} | ${answers.join(" | ")} |`);
    }
  return `${lines.join("\n")}\n`;
}

describe("a consolidation, for every state, act and role", () => {
  it("answers as the committed matrix says", async () => {
    await expect(await matrix()).toMatchFileSnapshot("./consolidation-life.md");
  });

  it("is asked for, reviewed and published by no one person alone", async () => {
    const answerOf = async (...of: [ConsolidationState, Act, Who]) => (await attempt(...of)).answer;
    expect(await answerOf("computed", "review", "operator, own request")).toBe("– request.own");
    expect(await answerOf("computed", "review", "ariane_operator")).toBe("→ reviewed");
    expect(await answerOf("reviewed", "publish", "operator, own review")).toBe("consolidation.other_person");
    expect(await answerOf("reviewed", "publish", "operator, own request")).toBe("→ published");
  });

  it("makes its campaign consolidated when it is published, and is not published of one that still takes answers", async () => {
    const published = await attempt("reviewed", "publish", "ariane_operator");
    expect(published).toMatchObject({ answer: "→ published", campaign: { state: "consolidated", version: 2 } });
    const open = await attempt("reviewed", "publish", "ariane_operator", aCampaign({ state: "open" }));
    expect(open).toMatchObject({ answer: "campaign.closed", campaign: { state: "open", version: 1 } });
    const already = aCampaign({ state: "consolidated" });
    expect(await attempt("reviewed", "publish", "ariane_operator", already)).toMatchObject({
      ...{ answer: "→ published", campaign: { state: "consolidated", version: 1 } },
    });
  });
});
