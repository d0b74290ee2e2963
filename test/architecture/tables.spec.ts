import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { architecture, ROOMS } from "./rules.js";
import { foreignUses, tablesIn } from "./tables.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const owned = Object.values(architecture.tables).flat();
/** What a file of that room would be told. */
const told = (path: string, text: string): readonly string[] =>
  foreignUses(`${ROOMS}/${path}`, text, architecture.tables).map(({ table, instead }) => `${table}: ${instead}`);

describe("who owns which table", () => {
  it("is said of every table, once", () => {
    const tables = [...read("migrations/schema.sql").matchAll(/^CREATE TABLE (\w+)/gm)].map(([, name]) => name);
    expect(owned.toSorted()).toEqual(tables.toSorted());
  });

  it("is a room", () => {
    expect(Object.keys(architecture.rooms[ROOMS] ?? {})).toEqual(
      expect.arrayContaining(Object.keys(architecture.tables)),
    );
  });

  it("is respected by every statement of the sources", () => {
    const folders = [ROOMS, "control-plane/local", "scheduler/src", "console/src"];
    const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...folders], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    })
      .split("\n")
      .filter(
        (file) => /\.tsx?$/.test(file) && !/\.(spec|behaviour)\.tsx?$/.test(file) && existsSync(join(root, file)),
      );
    const found = files.flatMap((file) => foreignUses(file, read(file), architecture.tables));
    expect(found.map(({ file, line, table, instead }) => `${file}:${line} names ${table}: see ${instead}`)).toEqual([]);
  });
});

describe("what is caught", () => {
  const LEDGER = `usage_daily: ${ROOMS}/ledger/reads`;

  it.each([
    ["a read", "`SELECT sum(requests) FROM usage_daily WHERE day = $1`"],
    ["a join", "`SELECT 1 FROM allocation JOIN usage_daily USING (pool_id)`"],
    ["a further table of a list", "`SELECT 1 FROM allocation held, usage_daily used WHERE true`"],
    ["a further table after a call", "`SELECT 1 FROM unnest($1::uuid[], $2) AS asked, usage_daily`"],
    ["a read inside a condition", "`DELETE FROM allocation WHERE EXISTS (SELECT FROM usage_daily)`"],
    ["a read in small letters", "'select * from usage_daily'"],
    ["a quoted name", '`SELECT * FROM "usage_daily"`'],
    ["an addition", "`INSERT INTO usage_daily (day) VALUES ($1)`"],
    ["a change", "`UPDATE usage_daily SET requests = 0`"],
    ["a removal", "`DELETE FROM usage_daily`"],
    ["a piece of a statement", "` JOIN usage_daily ON true`"],
    ["a table after an expression", "`SELECT ${columns} FROM ${one} JOIN usage_daily ON true`"],
    ["a name that SQL is made of", '{ name: "usage_daily", columns: [] }'],
    ["a name that is handed on", 'page("usage_daily")'],
    ["a query builder", 'db.selectFrom("usage_daily as used")'],
    ["a mapped entity", 'Entity("usage_daily")(class {})'],
  ])("%s", (_what, statement) => {
    expect(told("allocation/adapters/postgres/a.ts", `export const it = ${statement};`)).toEqual([LEDGER]);
  });

  it("SQL where no room is", () => {
    expect(foreignUses("scheduler/src/main.ts", "const it = `SELECT 1 FROM pool`;", architecture.tables)).toHaveLength(
      1,
    );
  });

  it("a read that writes", () => {
    const text = "export const it = `UPDATE usage_daily SET requests = 0`;";
    expect(told("ledger/reads/a.ts", text)).toEqual([`usage_daily: ${ROOMS}/ledger/adapters/postgres`]);
  });
});

describe("what is allowed", () => {
  it.each([
    ["the room's own table", "`SELECT * FROM allocation`"],
    ["a named read", "`SELECT sum(used.requests) FROM ${DAILY_USE} used JOIN ${POOLS} pool ON pool.id = used.pool_id`"],
    ["an alias that is another room's word", "`SELECT pool.id FROM allocation pool ORDER BY pool.id`"],
    ["a comparison with a column", "`SELECT 1 FROM allocation WHERE node_type IS DISTINCT FROM model`"],
    ["a column of a list that is no FROM", "`SELECT id, model, pool FROM allocation ORDER BY id, model`"],
    ["a word in a text", "`SELECT 'moved from pool' FROM allocation`"],
    ["a sentence", '"The key was taken from application to application."'],
    ["a word that is no table here", '{ type: "organisation" }'],
    ["a lock of what was read", "`SELECT 1 FROM allocation FOR UPDATE`"],
  ])("%s", (_what, statement) => {
    expect(told("allocation/adapters/postgres/a.ts", `export const it = ${statement};`)).toEqual([]);
  });

  it("a table named by what a statement does to it", () => {
    const sql = "INSERT INTO budget SELECT id FROM allocation ON CONFLICT DO UPDATE SET id = 1";
    expect(tablesIn(sql, new Set(owned))).toEqual([
      { table: "budget", writes: true },
      { table: "allocation", writes: false },
    ]);
  });
});
