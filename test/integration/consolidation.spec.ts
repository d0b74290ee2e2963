import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { syntheticState } from "../builders/synthetic-state.js";
import type { ConsolidationReport } from "../../control-plane/src/capacity/domain/consolidation/consolidation.js";
import type {
  SupplierRow,
  SupplierVersion,
} from "../../control-plane/src/capacity/domain/consolidation/supplier/supplier-version.js";
import type { Cell } from "../../control-plane/src/capacity/domain/consolidation/cells.js";
import { digestOf } from "../../control-plane/src/kernel/canonical-json.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { countOf, rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { insertOrganisation, stateOrganisation } from "../builders/organisation.rows.js";
import { plantState, plantUse } from "../builders/state-rows.js";
import { ask, computedOf, requestOf, step, type Answer } from "../fakes/consolidation-client.js";
import { eventually } from "../fakes/eventually.js";
import { asOwner } from "../fakes/owner-statements.js";
import { recomputed, type Recomputed } from "../fakes/recomputed-consolidation.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const input = syntheticState({ ministries: 17, needsEach: 40, quarters: 4, seed: 7 });
const [first, second] = input.ministries.map(({ id }) => id);
let socle: TestControlPlane;
let people: Record<"operator" | "other" | "declarant" | "committee" | "aiCell" | "compliance", SignedIn>;

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
    // Some hardly use what they hold: the report says what the rule would take back.
    const share = (at: number, nominal: number) => (at % 2 === 0 && nominal > 3.3 ? 0.1 : 1);
    for (let day = 1; day <= 40; day += 1)
      for (const [at, { ministryId, pool, nominal }] of input.allocations.entries())
        if ((at + day) % 3 !== 0)
          await plantUse(
            ctx,
            pool,
            ministryId === first && at === 0 ? direction : ministryId,
            day,
            (share(at, nominal) * nominal * ((at * 7 + day * 11) % 100)) / 100,
          );
    return insertOrganisation(ctx, state, "authority");
  });
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  people = {
    operator: await signedInAs(database, socle.origin, "ariane_operator", ariane),
    other: await signedInAs(database, socle.origin, "ariane_operator", ariane),
    declarant: await signedInAs(database, socle.origin, "declarant", second ?? ""),
    committee: await signedInAs(database, socle.origin, "committee", ariane),
    aiCell: await signedInAs(database, socle.origin, "ai_cell", ariane),
    compliance: await signedInAs(database, socle.origin, "compliance", ariane),
  };
}, 120_000);
afterAll(() => socle?.stop());

const request = (who: SignedIn) => requestOf(who, input.campaign.id);
const computed = (id: string) => computedOf(people.operator, id);

const CELLS =
  "quarter ministryId gpuType zone demand { low likely high } declared verified offered allocated usedP95 idleLendable granted unmet";

type Row = Readonly<Record<string, unknown>>;
/** Rows in one order, whichever they came in. */
const inOrder = (rows: readonly object[]): readonly Row[] =>
  [...(rows as readonly Row[])].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
const keyOf = (row: Row): string =>
  JSON.stringify(
    Object.entries(row).filter(([, value]) => typeof value !== "number"),
    null,
  ) + JSON.stringify(Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1)));
/** The columns of a figure that the script has. */
const told = (rows: readonly object[], like: readonly Row[]): readonly Row[] =>
  rows.map((row) => Object.fromEntries(Object.keys(like[0] ?? {}).map((column) => [column, (row as Row)[column]])));
/** Numbers to nine significant figures: sums of floating point depend on their order. */
const near = (rows: readonly Row[]): readonly Row[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === "number" ? Number(value.toPrecision(9)) : value,
      ]),
    ),
  );

describe("a State of 17 ministries with 40 needs each", () => {
  let done: Answer;
  let script: Recomputed;

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
    script = await recomputed(database.urls.ownerUrl, input.campaign.id, done.id);
    expect(script.cells.length).toBeGreaterThan(150);
    expect(inOrder(flat)).toEqual(inOrder(script.cells));
    expect(flat.some(({ granted, unmet }) => granted > 0 && unmet > 0)).toBe(true);
    expect(flat.some(({ usedP95 }) => (usedP95 ?? 0) > 0)).toBe(true);
  });

  /** What stands in the database as the report: everything that pages, files and prints show. */
  const kept = async (): Promise<{ report: ConsolidationReport; supplier: SupplierVersion }> => {
    const [row] = await database.write(systemActor("test"), (ctx) =>
      rowsOf<{ report: ConsolidationReport; supplier: SupplierVersion }>(
        ctx,
        "SELECT report, supplier FROM consolidation_report JOIN consolidation ON id = consolidation_id WHERE id = $1",
        [done.id],
      ),
    );
    if (row === undefined) throw new Error("no report");
    return row;
  };

  it.each(["hostings", "labels", "confidence", "unsized", "poolings", "lending", "purchases"] as const)(
    "says of %s what the script says, row by row",
    async (figure) => {
      const rows = script.figures.get(figure) ?? [];
      expect(rows.length).toBeGreaterThan(0);
      expect(inOrder(told((await kept()).report[figure], rows))).toEqual(inOrder(rows));
    },
  );

  it.each(["redundancies", "expiries", "underUsed", "unitCosts", "reconciliation"] as const)(
    "says of %s what the script says, to the rounding of a sum",
    async (figure) => {
      const rows = script.figures.get(figure) ?? [];
      expect(rows.length).toBeGreaterThan(0);
      expect(near(inOrder(told((await kept()).report[figure], rows)))).toEqual(near(inOrder(rows)));
    },
  );

  it("says of cost and carbon, alone and pooled, what the script says", async () => {
    const [row = {}] = script.figures.get("savings") ?? [];
    const { savings } = (await kept()).report;
    expect(near(told([savings], [row]))).toEqual(near([row]));
    expect(savings.pooledGpus).toBeLessThan(savings.aloneGpus);
    expect(savings.pooledKgCo2e).toBeLessThan(savings.aloneKgCo2e);
  });

  it("tells suppliers what the script adds up, of three ministries at least and none above 85 %", async () => {
    const { rows } = (await kept()).supplier;
    const script_ = (script.figures.get("supplier") ?? []) as unknown as readonly (SupplierRow & {
      readonly low: number;
      readonly likely: number;
      readonly high: number;
      readonly greatest: number;
    })[];
    expect(script_.length).toBe(rows.length);
    for (const row of script_) {
      const shown = rows.find(
        ({ quarter, classes }) => quarter === row.quarter && JSON.stringify(classes) === JSON.stringify(row.classes),
      );
      const { low, likely, high, ministries, greatest } = row;
      expect(shown).toMatchObject({ ministries, demand: { low, likely, high } });
      if (shown?.unmet != null) expect(shown.unmet).toBeCloseTo(Number(row.unmet), 6);
      expect(ministries).toBeGreaterThanOrEqual(3);
      expect(greatest).toBeLessThanOrEqual(0.85);
    }
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

  it("is remarked on by those who see every ministry's figures, page by page, and by nobody else", async () => {
    const remark = (who: SignedIn, part: string, body: string) =>
      ask<{ r: { __typename: string; by?: string; code?: string } }>(
        who,
        `mutation { r: commentOnConsolidation(input: { id: "${done.id}", part: ${part}, body: "${body}" }) {
           __typename ... on ConsolidationComment { by part body } ... on Refusal { code } } }`,
      );
    expect((await remark(people.aiCell, "PURCHASES", "Deux appels au lieu d'un.")).r).toMatchObject({
      ...{ __typename: "ConsolidationComment", part: "PURCHASES" },
    });
    expect((await remark(people.compliance, "null", "Base légale à citer.")).r.by).not.toBe("");
    for (const who of [people.declarant, people.committee])
      expect((await remark(who, "null", "Vu.")).r).toMatchObject({ code: "role.missing" });
    interface Page {
      c: { comments: { edges: { node: { body: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    }
    const page = async (who: SignedIn, after = "") => {
      const query = `{ c: consolidation(id: "${done.id}") { comments(first: 1 ${after}) { edges { node { by body } }
        pageInfo { hasNextPage endCursor } } } }`;
      return (await ask<Page>(who, query)).c.comments;
    };
    const start = await page(people.operator);
    expect(start).toMatchObject({
      ...{ edges: [{ node: { body: "Deux appels au lieu d'un." } }], pageInfo: { hasNextPage: true } },
    });
    expect(await page(people.operator, `, after: "${start.pageInfo.endCursor}"`)).toMatchObject({
      ...{ edges: [{ node: { body: "Base légale à citer." } }], pageInfo: { hasNextPage: false } },
    });
    expect((await page(people.declarant)).edges).toEqual([]);
    expect((await page(people.committee)).edges).toEqual([]);
  });

  it("is reviewed by one and published by another, once a campaign", async () => {
    expect((await step(people.operator, "reviewConsolidation", done)).r).toMatchObject({ code: "request.own" });
    const reviewed = (await step(people.other, "reviewConsolidation", done)).r;
    expect(reviewed.state).toBe("REVIEWED");
    expect((await step(people.other, "publishConsolidation", reviewed)).r).toMatchObject({
      code: "consolidation.other_person",
    });
    expect((await step(people.operator, "publishConsolidation", done)).r).toMatchObject({
      code: "consolidation.changed",
    });
    expect((await step(people.operator, "publishConsolidation", reviewed)).r.state).toBe("PUBLISHED");
    const { k } = await ask<{ k: { state: string } }>(
      people.declarant,
      `{ k: campaign(id: "${input.campaign.id}") { state } }`,
    );
    expect(k.state).toBe("CONSOLIDATED");
    const moves = await database.write(systemActor("test"), (ctx) =>
      rowsOf<{ data: unknown }>(
        ctx,
        "SELECT data FROM governance_event WHERE use_case = 'capacity.transition-campaign' AND subject_id = $1",
        [input.campaign.id],
      ),
    );
    expect(moves).toMatchObject([{ data: { before: { state: "closed" }, after: { state: "consolidated" } } }]);
    const { c } = await ask<{ c: { supplierVersion: { rows: { ministries: number }[] } } }>(
      people.committee,
      `{ c: consolidation(id: "${done.id}") { supplierVersion { rows { ministries quarter demand { likely } classes { gpuType zone } } } } }`,
    );
    expect(c.supplierVersion.rows.length).toBeGreaterThan(0);
    expect(Math.min(...c.supplierVersion.rows.map(({ ministries }) => ministries))).toBeGreaterThanOrEqual(3);

    const again = await computed((await request(people.operator)).r.id);
    expect(again.inputDigest).toBe(done.inputDigest);
    const second = (await step(people.other, "reviewConsolidation", again)).r;
    expect((await step(people.operator, "publishConsolidation", second)).r).toMatchObject({
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

  it("keeps who looked at whose figures, their own left out", async () => {
    const readers = () =>
      database.write(systemActor("test"), (ctx) =>
        rowsOf<{ reader: string; bodies: number }>(
          ctx,
          `SELECT reader, count(DISTINCT organisation_id)::integer AS bodies FROM detail_read
           WHERE subject_type = 'Consolidation' GROUP BY reader`,
        ),
      );
    await eventually(async () => {
      expect(await readers()).toEqual([{ reader: people.operator.personId, bodies: 17 }]);
    });
  });

  it("takes up what a process that died left behind", async () => {
    const { r: left } = await request(people.other);
    await computed(left.id);
    await asOwner(
      database,
      `INSERT INTO consolidation (id, campaign_id, state, progress, requested_by, requested_at, version)
       SELECT '01890000-0000-7000-8000-00000000dead', campaign_id, 'computing', 0.4, requested_by, now(), 1
       FROM consolidation WHERE id = '${left.id}'`,
    );
    await asOwner(
      database,
      `INSERT INTO jobs.job (name, data, state, started_on, heartbeat_on, heartbeat_seconds)
       VALUES ('capacity.compute-consolidation', '{"id":"01890000-0000-7000-8000-00000000dead"}', 'active',
         now() - interval '2 minutes', now() - interval '1 minute', 10)`,
    );
    expect((await computed("01890000-0000-7000-8000-00000000dead")).state).toBe("COMPUTED");
  });
});

describe("sizing over GraphQL", () => {
  const SIZED =
    "gpus { low likely high } gpuType profile unsized steps { code value basis method } options { gpuType gpus { likely } misfits }";
  interface Sizing {
    readonly gpus: { readonly likely: number } | null;
    readonly gpuType: string | null;
    readonly unsized: string | null;
    readonly steps: readonly {
      readonly code: string;
      readonly value: number;
      readonly basis: string;
      readonly method: string;
    }[];
    readonly options: readonly {
      readonly gpuType: string;
      readonly gpus: { readonly likely: number } | null;
      readonly misfits: string[];
    }[];
  }
  const imagine = (fields: string) =>
    ask<{ s: Sizing }>(people.declarant, `{ s: sizeNeed(input: { ${fields} }) { ${SIZED} } }`);

  it("answers the worked example, every number with what it rests on", async () => {
    const { s } = await imagine(
      'model: "mistral-small-3.2-24b", requestsPerDay: 40000, inputTokens: 1500, outputTokens: 300, criticality: 2, gpuTypes: ["H100-80GB"]',
    );
    const steps = new Map(s.steps.map((step) => [step.code, step]));
    expect(s).toMatchObject({ gpus: { likely: 2 }, gpuType: "H100-80GB" });
    expect([steps.get("batch")?.value, steps.get("replicas_by_day")?.value, steps.get("spare")?.value]).toEqual([
      98, 1, 1,
    ]);
    expect(s.steps.every(({ basis, method }) => basis !== "" && method !== "")).toBe(true);
  });

  it("sizes a declared need on every kind, and says what does not serve it", async () => {
    const need = input.needs.find(
      ({ content, model }) => model === "llama-3.3-70b" && content.profile === "interactive",
    );
    const { s } = await ask<{ s: Sizing }>(
      people.operator,
      `{ s: needSizing(needId: "${need?.id ?? ""}", quarter: "2026Q4") { ${SIZED} } }`,
    );
    expect(s.options.map(({ gpuType }) => gpuType)).toContain("L40S-48GB");
    expect(s.steps[0]?.code).toMatch(/^kind_(held|own|state|short|catalogue)$/u);
    expect(s.gpus).not.toBeNull();
    expect(s.options.find(({ gpuType }) => gpuType === s.gpuType)?.gpus?.likely).toBe(s.gpus?.likely);
    expect(
      (
        await ask<{ s: unknown }>(
          people.committee,
          `{ s: needSizing(needId: "${need?.id ?? ""}", quarter: "2026Q4") { gpuType } }`,
        )
      ).s,
    ).toBeNull();
    expect((await imagine('model: "inconnu", requestsPerDay: 1, inputTokens: 1, outputTokens: 1')).s.unsized).toBe(
      "model_unknown",
    );
  });

  it("says of a need, to its ministry too, what the consolidation counts, to the GPU", async () => {
    const own = input.needs.filter(({ ministryId }) => ministryId === second).slice(0, 20);
    const pageFrom = async (after: string) => {
      const { c } = await ask<{ c: { needs: { edges: { cursor: string; node: Record<string, unknown> }[] } }[] }>(
        people.declarant,
        `{ c: consolidations(campaignId: "${input.campaign.id}") { needs(first: 100 ${after}) { edges { cursor node {
           needId quarter gpuType low likely high } } } } }`,
      );
      return c[0]?.needs.edges ?? [];
    };
    const start = await pageFrom("");
    const rest = await pageFrom(`, after: "${start.at(-1)?.cursor ?? ""}"`);
    const counted = [...start, ...rest].map(({ node }) => node);
    expect(counted.length).toBeGreaterThan(100);
    for (const { id } of own) {
      const { s } = await ask<{ s: Sizing }>(
        people.declarant,
        `{ s: needSizing(needId: "${id}", quarter: "2026Q4") { gpus { low likely high } gpuType unsized steps { code } options { gpuType } } }`,
      );
      const row = counted.find(({ needId, quarter }) => needId === id && quarter === "2026Q4");
      const { low, likely, high, gpuType = null } = row ?? {};
      expect({ gpuType: s.gpuType, gpus: s.gpus }).toEqual({ gpuType, gpus: row ? { low, likely, high } : null });
    }
  });

  it("takes an operator's own load curve, from then on", async () => {
    const register = (who: SignedIn, points: string) =>
      ask<{ r: Record<string, unknown> }>(
        who,
        `mutation { r: registerThroughputProfile(input: { model: "mistral-small-3.2-24b", gpu: "H100-80GB", gpusPerReplica: 1,
          engine: "vllm 0.9", prefillMs: 200, points: [${points}],
          source: { basis: "measured", title: "Banc de l'ARIANE", licence: "Etalab-2.0", date: "2026-11-20" } })
          { __typename ... on ThroughputProfile { key version times { alphaMs betaMs } maxSequences method source { basis } }
            ... on Refusal { code } ... on InvalidInput { issues { path } } } }`,
      );
    const curve = "{ batch: 1, stepMs: 12 }, { batch: 64, stepMs: 13.26 }, { batch: 128, stepMs: 14.54 }";
    expect((await register(people.declarant, curve)).r).toMatchObject({ __typename: "Forbidden" });
    expect((await register(people.operator, "{ batch: 1, stepMs: 12 }, { batch: 1, stepMs: 13 }")).r).toMatchObject({
      issues: [{ path: "points" }],
    });
    const { r } = await register(people.operator, curve);
    expect(r).toMatchObject({
      version: 100,
      maxSequences: 128,
      method: "least-squares/1",
      source: { basis: "measured" },
    });
    expect((await register(people.operator, curve)).r).toMatchObject({ version: 101 });
    const { p } = await ask<{ p: { key: string; version: number }[] }>(
      people.declarant,
      '{ p: throughputProfiles(model: "mistral-small-3.2-24b") { key version } }',
    );
    expect(p).toEqual([
      { key: "mistral-small-3.2-24b@bf16 on 1×H100-80GB", version: 101 },
      { key: "mistral-small-3.2-24b@bf16 on 2×H100-80GB", version: 1 },
    ]);
  });

  it("counts units of hosted models", async () => {
    const units =
      "callsPerMin: 60, inputTokens: 1000, outputTokens: 200, inputTpmPerUnit: 4750, outputWeight: 8, minimum: 15, increment: 5";
    expect(
      (
        await ask<{ u: unknown }>(
          people.declarant,
          `{ u: capacityUnits(input: { ${units} }) { units weightedTokensPerMin } }`,
        )
      ).u,
    ).toEqual({
      units: 35,
      weightedTokensPerMin: 156_000,
    });
  });
});
