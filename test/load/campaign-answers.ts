import { readFileSync } from "node:fs";
import type { RunFile } from "../../scheduler/bench/local-socle.ts";
import { ConsoleSession } from "./console-session.ts";
import { eventually } from "./eventually.ts";

type Say = (line: string) => void;

/** A campaign whose answers ARIANE took over. */
export interface AnsweredCampaign {
  readonly id: string;
  readonly quarters: readonly string[];
}

interface Ministry {
  readonly name: string;
  /** Of its files in `test/data/campaign`. */
  readonly files: string;
}

interface Preview {
  readonly state: string;
  readonly rowsRead: number;
  readonly errorCount: number;
}

interface Submission {
  readonly id: string;
  readonly version: number;
  readonly state: string;
}

export const MINISTRIES: readonly Ministry[] = [
  { name: "Ministère de l'Économie et des Finances", files: "ministry-a" },
  { name: "Ministère de la Justice", files: "ministry-b" },
];
const READ_MS = 15_000;
const FIRST_QUARTER = "2026Q4";

/** Opens a campaign, has two ministries answer it by files, their validators stand for it, and ARIANE take it over. */
export async function runCampaign(run: RunFile, ariane: ConsoleSession, say: Say): Promise<AnsweredCampaign> {
  const campaign = await openCampaign(ariane);
  say(`campaign opened by ARIANE: ${campaign.quarters.join(", ")}`);
  for (const ministry of MINISTRIES) {
    const declarant = await ConsoleSession.as(run, "declarant", ministry.name);
    const validator = await ConsoleSession.as(run, "validator", ministry.name);
    const organisationId = await organisationOf(declarant);
    const read = {
      declaration: await importFile(declarant, campaign.id, organisationId, "declaration", `${ministry.files}.csv`),
      need: await importFile(declarant, campaign.id, organisationId, "need", `${ministry.files}.xlsx`),
    };
    const moved = await standForAnswers(campaign.id, organisationId, { declarant, validator, ariane });
    say(
      `${ministry.name}: ${read.declaration.rowsRead} lines by CSV, ${read.need.rowsRead} needs by XLSX, no error; ` +
        `${moved} answers validated by another person and accepted`,
    );
  }
  return campaign;
}

async function openCampaign(ariane: ConsoleSession): Promise<AnsweredCampaign> {
  const day = 86_400_000;
  const created = await ariane.change<{ id: string; version: number; quarters: string[] }>(
    "createCampaign",
    "CreateCampaignInput",
    "... on Campaign { id version quarters }",
    {
      name: "Capacités et besoins, deux ministères",
      kind: "CAPACITY",
      firstQuarter: FIRST_QUARTER,
      quarterCount: 4,
      opensAt: new Date(Date.now() - day).toISOString(),
      closesAt: new Date(Date.now() + 30 * day).toISOString(),
    },
  );
  await ariane.change("transitionCampaign", "TransitionCampaignInput", "... on Campaign { state }", {
    id: created.id,
    to: "OPEN",
    expectedVersion: created.version,
  });
  return created;
}

async function organisationOf(session: ConsoleSession): Promise<string> {
  const { me } = await session.ask<{ me: { memberships: { organisation: { id: string } }[] } }>(
    "{ me { memberships { organisation { id } } } }",
  );
  const [membership] = me.memberships;
  if (!membership) throw new Error("the declarant has no ministry");
  return membership.organisation.id;
}

/** Sends a file, reads its preview, and accepts it when it has no error. */
async function importFile(
  declarant: ConsoleSession,
  campaignId: string,
  organisationId: string,
  target: string,
  fileName: string,
): Promise<Preview> {
  const file = new Uint8Array(readFileSync(new URL(`../data/campaign/${fileName}`, import.meta.url)));
  const query = { campaignId, organisationId, target, fileName };
  const { id } = await declarant.sendFile<{ id: string }>("/capacity/imports", query, file);
  const look = "query Preview($id: ID!) { capacityImport(id: $id) { state rowsRead errorCount } }";
  const ask = async () => (await declarant.ask<{ capacityImport: Preview }>(look, { id })).capacityImport;
  const preview = await eventually(
    async () => {
      const seen = await ask();
      return seen.state === "PREVIEWED" || seen.state === "FAILED" ? seen : null;
    },
    READ_MS,
    () => `${fileName} was not read`,
  );
  if (preview.state !== "PREVIEWED" || preview.errorCount > 0)
    throw new Error(`${fileName}: ${preview.state}, ${preview.errorCount} errors`);
  await declarant.accept("acceptCapacityImport", "CapacityImport", id);
  return preview;
}

interface Hands {
  readonly declarant: ConsoleSession;
  readonly validator: ConsoleSession;
  readonly ariane: ConsoleSession;
}

/** Each answer goes from hand to hand; how many there are. */
async function standForAnswers(campaignId: string, organisationId: string, hands: Hands): Promise<number> {
  const query = `query Answers($campaignId: ID!, $organisationId: ID!) {
    Declaration: capacityDeclarations(filter: { campaignId: $campaignId, organisationId: $organisationId }) {
      edges { node { id version state } }
    }
    Need: capacityNeeds(filter: { campaignId: $campaignId, organisationId: $organisationId }) {
      edges { node { id version state } }
    }
  }`;
  const found = await hands.declarant.ask<Record<"Declaration" | "Need", { edges: { node: Submission }[] }>>(query, {
    campaignId,
    organisationId,
  });
  let moved = 0;
  for (const kind of ["Declaration", "Need"] as const)
    for (const { node } of found[kind].edges) {
      await handOver(kind, node, hands);
      moved += 1;
    }
  return moved;
}

async function handOver(
  kind: string,
  { id, version }: Submission,
  { declarant, validator, ariane }: Hands,
): Promise<void> {
  const way = [
    [declarant, "SUBMIT"],
    [validator, "VALIDATE"],
    [ariane, "REVIEW"],
    [ariane, "ACCEPT"],
  ] as const;
  let stands = version;
  for (const [person, step] of way) {
    const input = { id, step, expectedVersion: stands };
    const fields = `... on Capacity${kind} { version }`;
    const name = `moveCapacity${kind}`;
    stands = (await person.change<{ version: number }>(name, `MoveCapacity${kind}Input`, fields, input)).version;
  }
}
