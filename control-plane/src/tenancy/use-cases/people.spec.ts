import { beforeEach, describe, expect, it } from "vitest";
import { anOrganisation } from "../../../../test/builders/tree.js";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor, type Actor, type PersonActor, type Role } from "../../kernel/actor.js";
import type { Result } from "../../kernel/result.js";
import { MemoryOrganisationRepository } from "../../../../test/fakes/memory/tenancy/memory-organisation-repository.js";
import {
  MemoryMembershipRepository,
  MemoryPersonRepository,
  MemorySessionRepository,
} from "../../../../test/fakes/memory/tenancy/memory-people-repositories.js";
import type { Membership } from "../domain/membership.js";
import type { Session } from "../domain/session.js";
import { closeMembershipUseCase } from "./close-membership.use-case.js";
import { giveMembershipUseCase } from "./give-membership.use-case.js";
import { signInUseCase, type SignInPorts } from "./sign-in.use-case.js";
import { signOutUseCase } from "./sign-out.use-case.js";

const system = systemActor("test");
const etat = anOrganisation({ slug: "etat", kind: "state" });
const culture = anOrganisation({ slug: "culture", parentId: etat.id, siret: "11004601800013" });
const justice = anOrganisation({ slug: "justice", parentId: etat.id, siret: "11001001400014" });
const drac = anOrganisation({ slug: "drac", kind: "direction", parentId: culture.id });
const claims = {
  sub: "agent-1",
  idpId: "idp",
  name: "Alix Martin",
  email: "alix@culture.example",
  siret: "11004601800013",
  contractor: false,
  mfa: true,
};

let scene: MemoryRunner;
let ports: SignInPorts;

beforeEach(async () => {
  scene = memoryRunner();
  ports = {
    organisations: new MemoryOrganisationRepository(),
    persons: new MemoryPersonRepository(),
    memberships: new MemoryMembershipRepository(),
    sessions: new MemorySessionRepository(),
  };
  const ctx = scene.transactions.contextOf(system);
  for (const organisation of [etat, culture, justice, drac]) await ports.organisations.save(ctx, organisation);
});

const validator = (organisationId: string, role: Role = "validator"): PersonActor => ({
  kind: "person",
  id: "validator-1",
  name: "Camille",
  memberships: [{ organisationId, role }],
  contractor: false,
  mfa: true,
});

const give = (fields: object = {}, actor: Actor = system): Promise<Result<Membership>> =>
  scene.runner.run(actor, giveMembershipUseCase(ports), {
    organisationId: culture.id,
    role: "declarant",
    person: { name: "Alix Martin", email: "alix@culture.example" },
    validFrom: "2026-01-01T00:00:00Z",
    ...fields,
  });

const signIn = (fields: object = {}, tokenHash = Buffer.alloc(32, 1)): Promise<Result<Session>> =>
  scene.runner.run(system, signInUseCase(ports), {
    claims: { ...claims, ...fields },
    tokenHash,
    idTokenSealed: null,
    previousTokenHash: null,
  });

describe("giving a membership", () => {
  it("invites an address, once for each role", async () => {
    const given = await give();
    expect(given).toMatchObject({ ok: true, value: { role: "declarant", organisationId: culture.id, validTo: null } });
    expect(await give()).toMatchObject({ ok: false, refusal: { code: "membership.held" } });
    const second = await give({ role: "validator" });
    expect(second.ok && given.ok && second.value.personId === given.value.personId).toBe(true);
  });

  it("records no name and no address", async () => {
    await give();
    expect(JSON.stringify(scene.journal.events)).not.toMatch(/alix/i);
  });

  it("names what is wrong with the input", async () => {
    const result = await give({ role: "minister", person: { name: "", email: "alix" } });
    expect(result).toMatchObject({ ok: false, refusal: { kind: "InvalidInput" } });
    const paths =
      result.ok || result.refusal.kind !== "InvalidInput" ? [] : result.refusal.issues.map((each) => each.path);
    expect(paths).toEqual(["role", "person.name", "person.email"]);
  });

  it.each(["ariane_operator", "ai_cell", "committee"] as const)(
    "lets no ministry make a role that acts beyond it: %s",
    async (role) => {
      const refused = await give({ role }, validator(culture.id));
      expect(refused).toMatchObject({ ok: false, refusal: { code: "membership.not_yours" } });
      expect(await give({ role }, validator(etat.id, "ariane_operator"))).toMatchObject({ ok: true });
    },
  );

  it("lets no ministry end a role that acts beyond it", async () => {
    const given = await give({ role: "ai_cell" });
    const close = { id: given.ok ? given.value.id : "", reason: "unwelcome" };
    const closing = closeMembershipUseCase(ports.memberships);
    const refused = await scene.runner.run(validator(culture.id), closing, close);
    expect(refused).toMatchObject({ refusal: { code: "membership.not_yours" } });
  });

  it("lets nobody give themselves a role", async () => {
    const ctx = scene.transactions.contextOf(system);
    const { id, name } = validator(culture.id);
    const person = { id, name, identity: null, email: "camille@culture.example", contractor: false, employerId: null };
    await ports.persons.save(ctx, person);
    const refused = await give({ person: { name, email: person.email } }, validator(culture.id));
    expect(refused).toMatchObject({
      ok: false,
      refusal: { kind: "GuardRefusal", conditions: [{ met: true }, { code: "membership.not_own", met: false }] },
    });
  });
});

describe("signing in", () => {
  it("takes an invitation up, then knows the person by identity whatever the address", async () => {
    await give();
    const first = await signIn();
    const again = await signIn({ email: "renamed@culture.example" }, Buffer.alloc(32, 2));
    expect(first.ok && again.ok && first.value.personId === again.value.personId).toBe(true);
    expect(await signIn({ sub: "somebody-else" })).toMatchObject({ refusal: { code: "sign_in.no_membership" } });
  });

  it("counts a role held below or above the employer, and none beside it", async () => {
    await give({ organisationId: drac.id });
    expect((await signIn()).ok).toBe(true);
    expect(await signIn({ siret: "11001001400014" })).toMatchObject({ refusal: { code: "sign_in.no_membership" } });
  });

  it("refuses a SIRET that is not one, and one that nobody registered", async () => {
    await give();
    expect(await signIn({ siret: "11004601800014" })).toMatchObject({ refusal: { kind: "InvalidInput" } });
    expect(await signIn({ siret: "13002526500013" })).toMatchObject({
      refusal: { code: "sign_in.organisation_unknown" },
    });
  });

  it("ends with the role, and the session with signing out", async () => {
    const given = await give();
    const session = await signIn();
    const tokenHash = Buffer.alloc(32, 1);
    expect(session).toMatchObject({ ok: true, value: { mfa: true, expiresAt: new Date("2026-09-01T20:00:00Z") } });
    const out = (): Promise<Result<Session>> => scene.runner.run(system, signOutUseCase(ports), { tokenHash });
    expect((await out()).ok).toBe(true);
    expect(await out()).toMatchObject({ refusal: { code: "session.missing" } });
    const close = { id: given.ok ? given.value.id : "", reason: "left" };
    const closing = closeMembershipUseCase(ports.memberships);
    expect((await scene.runner.run(system, closing, close)).ok).toBe(true);
    expect(await scene.runner.run(system, closing, close)).toMatchObject({ refusal: { code: "membership.not_held" } });
    expect(await signIn()).toMatchObject({ refusal: { code: "sign_in.no_membership" } });
  });
});
