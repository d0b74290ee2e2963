import { fileURLToPath } from "node:url";
import { addDays, parisDay, SNAPSHOT_PATH, type SignedSnapshotV1, type SnapshotV1 } from "@socle/contracts";
import { loadPolicyFiles, type PolicyFile } from "@socle/policies";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PgWaitingWork } from "../../control-plane/src/home/adapters/postgres/pg-waiting-work.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { replicaAuthorization } from "../fakes/internal-call.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const shipped = loadPolicyFiles(fileURLToPath(new URL("../../policies", import.meta.url)));
const EXIT_PLAN = "sovereignty/exit-plan/rule.yaml";
const REVERSIBILITY = "sovereignty/reversibility/rule.yaml";
/** The shipped rules, one of them in shadow and one version later. */
const changed: readonly PolicyFile[] = shipped.map(({ path, text }) =>
  path === EXIT_PLAN
    ? { path, text: text.replace("mode: enforce", "mode: shadow").replace(/^version: \d+$/mu, "version: 99") }
    : { path, text },
);
let tree: SampleTree;
let replicas: TestControlPlane[] = [];
let author: SignedIn;
let second: SignedIn;
let ariane: SignedIn;
let validator: SignedIn;
let auditor: SignedIn;

const replica = (at: number): TestControlPlane => {
  const found = replicas[at];
  if (found === undefined) throw new Error("not started");
  return found;
};

beforeAll(async () => {
  tree = await plantTree(database);
  const one = await startControlPlane({ databaseUrl: database.urls.appUrl });
  replicas = [one, await startControlPlane({ databaseUrl: database.urls.appUrl })];
  author = await signedInAs(database, one.origin, "compliance", tree.ariane);
  second = await signedInAs(database, one.origin, "compliance", tree.ariane);
  ariane = await signedInAs(database, one.origin, "ariane_operator", tree.ariane);
  validator = await signedInAs(database, one.origin, "validator", tree.economie);
  auditor = await signedInAs(database, one.origin, "auditor", tree.ariane);
});
afterAll(() => Promise.all(replicas.map((each) => each.stop())));

const switchedOff = ({ path, text }: PolicyFile): PolicyFile => ({
  path,
  text: text.replace(/^mode: \w+$/mu, "mode: off"),
});

interface Answered {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly digest: string;
  readonly code: string;
  readonly message: string;
  readonly issues: readonly { readonly path: string; readonly message: string }[];
}
const RESULT = `{ __typename ... on PolicyProposal { id version state digest proposedBy own } ... on Refusal { code message }
  ... on InvalidInput { issues { path message } } }`;

async function ask(who: SignedIn, field: string): Promise<Answered> {
  const { data, errors } = await who.graphql<{ answer: Answered }>(`mutation { answer: ${field} ${RESULT} }`);
  if (data == null) throw new Error(JSON.stringify(errors));
  return data.answer;
}
const filesOf = (files: readonly PolicyFile[]): string =>
  `[${files.map(({ path, text }) => `{ path: ${JSON.stringify(path)}, text: ${JSON.stringify(text)} }`).join(", ")}]`;
const propose = (who: SignedIn, files: readonly PolicyFile[], organisation = ""): Promise<Answered> =>
  ask(who, `proposePolicyBundle(input: { files: ${filesOf(files)}, motive: "A trial" ${organisation} })`);
const decide = (verb: string, who: SignedIn, { id, version }: Answered): Promise<Answered> =>
  ask(who, `${verb}PolicyProposal(id: "${id}", version: ${version}, reason: "It was looked at")`);
const day = (ago: number): string => parisDay(new Date(Date.now() - ago * 86_400_000));
/** Has the State's last days replayed beside a proposal, and opens what came of it in the names of these people. */
async function lookedAt({ digest }: Answered, ...readers: readonly SignedIn[]): Promise<void> {
  const asked = await author.graphql<{ it: { id: string } }>(
    `mutation { it: requestSimulation(input: { fromDay: "${day(20)}", toDay: "${day(1)}", candidateDigest: "${digest}" }) {
      ... on Simulation { id } } }`,
  );
  const open = `mutation { it: openSimulation(id: "${asked.data?.it.id ?? ""}") { ... on Simulation { state } } }`;
  for (const reader of readers)
    await expect
      .poll(async () => (await reader.graphql<{ it: { state?: string } }>(open)).data?.it.state, { timeout: 30_000 })
      .toBe("DONE");
}
const active = async (): Promise<string> => {
  const { data } = await auditor.graphql<{ activePolicyBundle: { digest: string } }>(
    "{ activePolicyBundle { digest } }",
  );
  return data?.activePolicyBundle.digest ?? "";
};

/** Long polls a replica until its snapshot carries this bundle. */
async function untilPublished(on: TestControlPlane, digest: string): Promise<SnapshotV1> {
  for (let etag: string | null = null; ;) {
    const authorization = await replicaAuthorization(on, "r1", { method: "GET", path: SNAPSHOT_PATH });
    const headers = { authorization, ...(etag === null ? {} : { "if-none-match": etag }) };
    const answer: Response = await fetch(`${on.origin}${SNAPSHOT_PATH}`, { headers });
    if (answer.status !== 200) continue;
    etag = answer.headers.get("etag");
    const snapshot = JSON.parse(((await answer.json()) as SignedSnapshotV1).payload) as SnapshotV1;
    if (snapshot.policies.digest === digest) return snapshot;
  }
}

describe("a policy bundle, by the API", () => {
  it("is proposed, approved by another person who opened a simulation of it, and in the next snapshot of every replica", async () => {
    const before = await active();
    const proposal = await propose(author, changed);
    expect(proposal).toMatchObject({ __typename: "PolicyProposal", state: "PROPOSED" });
    expect(await active()).toBe(before);
    expect(await decide("approve", author, proposal)).toMatchObject({ code: "declaration.own" });
    expect(await decide("approve", validator, proposal)).toMatchObject({ code: "policy_proposal.not_found" });
    expect(await decide("approve", ariane, proposal)).toMatchObject({ code: "policy_proposal.not_ready" });
    await lookedAt(proposal, second);
    expect(await decide("approve", ariane, proposal)).toMatchObject({ code: "policy_proposal.not_ready" });
    await lookedAt(proposal, ariane);
    expect(await decide("approve", ariane, proposal)).toMatchObject({ state: "ACTIVATED" });
    expect(await active()).toBe(proposal.digest);
    for (const at of [0, 1]) {
      const { policies } = await untilPublished(replica(at), proposal.digest);
      expect(policies.files.find(({ path }) => path === EXIT_PLAN)?.text).toContain("mode: shadow");
    }
    const [event] = await database.transactions.read(systemActor("test"), (ctx) =>
      rowsOf<{ data: { before: string; after: string } }>(
        ctx,
        "SELECT data FROM governance_event WHERE use_case = 'compliance.approve-proposal'",
      ),
    );
    expect(event?.data).toMatchObject({ before, after: proposal.digest });
  });

  it("goes back the same way, and both stay on record with their difference", async () => {
    const now = await active();
    const { data } = await auditor.graphql<{
      policyActivations: { previousDigest: string; approvedBy: string }[];
      policyBundles: { edges: { node: { digest: string; active: boolean } }[] };
    }>(
      `{ policyActivations { previousDigest approvedBy } policyBundles(first: 5) { edges { node { digest active } } } }`,
    );
    const earlier = data?.policyActivations[0]?.previousDigest ?? "";
    expect(data?.policyActivations[0]?.approvedBy).toBe("ariane_operator");
    expect(data?.policyBundles.edges.map(({ node }) => node.digest).toSorted()).toEqual([now, earlier].toSorted());
    const difference = await auditor.graphql<{ policyDifferences: unknown[] }>(
      `{ policyDifferences(from: "${earlier}", to: "${now}") { id kind fields before { mode } after { mode } } }`,
    );
    expect(difference.data?.policyDifferences).toEqual([
      {
        ...{ id: "sovereignty/exit-plan", kind: "changed", fields: ["version", "mode"] },
        ...{ before: { mode: "enforce" }, after: { mode: "shadow" } },
      },
    ]);
    const back = await ask(author, `proposePolicyReturn(digest: "${earlier}", motive: "It let too much through")`);
    await lookedAt(back, second);
    expect(await decide("approve", second, back)).toMatchObject({ state: "ACTIVATED" });
    expect(await active()).toBe(earlier);
    await untilPublished(replica(1), earlier);
  });

  it("is refused whole for a typo in a fact, by file, line and column, and changes nothing", async () => {
    const before = await active();
    const typo = changed.map(({ path, text }) => ({
      path,
      text: path === EXIT_PLAN ? text.replace("useCase.exitPlan ||", "useCase.exitPlam ||") : text,
    }));
    const refused = await propose(author, typo);
    expect(refused).toMatchObject({ __typename: "InvalidInput", code: "input.invalid" });
    expect(refused.issues.map(({ path, message }) => `${path} ${message}`).join()).toMatch(
      /^files\/sovereignty\/exit-plan\/rule\.yaml:\d+:\d+ when: No such key: exitPlam$/,
    );
    const { data } = await author.graphql<{ checkPolicyFiles: { digest: string | null; faults: { line: number }[] } }>(
      `{ checkPolicyFiles(files: ${filesOf(typo)}) { digest faults { path line column message } } }`,
    );
    expect(data?.checkPolicyFiles).toMatchObject({ digest: null, faults: [{ line: expect.any(Number) as number }] });
    expect(await active()).toBe(before);
  });

  it("may be proposed by a ministry for itself, seen by it and decided on by those who serve the State", async () => {
    expect(await propose(validator, changed)).toMatchObject({ code: "organisation.out_of_scope" });
    const own = await propose(validator, changed, `, organisationId: "${tree.economie}"`);
    expect(own).toMatchObject({ state: "PROPOSED" });
    expect(await decide("approve", validator, own)).toMatchObject({ code: "role.missing" });
    expect(await decide("reject", second, own)).toMatchObject({ state: "REJECTED" });
    expect(await propose(auditor, changed)).toMatchObject({ __typename: "Forbidden" });
  });

  it("comes as a decision table, as CSV and XLSX, and goes back as the same rules", async () => {
    const digest = await active();
    const csrf = (await author.graphql<{ me: { csrfToken: string } }>("{ me { csrfToken } }")).data?.me.csrfToken ?? "";
    const address = `${replica(0).origin}/compliance/decision-tables`;
    const headers = { cookie: author.cookie, "x-socle-csrf": csrf };
    for (const format of ["csv", "xlsx"]) {
      const table = await fetch(`${address}/${digest}?format=${format}`, { headers });
      const file = await table.arrayBuffer();
      const answer = await fetch(`${address}?format=${format}`, { method: "POST", headers, body: file });
      const { files, faults } = (await answer.json()) as { files: PolicyFile[]; faults: unknown[] };
      expect([answer.status, faults]).toEqual([200, []]);
      const checked = await author.graphql<{ checkPolicyFiles: { digest: string; differences: unknown[] } }>(
        `{ checkPolicyFiles(files: ${filesOf(files)}) { digest differences { id } } }`,
      );
      expect(checked.data?.checkPolicyFiles).toEqual({ digest, differences: [] });
    }
    const broken = await fetch(address, { method: "POST", headers, body: "row;id\nrule;a/b\n" });
    expect(broken.status).toBe(422);
    expect(((await broken.json()) as { faults: { code: string }[] }).faults[0]?.code).toBe("table.heading_missing");
    expect((await fetch(address, { method: "POST", headers: { cookie: author.cookie }, body: "" })).status).toBe(403);
    expect((await fetch(`${address}/${"0".repeat(64)}`, { headers })).status).toBe(404);
  });

  it("gives clusters the rules of workloads, the same bytes each time", async () => {
    const exported = async (day: string) =>
      auditor.graphql<{ clusterPolicies: string }>(`{ clusterPolicies(digest: "${await active()}", day: "${day}") }`);
    const [one, two, wrong] = [await exported("2026-09-01"), await exported("2026-09-01"), await exported("someday")];
    expect(one.data?.clusterPolicies).toContain('kind: "ValidatingAdmissionPolicyBinding"');
    expect(two.data).toEqual(one.data);
    expect(wrong.status).toBe(400);
  });

  it("approved twice at once comes into force once", async () => {
    const proposal = await propose(author, changed);
    await lookedAt(proposal, second, ariane);
    const answers = await Promise.all([decide("approve", second, proposal), decide("approve", ariane, proposal)]);
    expect(answers.filter(({ state }) => state === "ACTIVATED")).toHaveLength(1);
    expect(answers.find(({ __typename }) => __typename === "Conflict")?.code).toMatch(/^policy_proposal\./);
    expect(await active()).toBe(proposal.digest);
  });

  it("does not without the compliance cell: an author of another body waits for it", async () => {
    const before = await active();
    const cell = await signedInAs(database, replica(0).origin, "ai_cell", tree.ariane);
    const proposal = await propose(cell, changed.map(switchedOff));
    const told = async (who: SignedIn) =>
      (await who.graphql<{ tasks: { kind: string }[] }>("{ tasks { kind } }")).data?.tasks.map(({ kind }) => kind);
    expect(await told(author)).toContain("policy.sign");
    expect(await decide("approve", ariane, proposal)).toMatchObject({ code: "policy_proposal.no_compliance" });
    expect(await active()).toBe(before);
    expect(await decide("reject", second, proposal)).toMatchObject({ state: "REJECTED" });
  });

  it("waits for a decision once its rules were observed for fourteen days, each under the proposal that put it in shadow", async () => {
    const cell = await signedInAs(database, replica(0).origin, "ai_cell", tree.ariane);
    const further = changed.map(({ path, text }) =>
      path === REVERSIBILITY
        ? { path, text: text.replace("mode: enforce", "mode: shadow").replace(/^version: \d+$/mu, "version: 99") }
        : { path, text },
    );
    const proposal = await propose(cell, further);
    await lookedAt(proposal, second);
    expect(await decide("approve", second, proposal)).toMatchObject({ state: "ACTIVATED" });
    const observedIn = (days: number) =>
      database.transactions.read(systemActor("test"), async (ctx) => {
        const now = new Date(`${addDays(parisDay(new Date()), days)}T11:00:00Z`);
        const items = await new PgWaitingWork().list({ ...ctx, clock: { now: () => now } });
        return items
          .filter(({ kind }) => kind === "policy.observed")
          .map(({ detail, declaredBy }) => [detail, declaredBy])
          .toSorted();
      });
    expect(await observedIn(13)).toEqual([]);
    const reversibility = ["sovereignty/reversibility", cell.personId];
    expect(await observedIn(14)).toEqual([["sovereignty/exit-plan", author.personId], reversibility]);
    // The software's own shadow rule waits for nobody; a rule that refuses again is observed no longer.
    const back = further.map((file) => shipped.find(({ path }) => path === EXIT_PLAN && path === file.path) ?? file);
    const decided = await propose(author, back);
    await lookedAt(decided, second);
    expect(await decide("approve", second, decided)).toMatchObject({ state: "ACTIVATED" });
    expect(await observedIn(20)).toEqual([reversibility]);
  });
});
