import { beforeEach, describe, expect, it } from "vitest";
import { anOrganisation } from "../../../../test/builders/tree.js";
import { MemoryOrganisationRepository } from "../../../../test/fakes/memory/tenancy/memory-organisation-repository.js";
import {
  MemoryMembershipChanges,
  MemoryMembershipRepository,
  MemoryPersonRepository,
} from "../../../../test/fakes/memory/tenancy/memory-people-repositories.js";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor, type Actor, type PersonActor, type Role } from "../../kernel/actor.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { CaslAuthoriser } from "../adapters/casl/casl-authoriser.js";
import type { Membership } from "../domain/membership.js";
import { closeMembershipUseCase } from "./close-membership.use-case.js";
import {
  confirmMembershipChange,
  refuseMembershipChange,
  withdrawMembershipChange,
} from "./decide-membership-change.use-case.js";
import { giveMembershipUseCase } from "./give-membership.use-case.js";
import { mergeOrganisation } from "./merge-organisation.use-case.js";
import { moveOrganisation } from "./move-organisation.use-case.js";
import { proposeMembership, proposeMembershipEnd } from "./propose-membership.use-case.js";
import { saveOrganisationUseCase } from "./save-organisation.use-case.js";

const etat = anOrganisation({ slug: "etat", kind: "state" });
const ariane = anOrganisation({ slug: "ariane", parentId: etat.id, siret: "13002526500013" });
const cell = anOrganisation({ slug: "cellule", kind: "authority", parentId: ariane.id });
const culture = anOrganisation({ slug: "culture", parentId: etat.id, siret: "11004601800013" });
const tree = [etat, ariane, cell, culture];
const reason = "Décision du jour";

let scene: MemoryRunner;
let ports: ReturnType<typeof emptyPorts>;
const emptyPorts = () => ({
  organisations: new MemoryOrganisationRepository(),
  persons: new MemoryPersonRepository(),
  memberships: new MemoryMembershipRepository(),
  changes: new MemoryMembershipChanges(),
});
const read = <T>(query: (ctx: Context) => Promise<T>): Promise<T> => scene.runner.read(systemActor("test"), query);

/** Somebody employed by ARIANE who has signed in, with the roles that they hold. */
async function somebody(id: string, ...roles: readonly Role[]): Promise<PersonActor> {
  const organisationId = roles.includes("compliance") ? cell.id : ariane.id;
  await read(async (ctx) => {
    const identity = { idpId: "idp", sub: id };
    const person = { id, identity, name: id, email: `${id}@ariane.example`, contractor: false, employerId: ariane.id };
    await ports.persons.save(ctx, person);
    for (const role of roles) await ports.memberships.save(ctx, heldBy(id, role, organisationId));
  });
  const memberships = roles.map((role) => ({ organisationId, role }));
  return { kind: "person", id, name: id, memberships, contractor: false, mfa: true };
}
const heldBy = (personId: string, role: Role, organisationId: string): Membership => ({
  ...{ id: `${personId}-${role}`, personId, organisationId, role },
  ...{ validFrom: new Date("2026-01-01"), validTo: null },
});

const run = <Input, Loaded, Output>(actor: Actor, useCase: UseCase<Input, Loaded, Output>, input: unknown) =>
  scene.runner.run(actor, useCase, input);
const codeOf = async (answer: ReturnType<typeof run>): Promise<string> => {
  const told = await answer;
  return told.ok ? "done" : told.refusal.code;
};
const given = (email: string, role: Role) => ({
  ...{ name: email, email: `${email}@ariane.example`, role, organisationId: cell.id, reason },
  validFrom: "2026-01-01T00:00:00Z",
});
const propose = (by: Actor, email: string, role: Role = "auditor") =>
  run(by, proposeMembership(ports), given(email, role));
const proposeEnd = (by: Actor, id: string) => run(by, proposeMembershipEnd(ports), { id, reason });
const confirm = (by: Actor, answer: Awaited<ReturnType<typeof propose>>) =>
  codeOf(run(by, confirmMembershipChange(ports), { id: answer.ok ? (answer.value as { id: string }).id : "", reason }));
const rolesOf = (personId: string) =>
  read(async (ctx) => (await ports.memberships.heldBy(ctx, personId, scene.clock.now())).map(({ role }) => role));

let [andrea, jo, noa, lou]: PersonActor[] = [];
beforeEach(async () => {
  ports = emptyPorts();
  scene = memoryRunner(new CaslAuthoriser(ports.organisations));
  await read(async (ctx) => {
    for (const organisation of tree) await ports.organisations.save(ctx, organisation);
  });
  andrea = await somebody("andrea", "ariane_operator");
  jo = await somebody("jo", "ariane_operator");
  noa = await somebody("noa", "compliance");
  lou = await somebody("lou", "compliance");
});
const people = () => {
  if (!andrea || !jo || !noa || !lou) throw new Error("four people are in the scene");
  return { andrea, jo, noa, lou };
};

describe("an operator of ARIANE alone", () => {
  it.each(["compliance", "auditor"] as const)("gives nobody the role of %s, and himself none", async (role) => {
    const { andrea } = people();
    const person = { name: "Friend", email: "friend@ariane.example" };
    const give = { organisationId: cell.id, role, person, validFrom: "2026-01-01T00:00:00Z" };
    expect(await codeOf(run(andrea, giveMembershipUseCase(ports), give))).toBe("membership.countersigned");
    expect(await codeOf(propose(andrea, "andrea", role))).toBe("membership.not_yours");
    expect(await confirm(andrea, await propose(andrea, "friend", role))).toBe("role.missing");
    expect(await read((ctx) => ports.memberships.holding(ctx, [role]))).toHaveLength(role === "compliance" ? 2 : 0);
  });

  it("ends no role of whoever refuses him", async () => {
    const { andrea } = people();
    const close = { id: "noa-compliance", reason };
    expect(await codeOf(run(andrea, closeMembershipUseCase(ports.memberships), close))).toBe(
      "membership.countersigned",
    );
    expect(await confirm(andrea, await proposeEnd(andrea, "noa-compliance"))).toBe("role.missing");
    expect(await rolesOf("noa")).toEqual(["compliance"]);
  });

  it("neither ends nor begins such a role by moving, closing or founding an organisation", async () => {
    const { andrea } = people();
    const far = heldBy("andrea", "auditor", culture.id);
    await read((ctx) => ports.memberships.save(ctx, far));
    const move = (id: string, parentId: string) =>
      codeOf(run(andrea, moveOrganisation(ports), { id, parentId, reason }));
    const merge = (id: string, intoId: string) => codeOf(run(andrea, mergeOrganisation(ports), { id, intoId, reason }));
    const found = (slug: string, parentId: string) =>
      codeOf(
        run(andrea, saveOrganisationUseCase(ports), {
          ...{ slug, name: slug, kind: "direction", parentId, validFrom: "2026-01-01T00:00:00Z" },
          siret: "13002526500054",
        }),
      );
    const kept = "organisation.roles_would_change";
    expect(await move(cell.id, culture.id)).toBe(kept);
    expect(await move(ariane.id, culture.id)).toBe(kept);
    expect(await merge(cell.id, culture.id)).toBe(kept);
    expect(await merge(ariane.id, culture.id)).toBe(kept);
    expect(await found("annexe", culture.id)).toBe(kept);
    expect(await found("bureau", cell.id)).toBe("done");
    const free = anOrganisation({ slug: "musee", kind: "operator", parentId: culture.id });
    await read((ctx) => ports.organisations.save(ctx, free));
    expect(await move(free.id, etat.id)).toBe("done");
  });
});

describe("two people", () => {
  it("of ARIANE give and end nothing together", async () => {
    const { andrea, jo } = people();
    expect(await confirm(jo, await propose(andrea, "friend"))).toBe("role.missing");
    expect(await confirm(jo, await proposeEnd(andrea, "noa-compliance"))).toBe("role.missing");
  });

  it("of the compliance cell make no colleague one of them: ARIANE proposes", async () => {
    const { noa } = people();
    expect(await codeOf(propose(noa, "friend", "compliance"))).toBe("role.missing");
    const both = await somebody("both", "compliance", "ariane_operator");
    const own = await propose(both, "friend", "compliance");
    expect(await confirm(both, own)).toBe("declaration.own");
    expect(await confirm({ ...noa, mfa: false }, own)).toBe("mfa.required");
    expect(await confirm({ ...noa, contractor: true }, own)).toBe("contractor.refused");
    expect(await confirm(noa, own)).toBe("done");
  });

  it("one of each give the role from that moment, once, and the journal names change, person and role", async () => {
    const { andrea, noa } = people();
    const change = await propose(andrea, "friend");
    expect(await codeOf(propose(andrea, "friend"))).toBe("membership.change_waits");
    const friend = change.ok ? change.value.personId : "";
    expect(await rolesOf(friend)).toEqual([]);
    expect(await confirm(noa, change)).toBe("done");
    expect(await rolesOf(friend)).toEqual(["auditor"]);
    const [held] = await read((ctx) => ports.memberships.heldBy(ctx, friend, scene.clock.now()));
    expect(held?.validFrom).toEqual(scene.clock.now());
    expect(await confirm(noa, change)).toBe("change.decided");
    expect(
      scene.journal.events.map(({ useCase, event }) => [useCase, event.data["state"], event.data["role"]]),
    ).toEqual([
      ["tenancy.propose-membership", "proposed", "auditor"],
      ["tenancy.confirm-membership-change", "confirmed", "auditor"],
    ]);
    expect(JSON.stringify(scene.journal.events)).not.toContain("friend@");
  });

  it("may say no, or take it back", async () => {
    const { andrea, jo, noa } = people();
    const answer = async (by: Actor, of: "refuse" | "withdraw") => {
      const change = await propose(andrea, "friend");
      const input = { id: change.ok ? change.value.id : "", reason };
      const verb = of === "refuse" ? refuseMembershipChange(ports) : withdrawMembershipChange(ports);
      return codeOf(run(by, verb, input));
    };
    expect(await answer(noa, "refuse")).toBe("done");
    expect(await answer(andrea, "withdraw")).toBe("done");
    expect(await answer(jo, "withdraw")).toBe("change.own");
  });
});

describe("the last of the compliance cell", () => {
  it("keeps the role until somebody else has it, and does not end it alone", async () => {
    const { andrea, noa, lou } = people();
    const end = await proposeEnd(andrea, "noa-compliance");
    expect(await confirm(noa, end)).toBe("membership.own_change");
    const other = await proposeEnd(andrea, "lou-compliance");
    expect(await confirm(lou, end)).toBe("done");
    // Both were proposed while two were left; whoever is left is not ended by whoever is gone.
    expect(await confirm(noa, other)).toBe("membership.nobody_confirms");
    expect(await codeOf(proposeEnd(andrea, "lou-compliance"))).toBe("membership.nobody_confirms");
    expect(await rolesOf("lou")).toEqual(["compliance"]);
  });
});

describe("a seed", () => {
  const seed = systemActor("seed");
  const give = (email: string, role: Role) =>
    codeOf(
      run(seed, giveMembershipUseCase(ports), {
        ...{ organisationId: cell.id, role, person: { name: email, email: `${email}@ariane.example` } },
        validFrom: "2026-01-01T00:00:00Z",
      }),
    );

  it("founds the cell of an empty installation, which the journal says, and adds nobody once one of it has signed in", async () => {
    expect(await give("friend", "auditor")).toBe("membership.countersigned");
    ports.memberships = new MemoryMembershipRepository();
    expect(await give("first", "compliance")).toBe("done");
    expect(await give("second", "compliance")).toBe("done");
    expect(scene.journal.events.map(({ event }) => event.data["founding"])).toEqual([true, true]);
    await somebody("third", "compliance");
    expect(await give("fourth", "compliance")).toBe("membership.countersigned");
    expect(await give("clerk", "declarant")).toBe("done");
  });
});
