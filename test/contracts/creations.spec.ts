import { readFileSync } from "node:fs";
import { buildSchema, getNamedType, isInputObjectType, type GraphQLField } from "graphql";
import { describe, expect, it } from "vitest";

const schema = buildSchema(
  readFileSync(new URL("../../control-plane/contracts/schema.graphql", import.meta.url), "utf8"),
);
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

/** Names of a mutation's arguments, and of the fields of its input. */
const askedBy = (field: GraphQLField<unknown, unknown>): ReadonlySet<string> =>
  new Set(
    field.args.flatMap(({ name, type }) => {
      const named = getNamedType(type);
      return [name, ...(isInputObjectType(named) ? Object.keys(named.getFields()) : [])];
    }),
  );

/** What speaks of a record that is there already, by its id or version, creates none. */
const SPEAKS_OF_ONE = ["id", "version", "expectedVersion", "after"];
const creations = mutations.filter((field) => {
  const asked = askedBy(field);
  return !SPEAKS_OF_ONE.some((name) => asked.has(name));
});

/** Creations without a key of their own, each with what makes sending them twice harmless. */
const HARMLESS_TWICE: Readonly<Record<string, string>> = {
  askLogSaltErasure: "asked twice is asked; the last one counts",
  cancelRoundJob: "a job is cancelled once",
  checkDeclaredCapacity: "compares what stands; nothing new when nothing changed",
  closeLostEpoch: "an epoch is closed once",
  consolidateRoadmaps: "an edition of a year, numbered; the same figures again",
  createOrganisation: "a slug is taken once",
  defineAlias: "sets a name to what it leads to",
  eraseLogSalt: "a salt is erased once",
  declarePlanRecord: "a title is taken once in a body and kind",
  draftAssessment: "one edition in progress of each kind",
  giveMembership: "a role is held once at a time",
  giveRoundOpinion: "an opinion on a line is one's own, the last one counts",
  grantAllocation: "replaces what is in force",
  askEmergencyAccess: "one of a person waits, lasts or is to be reviewed at a time",
  openRoadmap: "one of a body and a year",
  openRound: "a second draft is seen, and closed",
  proposeMembership: "one change of a role of a person waits at a time",
  proposePolicyBundle: "one proposal of a bundle waits at a time",
  proposePolicyReturn: "one proposal of a bundle waits at a time",
  registerThroughputProfile: "a version of what is measured, the last one counts",
  requestConsolidation: "one computation of a campaign at a time",
  requestGpus: "a line of a draft round, which is seen and amended",
  requestSimulation: "a computation; it changes nothing",
  revokeKey: "a key is revoked once",
  rotateKey: "the secret is shown once: nobody can be given it again; a second key is seen, and revoked",
  roundUnlock: "asks what would be; it changes nothing",
  roundWhatIf: "asks what would be; it changes nothing",
  setBudget: "sets a ceiling",
  setUsageLimit: "sets a ceiling",
  solveRound: "one computation of a round at a time",
  useBrick: "a brick is used or not",
};

describe("a mutation that creates", () => {
  it("takes an idempotency key, or says why it is harmless twice", () => {
    const without = creations.filter((field) => !askedBy(field).has("idempotencyKey")).map(({ name }) => name);
    expect(without.filter((name) => !(name in HARMLESS_TWICE))).toEqual([]);
    expect(Object.keys(HARMLESS_TWICE).filter((name) => !without.includes(name))).toEqual([]);
  });
});
