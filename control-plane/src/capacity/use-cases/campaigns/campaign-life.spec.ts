import { describe, expect, it } from "vitest";
import { aCampaign } from "../../../../../test/builders/capacity.builder.js";
import { memoryRunner } from "../../../../../test/fakes/use-case-runner.js";
import { ROLES, systemActor, type PersonActor, type Role } from "../../../kernel/actor.js";
import type { Result } from "../../../kernel/result.js";
import { CaslAuthoriser } from "../../../tenancy/index.js";
import { memoryCapacityPorts } from "../../../../../test/fakes/memory/capacity/memory-capacity-ports.js";
import { CAMPAIGN_KINDS, CAMPAIGN_STATES, type Campaign, type CampaignState } from "../../domain/campaign/campaign.js";
import { createCampaign } from "./create-campaign.use-case.js";
import { transitionCampaign } from "./transition-campaign.use-case.js";

const authoriser = new CaslAuthoriser({ pathOf: () => Promise.resolve(["etat"]) });

const person = (role: Role, fields: Partial<PersonActor> = {}): PersonActor => ({
  kind: "person",
  id: role,
  name: role,
  memberships: [{ organisationId: "etat", role }],
  contractor: false,
  mfa: true,
  ...fields,
});
/** One of each role, and those whom conditions keep out. */
const PEOPLE: Readonly<Record<string, PersonActor>> = {
  ...Object.fromEntries(ROLES.map((role) => [role, person(role)])),
  "operator, contractor": person("ariane_operator", { contractor: true }),
  "operator, no second factor": person("ariane_operator", { mfa: false }),
};

/** What that person is answered who moves a campaign in that state; its end is still to come. */
async function attempt(state: CampaignState, to: CampaignState, who: PersonActor, fields: Partial<Campaign> = {}) {
  const { runner, transactions } = memoryRunner(authoriser);
  const ports = memoryCapacityPorts([["etat"]]);
  await ports.campaigns.insert(transactions.contextOf(systemActor("test")), aCampaign({ state, ...fields }), null);
  return told(await runner.run(who, transitionCampaign(ports), { id: "campaign", to, expectedVersion: 1 }));
}

async function create(who: PersonActor): Promise<string> {
  const { runner } = memoryRunner(authoriser);
  return told(
    await runner.run(who, createCampaign(memoryCapacityPorts([["etat"]])), {
      ...{ name: "Automne", kind: "capacity", firstQuarter: "2026Q4", quarterCount: 2, scope: [], reminderDays: [7] },
      ...{ opensAt: new Date("2026-10-01T00:00:00Z"), closesAt: new Date("2026-12-01T00:00:00Z") },
    }),
  );
}

const told = (result: Result<unknown>): string => {
  if (!result.ok) return result.refusal.kind === "Forbidden" ? `– ${result.refusal.code}` : result.refusal.code;
  return `→ ${(result.value as Campaign).state}`;
};

async function matrix(): Promise<string> {
  const lines = ["# Life of a campaign: state, act, and the answer to each", ""];
  lines.push("A dash is a right that is missing, with its code.", "");
  lines.push(
    `| kind | state | act | ${Object.keys(PEOPLE).join(" | ")} |`,
    `|${"---|".repeat(Object.keys(PEOPLE).length + 3)}`,
  );
  const row = async (head: string, of: (who: PersonActor) => Promise<string>) =>
    lines.push(`| ${head} | ${(await Promise.all(Object.values(PEOPLE).map(of))).join(" | ")} |`);
  await row("any | none | create", create);
  for (const kind of CAMPAIGN_KINDS)
    for (const state of CAMPAIGN_STATES)
      for (const to of CAMPAIGN_STATES)
        await row(`${kind} | ${state} | to ${to}`, (who) => attempt(state, to, who, { kind }));
  return `${lines.join("\n")}\n`;
}

describe("a campaign, for every state, act and role", () => {
  it("answers as the committed matrix says", async () => {
    await expect(await matrix()).toMatchFileSnapshot("./campaign-life.md");
  });

  it("opens again only with an end that is still to come", async () => {
    const over = { closesAt: new Date("2026-08-31T00:00:00Z") };
    expect(await attempt("closed", "open", person("ariane_operator"), over)).toBe("campaign.end_ahead");
  });
});
