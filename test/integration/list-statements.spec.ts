import "reflect-metadata";
import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantSampleRegistry } from "../builders/sample-registry.js";
import { listsOf, type SchemaList } from "../builders/schema-lists.js";
import { thickenTables } from "../builders/thick-tables.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";
import { statementTextsDuring } from "../fakes/statement-counter.js";

/** Rows that a list has to have here before it can tell, more than any one text is sent for the levels below a row. */
const ROWS = 24;
const LEVELS = 2;

/** Lists of what this scene has none of, each with the spec that counts or bounds it, or with why it cannot grow. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  allocationRounds: "rounds-api.spec.ts has the rounds",
  capacityFindings: "no finding without observed GPUs: capacity.spec.ts",
  capacityImports: "no file was sent: capacity-imports.spec.ts",
  complianceFigures: "as many as there are figures, whatever the registry holds",
  consolidations: "consolidation.spec.ts has them; a campaign has few",
  convergingUseCases: "the assistants that the plan names",
  derogationNotices: "none was granted: compliance-desk specs",
  detailReads: "an auditor's own readings, which the lists before this one left",
  dueEvaluations: "none is due",
  emergencyAccesses: "one organisation's: emergency-access.spec.ts",
  gpuKinds: "the known kinds of GPU, in memory",
  journalActors: "whoever acted, found in one statement: registry-graphql.spec.ts",
  memberships: "one organisation's people: tenancy-graphql.spec.ts",
  membershipChanges: "one organisation's: countersigned-roles.spec.ts",
  policyActivations: "no bundle was proposed here",
  policyBundles: "no bundle was proposed here",
  policyDifferences: "none between a bundle and itself; worked out in memory",
  policyProposals: "no bundle was proposed here",
  requests: "nothing was asked of the inference API: ledger-api.spec.ts",
  retention: "one row for each rule of retention: retention.spec.ts",
  roadmapExercises: "none of the sample roadmaps has exercised an exit",
  roadmapReports: "none was made: roadmaps.spec.ts",
  roundJobs: "rounds-api.spec.ts",
  roundLines: "rounds-api.spec.ts",
  roundOpinions: "rounds-api.spec.ts",
  roundRights: "rounds-api.spec.ts",
  selectionWeights: "versions of one table of weights",
  simulationChanges: "no simulation ran here",
  simulations: "no simulation ran here",
  tasks: "an auditor has none",
  throughputProfiles: "reference data, one statement in whole",
  trainingTotals: "added up in one statement",
};

/** Fields that are read row by row, each with why that holds: they are asked of one row at a time. */
const ONE_BY_ONE: Readonly<Record<string, RegExp>> = {
  // What runs in a pool now is looked at on the page of one pool; nobody lists it.
  pools: / live \{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/u,
};

const root = new URL("../../", import.meta.url);
const lists = listsOf(buildSchema(readFileSync(new URL("control-plane/contracts/schema.graphql", root), "utf8")));
const database = useDatabase();
let socle: TestControlPlane;
let auditor: SignedIn;
let given: Readonly<Record<string, string>>;

beforeAll(async () => {
  await plantSampleRegistry(database);
  const [etat = ""] = await idsOf("organisation", "parent_id IS NULL");
  await thickenTables(database.urls.ownerUrl, ROWS);
  const [campaign = ""] = await idsOf(
    "campaign",
    "state = 'open' ORDER BY (SELECT count(*) FROM capacity_need WHERE campaign_id = campaign.id) DESC",
  );
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  auditor = await signedInAs(database, socle.origin, "auditor", etat);
  type Active = { activePolicyBundle: { digest: string } };
  const bundle = (await auditor.graphql<Active>("{ activePolicyBundle { digest } }")).data?.activePolicyBundle.digest;
  const [nobody, digest] = [JSON.stringify(etat), JSON.stringify(bundle)];
  given = {
    ...{ campaignId: JSON.stringify(campaign), organisationId: nobody, roundId: nobody, simulationId: nobody },
    ...{ year: "2026", digest, from: digest, to: digest },
  };
}, 300_000);
afterAll(() => socle?.stop());

async function idsOf(table: string, where: string): Promise<readonly string[]> {
  const found = await database.dataSource.transaction(async (manager) => {
    await manager.query(`SELECT set_config('socle.scope', '*', true)`);
    return manager.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE ${where}`);
  });
  return found.map(({ id }) => id);
}

interface Asked {
  readonly rows: number;
  /** The text that was sent most, and how often. */
  readonly worst: readonly [string, number];
}

/** What opens and ends a transaction says nothing of rows: each of a request's loaders has its own. */
const OF_TRANSACTIONS = /^(START TRANSACTION|SET TRANSACTION|COMMIT|ROLLBACK|SELECT set_config)/u;

async function ask(list: SchemaList): Promise<Asked> {
  for (let levels = LEVELS; levels > 0; levels -= 1) {
    let answer: { data?: unknown; errors?: readonly { message: string }[] | undefined } = {};
    const texts = await statementTextsDuring(async () => {
      const query = list.query(given, ROWS, levels).replace(ONE_BY_ONE[list.name] ?? "", "");
      answer = await auditor.graphql<Record<string, unknown>>(query);
    });
    const error = answer.errors?.[0]?.message;
    if (error?.includes("over the limit")) continue;
    if (error !== undefined) throw new Error(error);
    const value = (answer.data as Record<string, { edges?: unknown[] } | unknown[]>)[list.name];
    const rows = Array.isArray(value) ? value.length : (value?.edges?.length ?? 0);
    const counts = new Map<string, number>();
    for (const text of texts) if (!OF_TRANSACTIONS.test(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    return { rows, worst: [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ["", 0] };
  }
  throw new Error(`${list.name} is over the limits of a query at one level already`);
}

describe("every list of the schema", () => {
  it.each(lists.map((list) => [list.name, list] as const))("%s sends no statement a row", async (name, list) => {
    const { rows, worst } = await ask(list);
    expect(worst[1], worst[0]).toBeLessThan(ROWS);
    // A list that comes new, or whose rows went away, has to say where it is looked at instead.
    if (name in ELSEWHERE) expect(rows, "rows: it can be looked at here").toBeLessThan(ROWS);
    else expect(rows, "rows that this scene has of it").toBeGreaterThanOrEqual(ROWS);
  });
});
