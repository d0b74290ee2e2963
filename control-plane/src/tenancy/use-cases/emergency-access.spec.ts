import { beforeEach, describe, expect, it } from "vitest";
import { anOrganisation } from "../../../../test/builders/tree.js";
import { MemoryOrganisationRepository } from "../../../../test/fakes/memory/tenancy/memory-organisation-repository.js";
import { MemoryEmergencyAccesses } from "../../../../test/fakes/memory/tenancy/memory-people-repositories.js";
import { memoryRunner, type MemoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { ROLES, systemActor, type PersonActor, type Role } from "../../kernel/actor.js";
import type { SubjectName, UseCase } from "../../kernel/use-case.js";
import { CaslAuthoriser } from "../adapters/casl/casl-authoriser.js";
import { abilitiesOf } from "../domain/abilities.js";
import { lentMembership, type EmergencyAccess } from "../domain/emergency-access.js";
import {
  askEmergencyAccess,
  confirmEmergencyAccess,
  refuseEmergencyAccess,
  returnEmergencyAccess,
  reviewEmergencyAccess,
  revokeEmergencyAccess,
} from "./emergency-access.use-case.js";

const etat = anOrganisation({ slug: "etat", kind: "state" });
const ariane = anOrganisation({ slug: "ariane", parentId: etat.id });
const culture = anOrganisation({ slug: "culture", parentId: etat.id });
const archives = anOrganisation({ slug: "archives", parentId: culture.id });
const reason = "La panne dure depuis ce matin";

const person = (id: string, role: Role, organisationId: string): PersonActor => ({
  ...{ kind: "person", id, name: id, contractor: false, mfa: true },
  memberships: [{ organisationId, role }],
});
const alix = person("alix", "declarant", culture.id);
const sacha = person("sacha", "validator", culture.id);
const andrea = person("andrea", "ariane_operator", ariane.id);
const jo = person("jo", "ariane_operator", ariane.id);
const noa = person("noa", "compliance", ariane.id);
const lou = person("lou", "compliance", ariane.id);

let scene: MemoryRunner;
let ports: { organisations: MemoryOrganisationRepository; emergencies: MemoryEmergencyAccesses };
beforeEach(async () => {
  ports = { organisations: new MemoryOrganisationRepository(), emergencies: new MemoryEmergencyAccesses() };
  scene = memoryRunner(new CaslAuthoriser(ports.organisations));
  await scene.runner.read(systemActor("test"), async (ctx) => {
    for (const each of [etat, ariane, culture, archives]) await ports.organisations.save(ctx, each);
  });
});

async function told<Input, Loaded>(
  by: PersonActor,
  useCase: UseCase<Input, Loaded, EmergencyAccess>,
  input: unknown,
): Promise<string> {
  const answer = await scene.runner.run(by, useCase, input);
  if (!answer.ok) return answer.refusal.code;
  last = answer.value;
  return "done";
}
let last: EmergencyAccess | undefined;
const ask = (by: PersonActor, role: Role = "validator", organisationId = culture.id, hours = 4) =>
  told(by, askEmergencyAccess(ports), { organisationId, role, hours, reason });
const VERBS = {
  confirm: confirmEmergencyAccess,
  refuse: refuseEmergencyAccess,
  return: returnEmergencyAccess,
  revoke: revokeEmergencyAccess,
  review: reviewEmergencyAccess,
};
const act = (by: PersonActor, verb: keyof typeof VERBS) => told(by, VERBS[verb](ports), { id: last?.id ?? "", reason });
const later = (hours: number) => scene.clock.moveTo(new Date(scene.clock.now().getTime() + hours * 3_600_000));
const holding = (of: PersonActor): PersonActor => ({
  ...of,
  memberships: [...of.memberships, ...(last === undefined ? [] : [lentMembership(last)])],
});
const lasting = (id: string) =>
  scene.runner.read(systemActor("test"), (ctx) => ports.emergencies.lasting(ctx, id, ctx.clock.now()));

describe("one person alone", () => {
  it("lends themself no role, whatever they hold", async () => {
    const all: PersonActor = { ...alix, memberships: ROLES.map((role) => ({ organisationId: culture.id, role })) };
    for (const role of ROLES) {
      ports.emergencies = new MemoryEmergencyAccesses();
      expect(await ask(all, role)).toBe("done");
      expect(await act(all, "confirm")).toMatch(/^(declaration|organisation)\.own$/u);
      expect(await lasting("alix")).toBeNull();
    }
  });

  it("asks for nothing where they hold no role, without a second factor, or as a contractor", async () => {
    expect(await ask(andrea, "validator", culture.id)).toBe("emergency.elsewhere");
    expect(await ask(andrea, "validator", etat.id)).toBe("emergency.elsewhere");
    expect(await ask(alix, "validator", ariane.id)).toBe("organisation.out_of_scope");
    expect(await ask(alix, "validator", archives.id)).toBe("done");
    expect(await ask({ ...sacha, mfa: false })).toBe("mfa.required");
    expect(await ask({ ...sacha, contractor: true })).toBe("contractor.refused");
    for (const role of ["auditor", "committee", "observer"] as const)
      expect(await ask(person("x", role, culture.id))).toBe("role.missing");
  });

  it("asks for a day at most, and for one at a time until it is reviewed", async () => {
    expect(await ask(alix, "validator", culture.id, 25)).toBe("input.invalid");
    expect(await ask(alix)).toBe("done");
    expect(await ask(alix, "declarant", archives.id)).toBe("emergency.one_at_a_time");
    await act(andrea, "confirm");
    later(5);
    expect(await ask(alix)).toBe("emergency.one_at_a_time");
    expect(await act(noa, "review")).toBe("done");
    expect(await ask(alix)).toBe("done");
  });
});

describe("two people", () => {
  it("of the same body lend each other nothing", async () => {
    expect(await ask(alix)).toBe("done");
    expect(await act(sacha, "confirm")).toBe("role.missing");
    expect(await ask(andrea, "validator", ariane.id)).toBe("done");
    expect(await act(jo, "confirm")).toBe("organisation.own");
  });

  it.each(["compliance", "auditor"] as const)("lend the role of %s only when one is of the cell", async (role) => {
    expect(await ask(alix, role)).toBe("done");
    expect(await act(andrea, "confirm")).toBe("emergency.cell_answers");
    expect(await act({ ...noa, mfa: false }, "confirm")).toBe("mfa.required");
    expect(await act(noa, "confirm")).toBe("done");
  });

  it("lend a role from the answer on, for the hours that were asked, and it ends by itself", async () => {
    await ask(alix, "validator", culture.id, 4);
    expect(await lasting("alix")).toBeNull();
    later(2);
    expect(await act(andrea, "confirm")).toBe("done");
    later(3.9);
    expect(await lasting("alix")).not.toBeNull();
    later(0.1);
    expect(await lasting("alix")).toBeNull();
  });

  it("do not lend what was asked for a day ago", async () => {
    await ask(alix);
    later(24);
    expect(await act(andrea, "confirm")).toBe("emergency.lapsed");
    expect(await act(andrea, "refuse")).toBe("done");
  });
});

describe("a role that is lent", () => {
  const lasts = async (role: Role = "validator") => {
    await ask(alix, role);
    await act(noa, "confirm");
  };

  it.each(ROLES)("of %s gives no power over who judges, by which rules, and what is remembered", (role) => {
    const kept: readonly SubjectName[] = [
      "Membership",
      "Organisation",
      "EmergencyAccess",
      "PolicyBundle",
      "TransparencyLog",
    ];
    const lent = { organisationId: culture.id, role, emergency: "e" };
    const acts = abilitiesOf({ ...alix, memberships: [lent] }).filter((pair) => !pair.startsWith("read:"));
    expect(acts.filter((pair) => kept.some((subject) => pair.endsWith(`:${subject}`)))).toEqual([]);
  });

  it("lends no other, and reviews none", async () => {
    await lasts("compliance");
    const alsoNoa = holding(alix);
    expect(await ask(sacha, "declarant")).toBe("done");
    expect(await act(alsoNoa, "confirm")).toBe("role.missing");
    await act(noa, "confirm");
    later(24);
    expect(await act(alsoNoa, "review")).toBe("role.missing");
  });

  it("is given back by who has it, or ended at once by one of the cell, and by nobody else", async () => {
    await lasts();
    expect(await act(jo, "revoke")).toBe("role.missing");
    expect(await act(sacha, "return")).toMatch(/not_found$/u);
    expect(await act(holding(alix), "return")).toBe("done");
    expect(await lasting("alix")).toBeNull();
    expect(await act(lou, "review")).toBe("done");
    await lasts();
    expect(await act(lou, "revoke")).toBe("done");
    expect(await lasting("alix")).toBeNull();
  });

  it("is reviewed once, when it is over, by one of the cell who neither had it nor lent it", async () => {
    await lasts();
    expect(await act(lou, "review")).toBe("emergency.not_over");
    later(4);
    expect(await act(noa, "review")).toBe("emergency.own_review");
    expect(await act(sacha, "review")).toBe("role.missing");
    expect(await act(lou, "review")).toBe("done");
    expect(await act(lou, "review")).toBe("emergency.reviewed");
  });

  it("is named by each entry of the journal that is written while it lasts, and by none before or after", async () => {
    await lasts();
    const { id } = last ?? { id: "" };
    expect(await act(holding(alix), "return")).toBe("done");
    const named = scene.journal.events.map(({ useCase, event }) => [useCase, event.data["emergency"]]);
    expect(named).toEqual([
      ["tenancy.ask-emergency-access", undefined],
      ["tenancy.confirm-emergency-access", undefined],
      ["tenancy.return-emergency-access", id],
    ]);
    expect(JSON.stringify(scene.journal.events)).toContain(reason);
  });
});
