import { beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Actor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { wordsOf } from "../../control-plane/src/kernel/words.js";
import { PgCapacityCatalogue } from "../../control-plane/src/capacity/adapters/postgres/pg-capacity.catalogue.js";
import { pgCapacityPorts } from "../../control-plane/src/capacity/adapters/postgres/pg-capacity-ports.js";
import { LINE_SORT_FIELDS, type LineQuery } from "../../control-plane/src/capacity/ports/capacity-catalogue.port.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { freshDeclaration } from "../../control-plane/src/capacity/use-cases/declarations/fresh-declaration.js";
import { aCampaign, aLine } from "../builders/capacity.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";

const database = useDatabase();
const system = systemActor("test");
const ports = pgCapacityPorts();
const catalogue = new PgCapacityCatalogue();
/** Enough that orders are cut in blocks several times over, and that no declaration is read whole. */
const LINES = 7_200;
const campaigns = [aCampaign({ id: systemIds.next() }), aCampaign({ id: systemIds.next() })];
const declarations: { id: string; campaignId: string; organisationId: string }[] = [];
let tree: SampleTree;

const SITES = ["Lille", "Évry-Courcouronnes", "Besançon", "Nîmes", "Œuvres numérisées"];
const TYPES = ["H100-80GB", "L40S-48GB", "A100-80GB"];

beforeAll(async () => {
  tree = await plantTree(database);
  await database.write(system, async (ctx) => {
    for (const campaign of campaigns) {
      await ports.campaigns.insert(ctx, campaign, null);
      for (const organisationId of [tree.economie, tree.dgfip, tree.culture]) {
        const declaration = freshDeclaration(ctx, campaign.id, organisationId, null);
        await ports.declarations.insert(ctx, { ...declaration, lineCount: LINES / 3 }, null);
        declarations.push(declaration);
      }
    }
  });
  for (const [at, declaration] of declarations.entries())
    for (const part of [0, 1]) await plant(declaration, at >= 3 ? LINES / 60 : LINES / 6, part);
  await database.write(system, (ctx) =>
    rowsOf(ctx, "UPDATE capacity_line SET until_version = 9 WHERE gpu_count % 10 = 3 RETURNING id"),
  );
});

/** Sites stand together in their order, and references of a part too: what is searched is not spread evenly. */
async function plant(declaration: (typeof declarations)[number], count: number, part: number): Promise<void> {
  const records = Array.from({ length: count }, (_, at) =>
    aLine({
      reference: `${part === 0 ? "LIGNE" : "baie"}-${declaration.organisationId.slice(-3)}-${at}`,
      site: `${SITES[at % SITES.length] ?? ""} ${at % 7}`,
      gpuType: TYPES[at % TYPES.length] ?? "",
      gpuCount: 1 + (at % 64),
      keptGpus: 0,
      ...(at % 211 === 0 ? { softwareStack: "Supercalculateurs refroidis" } : {}),
    }),
  );
  await database.write(system, async (ctx) => {
    const found = await ports.declarations.find(ctx, declaration.id);
    if (found === null) throw new Error("no declaration");
    await ports.declarations.changeLines(ctx, found, { closed: [], opened: records });
  });
}

const reader = (organisationId: string): Actor => ({
  ...{ kind: "person", id: systemIds.next(), name: "Lectrice", contractor: false, mfa: true },
  memberships: [{ organisationId, role: "validator" }],
});
const ALL: LineQuery = {
  ...{ campaignId: null, organisationId: null, declarationId: null, search: "", gpuTypes: [] },
  ...{ sort: "reference", descending: false, first: 40, after: null },
};
const read = (actor: Actor, query: LineQuery) =>
  database.transactions.read(actor, (ctx) => catalogue.lines(ctx, query));

/** What the lines themselves say, one by one, without the search's own tables. */
async function expected(actor: Actor, query: LineQuery): Promise<readonly string[]> {
  const order = query.descending ? "DESC" : "ASC";
  const rows = await database.transactions.read(actor, (ctx) =>
    rowsOf<{ id: string }>(
      ctx,
      `SELECT id FROM capacity_line WHERE until_version IS NULL AND ($1::uuid IS NULL OR campaign_id = $1)
         AND ($2::text[] = '{}' OR gpu_type = ANY ($2)) AND ($3::text[] = '{}' OR capacity_words_of(
           concat_ws(' ', reference, site, gpu_type, content ->> 'softwareStack')) @@ capacity_query_of($3))
       ORDER BY ${query.sort} ${order}, id ${order}`,
      [query.campaignId, query.gpuTypes, wordsOf(query.search)],
    ),
  );
  return rows.map(({ id }) => id);
}

const SEARCHES = ["", "ligne", "evry", "OEUVRES", "h100 nimes", "ligne 4", "baie l40s 5", "supercalculateur", "rien"];

describe("a page of lines", () => {
  const readers = (): readonly Actor[] => [system, reader(tree.etat), reader(tree.economie), reader(tree.culture)];

  it.each(SEARCHES)("holds what the lines say, from first to last, searching %o", async (search) => {
    for (const actor of readers())
      for (const sort of LINE_SORT_FIELDS)
        for (const campaignId of sort === "site" ? [campaigns[0]?.id ?? null, null] : [campaigns[0]?.id ?? null]) {
          const query = { ...ALL, search, sort, campaignId, descending: sort !== "reference" };
          const whole = await expected(actor, query);
          for (const from of [0, Math.floor(0.63 * whole.length)]) {
            const cursor = from === 0 ? null : await cursorAt(actor, query, from);
            const page = await read(actor, { ...query, after: cursor });
            expect(page.rows.map(({ row }) => row.id)).toEqual(whole.slice(from, from + 40));
            expect(page.hasNextPage).toBe(whole.length > from + 40);
          }
        }
  });

  it("keeps to types of GPU, a declaration and an organisation", async () => {
    const [, dgfip] = declarations;
    for (const gpuTypes of [["L40S-48GB"], ["L40S-48GB", "A100-80GB"], ["B200"]]) {
      const query = { ...ALL, gpuTypes, campaignId: campaigns[0]?.id ?? null, first: 3000 };
      const ids = (await read(system, query)).rows.map(({ row }) => row.id);
      expect(ids).toEqual((await expected(system, query)).slice(0, 3000));
      const below = await read(system, { ...query, organisationId: tree.economie });
      expect(new Set(below.rows.map(({ row }) => row.organisationId)).has(tree.culture)).toBe(false);
      const one = await read(system, { ...query, declarationId: dgfip?.id ?? "" });
      expect(one.rows.every(({ row }) => row.declarationId === dgfip?.id)).toBe(true);
      expect(one.rows.length > 0).toBe(gpuTypes[0] !== "B200");
    }
    expect((await read(system, { ...ALL, organisationId: "no-uuid" })).rows).toEqual([]);
  });

  const cursorAt = async (actor: Actor, query: LineQuery, at: number): Promise<string | null> =>
    (await read(actor, { ...query, first: at })).rows.at(-1)?.cursor ?? null;
});

describe("two bodies that write lines of one campaign at the same time", () => {
  it("lose none of them to a block that is cut meanwhile", async () => {
    const [first, , third] = declarations;
    if (first === undefined || third === undefined) throw new Error("no declaration");
    const query = { ...ALL, search: "simultane", campaignId: first.campaignId, first: 5000 };
    const records = Array.from({ length: 2_500 }, (_, at) => aLine({ reference: `s-${at}`, site: "Simultané" }));
    const change = (id: string) =>
      database.write(system, async (ctx) => {
        const found = await ports.declarations.find(ctx, id);
        if (found === null) throw new Error("no declaration");
        await ports.declarations.changeLines(ctx, found, { closed: [], opened: records });
      });
    await Promise.all([change(first.id), change(third.id)]);
    for (const sort of LINE_SORT_FIELDS) expect((await read(system, { ...query, sort })).rows).toHaveLength(5000);
  });
});

describe("words of a line", () => {
  it.each([
    ["another form", "supercalculateur"],
    ["accents and case left out", "BESANCON"],
    ["a ligature written out", "oeuvres"],
    ["a beginning", "courcour"],
    ["a number after a hyphen", `ligne 12`],
  ])("are found by %s", async (_, search) => {
    expect((await read(system, { ...ALL, search })).rows.length).toBeGreaterThan(0);
  });

  it("are out of reach but through the page", async () => {
    for (const table of ["search", "block", "block_word", "order"])
      await expect(
        database.write(system, (ctx) => rowsOf(ctx, `SELECT FROM capacity_line_${table}`)),
      ).rejects.toThrow();
  });
});
