import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildClientSchema, getIntrospectionQuery, type GraphQLField, type IntrospectionQuery } from "graphql";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../control-plane/src/kernel/actor.js";
import { openPlatformRooms } from "../../control-plane/src/seed/adapters/rooms/platform-rooms.js";
import { readSeed } from "../../control-plane/src/seed/adapters/yaml/read-seed.js";
import { planOf } from "../../control-plane/src/seed/domain/seed-plan.js";
import { applySeed } from "../../control-plane/src/seed/use-cases/apply-seed.js";
import { LikelyInputs, selectionOf, type KnownIds } from "../builders/likely-inputs.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";
import { changedTables, tableDigests } from "../fakes/table-digests.js";

const database = useDatabase();
const REFUSALS = new Set(["InvalidInput", "Forbidden", "NotFound", "Conflict", "GuardRefusal"]);
/** Shapes that are tried of each mutation: with and without what is optional, with other enum values. */
const VARIANTS = 2;
/** Roles that read, each with the acts that are theirs all the same. */
const OWN_ACTS: Partial<Record<Role, readonly string[]>> = {
  auditor: ["requestSimulation", "cancelSimulation"],
  committee: ["recordOpinion", "adoptOpinion"],
  observer: [],
};
const WRITERS = ["ariane_operator", "declarant", "validator", "ai_cell", "compliance"] as const;
let socle: TestControlPlane;
let state: string;
let ministry: string;
let mutations: readonly GraphQLField<unknown, unknown>[];
let selection: (field: GraphQLField<unknown, unknown>) => string;

beforeAll(async () => {
  await plantNotreIa();
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  [state = "", ministry = ""] = await organisations();
  const someone = await signedInAs(database, socle.origin, "auditor", state);
  const { data } = await someone.graphql<IntrospectionQuery>(getIntrospectionQuery());
  const schema = buildClientSchema(data as IntrospectionQuery);
  mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  selection = (field) => selectionOf(schema, field);
});
afterAll(() => socle?.stop());

async function plantNotreIa(): Promise<void> {
  const reading = readSeed(
    readFileSync(new URL("../../control-plane/local/seeds/notre-ia.yaml", import.meta.url), "utf8"),
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.mistakes));
  const urls = planOf(reading.document).simulatedEndpoints.map(({ id }, at) => [
    id,
    `http://127.0.0.1:${String(20_000 + at)}`,
  ]);
  const platform = await openPlatformRooms(database.urls.appUrl);
  await applySeed(platform.rooms, reading.document, Object.fromEntries(urls) as Record<string, string>);
  await platform.close();
}

async function asOwner<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: database.urls.ownerUrl });
  await client.connect();
  const { rows } = await client.query<Row>(statement);
  await client.end();
  return rows;
}

const organisations = async (): Promise<string[]> =>
  (
    await asOwner<{ id: string }>(
      `SELECT id FROM organisation WHERE kind IN ('state', 'ministry') ORDER BY kind = 'state' DESC, slug`,
    )
  ).map(({ id }) => id);

async function idsByTable(): Promise<KnownIds> {
  const tables = await asOwner<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`,
  );
  const known = new Map<string, readonly string[]>();
  for (const { name } of tables)
    known.set(
      name,
      (
        await asOwner<{ id: string }>(
          `SELECT id FROM ${name} AS t ORDER BY t::text LIKE '%${ministry}%' DESC, id DESC LIMIT 4`,
        )
      ).map(({ id }) => id),
    );
  return known;
}

interface Outcome {
  readonly mutation: string;
  readonly answer: string;
}

/** Every mutation in every variant, one after the other; what each answered. */
async function callAll(person: SignedIn, of = mutations): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let variant = 0; variant < VARIANTS; variant += 1) {
    const inputs = new LikelyInputs(await idsByTable(), variant);
    for (const field of of) {
      const query = `mutation { answer: ${field.name}${inputs.argumentsOf(field)} ${selection(field)} }`;
      const { data, errors } = await person.graphql<{ answer: { __typename: string } }>(query);
      const answer = data?.answer?.__typename ?? `error ${errors?.[0]?.extensions?.code ?? ""}`;
      outcomes.push({ mutation: field.name, answer });
    }
  }
  return outcomes;
}

const refused = ({ answer }: Outcome): boolean => REFUSALS.has(answer);
const mutationsOf = (outcomes: readonly Outcome[]): number => new Set(outcomes.map(({ mutation }) => mutation)).size;

describe("every mutation of the schema", () => {
  it("is one that the generated inputs could do for somebody, or at least the platform understands them", async () => {
    const outcomes: Outcome[] = [];
    for (const role of WRITERS)
      outcomes.push(...(await callAll(await signedInAs(database, socle.origin, role, ministry))));
    expect(outcomes.filter(({ answer }) => answer.startsWith("error"))).toEqual([]);
    // Many need a state that nothing here leads to; the others show that what follows is not refused for its form.
    expect(mutationsOf(outcomes.filter((outcome) => !refused(outcome)))).toBeGreaterThan(mutations.length / 5);
  }, 180_000);

  it.each(Object.entries(OWN_ACTS))(
    "is refused to %s but for %j, whatever they send, and no table changes",
    async (role, own) => {
      const person = await signedInAs(database, socle.origin, role as Role, state);
      const others = mutations.filter(({ name }) => !own.includes(name));
      expect(others.length).toBe(mutations.length - own.length);
      const before = await tableDigests(database.urls.ownerUrl);
      const outcomes = await callAll(person, others);
      expect(outcomes.filter((outcome) => !refused(outcome))).toEqual([]);
      expect(mutationsOf(outcomes)).toBe(others.length);
      // Most found what they speak of, and were refused for who asked.
      const forbidden = outcomes.filter(({ answer }) => answer === "Forbidden");
      expect(mutationsOf(forbidden)).toBeGreaterThan(mutations.length / 2);
      expect(changedTables(before, await tableDigests(database.urls.ownerUrl))).toEqual([]);
    },
    180_000,
  );
});

describe("every other door that takes a body", () => {
  /** What a person can reach beside GraphQL; replicas have a token of their own. */
  const DOORS = ["auth/logout", "capacity/imports", "compliance/decision-tables"];

  it("is known here", () => {
    expect(doorsInSource().filter((door) => !door.startsWith("internal"))).toEqual(DOORS);
  });

  it.each(DOORS.filter((door) => door !== "auth/logout"))(
    "is refused to an auditor: %s; no table changes",
    async (door) => {
      const person = await signedInAs(database, socle.origin, "auditor", state);
      const csrf = await person.graphql<{ me: { csrfToken: string } }>("{ me { csrfToken } }", {});
      const before = await tableDigests(database.urls.ownerUrl);
      const [campaignId] = (await idsByTable()).get("campaign") ?? [];
      const query = `campaignId=${String(campaignId)}&organisationId=${ministry}&target=declaration&fileName=a.csv`;
      const headers = {
        cookie: person.cookie,
        "x-socle-csrf": csrf.data?.me.csrfToken ?? "",
        "content-type": "text/csv",
      };
      const sent = await fetch(`${socle.origin}/${door}?${query}`, { method: "POST", headers, body: "a;b\n1;2\n" });
      // The campaign may have been closed by those who could, and the file is none: either may be said first.
      expect([400, 403, 409, 422]).toContain(sent.status);
      expect(changedTables(before, await tableDigests(database.urls.ownerUrl))).toEqual([]);
    },
  );
});

/** Paths of the controllers' methods that are not reads. */
function doorsInSource(): readonly string[] {
  const root = fileURLToPath(new URL("../../control-plane/src", import.meta.url));
  const doors = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".controller.ts"))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), "utf8");
      const base = /@Controller\("?([^")]*)"?\)/u.exec(text)?.[1] ?? "";
      const writing = [...text.matchAll(/@(?:Post|Put|Patch|Delete|All)\((?:"([^"]*)"|([A-Z_]*))\)/gu)];
      return writing.map(([, own, named]) => (named ? "internal" : [base, own].filter(Boolean).join("/")));
    });
  return [...new Set(doors)].toSorted();
}
