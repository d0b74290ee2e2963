import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "../../control-plane/src/kernel/actor.js";
import { LikelyInputs } from "../builders/likely-inputs.js";
import { mutationStage, refused, type MutationStage, type Outcome } from "../builders/mutation-stage.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";
import { changedTables, tableDigests } from "../fakes/table-digests.js";

const database = useDatabase();
/** Shapes that are tried of each mutation: with and without what is optional, with other enum values. */
const VARIANTS = 2;
/** Roles that read, each with the acts that are theirs all the same. */
const OWN_ACTS: Partial<Record<Role, readonly string[]>> = {
  auditor: ["requestSimulation", "cancelSimulation"],
  committee: ["recordOpinion", "adoptOpinion"],
  observer: [],
};
const WRITERS = ["ariane_operator", "declarant", "validator", "ai_cell", "compliance"] as const;
let stage: MutationStage;

beforeAll(async () => {
  stage = await mutationStage(database);
});
afterAll(() => stage?.stop());

/** Every mutation in every variant, one after the other; what each answered. */
async function callAll(person: SignedIn, of = stage.mutations): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let variant = 0; variant < VARIANTS; variant += 1) {
    const inputs = new LikelyInputs(await stage.idsByTable(), variant);
    for (const mutation of of) outcomes.push(await stage.send(person, mutation, inputs));
  }
  return outcomes;
}

const mutationsOf = (outcomes: readonly Outcome[]): number => new Set(outcomes.map(({ mutation }) => mutation)).size;

describe("every mutation of the schema", () => {
  it("is one that the generated inputs could do for somebody, or at least the platform understands them", async () => {
    const outcomes: Outcome[] = [];
    for (const role of WRITERS)
      outcomes.push(...(await callAll(await signedInAs(database, stage.socle.origin, role, stage.ministry))));
    expect(outcomes.filter(({ answer }) => answer.startsWith("error"))).toEqual([]);
    // Many need a state that nothing here leads to; the others show that what follows is not refused for its form.
    expect(mutationsOf(outcomes.filter((outcome) => !refused(outcome)))).toBeGreaterThan(stage.mutations.length / 5);
  }, 180_000);

  it.each(Object.entries(OWN_ACTS))(
    "is refused to %s but for %j, whatever they send, and no table changes",
    async (role, own) => {
      const person = await signedInAs(database, stage.socle.origin, role as Role, stage.state);
      const others = stage.mutations.filter(({ name }) => !own.includes(name));
      expect(others.length).toBe(stage.mutations.length - own.length);
      const before = await tableDigests(database.urls.ownerUrl);
      const outcomes = await callAll(person, others);
      expect(outcomes.filter((outcome) => !refused(outcome))).toEqual([]);
      expect(mutationsOf(outcomes)).toBe(others.length);
      // Most found what they speak of, and were refused for who asked.
      const forbidden = outcomes.filter(({ answer }) => answer === "Forbidden");
      expect(mutationsOf(forbidden)).toBeGreaterThan(stage.mutations.length / 2);
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
      const person = await signedInAs(database, stage.socle.origin, "auditor", stage.state);
      const csrf = await person.graphql<{ me: { csrfToken: string } }>("{ me { csrfToken } }", {});
      const before = await tableDigests(database.urls.ownerUrl);
      const [campaignId] = (await stage.idsByTable()).get("campaign") ?? [];
      const query = `campaignId=${String(campaignId)}&organisationId=${stage.ministry}&target=declaration&fileName=a.csv`;
      const headers = {
        cookie: person.cookie,
        "x-socle-csrf": csrf.data?.me.csrfToken ?? "",
        "content-type": "text/csv",
      };
      const sent = await fetch(`${stage.socle.origin}/${door}?${query}`, {
        method: "POST",
        headers,
        body: "a;b\n1;2\n",
      });
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
