import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROLES, systemActor } from "../../control-plane/src/kernel/actor.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { derogationSnapshotSource } from "../../control-plane/src/compliance/adapters/postgres/desk/pg-derogation-snapshot.js";
import { registrySnapshotSource } from "../../control-plane/src/registry/index.js";
import { RUNNING_STATES } from "../../control-plane/src/registry/domain/life-cycle.js";
import { servingPorts } from "../../control-plane/src/serving/serving.composition.js";
import { LikelyInputs } from "../builders/likely-inputs.js";
import { mutationStage, refused, type MutationStage } from "../builders/mutation-stage.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs } from "../fakes/signed-in.js";

const database = useDatabase();
const system = systemActor("test");
/** Enough for what one act made to be acted on by the next, in every variant. */
const PASSES = 4;
let stage: MutationStage;

beforeAll(async () => {
  stage = await mutationStage(database);
});
afterAll(() => stage?.stop());

/** What verdicts about the ministry's use cases read, each fact under a name of its own. */
type Facts = ReadonlyMap<string, string>;

const factsOf = (bodies: ReadonlySet<string>): Promise<Facts> =>
  database.transactions.read(system, async (ctx) => {
    const registry = await registrySnapshotSource(ctx);
    const facts = new Map<string, string>();
    const note = (name: string, value: unknown): void => void facts.set(name, JSON.stringify(value));
    for (const { id, organisationId, state, labels, standing } of registry.useCases) {
      if (!bodies.has(organisationId)) continue;
      note(`use case ${id} runs`, RUNNING_STATES.includes(state));
      for (const label of ["internal", "personal", "health", "special_category", "dr"] as const)
        note(`use case ${id} lacks ${label}`, !labels.includes(label));
      for (const [name, value] of Object.entries(standing ?? {})) note(`use case ${id} ${name}`, value);
      // Keys are means, not facts: what counts is until when the use case's applications may call.
      for (const application of registry.applications.filter(({ useCaseId }) => useCaseId === id)) {
        const ends = application.keys.filter(({ revokedAt }) => revokedAt === null).map(({ expiresAt }) => expiresAt);
        note(`application ${application.slug} calls until`, Math.max(0, ...ends));
      }
    }
    for (const { useCaseId, ...lifted } of await derogationSnapshotSource(ctx)) note(`derogation ${useCaseId}`, lifted);
    for (const { name, provenance } of registry.models) note(`model ${name}`, provenance);
    for (const { slug, acceptedLabels, hosting, standing, veto } of await servingPorts.pools.all(ctx))
      note(`pool ${slug}`, { acceptedLabels, hosting, standing, lifted: veto === null });
    const judges = `SELECT person_id, role, valid_to FROM membership WHERE role IN ('compliance', 'auditor') ORDER BY id`;
    note("who judges", await rowsOf(ctx, judges));
    note("who was lent a role", await rowsOf(ctx, "SELECT id, state FROM emergency_access WHERE state = 'confirmed'"));
    note("rules", await rowsOf(ctx, "SELECT digest FROM policy_activation ORDER BY number DESC LIMIT 1"));
    return facts;
  });

/** What a fact says now, where that adds refusals and lifts none. */
function onlyCloses(name: string, before: string | undefined, after: string): boolean {
  if (name.startsWith("use case ") && (name.endsWith(" runs") || name.includes(" lacks "))) return after === "false";
  if (name.endsWith(" calls until")) return Number(after) <= Number(before ?? 0);
  return name.startsWith("pool ") && after === before?.replace('"lifted":true', '"lifted":false');
}

/** Facts that were not there before, or say something else, unless what they say now only adds refusals. */
const gained = (before: Facts, after: Facts): readonly string[] =>
  [...after]
    .filter(([name, value]) => before.get(name) !== value && !onlyCloses(name, before.get(name), value))
    .map(([name]) => name)
    .filter((name) => before.has(name) || !isOfAnIdea(name, after));

/** A use case that does not run yet is its author's: nothing is asked of rules about it. */
const isOfAnIdea = (name: string, after: Facts): boolean => {
  const id = /^use case (\S+) /u.exec(name)?.[1];
  return id !== undefined && after.get(`use case ${id} runs`) === "false";
};

describe("a single person", () => {
  it("who holds every role and wrote all that waits changes no fact, rule, role or record that a verdict about their body reads", async () => {
    const person = await signedInAs(database, stage.socle.origin, ROLES, stage.ministry);
    await writtenBy(person.personId);
    const bodies = new Set(
      (
        await stage.asOwner<{ id: string }>(
          `SELECT id FROM organisation WHERE id = '${stage.ministry}' OR parent_id = '${stage.ministry}'`,
        )
      ).map(({ id }) => id),
    );
    const done = new Set<string>();
    const gains: string[] = [];
    let before = await factsOf(bodies);
    expect(before.size).toBeGreaterThan(20);
    for (let pass = 0; pass < PASSES; pass += 1) {
      const inputs = new LikelyInputs(await stage.idsByTable(), pass);
      for (const mutation of stage.mutations) {
        const outcome = await stage.send(person, mutation, inputs);
        if (refused(outcome)) continue;
        done.add(outcome.mutation);
        const after = await factsOf(bodies);
        for (const name of gained(before, after))
          gains.push(
            `${outcome.mutation}: ${name}: ${before.get(name) ?? "nothing"} → ${after.get(name) ?? "nothing"}`,
          );
        before = after;
      }
    }
    expect(gains).toEqual([]);
    // Most acts are there to be done by somebody; what is never done proves nothing.
    expect(done.size).toBeGreaterThan(stage.mutations.length / 4);
  }, 300_000);
});

/** Makes this person the author of every record that somebody wrote. */
async function writtenBy(personId: string): Promise<void> {
  const columns = await stage.asOwner<{ table: string; column: string }>(
    `SELECT columns.table_name AS table, column_name AS column FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'text'
       AND column_name ~ '^(declared|amended|requested|proposed|planned|drafted|asked|recorded|scored)_by$'`,
  );
  for (const { table, column } of columns)
    await stage.asOwner(`UPDATE ${table} SET ${column} = '${personId}' WHERE ${column} IS NOT NULL`);
}
