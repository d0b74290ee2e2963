import "reflect-metadata";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantSampleRegistry } from "../builders/sample-registry.js";
import { useDatabase } from "../fakes/database.js";

const database = useDatabase();
let owner: pg.Client;
let tables: readonly Table[] = [];

interface Column {
  readonly name: string;
  readonly type: string;
}
interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
}

beforeAll(async () => {
  await plantSampleRegistry(database);
  owner = new pg.Client({ connectionString: database.urls.ownerUrl });
  await owner.connect();
  await owner.query(`SELECT set_config('socle.scope', '*', false), set_config('socle.actor', 'system:test', false)`);
  tables = await filledTables();
}, 300_000);
afterAll(() => owner?.end());

/** What only the domain of the compliance desk holds so far, and what is kept as it came. */
const HELD_ELSEWHERE: ReadonlySet<string> = new Set([
  ...["assessment.answers", "committee_opinion.figures", "derogation.decisions", "incident.measures"],
  ...["incident.notification", "use_case_review.conditions"],
  ...["compliance_question.answered_at", "derogation.closed_at", "incident.aware_at"],
  ...["committee_opinion.title", "compliance_question.title", "doctrine_note.title", "incident.title"],
  // The entry of a log as its room gave it; its hash is what counts.
  "log_entry.source",
]);

/** Tables that hold a row here, with the columns that a statement may name. */
async function filledTables(): Promise<readonly Table[]> {
  const { rows } = await owner.query<Table>(
    `SELECT relname AS name, json_agg(json_build_object('name', attname, 'type', format_type(atttypid, NULL))) AS columns
     FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND NOT relispartition AND attidentity = ''
     GROUP BY relname ORDER BY relname`,
  );
  const filled: Table[] = [];
  for (const table of rows)
    if ((await owner.query(`SELECT FROM ${table.name} LIMIT 1`)).rowCount === 1) filled.push(table);
  return filled;
}

/**
 * Whether the database lets a copy of a row in, with one of its values made wrong. Checks come before keys do: a copy that
 * only its key keeps out was let in by the checks.
 */
async function accepts(table: Table, wrong: Readonly<Record<string, string>>): Promise<boolean> {
  const names = table.columns.map(({ name }) => name);
  const values = names.map((name) => wrong[name] ?? `"${name}"`);
  const filled = Object.keys(wrong).map((name) => `"${name}" IS NOT NULL`);
  await owner.query("BEGIN");
  try {
    await owner.query(
      `INSERT INTO ${table.name} (${names.map((name) => `"${name}"`).join(", ")})
       SELECT ${values.join(", ")} FROM ${table.name} ORDER BY (${filled.join(" AND ")}) DESC LIMIT 1`,
    );
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    return code === "23505" || code === "23P01";
  } finally {
    await owner.query("ROLLBACK");
  }
}

/** Whatever of these wrong copies the database lets in, as `table.column`. */
async function letIn(wrongOf: (column: Column, table: Table) => Readonly<Record<string, string>> | null) {
  const found: string[] = [];
  for (const table of tables)
    for (const column of table.columns) {
      const wrong = wrongOf(column, table);
      const place = `${table.name}.${column.name}`;
      if (wrong !== null && !HELD_ELSEWHERE.has(place) && (await accepts(table, wrong))) found.push(place);
    }
  return found;
}

const CLOSED_LISTS =
  /^(state|kind|role|status|track|format|target|severity|environment|hosting|period|unit|verdict|opinion|topic|sort|node_type|service_class|decision_role|staff_effect|on_exhaust|from_state|to_state|suspended_from|publisher_country)$/u;
const COUNTS =
  /(^|_)(count|amount|gpus|nominal|guarantee|weight|euros|tokens|trained|audience|agents|completeness|limit|window|days|bytes|progress|version|criticality|number|lines|sample)$/u;
const INTERVALS: readonly (readonly [string, string])[] = [
  ["valid_from", "valid_to"],
  ["starts_on", "ends_on"],
  ["opens_at", "closes_at"],
  ["effect_from", "expires_at"],
  ["created_at", "expires_at"],
  ["from_day", "to_day"],
  ["announced_at", "ends_at"],
  ["asked_at", "answered_at"],
  ["requested_at", "closed_at"],
  ["planned_at", "published_at"],
  ["occurred_at", "aware_at"],
];

describe("what the domain never writes, written by SQL", () => {
  it("is refused where a word is none of a closed list", async () => {
    expect(
      await letIn(({ name, type }) => (CLOSED_LISTS.test(name) && type === "text" ? { [name]: "'nonsense'" } : null)),
    ).toEqual([]);
  });

  it("is refused where a figure is negative", async () => {
    const numbers = ["integer", "bigint", "smallint", "double precision", "numeric"];
    expect(
      await letIn(({ name, type }) => (COUNTS.test(name) && numbers.includes(type) ? { [name]: "-1" } : null)),
    ).toEqual([]);
  });

  it("is refused where a version is none", async () => {
    expect(
      await letIn(({ name, type }) => (name === "version" && type === "integer" ? { [name]: "0" } : null)),
    ).toEqual([]);
  });

  it("is refused where something ends before it begins", async () => {
    const before = (column: Column, { columns }: Table) => {
      const pair = INTERVALS.find(([, end]) => end === column.name);
      const start = columns.find(({ name }) => name === pair?.[0]);
      if (start === undefined || start.type !== column.type) return null;
      const day = `${column.type === "date" ? "DATE" : "TIMESTAMPTZ"} '2026-06-16'`;
      return { [start.name]: day, [column.name]: column.type === "date" ? `${day} - 1` : `${day} - interval '1 day'` };
    };
    expect(await letIn(before)).toEqual([]);
  });

  it("is refused where a document is no object or list", async () => {
    expect(await letIn(({ name, type }) => (type === "jsonb" ? { [name]: `'7'::jsonb` } : null))).toEqual([]);
  });

  it("is refused where a right or a role would hold twice at one time", async () => {
    const dated = tables.filter(({ columns }) =>
      ["id", "valid_from", "valid_to"].every((wanted) => columns.some(({ name }) => name === wanted)),
    );
    expect(dated.map(({ name }) => name)).toEqual(expect.arrayContaining(["membership", "allocation"]));
    const twice: string[] = [];
    for (const { name, columns } of dated) {
      const values = columns.map((column) => (column.name === "id" ? "gen_random_uuid()" : `"${column.name}"`));
      const names = columns.map((column) => `"${column.name}"`).join(", ");
      await owner.query("BEGIN");
      const copy = `INSERT INTO ${name} (${names}) SELECT ${values.join(", ")} FROM ${name} LIMIT 1`;
      if (
        await owner.query(copy).then(
          () => true,
          () => false,
        )
      )
        twice.push(name);
      await owner.query("ROLLBACK");
    }
    expect(twice).toEqual([]);
  });

  it("is refused where a name is empty", async () => {
    expect(
      await letIn(({ name, type }) => (/^(name|title|slug)$/u.test(name) && type === "text" ? { [name]: "''" } : null)),
    ).toEqual([]);
  });
});
