import { readFileSync } from "node:fs";
import { buildClientSchema, getIntrospectionQuery, type GraphQLField, type IntrospectionQuery } from "graphql";
import pg from "pg";
import { openPlatformRooms } from "../../control-plane/src/seed/adapters/rooms/platform-rooms.js";
import { readSeed } from "../../control-plane/src/seed/adapters/yaml/read-seed.js";
import { planOf } from "../../control-plane/src/seed/domain/seed-plan.js";
import { applySeed } from "../../control-plane/src/seed/use-cases/apply-seed.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import type { DatabaseHandle } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";
import { type LikelyInputs, selectionOf, type KnownIds } from "./likely-inputs.js";

export type Mutation = GraphQLField<unknown, unknown>;

export interface Outcome {
  readonly mutation: string;
  /** The answer's type, or `error` and its code. */
  readonly answer: string;
}

const REFUSALS = new Set(["InvalidInput", "Forbidden", "NotFound", "Conflict", "GuardRefusal"]);
export const refused = ({ answer }: Outcome): boolean => REFUSALS.has(answer);

/** The sample registry behind a running control plane, and every mutation of its schema with inputs that are likely. */
export interface MutationStage {
  readonly socle: TestControlPlane;
  readonly state: string;
  readonly ministry: string;
  readonly mutations: readonly Mutation[];
  asOwner<Row extends pg.QueryResultRow>(statement: string): Promise<Row[]>;
  idsByTable(): Promise<KnownIds>;
  send(person: SignedIn, mutation: Mutation, inputs: LikelyInputs): Promise<Outcome>;
  stop(): Promise<void>;
}

export async function mutationStage(database: DatabaseHandle): Promise<MutationStage> {
  await plantNotreIa(database);
  const socle = await startControlPlane({ databaseUrl: database.urls.appUrl });
  const owner = new pg.Client({ connectionString: database.urls.ownerUrl });
  await owner.connect();
  const asOwner = async <Row extends pg.QueryResultRow>(statement: string): Promise<Row[]> =>
    (await owner.query<Row>(statement)).rows;
  const [{ id: state = "" } = {}, { id: ministry = "" } = {}] = await asOwner<{ id?: string }>(
    `SELECT id FROM organisation WHERE kind IN ('state', 'ministry') ORDER BY kind = 'state' DESC, slug`,
  );
  const someone = await signedInAs(database, socle.origin, "auditor", state);
  const { data } = await someone.graphql<IntrospectionQuery>(getIntrospectionQuery());
  const schema = buildClientSchema(data as IntrospectionQuery);

  const idsByTable = async (): Promise<KnownIds> => {
    const tables = await asOwner<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid'`,
    );
    const known = new Map<string, readonly string[]>();
    for (const { name } of tables) {
      const order = `t::text LIKE '%${ministry}%' DESC, id DESC`;
      const rows = await asOwner<{ id: string }>(`SELECT id FROM ${name} AS t ORDER BY ${order} LIMIT 4`);
      known.set(
        name,
        rows.map(({ id }) => id),
      );
    }
    return known;
  };
  const send = async (person: SignedIn, mutation: Mutation, inputs: LikelyInputs): Promise<Outcome> => {
    const query = `mutation { answer: ${mutation.name}${inputs.argumentsOf(mutation)} ${selectionOf(schema, mutation)} }`;
    const { data: told, errors } = await person.graphql<{ answer: { __typename: string } }>(query);
    const answer = told?.answer?.__typename ?? `error ${errors?.[0]?.extensions?.code ?? ""}`;
    return { mutation: mutation.name, answer };
  };
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const stop = async (): Promise<void> => {
    await owner.end();
    await socle.stop();
  };
  return { socle, state, ministry, mutations, asOwner, idsByTable, send, stop };
}

async function plantNotreIa(database: DatabaseHandle): Promise<void> {
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
