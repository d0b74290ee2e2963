import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES, type PersonActor, type Role } from "../../../kernel/actor.js";
import { mayOnlyRead, reachesWholeTree } from "../../../kernel/reach.js";
import type { Action, Subject, SubjectName } from "../../../kernel/use-case.js";
import { explainDenial, missingFor } from "../../domain/denial.js";
import { grantsFor, ROLE_MATRIX } from "../../domain/role-matrix.js";
import { abilityOf, can } from "./ability.js";

/** etat → economie → dgfip, etat → culture, etat → ariane. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  etat: ["etat"],
  economie: ["economie", "etat"],
  dgfip: ["dgfip", "economie", "etat"],
  culture: ["culture", "etat"],
  ariane: ["ariane", "etat"],
};
const ORGANISATIONS = Object.keys(PATHS);
const ACTIONS: readonly Action[] = [
  ...(["read", "declare", "update", "validate", "select", "suspend", "resume"] as const),
  ...(["register", "issue", "revoke", "grant", "set", "deploy", "manage", "answer"] as const),
];
const SUBJECTS: readonly SubjectName[] = [
  ...(["Organisation", "Membership", "Session", "UseCase", "Application", "ApiKey", "Model", "Pool"] as const),
  ...(["Deployment", "Allocation", "Budget", "Usage", "Decision", "GovernanceEvent", "Question", "Opinion"] as const),
];
const PEOPLE = ["alix", "camille"] as const;

const anActor: fc.Arbitrary<PersonActor> = fc.record({
  kind: fc.constant("person" as const),
  id: fc.constantFrom(...PEOPLE),
  name: fc.constant("Alix"),
  memberships: fc.array(
    fc.record({ organisationId: fc.constantFrom(...ORGANISATIONS), role: fc.constantFrom(...ROLES) }),
    { maxLength: 3 },
  ),
  contractor: fc.boolean(),
  mfa: fc.boolean(),
});
const aSubject: fc.Arbitrary<Subject> = fc.record(
  {
    name: fc.constantFrom(...SUBJECTS),
    id: fc.constant("1"),
    organisationId: fc.constantFrom(...ORGANISATIONS),
    declaredBy: fc.constantFrom(...PEOPLE),
    state: fc.constantFrom("draft", "published"),
    kind: fc.constantFrom("technical", "legal"),
  },
  { requiredKeys: ["name", "id", "organisationId"] },
);
const anAction = fc.constantFrom(...ACTIONS);
const RUNS = { numRuns: 3000 };

const pathOf = (subject: Subject): readonly string[] => PATHS[subject.organisationId] ?? [];
const may = (actor: PersonActor, action: Action, subject: Subject): boolean =>
  can(abilityOf(actor), action, subject, pathOf(subject));
const holds = (actor: PersonActor, role: Role): boolean => actor.memberships.some((each) => each.role === role);

/** Whenever it is allowed, the invariant holds; and it is allowed often enough for that to mean something. */
function invariant(action: Action, name: SubjectName, check: (actor: PersonActor, subject: Subject) => boolean): void {
  let allowed = 0;
  fc.assert(
    fc.property(anActor, aSubject, (actor, drawn) => {
      const subject = { ...drawn, name };
      if (!may(actor, action, subject)) return;
      allowed += 1;
      expect(check(actor, subject)).toBe(true);
    }),
    RUNS,
  );
  expect(allowed).toBeGreaterThan(10);
}

describe("separation of duties", () => {
  it("lets nobody validate, select or stand for the keys of what they declared, nor as a contractor or without mfa", () => {
    for (const [action, name] of [
      ["validate", "UseCase"],
      ["select", "UseCase"],
      ["validate", "ApiKey"],
      ["grant", "ApiKey"],
    ] as const) {
      invariant(action, name, (actor, subject) => subject.declaredBy !== actor.id && !actor.contractor && actor.mfa);
    }
  });

  it("lets nobody grant or budget for an organisation they belong to, the State's own members excepted", () => {
    for (const [action, name] of [
      ["grant", "Allocation"],
      ["set", "Budget"],
    ] as const) {
      invariant(action, name, (actor, subject) => {
        const own = actor.memberships.map((each) => each.organisationId);
        const below = pathOf(subject).filter((id) => id !== "etat");
        return !own.includes(subject.organisationId) && !below.some((id) => own.includes(id)) && actor.mfa;
      });
    }
  });

  it("leaves suspension to compliance, with a second factor", () => {
    for (const action of ["suspend", "resume"] as const) {
      invariant(action, "UseCase", (actor) => holds(actor, "compliance") && actor.mfa && !actor.contractor);
    }
  });

  it("keeps ministry roles inside their own subtree", () => {
    for (const action of ["declare", "update", "validate"] as const) {
      invariant(action, "UseCase", (actor, subject) =>
        actor.memberships.some((each) => pathOf(subject).includes(each.organisationId) && !reachesWholeTree(each.role)),
      );
    }
  });

  it("lets auditors read and simulate, observers read, and opens their transactions read-only but for a simulation", () => {
    fc.assert(
      fc.property(anActor, anAction, aSubject, (actor, action, subject) => {
        if (!mayOnlyRead(actor, action)) return;
        expect(action !== "read" && may(actor, action, subject)).toBe(false);
      }),
      RUNS,
    );
    for (const { role, actions } of ROLE_MATRIX) {
      if (role === "auditor") expect([["read"], ["simulate"]]).toContainEqual(actions);
      if (role === "observer") expect(actions).toEqual(["read"]);
    }
  });

  it("lets no contractor, and nobody without a second factor, change what runs", () => {
    for (const action of ["manage", "register", "update", "deploy"] as const)
      for (const name of ["Model", "Pool", "Deployment"] as const) {
        if (grantsFor(action, name).length === 0) continue;
        invariant(action, name, (actor) => holds(actor, "ariane_operator") && actor.mfa && !actor.contractor);
      }
  });

  it("leaves questions of law and ethics to the cells", () => {
    invariant(
      "answer",
      "Question",
      (actor, subject) => subject.kind === "technical" || holds(actor, "compliance") || holds(actor, "ai_cell"),
    );
  });

  it("shows who holds which role to those who give roles and to those who control", () => {
    invariant("read", "Membership", (actor) =>
      (["validator", "ariane_operator", "compliance", "auditor"] as const).some((role) => holds(actor, role)),
    );
  });

  it("has the committee draft its opinions, by two members, and nobody else", () => {
    invariant("declare", "Opinion", (actor) => holds(actor, "committee"));
    invariant("update", "Opinion", (actor, { declaredBy }) => holds(actor, "committee") && declaredBy !== actor.id);
  });

  it("shows the committee what is published of the questions that ministries asked", () => {
    invariant("read", "Question", (actor, { state }) => {
      const others = actor.memberships.some(({ role }) => role !== "committee" && role !== "observer");
      return others || state === "published";
    });
  });

  it("lets nobody write usage, decisions or the journal, whatever roles they gather", () => {
    const written = ROLE_MATRIX.filter((grant) => grant.actions.some((action) => action !== "read"));
    const subjects = written.flatMap((grant) => grant.subjects);
    for (const immutable of ["Usage", "Decision", "GovernanceEvent"] as const) {
      expect(subjects).not.toContain(immutable);
    }
  });

  it("shows the committee no key, no person, no single request", () => {
    const reads = ROLE_MATRIX.filter((grant) => grant.role === "committee").flatMap((grant) => grant.subjects);
    for (const hidden of ["ApiKey", "Membership", "Decision", "GovernanceEvent"] as const) {
      expect(reads).not.toContain(hidden);
    }
  });
});

describe("denials", () => {
  it("are explained exactly when casl refuses", () => {
    fc.assert(
      fc.property(anActor, anAction, aSubject, (actor, action, subject) => {
        const explained = grantsFor(action, subject.name).some(
          (grant) => missingFor(grant, actor, subject, pathOf(subject)).length === 0,
        );
        expect(explained).toBe(may(actor, action, subject));
      }),
      RUNS,
    );
  });

  const actor = (role: Role, fields: Partial<PersonActor> = {}): PersonActor => ({
    kind: "person",
    id: "alix",
    name: "Alix",
    memberships: [{ organisationId: "economie", role }],
    contractor: false,
    mfa: true,
    ...fields,
  });
  const useCase = (organisationId: string, declaredBy = "camille"): Subject => ({
    name: "UseCase",
    id: "1",
    organisationId,
    declaredBy,
  });

  it.each([
    ["role.missing", actor("declarant"), useCase("dgfip")],
    ["organisation.out_of_scope", actor("validator"), useCase("culture")],
    ["declaration.own", actor("validator"), useCase("dgfip", "alix")],
    ["contractor.refused", actor("validator", { contractor: true }), useCase("dgfip")],
    ["mfa.required", actor("validator", { mfa: false }), useCase("dgfip")],
  ])("name what is missing: %s", (code, who, subject) => {
    expect(explainDenial(who, "validate", subject, pathOf(subject))).toMatchObject({
      kind: "Forbidden",
      code,
      action: "validate",
      subject: "UseCase",
    });
  });

  it("say so when no role allows it at all", () => {
    const denial = explainDenial(
      actor("auditor"),
      "update",
      { ...useCase("economie"), name: "Usage" },
      PATHS["economie"] ?? [],
    );
    expect(denial.message).toBe("You may not update this Usage: no role allows it.");
  });
});
