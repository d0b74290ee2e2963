import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { exportLedgerTotals } from "../../control-plane/src/ledger/index.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { readSeed } from "../../control-plane/src/seed/adapters/yaml/read-seed.js";
import { MOST_PAST_RECORDS } from "../../control-plane/src/seed/domain/seed-past.js";
import { planOf } from "../../control-plane/src/seed/domain/seed-plan.js";
import { controlPlaneEnvironment } from "../fakes/control-plane-process.js";
import { useDatabase } from "../fakes/database.js";
import { createTestDatabase } from "../fakes/postgres.js";

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SAMPLE = at("control-plane/local/seeds/notre-ia.yaml");
const program = (name: string) => at(`control-plane/dist/control-plane/src/${name}.js`);
const DAY_MS = 86_400_000;

const database = useDatabase();
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "socle-past-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

/** Runs a program on a database as the launcher would; what it said on stderr and its exit code. */
async function run(url: string, name: string, ...args: string[]): Promise<Ended> {
  const env = controlPlaneEnvironment(url, folder, 1);
  const child = spawn(process.execPath, [program(name), ...args], { env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, said };
}

async function applied(url: string, file: string): Promise<void> {
  const seed = readSeed(readFileSync(file, "utf8"));
  if (!seed.ok) throw new Error(JSON.stringify(seed.mistakes));
  const urls = planOf(seed.document).simulatedEndpoints.map(({ id }, n) => [id, `http://127.0.0.1:${20_000 + n}`]);
  writeFileSync(join(folder, "urls.json"), JSON.stringify(Object.fromEntries(urls)));
  expect(await run(url, "seed/apply", file, "--endpoints", join(folder, "urls.json"))).toMatchObject({ code: 0 });
}

const rows = <Row extends object>(sql: string): Promise<Row[]> =>
  database.write(systemActor("test"), (ctx) => rowsOf<Row>(ctx, sql));
const count = async (sql: string): Promise<number> =>
  Number((await rows<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`))[0]?.n);

describe("the past of the sample registry", () => {
  beforeAll(async () => {
    await applied(database.urls.appUrl, SAMPLE);
    expect(await run(database.urls.appUrl, "past", SAMPLE)).toEqual({ code: 0, said: "" });
  });

  it("is told by the journal as the acts of its persons, in the months before today", async () => {
    const acts = await rows<{ at: Date; actor: string }>(
      "SELECT at, actor FROM governance_event WHERE actor NOT LIKE 'system:%' ORDER BY at",
    );
    expect(acts.length).toBeGreaterThan(100);
    expect(new Set(acts.map(({ actor }) => actor)).size).toBeGreaterThan(15);
    expect(acts[0]?.at.getTime()).toBeLessThan(Date.now() - 130 * DAY_MS);
    expect(acts.at(-1)?.at.getTime()).toBeLessThan(Date.now());
  });

  it("counts what callers asked once, the same in records, roll-ups and budgets", async () => {
    const { rolledUp, recounted } = await database.write(systemActor("test"), exportLedgerTotals);
    expect(rolledUp.amounts).toEqual(recounted.amounts);
    expect(rolledUp.amounts.requests).toBeGreaterThan(2_000);
    expect(rolledUp.amounts.requests).toBeLessThan(MOST_PAST_RECORDS);
    expect(rolledUp.amounts.refused).toBeGreaterThan(0);
  });

  it("holds a life in every room", async () => {
    expect(await count("consolidation WHERE state = 'published'")).toBe(1);
    expect(await count("allocation_round WHERE state = 'active'")).toBe(1);
    expect(await count("incident WHERE state = 'investigating'")).toBe(1);
    expect(await count("use_case WHERE state = 'suspended'")).toBe(1);
    expect(await count("derogation WHERE state = 'granted'")).toBe(1);
    expect(await count("simulation WHERE state = 'done'")).toBe(1);
    expect(await count("emergency_access WHERE reviewed_at IS NOT NULL AND reason LIKE '%inventé%'")).toBe(1);
    // What prepares a decision names it, as the rule asks of each request that is served.
    const prepares =
      "request_record JOIN use_case ON use_case.id = use_case_id WHERE use_case.decision_role = 'prepare'";
    expect(await count(`${prepares} AND decision #>> '{asked,decisionRef}' IS NULL`)).toBe(0);
    expect(await count(`${prepares} AND decision #>> '{asked,decisionRef}' LIKE 'INVENTE-HON-%'`)).toBeGreaterThan(100);
  });

  it("is lived once: where people have acted, it is not lived again", async () => {
    const before = await count("governance_event");
    const { code, said } = await run(database.urls.appUrl, "past", SAMPLE);
    expect(code).toBe(0);
    expect(said).toContain("people have acted here");
    expect(await count("governance_event")).toBe(before);
  });
});

describe("an act that a room refuses", () => {
  it("is told where it stands, with the room's reason", async () => {
    const other = await createTestDatabase(inject("postgresPort"));
    const file = join(folder, "refused.yaml");
    const act = "{ organisationId: $organisation:etat, topic: LEGAL, title: Titre, question: Pourquoi }";
    writeFileSync(
      file,
      [
        "version: 1",
        "organisations: [{ slug: etat, name: État, kind: state }]",
        "people: [{ email: a@b.example, name: A B, memberships: [{ organisation: etat, role: auditor }] }]",
        "past:",
        "  daysAgo: 9",
        "  days:",
        "    - daysAgo: 3",
        `      acts: [{ by: a@b.example, do: askQuestion, with: ${act} }]`,
      ].join("\n"),
    );
    await applied(other.appUrl, file);
    const { code, said } = await run(other.appUrl, "past", file);
    expect(code).toBe(1);
    expect(said).toContain(`${file}:8:14: askQuestion: You may not declare this Question`);
    await other.drop();
  });
});
