import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QUANTITY_NAMES, USAGE_PATH, type Quantity, type RequestRecordV1 } from "@socle/contracts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AuditReport } from "../../control-plane/src/audit-report/domain/audit-report.js";
import { findingsOf } from "../../control-plane/src/audit-report/domain/findings.js";
import { forbiddenCells } from "../../control-plane/src/audit-report/domain/label-matrix.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { servingUseCases } from "../../control-plane/src/serving/index.js";
import { drawRecords } from "../builders/audited-records.js";
import { aRecord } from "../builders/request-record.builder.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { internalCall } from "../fakes/internal-call.js";
import { asOwner } from "../fakes/owner-statements.js";
import { runOn } from "../fakes/run-on.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const PERIOD = "from=2026-03-09&to=2026-03-11";
let folder: string;
let scene: ServedScene;
let socle: TestControlPlane;
let people: Record<"auditor" | "compliance" | "committee" | "validator", SignedIn>;
let records: readonly RequestRecordV1[];
let within: readonly RequestRecordV1[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "socle-audit-"));
  scene = await servedScene(database);
  const second = await runOn(database, systemActor("test"), servingUseCases.registerPool, {
    slug: "sensible",
    name: "Sensible",
    gpuClass: "H100",
    gpuCount: 8,
    acceptedLabels: ["internal", "personal", "health"],
    hosting: "state_internal",
    standing: { locations: ["FR"], tenancy: "dedicated" },
  });
  const signingKey = generateKeyPairSync("ed25519").privateKey;
  const logs = {
    folder,
    signingKey,
    origin: "socle.test",
    earlierKeys: [],
    witnessUrl: null,
    witnessRequired: false,
    retentionMonths: null,
  };
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl, logs });
  const signIn = (role: Parameters<typeof signedInAs>[2], organisation: string) =>
    signedInAs(database, socle.origin, role, organisation);
  people = {
    auditor: await signIn("auditor", scene.etat),
    compliance: await signIn("compliance", scene.etat),
    committee: await signIn("committee", scene.etat),
    validator: await signIn("validator", scene.economie),
  };
  records = drawRecords(scene, [scene.poolId, second.id], 300, 7);
  within = records.filter(({ decision }) => [9, 10, 11].includes(new Date(decision.at).getUTCDate()));
  await ship(1, records);
}, 120_000);
afterAll(async () => {
  await socle?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const ship = async (epoch: number, sent: readonly unknown[]): Promise<void> => {
  const { status } = await internalCall(socle, "r1", USAGE_PATH, { replica: "r1", epoch, records: sent });
  expect(status).toBe(200);
};
const fetched = (who: keyof typeof people, file: string, query = PERIOD) =>
  fetch(`${socle.origin}/audit-report/${file}?${query}`, { headers: { cookie: people[who].cookie } });
const reported = async (): Promise<AuditReport> =>
  (await (await fetched("auditor", "report.json")).json()) as AuditReport;
const logged = () => expect.poll(async () => (await reported()).reconciliation.waiting).toBe(0);

/** Counts again, from what was sent, in another way than the statements do. */
const tally = (keys: (record: RequestRecordV1) => readonly (string | null)[]): Map<string | null, number> => {
  const counts = new Map<string | null, number>();
  for (const record of within) for (const key of keys(record)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};
const labelsOf = ({ decision: { labels } }: RequestRecordV1) => (labels.length === 0 ? [null] : labels);
const isRefused = ({ decision }: RequestRecordV1) => decision.outcome === "refused";
const poolOf = ({ usage }: RequestRecordV1) => usage?.poolId ?? null;

describe("the audit report", () => {
  it("counts labels and pools as the records sent say, whole days of Paris only", async () => {
    await logged();
    const { matrix } = await reported();
    const byLabel = tally(labelsOf);
    expect(new Map(matrix.labels.map(({ label, requests }) => [label, requests]))).toEqual(byLabel);
    const refused = tally((record) => (isRefused(record) ? labelsOf(record) : []));
    for (const { label, refused: count } of matrix.labels) expect(count).toBe(refused.get(label) ?? 0);
    const cells = tally((record) =>
      poolOf(record) === null ? [] : labelsOf(record).map((label) => `${label ?? ""} ${poolOf(record) ?? ""}`),
    );
    expect(new Map(matrix.cells.map(({ label, poolId, requests }) => [`${label ?? ""} ${poolId}`, requests]))).toEqual(
      cells,
    );
    const strays = tally((record) =>
      poolOf(record) !== null &&
      !record.decision.pools.some(({ poolId, eligible }) => eligible && poolId === poolOf(record))
        ? labelsOf(record).map(() => "all")
        : [],
    );
    expect(matrix.cells.reduce((sum, { ineligible }) => sum + ineligible, 0)).toBe(strays.get("all"));
  });

  it("counts each rule once a request, apart from what a derogation or its trial silenced", async () => {
    const fired = (record: RequestRecordV1, wanted: (silenced: string | undefined) => boolean) => [
      ...new Set(
        record.decision.pools.flatMap(({ reasons }) =>
          reasons.filter(({ effect, silenced }) => effect !== "warn" && wanted(silenced)).map(({ rule }) => rule),
        ),
      ),
    ];
    const constrained = tally((record) => fired(record, (silenced) => silenced === undefined));
    const refused = tally((record) =>
      record.decision.code === "policy.denied" ? fired(record, (silenced) => silenced === undefined) : [],
    );
    const derogated = tally((record) => fired(record, (silenced) => silenced === "derogation"));
    const shadowed = tally((record) => fired(record, (silenced) => silenced === "shadow"));
    const { denials, refusals, bundles } = await reported();
    expect(denials.length).toBeGreaterThan(0);
    for (const row of denials) {
      const { rule } = row;
      expect(row).toMatchObject({
        constrained: constrained.get(rule) ?? 0,
        refused: refused.get(rule) ?? 0,
        derogated: derogated.get(rule) ?? 0,
        shadowed: shadowed.get(rule) ?? 0,
      });
    }
    expect(new Set(denials.map(({ rule }) => rule))).toEqual(
      new Set([...constrained.keys(), ...derogated.keys(), ...shadowed.keys()]),
    );
    expect(new Map(refusals.map(({ code, requests }) => [code, requests]))).toEqual(
      tally((record) => (isRefused(record) ? [record.decision.code] : [])),
    );
    expect(new Map(bundles.map(({ digest, requests }) => [digest, requests]))).toEqual(
      tally(({ decision }) => [decision.bundleDigest]),
    );
  });

  it("reconciles records, daily sums and log, and names the period's places in each log", async () => {
    const { reconciliation, logs } = await reported();
    const sum = (of: (record: RequestRecordV1) => number) => within.reduce((total, record) => total + of(record), 0);
    const used = (quantity: Quantity) => sum(({ usage }) => usage?.quantities[quantity] ?? 0);
    const all = QUANTITY_NAMES.map((quantity) => [quantity, used(quantity)] as const).filter(
      ([, amount]) => amount > 0,
    );
    const expected = {
      ...Object.fromEntries(all),
      requests: within.length,
      refused: within.filter(isRefused).length,
    };
    expect(reconciliation).toEqual({
      records: expected,
      dailySums: expected,
      logged: within.length,
      waiting: 0,
      lost: 0,
    });
    expect(logs).toMatchObject([
      { log: "inference", verdict: "sound", size: records.length, cosignatures: [] },
      { log: "governance", verdict: "sound" },
    ]);
    const [inference] = logs;
    expect(inference?.lastIndex).toBeLessThan(records.length);
    expect((inference?.lastIndex ?? 0) - (inference?.firstIndex ?? 0) + 1).toBeGreaterThanOrEqual(within.length);
  });

  it("draws decisions by lot: the same for the same lot, others for another, each with a proof", async () => {
    const [{ samples }, again, other] = await Promise.all([
      reported(),
      reported(),
      fetched("auditor", "report.json", `${PERIOD}&lot=other`).then(
        async (answer) => (await answer.json()) as AuditReport,
      ),
    ]);
    expect(samples).toHaveLength(20);
    expect(again.samples).toEqual(samples);
    expect(other.samples).not.toEqual(samples);
    const [first] = samples;
    const proof = await fetch(`${socle.origin}/log/inference/proof?id=${first?.entryId ?? ""}`);
    expect(await proof.text()).toContain(`\nindex ${String(first?.index)}\n`);
  });

  it("finds the breaches that were sent, and nothing in a period without requests", async () => {
    const report = await reported();
    expect(findingsOf(report).map(({ code }) => code)).toEqual(
      expect.arrayContaining(["pool.ineligible", "label.forbidden"]),
    );
    expect(forbiddenCells(report.matrix).every(({ of }) => of > 0)).toBe(true);
    const quiet = (await (
      await fetched("auditor", "report.json", "from=2025-01-01&to=2025-01-31")
    ).json()) as AuditReport;
    expect(quiet).toMatchObject({
      samples: [],
      denials: [],
      refusals: [],
      reconciliation: { records: {} },
    });
    expect(findingsOf(quiet).filter(({ severity }) => severity === "breach")).toEqual([]);
  });
});

describe("what the compliance cell keeps", () => {
  it("is told: derogations in force on a day of the period, terms that are past, bundles put in force", async () => {
    await asOwner(database, ...registerRows(scene));
    const { derogations, overdue, activations } = await reported();
    expect(derogations).toMatchObject([
      {
        rule: "data-protection/health-hds",
        useCase: "Courrier clair",
        pool: "Nubo",
        endsOn: "2026-03-10",
        standing: "expired",
      },
      { rule: "sovereignty/exit-plan", pool: null, standing: "active" },
    ]);
    expect(overdue.map(({ kind, what, dueOn }) => [kind, what, dueOn])).toEqual([
      ["question", "Peut-on ?", "2026-01-05"],
      ["review_condition", "Former les agents", "2026-02-01"],
      ["provider_notice", "Réponse trompeuse", "2026-02-15"],
      ["incident_notification", "Réponse trompeuse", "2026-03-02"],
    ]);
    expect(activations).toMatchObject([
      {
        digest: "b".repeat(64),
        previousDigest: "a".repeat(64),
        proposedBy: "one",
        approvedBy: "two",
        simulatedRefusals: null,
        simulationId: null,
        waiver: "Faille exploitée",
      },
    ]);
  });
});

describe("its doors", () => {
  it("are for the compliance cell, ARIANE and auditors", async () => {
    for (const who of ["committee", "validator"] as const) {
      expect((await fetched(who, "report.json")).status).toBe(404);
      const answer = await people[who].graphql(
        `{ auditReport(from: "2026-03-09", to: "2026-03-11") { __typename ... on Forbidden { code } } }`,
      );
      expect(answer.data).toEqual({ auditReport: { __typename: "Forbidden", code: "action.forbidden" } });
    }
    expect((await fetch(`${socle.origin}/audit-report/report.json?${PERIOD}`)).status).toBe(401);
  });

  it("say what is wrong with a period", async () => {
    for (const query of [
      "",
      "from=2026-02-30&to=2026-03-01",
      "from=2026-03-02&to=2026-03-01",
      "from=2024-01-01&to=2026-01-01",
    ]) {
      const answer = await fetched("compliance", "report.json", query);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ code: "input.invalid" });
    }
  });

  it("give the same tables as a page, a workbook, CSV and GraphQL, and note the reading", async () => {
    const page = await (await fetched("compliance", "report.html", `${PERIOD}&lang=en`)).text();
    const { data } = await people.compliance.graphql(
      `{ auditReport(from: "2026-03-09", to: "2026-03-11", language: EN) { ... on AuditReport { tables { key title header rows } } } }`,
    );
    const { tables } = (data as { auditReport: { tables: { key: string; title: string; rows: unknown[][] }[] } })
      .auditReport;
    for (const { title } of tables) expect(page).toContain(`<h2>${title}</h2>`);
    const csv = await (await fetched("compliance", "report.csv", `${PERIOD}&lang=en&table=refusals`)).text();
    const refusals = tables.find(({ key }) => key === "refusals");
    expect(csv.trim().split("\r\n")).toHaveLength((refusals?.rows.length ?? 0) + 1);
    const workbook = new Uint8Array(await (await fetched("compliance", "report.xlsx")).arrayBuffer());
    expect(Buffer.from(workbook.subarray(0, 2)).toString()).toBe("PK");
    const noted = () =>
      database.write(systemActor("test"), (ctx) =>
        rowsOf(ctx, "SELECT 1 FROM detail_read WHERE subject_type = 'AuditReport'"),
      );
    await expect.poll(async () => (await noted()).length).toBeGreaterThan(0);
  });
});

describe("a ledger that somebody changed", () => {
  it("does not reconcile: a changed sum, an entry taken away", async () => {
    await asOwner(
      database,
      "UPDATE usage_daily SET amount = amount + 1 WHERE day = '2026-03-10' AND quantity = 'inputTokens'",
    );
    // Even the owner has to take the guard away first.
    await asOwner(
      database,
      "ALTER TABLE log_entry DISABLE TRIGGER USER",
      "DELETE FROM log_entry WHERE entry_id = (SELECT replica || '/' || epoch || '/' || sequence FROM request_record WHERE day = '2026-03-10' LIMIT 1)",
      "ALTER TABLE log_entry ENABLE TRIGGER USER",
    );
    const report = await reported();
    expect(report.reconciliation.lost).toBe(1);
    expect(report.reconciliation.dailySums.inputTokens).toBeGreaterThan(report.reconciliation.records.inputTokens ?? 0);
    expect(findingsOf(report)[0]).toMatchObject({ severity: "breach" });
    expect(findingsOf(report).map(({ code }) => code)).toContain("sums.differ");
  });

  it("tells a record that waits for its place apart from one that lost it", async () => {
    await ship(2, [
      aRecord(1, { organisationId: scene.dgfip, at: Date.UTC(2026, 2, 10, 11) }, null, { replica: "r1", epoch: 2 }),
    ]);
    expect((await reported()).reconciliation.lost).toBe(1);
  });
});

const OTHER = "019a0000-0000-7000-8000-00000000000";

/** Rows as the desk writes them: in and out of the period, met and waiting. */
const registerRows = ({ dgfip, useCaseId, poolId, etat }: ServedScene): string[] => {
  const derogation = (id: number, rule: string, pool: string, from: string, to: string, state = "granted") =>
    `INSERT INTO derogation (id, organisation_id, version, use_case_id, search_key, rule, pool_id, motive, guarantees, notice,
       authorities, starts_on, ends_on, state, requested_by, requested_at, endorsed_by, granted_by)
     VALUES ('${OTHER}${String(id)}', '${dgfip}', 1, '${useCaseId}', '', '${rule}', ${pool}, 'm', 'g', 'n',
       '{minister}', '${from}', '${to}', '${state}', 'r', now(), 'e', 'g')`;
  const condition = (text: string, dueOn: string, met: string) =>
    `{"id":"1","text":"${text}","dueOn":"${dueOn}","met":${met}}`;
  return [
    derogation(1, "data-protection/health-hds", `'${poolId}'`, "2026-03-01", "2026-03-10"),
    derogation(2, "sovereignty/exit-plan", "NULL", "2026-03-01", "2099-01-01"),
    derogation(3, "security/none", "NULL", "2026-04-01", "2099-01-01"),
    derogation(4, "security/none", "NULL", "2026-03-01", "2099-01-01", "requested"),
    `INSERT INTO use_case_review (id, organisation_id, version, use_case_id, search_key, opinion, summary, conditions, state,
       reviewed_by, reviewed_at) VALUES ('${OTHER}5', '${dgfip}', 1, '${useCaseId}', '', 'with_reserves', 's',
       '[${condition("Former les agents", "2026-02-01", "null")}, ${condition("Fait", "2026-02-01", '{"on":"2026-01-01"}')},
         ${condition("Plus tard", "2099-01-01", "null")}]', 'open', 'c', now())`,
    `INSERT INTO incident (id, organisation_id, version, use_case_id, search_key, kind, harms, title, description, aware_at,
       due_at, state, declared_by, declared_at) VALUES ('${OTHER}6', '${dgfip}', 1, '${useCaseId}', '', 'other_serious', '{health}',
       'Réponse trompeuse', 'd', '2026-02-15T10:00:00Z', '2026-03-02T23:00:00Z', 'open', 'd', now())`,
    `INSERT INTO compliance_question (id, organisation_id, version, search_key, topic, title, question, state, asked_by,
       asked_at, due_on) VALUES ('${OTHER}7', '${dgfip}', 1, '', 'legal', 'Peut-on ?', 'q', 'open', 'a', now(), '2026-01-05')`,
    ...["a", "b"].map(
      (letter) => `INSERT INTO policy_bundle (digest, files, rules, kept_at, kept_by)
        VALUES ('${letter.repeat(64)}', '[]', 1, now(), 'one') ON CONFLICT DO NOTHING`,
    ),
    `INSERT INTO policy_proposal (id, organisation_id, digest, base_digest, motive, state, proposed_by, proposed_at, decided_by,
       decided_at, version) VALUES ('${OTHER}8', '${etat}', '${"b".repeat(64)}', '${"a".repeat(64)}', 'm', 'activated', 'one',
       now(), 'two', now(), 2)`,
    `INSERT INTO policy_activation (number, digest, previous_digest, proposal_id, at, proposed_by, approved_by, waiver)
     VALUES (1000, '${"b".repeat(64)}', '${"a".repeat(64)}', '${OTHER}8', '2026-03-10T10:00:00Z', 'one', 'two', 'Faille exploitée')`,
  ];
};
