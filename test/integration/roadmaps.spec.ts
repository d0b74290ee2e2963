import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { PgRoadmapRepository } from "../../control-plane/src/roadmaps/adapters/postgres/pg-roadmap.repository.js";
import { roadmapRepositoryBehaviour } from "../../control-plane/src/roadmaps/ports/roadmap-repository.behaviour.js";
import { coveredYears, dependencyFields } from "../builders/roadmap.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { asOwner } from "../fakes/owner-statements.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const system = systemActor("test");
let tree: SampleTree;
let socle: TestControlPlane;
let declarant: SignedIn;
let validator: SignedIn;
let ariane: SignedIn;

beforeAll(async () => {
  tree = await plantTree(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  declarant = await signedInAs(database, socle.origin, "declarant", tree.economie);
  validator = await signedInAs(database, socle.origin, "validator", tree.economie);
  ariane = await signedInAs(database, socle.origin, "ariane_operator", tree.ariane);
});
afterAll(() => socle?.stop());

roadmapRepositoryBehaviour("PostgreSQL", () =>
  Promise.resolve({
    roadmaps: new PgRoadmapRepository(),
    bodies: [tree.dgfip, tree.culture] as const,
    newId: () => systemIds.next(),
    run: (work) => database.write(system, work),
  }),
);

interface Moved {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly code: string;
  readonly conditions: readonly { readonly code: string; readonly met: boolean }[];
}
const RESULT = `{ __typename ... on Roadmap { id version state } ... on Refusal { code }
  ... on GuardRefusal { conditions { code met } } }`;

/** An argument as GraphQL writes it: words in capitals are enum values. */
const literal = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (value !== null && typeof value === "object")
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${key}: ${literal(each)}`)
      .join(", ")} }`;
  if (typeof value === "string" && /^[A-Z_]{3,}$/.test(value)) return value;
  return JSON.stringify(value);
};
const call = async (who: SignedIn, mutation: string, given: object): Promise<Moved> => {
  const text = Object.entries(given)
    .map(([key, value]) => `${key}: ${literal(value)}`)
    .join(", ");
  const answer = await who.graphql<{ result: Moved }>(`mutation { result: ${mutation}(${text}) ${RESULT} }`);
  if (answer.data === undefined || answer.data === null) throw new Error(JSON.stringify(answer));
  return answer.data.result;
};
const enums = { domain: "VIRTUALISATION", criticality: "HIGH", deployment: "ON_PREMISES" };
const spend = coveredYears.plannedSpend.map((each) => ({ ...each, domain: "VIRTUALISATION" }));

describe("a ministry's roadmap over GraphQL", () => {
  it("goes from its inventory to the State's consolidation by the right hands", async () => {
    const opened = await call(declarant, "openRoadmap", { organisationId: tree.economie, year: 2026 });
    expect(opened).toMatchObject({ state: "DRAFT", version: 1 });
    expect(await call(declarant, "openRoadmap", { organisationId: tree.economie, year: 2026 })).toMatchObject({
      __typename: "Conflict",
      code: "roadmap.exists",
    });
    const roadmapId = opened.id;
    let version = 1;
    const step = async (who: SignedIn, mutation: string, given: object): Promise<Moved> => {
      const moved = await call(who, mutation, { roadmapId, version, ...given });
      if (moved.__typename === "Roadmap") version = moved.version;
      return moved;
    };
    const early = await step(validator, "transitionRoadmap", { to: "MINISTRY_VALIDATED", reason: "Complet" });
    expect(early.__typename).toBe("GuardRefusal");

    const line = { ...dependencyFields({ annualCostEuros: 61_000_000 }), ...enums, target: "REDUCE" };
    await step(declarant, "saveDependency", { dependency: line });
    expect(await call(declarant, "saveDependency", { roadmapId, version: 1, dependency: line })).toMatchObject({
      __typename: "Conflict",
      code: "roadmap.changed",
    });
    const [dependency] = await linesOf(roadmapId);
    await step(declarant, "saveRoadmapAction", {
      action: {
        dependencyId: dependency,
        type: "MIGRATE",
        title: "Vers Proxmox",
        owner: "Dnum",
        start: "2027-01-01",
        end: "2027-12-31",
        oneOffCostEuros: 2_000_000,
        runDeltaEuros: -1_000_000,
        risk: "MEDIUM",
      },
    });
    await step(declarant, "setTrajectory", { plannedSpend: spend, trajectory: coveredYears.trajectory });

    expect(await step(declarant, "transitionRoadmap", { to: "MINISTRY_VALIDATED", reason: "Complet" })).toMatchObject({
      __typename: "Forbidden",
    });
    for (const [who, to] of [
      [validator, "MINISTRY_VALIDATED"],
      [validator, "SUBMITTED"],
      [ariane, "IN_REVIEW"],
      [ariane, "ACCEPTED"],
    ] as const)
      expect(await step(who, "transitionRoadmap", { to, reason: "Examen fait" })).toMatchObject({ state: to });

    const report = await ariane.graphql<{ result: { report: Record<string, unknown> } }>(
      `mutation { result: consolidateRoadmaps(stateId: "${tree.etat}", year: 2026) { __typename ... on RoadmapReport {
         inputDigest report { totalEuros vendors { vendor euros } savings { yearlySavingEuros paybackYears }
         references { vendor euros declaredEuros } } } ... on Refusal { code } } }`,
    );
    expect(report.data?.result).toMatchObject({
      report: {
        totalEuros: 61_000_000,
        vendors: [{ vendor: "VMware", euros: 61_000_000 }],
        savings: { yearlySavingEuros: 1_000_000, paybackYears: 2 },
        references: [{ vendor: null }, { vendor: "Microsoft" }, { vendor: "VMware", declaredEuros: 61_000_000 }],
      },
    });
    const [state] = await database.write(system, (ctx) =>
      rowsOf<{ state: string }>(ctx, `SELECT state FROM roadmap WHERE id = $1`, [roadmapId]),
    );
    expect(state?.state).toBe("consolidated");
    const events = await database.write(system, (ctx) =>
      rowsOf<{ use_case: string }>(ctx, `SELECT use_case FROM governance_event WHERE use_case LIKE 'roadmaps.%'`),
    );
    expect(events).toHaveLength(9);
  });

  it("is seen by its own ministry and by those who see the whole tree, and its report by the latter alone", async () => {
    const elsewhere = await signedInAs(database, socle.origin, "declarant", tree.culture);
    const committee = await signedInAs(database, socle.origin, "committee", tree.etat);
    const seen = async (who: SignedIn) => {
      const { data } = await who.graphql<{
        dependencies: { totalCount: number };
        roadmapReports: readonly unknown[];
      }>(`{ dependencies(filter: { search: "vsphère" }) { totalCount } roadmapReports(year: 2026) { id } }`);
      return [data?.dependencies.totalCount, data?.roadmapReports.length];
    };
    expect(await seen(ariane)).toEqual([1, 1]);
    expect(await seen(declarant)).toEqual([1, 0]);
    expect(await seen(elsewhere)).toEqual([0, 0]);
    expect(await seen(committee)).toEqual([1, 1]);
    expect(await call(elsewhere, "openRoadmap", { organisationId: tree.economie, year: 2026 })).toMatchObject({
      __typename: "NotFound",
    });
    expect(await call(elsewhere, "openRoadmap", { organisationId: tree.culture, year: 1999 })).toMatchObject({
      __typename: "InvalidInput",
    });
    expect(await call(committee, "openRoadmap", { organisationId: tree.culture, year: 2026 })).toMatchObject({
      __typename: "Forbidden",
    });
  });

  it("leaves a row for each reading of it by another ministry, once a request, and none by its own", async () => {
    const list = `{ roadmaps { edges { node { id content { dependencies { id } } history { at } } } } }`;
    const { data } = await ariane.graphql<{ roadmaps: { edges: { node: { id: string } }[] } }>(list);
    const id = data?.roadmaps.edges[0]?.node.id ?? "";
    const whole = `{ roadmap(id: "${id}") { state content { dependencies { id } } history { at } } }`;
    for (const who of [ariane, declarant]) await who.graphql(whole);
    await ariane.graphql(`{ dependencies { edges { node { dependency { id } } } } }`);
    await ariane.graphql(`{ roadmaps { edges { node { id state } } } }`);
    const rows = () =>
      database.write(system, (ctx) =>
        rowsOf<{ subject: string; reader: string }>(
          ctx,
          `SELECT subject_type AS subject, reader FROM detail_read WHERE subject_id = $1 ORDER BY at`,
          [id],
        ),
      );
    const read = { subject: "Roadmap", reader: ariane.personId };
    await expect.poll(rows, { timeout: 5_000 }).toEqual([read, read, read]);
    const reports = await database.write(system, (ctx) =>
      rowsOf<{ body: string }>(
        ctx,
        `SELECT DISTINCT organisation_id AS body FROM detail_read WHERE subject_type = 'RoadmapReport'`,
      ),
    );
    expect(reports).toContainEqual({ body: tree.economie });
  });

  it("pages through lines in every order without losing one", async () => {
    const all = await declarant.graphql<{ roadmaps: { edges: { node: { id: string; version: number } }[] } }>(
      `{ roadmaps { edges { node { id version } } } }`,
    );
    const roadmap = all.data?.roadmaps.edges[0]?.node;
    const write = (index: number) => ({
      id: systemIds.next(),
      ...dependencyFields({ product: `Produit ${String(index % 3)}`, vendor: "Éditeur", annualCostEuros: index % 2 }),
    });
    await database.write(system, async (ctx) => {
      const stored = await new PgRoadmapRepository().find(ctx, roadmap?.id ?? "");
      for (const value of Array.from({ length: 7 }, (_, index) => write(index)))
        if (stored !== null) await new PgRoadmapRepository().saveLine(ctx, stored, { kind: "dependency", value });
    });
    for (const field of ["ANNUAL_COST", "RENEWAL_DATE", "VENDOR", "PRODUCT"])
      for (const direction of ["ASC", "DESC"]) expect(await walked(field, direction)).toHaveLength(9);
  });
});

async function walked(field: string, direction: string): Promise<string[]> {
  const seen = new Set<string>();
  for (let after: string | null = null, more = true; more;) {
    const place: string = after === null ? "" : `, after: "${after}"`;
    const { data } = await declarant.graphql<{
      dependencies: {
        edges: { node: { dependency: { id: string } } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }>(
      `{ dependencies(first: 3, sort: { field: ${field}, direction: ${direction} }${place})
         { edges { node { dependency { id } } } pageInfo { hasNextPage endCursor } } }`,
    );
    for (const { node } of data?.dependencies.edges ?? []) seen.add(node.dependency.id);
    after = data?.dependencies.pageInfo.endCursor ?? null;
    more = data?.dependencies.pageInfo.hasNextPage ?? false;
  }
  return [...seen];
}

const linesOf = async (roadmapId: string): Promise<string[]> => {
  const { data } = await declarant.graphql<{ roadmap: { content: { dependencies: { id: string }[] } } }>(
    `{ roadmap(id: "${roadmapId}") { content { dependencies { id } } } }`,
  );
  return data?.roadmap.content.dependencies.map(({ id }) => id) ?? [];
};

describe("the database", () => {
  it("refuses by itself what no rule of the application let through", async () => {
    const insert = (table: string, fields: string): Promise<unknown> => {
      const id = systemIds.next();
      return asOwner(
        database,
        `INSERT INTO ${table} (id, roadmap_id, organisation_id, content)
         SELECT '${id}', roadmap_id, organisation_id, jsonb_build_object('id', '${id}', 'dependencyId', id) || '${fields}'
         FROM roadmap_dependency ORDER BY id LIMIT 1`,
      );
    };
    const users = `"usersMigrated": 0, "usersTotal": 0`;
    await expect(insert("roadmap_action", `{ "start": "2027-02-01", "end": "2027-01-01", ${users} }`)).rejects.toThrow(
      /roadmap_action_.*check/,
    );
    await insert("roadmap_exit_plan", "{}");
    await expect(insert("roadmap_exit_plan", "{}")).rejects.toThrow(/roadmap_exit_plan_dependency_id_key/);
  });
});
