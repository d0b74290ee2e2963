import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Role } from "../../control-plane/src/kernel/actor.js";
import { parisDay } from "@socle/contracts";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { monthsAgo, retentionOf, servedOn } from "../builders/kept-days.js";
import { servedScene, type ServedScene } from "../builders/served-scene.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { turn } from "../fakes/kept-jobs.js";
import { signedInAs } from "../fakes/signed-in.js";

const db = useDatabase();
const system = systemActor("test");
const DAYS = [16, 14, 10, 2].map(monthsAgo);
let scene: ServedScene;
let socle: TestControlPlane;

beforeAll(async () => {
  scene = await servedScene(db);
  for (const [index, at] of DAYS.entries()) await servedOn(db, scene.dgfip, at, 10 * index + 1);
});

const read = <Row>(sql: string): Promise<Row[]> => db.write(system, (ctx) => rowsOf<Row>(ctx, sql));
const days = async (): Promise<readonly string[]> =>
  (await read<{ day: string }>("SELECT DISTINCT day::text AS day FROM request_record ORDER BY 1")).map(
    ({ day }) => day,
  );
const waiting = async (): Promise<number> => (await read("SELECT FROM log_entry WHERE log = 'inference'")).length;

interface Kept {
  readonly table: string;
  readonly months: number;
  readonly leastMonths: number;
  readonly oldest: string | null;
  readonly nextDropAt: string | null;
  readonly due: number;
  readonly unit: string;
}
async function shownTo(role: Role): Promise<readonly Kept[]> {
  const person = await signedInAs(db, socle.origin, role, role === "validator" ? scene.economie : scene.etat);
  const query = "{ retention { table setting months leastMonths why never oldest nextDropAt due unit } }";
  const answer = await person.graphql<{ retention: readonly Kept[] }>(query);
  return answer.data?.retention ?? [];
}

describe("where no transparency log is kept", () => {
  it("keeps requests while one is to come, and a year however short somebody sets it", async () => {
    await retentionOf(db, { months: { request_record: 6 }, log: true }).run(turn);
    expect(await days()).toHaveLength(4);
    expect(await read("SELECT retention_request_record(now(), 100, true, true) AS days")).toEqual([{ days: "2" }]);
    await retentionOf(db, { months: { request_record: 6 }, log: false }).run(turn);
    expect(await days()).toEqual(DAYS.slice(2).map((at) => parisDay(at)));
  });

  it("drops what waited for a log with them, and the sums stay", async () => {
    expect(await waiting()).toBe(4);
    expect(await read("SELECT FROM usage_daily")).not.toHaveLength(0);
    expect(await read("SELECT from_day::text AS day FROM ledger_kept")).not.toHaveLength(0);
  });

  it("drops nothing unpublished once an entry has its place in a log", async () => {
    await servedOn(db, scene.dgfip, monthsAgo(15), 101);
    await read("UPDATE log_entry SET index = 0 WHERE log = 'inference' AND entry_id = 'r1/1/31'");
    await retentionOf(db, { months: {}, log: false }).run(turn);
    expect(await days()).toHaveLength(3);
  });
});

describe("what is kept, and until when", () => {
  beforeAll(async () => {
    socle = await startControlPlane({ databaseUrl: db.urls.appUrl });
  });
  afterAll(() => socle?.stop());

  it("is told to operators, the compliance cell and auditors", async () => {
    for (const role of ["auditor", "ariane_operator", "compliance"] as const) {
      const [requests, ...others] = await shownTo(role);
      expect(requests).toMatchObject({
        ...{ table: "request_record", months: 13, leastMonths: 12, due: 0, unit: "DAYS" },
      });
      expect(parisDay(new Date(requests?.oldest ?? 0))).toBe(parisDay(monthsAgo(15)));
      expect(new Date(requests?.nextDropAt ?? 0).getTime()).toBeLessThan(Date.now());
      expect(others.map(({ unit, due }) => [unit, due])).toEqual([1, 2, 3].map(() => ["ROWS", 0]));
    }
    expect(await shownTo("validator")).toEqual([]);
  });
});
