import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Role } from "../../control-plane/src/kernel/actor.js";
import { pgRegistryPorts } from "../../control-plane/src/registry/index.js";
import { tenancyUseCases } from "../../control-plane/src/tenancy/index.js";
import { aDeclaration } from "../builders/declaration.js";
import { plantTree, SIRET, type SampleTree } from "../builders/tree.js";
import { Browser, type GraphqlAnswer } from "../fakes/browser.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { freePort } from "../fakes/free-port.js";
import { StrictProvider } from "../fakes/oidc-provider.js";
import { runOn } from "../fakes/run-on.js";
import { signedInAs } from "../fakes/signed-in.js";

const database = useDatabase();
let tree: SampleTree;
let provider: StrictProvider;
let socle: TestControlPlane;

beforeAll(async () => {
  tree = await plantTree(database);
  const [port, providerPort] = [await freePort(), await freePort()];
  provider = new StrictProvider(providerPort, `http://127.0.0.1:${port}/auth/callback`, "jwt");
  await provider.start();
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl, issuer: provider.issuer, port });
});
afterAll(async () => {
  await socle?.stop();
  await provider?.stop();
});

type Ask = <Data>(query: string) => Promise<GraphqlAnswer<Data>>;

const sessions = new Map<Role, Promise<Ask>>();

/** A signed-in person of that role; asks with the session's token. */
function signedIn(role: Role, organisationId = tree.economie): Promise<Ask> {
  const session = sessions.get(role) ?? (role === "auditor" ? controller() : signIn(role, organisationId));
  sessions.set(role, session);
  return session;
}

/** An auditor, whose role nobody gives alone. */
async function controller(): Promise<Ask> {
  const auditor = await signedInAs(database, socle.origin, "auditor", tree.economie);
  return (query) => auditor.graphql(query);
}

async function signIn(role: Role, organisationId: string): Promise<Ask> {
  const email = `${role}@economie.example`;
  const person = { name: role, email };
  await runOn(database, systemActor("test"), tenancyUseCases.giveMembership, {
    organisationId,
    role,
    person,
    validFrom: new Date(0),
  });
  provider.user = { sub: role, email, siret: SIRET.economie, mfa: true, contractor: false };
  const browser = new Browser();
  await browser.visit(`${socle.origin}/auth/login?returnTo=/usages`, (url) => url.pathname === "/usages");
  const { data } = await browser.graphql<{ me: { csrfToken: string } }>(socle.origin, "{ me { csrfToken } }");
  const token = data?.me.csrfToken ?? "";
  return (query) => browser.graphql(socle.origin, query, { "x-socle-csrf": token });
}

const REFUSAL = `... on Refusal { code message } ... on GuardRefusal { conditions { code met } }`;
const declare = (name: string, organisationId: string) =>
  `mutation { declareUseCase(input: { name: "${name}", description: "${aDeclaration.description}", labels: ["internal"],
     organisationId: "${organisationId}", serviceClass: INTERACTIVE, maxOutputTokens: 1024, decisionRole: ASSIST, affectsIndividuals: false, staffEffect: AUGMENTATION,
     ownerEmail: "${aDeclaration.ownerEmail}", oversight: "${aDeclaration.oversight}",
     dossier: { aiActClass: MINIMAL, facesUsers: false, proprietary: false } })
   { __typename ... on UseCase { id slug state version } ${REFUSAL} } }`;
const move = (id: string, to: string, version: number) =>
  `mutation { transitionUseCase(input: { id: "${id}", to: ${to}, version: ${version}, reason: "Examen fait" })
   { __typename ... on UseCase { state version } ${REFUSAL} } }`;
const evidence = (id: string, kind: string, version: number) =>
  `mutation { recordEvidence(input: { id: "${id}", kind: ${kind}, version: ${version}, reference: "Réf. 2026-12" })
   { __typename ... on UseCase { version evidence { kind } ${CHANGES} } ${REFUSAL} } }`;
const CHANGES = "changes { id state right own proposedBy changes { field before after } }";
const confirm = (id: string, right = "VALIDATE") =>
  `mutation { confirmUseCaseChange(input: { id: "${id}", right: ${right}, reason: "Bien vu" })
   { __typename ... on UseCase { version evidence { kind } ${CHANGES} } ${REFUSAL} } }`;
const answerSren = (id: string, version: number) =>
  `mutation { amendUseCase(input: { id: "${id}", version: ${version}, reason: "Test SREN",
     dossier: { srenSensitive: false, srenHarm: false } })
   { __typename ... on UseCase { version ${CHANGES} } ${REFUSAL} } }`;
interface Amended {
  readonly [verb: string]: { readonly changes: readonly { readonly id: string }[] };
}

interface JournalEvent {
  readonly at: string;
  readonly useCase: string;
  readonly actor: string;
  readonly actorName: string;
}
interface Declared {
  readonly declareUseCase: { readonly __typename: string; readonly id: string };
}

describe("use cases over GraphQL", () => {
  it("go through their life by the right hands, and the screen says what is missing before", async () => {
    const [declarant, validator] = [await signedIn("declarant"), await signedIn("validator")];
    const [cell, compliance] = [await signedIn("ai_cell", tree.etat), await signedIn("compliance", tree.etat)];
    const { data } = await declarant<Declared>(declare("Langage clair", tree.economie));
    const id = data?.declareUseCase.id ?? "";
    const screen = `{ useCase(id: "${id}") { state organisation { slug } declaredBy
      transitions { to allowed reason conditions { code met } } history { from to by reason } } }`;

    interface Screen {
      readonly useCase: { readonly transitions: readonly { to: string; allowed: boolean; reason: string | null }[] };
    }
    const waysOut = async (ask: Ask) =>
      (await ask<Screen>(screen)).data?.useCase.transitions.filter(({ allowed }) => allowed).map(({ to }) => to);
    expect(await waysOut(declarant)).toEqual([]);
    expect(await waysOut(validator)).toEqual(["QUALIFIED"]);
    expect(await waysOut(cell)).toEqual(["REFUSED", "MERGED"]);

    expect((await declarant(move(id, "QUALIFIED", 1))).data).toMatchObject({
      transitionUseCase: { __typename: "Forbidden" },
    });
    expect((await validator(move(id, "QUALIFIED", 1))).data).toMatchObject({
      transitionUseCase: { state: "QUALIFIED" },
    });
    expect((await validator(move(id, "QUALIFIED", 1))).data).toMatchObject({
      transitionUseCase: { __typename: "Conflict" },
    });
    expect((await cell(move(id, "INCUBATION", 2))).data).toMatchObject({ transitionUseCase: { state: "INCUBATION" } });
    expect((await declarant(evidence(id, "SREN_TEST", 3))).data).toMatchObject({
      recordEvidence: { code: "input.invalid" },
    });
    const answered = await declarant<Amended>(answerSren(id, 3));
    const change = { right: "VALIDATE", own: true, proposedBy: "Camille Martin" };
    const fields = ["srenSensitive", "srenHarm"].map((key) => ({
      ...{ field: `dossier.${key}`, before: null, after: "false" },
    }));
    expect(answered.data).toMatchObject({
      amendUseCase: { version: 3, changes: [{ ...change, state: "PROPOSED", changes: fields }] },
    });
    const proposed = answered.data?.["amendUseCase"]?.changes[0]?.id ?? "";
    expect((await declarant(confirm(proposed))).data).toMatchObject({
      confirmUseCaseChange: { __typename: "Forbidden" },
    });
    expect((await validator(confirm(proposed))).data).toMatchObject({
      confirmUseCaseChange: { version: 4, changes: [{ state: "CONFIRMED", own: false }] },
    });
    expect((await validator(move(id, "EXPERIMENT", 4))).data).toMatchObject({
      transitionUseCase: { state: "EXPERIMENT", version: 5 },
    });
    expect((await cell(move(id, "EVALUATED", 5))).data).toMatchObject({
      transitionUseCase: { code: "use_case.guard_unmet", conditions: [{ code: "evidence.evaluation", met: false }] },
    });
    const waived = await declarant<Amended>(evidence(id, "EVALUATION_WAIVER", 5));
    expect(waived.data).toMatchObject({
      recordEvidence: { version: 5, evidence: [] },
    });
    expect((await validator(confirm(waived.data?.["recordEvidence"]?.changes[0]?.id ?? ""))).data).toMatchObject({
      confirmUseCaseChange: { version: 6, evidence: [{ kind: "EVALUATION_WAIVER" }] },
    });
    expect((await cell(move(id, "EVALUATED", 6))).data).toMatchObject({ transitionUseCase: { state: "EVALUATED" } });

    const suspend = `mutation { suspendUseCase(id: "${id}", reason: "Plainte") { ... on UseCase { state suspendedFrom } ${REFUSAL} } }`;
    expect((await validator(suspend)).data).toMatchObject({ suspendUseCase: { code: "role.missing" } });
    expect((await compliance(suspend)).data).toMatchObject({
      suspendUseCase: { state: "SUSPENDED", suspendedFrom: "EVALUATED" },
    });
    expect(await waysOut(validator)).toEqual(["RETIRED"]);
    expect(await waysOut(compliance)).toEqual(["EVALUATED"]);
    expect((await compliance(screen)).data).toMatchObject({
      useCase: {
        organisation: { slug: "economie" },
        declaredBy: "Camille Martin",
        history: [
          { from: null, to: "IDEA", by: "Camille Martin" },
          { from: "IDEA", to: "QUALIFIED" },
          { from: "QUALIFIED", to: "INCUBATION" },
          { from: "INCUBATION", to: "INCUBATION", reason: "Test SREN Bien vu" },
          { from: "INCUBATION", to: "EXPERIMENT" },
          { from: "EXPERIMENT", to: "EXPERIMENT" },
          { from: "EXPERIMENT", to: "EVALUATED" },
          { from: "EVALUATED", to: "SUSPENDED", reason: "Plainte" },
        ],
      },
    });
  });

  it("answer every bad field of a declaration at once, and write nothing", async () => {
    const declarant = await signedIn("declarant");
    const bad = declare("x", tree.economie).replace('["internal"]', '["secret"]').replace("1024", "0");
    const { data } = await declarant(
      bad.replace("{ code message }", "{ code message } ... on InvalidInput { issues { path } }"),
    );
    expect(data).toMatchObject({
      declareUseCase: {
        code: "input.invalid",
        issues: [{ path: "name" }, { path: "labels.0" }, { path: "maxOutputTokens" }],
      },
    });
  });

  it("list by page, search and subtree, and count for each organisation", async () => {
    const declarant = await signedIn("declarant");
    for (const name of ["Mémoire IA", "Œuvres"]) await declarant(declare(name, tree.dgfip));
    const list = `{ useCases(first: 2, sort: { field: NAME, direction: ASC }) {
        totalCount pageInfo { hasNextPage } edges { node { name } } }
      found: useCases(filter: { search: "memoire", state: [IDEA] }) { edges { node { slug } } }
      organisations { slug useCaseCount } }`;
    const { data, errors } = await declarant(list);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      useCases: {
        totalCount: 3,
        pageInfo: { hasNextPage: true },
        edges: [{ node: { name: "Langage clair" } }, { node: { name: "Mémoire IA" } }],
      },
      found: { edges: [{ node: { slug: "memoire-ia" } }] },
      organisations: expect.arrayContaining([
        { slug: "economie", useCaseCount: 3 },
        { slug: "dgfip", useCaseCount: 2 },
      ]) as unknown,
    });
  });
});

describe("keys over GraphQL", () => {
  it("are shown once, listed by prefix, revoked; and hidden from the committee", async () => {
    const [validator, committee] = [await signedIn("validator"), await signedIn("committee", tree.etat)];
    const found = await validator<{ useCases: { edges: { node: { id: string; slug: string } }[] } }>(
      `{ useCases { edges { node { id slug } } } }`,
    );
    const slugged = (slug: string) => found.data?.useCases.edges.find(({ node }) => node.slug === slug)?.node.id ?? "";
    const register = `mutation { registerApplication(input: { useCaseId: "${slugged("memoire-ia")}", name: "Mémoire web",
      environment: "production" }) { ... on Application { id slug models } ${REFUSAL} } }`;
    const registered = await validator<{ registerApplication: { id: string } }>(register);
    expect(registered.data).toMatchObject({ registerApplication: { slug: "memoire-web", models: null } });
    const declarant = await signedIn("declarant");
    const asked = await declarant<{ it: { id: string } }>(`mutation { it: requestKey(input: {
      applicationId: "${registered.data?.registerApplication.id}", validDays: 20, reason: "Mise en service" })
      { ... on KeyRequest { id state } ${REFUSAL} } }`);
    const step = (
      name: string,
      version: number,
    ) => `mutation { it: ${name}(id: "${asked.data?.it.id}", version: ${version}) {
      ${name === "issueKey" ? "... on IssuedKey { secret key { id prefix status } }" : "... on KeyRequest { state }"} ${REFUSAL} } }`;
    expect((await declarant(step("validateKeyRequest", 1))).data).toMatchObject({ it: { code: "role.missing" } });
    expect((await validator(step("validateKeyRequest", 1))).data).toMatchObject({ it: { state: "VALIDATED" } });
    const ariane = await signedIn("ariane_operator", tree.etat);
    expect((await ariane(step("approveKeyRequest", 2))).data).toMatchObject({ it: { state: "APPROVED" } });
    expect((await declarant(step("issueKey", 3))).data).toMatchObject({
      it: { code: "key.use_case_not_running", conditions: [{ code: "use_case.running", met: false }] },
    });

    await database.write(systemActor("test"), async (ctx) => {
      const ports = pgRegistryPorts();
      const useCase = await ports.useCases.find(ctx, slugged("memoire-ia"));
      if (useCase !== null)
        await ports.useCases.update(ctx, { ...useCase, state: "deployed", version: useCase.version + 1 });
    });
    expect((await validator(step("issueKey", 3))).data).toMatchObject({ it: { code: "key_request.guard_unmet" } });
    const issued = await declarant<{ it: { secret: string; key: { id: string; prefix: string } } }>(
      step("issueKey", 3),
    );
    expect(issued.data).toMatchObject({ it: { key: { status: "EXPIRING" } } });
    const { secret, key } = issued.data?.it ?? { secret: "", key: { id: "", prefix: "" } };
    expect(secret.startsWith(key.prefix)).toBe(true);

    const keys = `{ useCase(id: "${slugged("memoire-ia")}") { applications { slug keys { prefix status } } } }`;
    expect((await validator(keys)).data).toEqual({
      useCase: { applications: [{ slug: "memoire-web", keys: [{ prefix: key.prefix, status: "EXPIRING" }] }] },
    });
    expect((await committee(keys)).data).toEqual({ useCase: { applications: [] } });

    const revoke = `mutation { revokeKey(input: { keyId: "${key.id}", reason: "Publiée par erreur" })
      { ... on ApiKey { status } ... on Refusal { code } } }`;
    expect((await committee(revoke)).data ?? null).not.toMatchObject({ revokeKey: { status: "REVOKED" } });
    expect((await validator(revoke)).data).toEqual({ revokeKey: { status: "REVOKED" } });
    expect((await validator(revoke)).data).toEqual({ revokeKey: { code: "key.already_revoked" } });
  });

  it("stand in the journal, which is narrowed by act, body, person and period", async () => {
    const auditor = await signedIn("auditor");
    const asked = async (filter: string) => {
      const answer = await auditor<{ governanceEvents: { edges: readonly { readonly node: JournalEvent }[] } }>(
        `{ governanceEvents(first: 200, filter: { ${filter} }) { edges { node { at useCase actor actorName } } } }`,
      );
      expect(answer.errors).toBeUndefined();
      return answer.data?.governanceEvents.edges.map(({ node }) => node) ?? [];
    };
    const all = await asked("");
    const keys = await asked('acts: ["registry.issue-key", "registry.revoke-key"]');
    expect(keys).toEqual(all.filter(({ useCase }) => /^registry\.(?:issue|revoke)-key$/.test(useCase)));
    expect(keys.map(({ actorName }) => actorName)).toEqual(keys.map(() => "Camille Martin"));
    const [last] = keys;
    if (last === undefined) throw new Error("no key in the journal");
    expect(await asked(`actor: "${last.actor}"`)).toEqual(all.filter(({ actor }) => actor === last.actor));
    expect(await asked(`from: "${last.at}"`)).toEqual(all.filter(({ at }) => at >= last.at));
    expect(await asked(`to: "${last.at}"`)).toEqual(all.filter(({ at }) => at < last.at));
    const ofEconomie = await asked(`organisationId: "${tree.economie}"`);
    expect(all).toEqual(expect.arrayContaining(ofEconomie));
    expect(ofEconomie).toEqual(expect.arrayContaining(keys));
    expect(await asked(`organisationId: "${tree.ariane}", acts: ["registry.issue-key"]`)).toEqual([]);
    expect(await asked('organisationId: "nobody"')).toEqual([]);
  });

  it("name everybody who acted, sought by words, to whoever may read the journal", async () => {
    interface Actor {
      readonly actor: string;
      readonly name: string | null;
    }
    const actorsFor = async (role: Role, given = "") => {
      const asking = await signedIn(role);
      const answer = await asking<{ journalActors: readonly Actor[] }>(`{ journalActors${given} { actor name } }`);
      expect(answer.errors).toBeUndefined();
      return answer.data?.journalActors ?? [];
    };
    const auditor = await signedIn("auditor");
    const acted = await auditor<{ governanceEvents: { edges: readonly { readonly node: JournalEvent }[] } }>(
      "{ governanceEvents(first: 200) { edges { node { at useCase actor actorName } } } }",
    );
    const all = await actorsFor("auditor");
    const seen = new Set(acted.data?.governanceEvents.edges.map(({ node }) => node.actor));
    expect(all.map(({ actor }) => actor)).toEqual(expect.arrayContaining([...seen]));
    const names = all.map(({ name }) => name);
    expect(names.lastIndexOf("Camille Martin")).toBeLessThan(names.indexOf(null));
    expect(await actorsFor("auditor", '(search: "martin CAM")')).toEqual(
      all.filter(({ name }) => name === "Camille Martin"),
    );
    expect(await actorsFor("auditor", "(first: 1)")).toEqual(all.slice(0, 1));
    expect(await actorsFor("auditor", '(search: "personne d autre")')).toEqual([]);
    const within = (await actorsFor("validator")).map(({ actor }) => actor);
    expect(all.map(({ actor }) => actor)).toEqual(expect.arrayContaining(within));
  });

  it("need a session", async () => {
    const answer = await new Browser().graphql(socle.origin, "{ useCases { totalCount } }");
    expect([answer.status, answer.errors?.[0]?.extensions?.code]).toEqual([401, "session.missing"]);
  });
});
