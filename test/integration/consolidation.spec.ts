import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { syntheticState } from "../../control-plane/bench/consolidation/synthetic-state.js";
import type { Cell } from "../../control-plane/src/capacity/domain/consolidation/cells.js";
import { digestOf } from "../../control-plane/src/kernel/canonical-json.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { countOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { insertOrganisation, stateOrganisation } from "../builders/organisation.rows.js";
import { plantState, plantUse } from "../builders/state-rows.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const input = syntheticState({ ministries: 17, needsEach: 40, quarters: 4, seed: 7 });
const [first, second] = input.ministries.map(({ id }) => id);
let socle: TestControlPlane;
let people: Record<"operator" | "other" | "declarant" | "committee", SignedIn>;

beforeAll(async () => {
  const ariane = await database.write(systemActor("test"), async (ctx) => {
    const state = await stateOrganisation(ctx);
    await plantState(ctx, state, input);
    // What a direction uses is its ministry's; one right stands below another and is contained in it.
    const direction = await insertOrganisation(ctx, first ?? "", "direction");
    await countOf(
      ctx,
      `INSERT INTO allocation (id, pool_id, node_id, node_type, organisation_id, nominal, guarantee, weight)
       SELECT gen_random_uuid(), pool_id, $1, 'organisation', $1, 0.5, 0, 1 FROM allocation WHERE node_id = $2 LIMIT 1`,
      [direction, first],
    );
    for (let day = 1; day <= 40; day += 1)
      for (const [at, { ministryId, pool, nominal }] of input.allocations.entries())
        if ((at + day) % 3 !== 0)
          await plantUse(
            ctx,
            pool,
            ministryId === first && at === 0 ? direction : ministryId,
            day,
            (nominal * ((at * 7 + day * 11) % 100)) / 100,
          );
    return insertOrganisation(ctx, state, "authority");
  });
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  people = {
    operator: await signedInAs(database, socle.origin, "ariane_operator", ariane),
    other: await signedInAs(database, socle.origin, "ariane_operator", ariane),
    declarant: await signedInAs(database, socle.origin, "declarant", second ?? ""),
    committee: await signedInAs(database, socle.origin, "committee", ariane),
  };
}, 120_000);
afterAll(() => socle?.stop());

interface Answer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly progress: number;
  readonly inputDigest: string;
}

async function ask<Data>(who: SignedIn, query: string): Promise<Data> {
  const { data, ...rest } = await who.graphql<Data>(query);
  if (data == null) throw new Error(JSON.stringify(rest));
  return data;
}
const SEEN = "id state version progress inputDigest failure";
const RESULT = `{ __typename ... on Consolidation { ${SEEN} } ... on Refusal { code message } }`;
const request = (who: SignedIn) =>
  ask<{ r: Answer & { code?: string } }>(
    who,
    `mutation { r: requestConsolidation(campaignId: "${input.campaign.id}") ${RESULT} }`,
  );
const step = (who: SignedIn, verb: string, { id, version }: Answer) =>
  ask<{ r: Answer & { code?: string; __typename: string } }>(
    who,
    `mutation { r: ${verb}(input: { id: "${id}", expectedVersion: ${String(version)} }) ${RESULT} }`,
  );

async function computed(id: string): Promise<Answer> {
  for (;;) {
    const { r } = await ask<{ r: Answer }>(people.operator, `{ r: consolidation(id: "${id}") { ${SEEN} } }`);
    if (r.state !== "COMPUTING") return r;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function recomputed(id: string): Promise<readonly Record<string, unknown>[]> {
  const script = readFileSync(new URL("recompute-consolidation.sql", import.meta.url), "utf8")
    .replaceAll(":campaign", `'${input.campaign.id}'`)
    .replaceAll(":consolidation", `'${id}'`);
  const client = new pg.Client({ connectionString: database.urls.ownerUrl });
  await client.connect();
  try {
    const results = (await client.query(script)) as unknown as { rows: Record<string, unknown>[] }[];
    return results.at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}

const CELLS =
  "quarter ministryId gpuType zone demand { low likely high } declared verified offered allocated usedP95 idleLendable granted unmet";

describe("a State of 17 ministries with 40 needs each", () => {
  let done: Answer;

  it("is added up as a job, once at a time, for who may ask", async () => {
    expect((await request(people.declarant)).r).toMatchObject({ code: "role.missing" });
    const asked = await request(people.operator);
    expect(asked.r).toMatchObject({ state: "COMPUTING", progress: 0 });
    done = await computed(asked.r.id);
    expect(done).toMatchObject({ state: "COMPUTED", progress: 1 });
  });

  it("says what an independent script says, cell by cell", async () => {
    const { c } = await ask<{ c: { cells: Cell[] } }>(
      people.operator,
      `{ c: consolidation(id: "${done.id}") { cells { ${CELLS} } } }`,
    );
    const flat = c.cells.map(({ demand, ...cell }) => ({ ...cell, ...demand }));
    const script = await recomputed(done.id);
    expect(script.length).toBeGreaterThan(150);
    const order = (row: Record<string, unknown>): string =>
      [row["quarter"], row["ministryId"], row["gpuType"], row["zone"]].join(" ");
    const sorted = (rows: readonly object[]) =>
      [...(rows as Record<string, unknown>[])].sort((a, b) => (order(a) < order(b) ? -1 : 1));
    expect(sorted(flat)).toEqual(sorted(script));
    expect(flat.some(({ granted, unmet }) => granted > 0 && unmet > 0)).toBe(true);
    expect(flat.some(({ usedP95 }) => (usedP95 ?? 0) > 0)).toBe(true);
  });

  it("reconciles, and names its input by a digest that anyone who holds it finds", async () => {
    const { c } = await ask<{
      c: { report: { reconciliation: { code: string; difference: number; mustBeZero: boolean }[] } };
    }>(
      people.operator,
      `{ c: consolidation(id: "${done.id}") { report { reconciliation { code difference mustBeZero } } } }`,
    );
    expect(c.report.reconciliation.filter(({ mustBeZero }) => mustBeZero).map(({ difference }) => difference)).toEqual([
      0, 0, 0, 0,
    ]);
    const client = new pg.Client({ connectionString: database.urls.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ input: unknown; report: unknown; report_digest: string }>(
      "SELECT input, report, report_digest FROM consolidation_report JOIN consolidation ON id = consolidation_id WHERE id = $1",
      [done.id],
    );
    await expect(client.query("UPDATE consolidation SET supplier = '{}' WHERE id = $1", [done.id])).rejects.toThrow(
      /does not change/,
    );
    await client.end();
    expect(digestOf(rows[0]?.input)).toBe(done.inputDigest);
    expect(digestOf(rows[0]?.report)).toBe(rows[0]?.report_digest);
  });

  it("shows a ministry its own part, the committee none before it is published", async () => {
    const query = `{ c: consolidation(id: "${done.id}") { report { method } supplierVersion { rule } cells { ministryId }
      needs(first: 5) { edges { node { organisationId reference likely granted } } pageInfo { hasNextPage endCursor } } } }`;
    interface Seen {
      c: {
        report: unknown;
        supplierVersion: unknown;
        cells: { ministryId: string }[];
        needs: { edges: { node: { organisationId: string } }[] };
      };
    }
    const own = (await ask<Seen>(people.declarant, query)).c;
    expect(own).toMatchObject({ report: null, supplierVersion: null });
    expect(new Set(own.cells.map(({ ministryId }) => ministryId))).toEqual(new Set([second]));
    expect(own.needs.edges.map(({ node }) => node.organisationId)).toEqual(Array(5).fill(second));
    const committee = (await ask<Seen>(people.committee, query)).c;
    expect(committee).toMatchObject({ report: null, supplierVersion: null, cells: [], needs: { edges: [] } });
  });

  it("is reviewed by one and published by another, once a campaign", async () => {
    const reviewed = (await step(people.operator, "reviewConsolidation", done)).r;
    expect(reviewed.state).toBe("REVIEWED");
    expect((await step(people.operator, "publishConsolidation", reviewed)).r).toMatchObject({
      code: "consolidation.other_person",
    });
    expect((await step(people.other, "publishConsolidation", done)).r).toMatchObject({ code: "consolidation.changed" });
    expect((await step(people.other, "publishConsolidation", reviewed)).r.state).toBe("PUBLISHED");
    const { c } = await ask<{ c: { supplierVersion: { rows: { ministries: number }[] } } }>(
      people.committee,
      `{ c: consolidation(id: "${done.id}") { supplierVersion { rows { ministries quarter demand { likely } classes { gpuType zone } } } } }`,
    );
    expect(c.supplierVersion.rows.length).toBeGreaterThan(0);
    expect(Math.min(...c.supplierVersion.rows.map(({ ministries }) => ministries))).toBeGreaterThanOrEqual(3);

    const again = await computed((await request(people.operator)).r.id);
    expect(again.inputDigest).toBe(done.inputDigest);
    const second = (await step(people.operator, "reviewConsolidation", again)).r;
    expect((await step(people.other, "publishConsolidation", second)).r).toMatchObject({
      code: "consolidation.published_once",
    });
  });

  it("is a file for whoever may read it: workbook, table, data, page", async () => {
    const file = (who: SignedIn, name: string) =>
      fetch(`${socle.origin}/capacity/consolidations/${name}`, { headers: { cookie: who.cookie } });
    const workbook = await file(people.operator, `${done.id}.xlsx`);
    expect(workbook.status).toBe(200);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    const csv = await (await file(people.declarant, `${done.id}.csv?table=cells&lang=en`)).text();
    const names = new Set(
      csv
        .trim()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(";")[0]),
    );
    expect(names).toEqual(new Set(["Ministère 2"]));
    const data = (await (await file(people.committee, `${done.id}.json`)).json()) as Record<string, unknown>;
    expect(data).toMatchObject({ report: null, cells: [] });
    const page = await file(people.operator, `${done.id}.html`);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await page.text()).toContain(done.inputDigest);
    expect((await fetch(`${socle.origin}/capacity/consolidations/${done.id}.json`)).status).toBe(401);
    expect((await file(people.operator, `${done.id}.csv?table=none`)).status).toBe(404);
  });
});
