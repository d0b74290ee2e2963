import { beforeEach, describe, expect, it } from "vitest";
import { systemIds } from "../../kernel/id-source.js";
import { proposed } from "../../kernel/second-person.js";
import type { Context } from "../../kernel/use-case.js";
import type { EmergencyAccess } from "../domain/emergency-access.js";
import type { MembershipChange } from "../domain/membership-change.js";
import type { Membership } from "../domain/membership.js";
import type { Person } from "../domain/person.js";
import type { Session } from "../domain/session.js";
import type { MembershipRepository } from "./membership-repository.port.js";
import type { PersonRepository } from "./person-repository.port.js";
import type { SessionRepository } from "./session-repository.port.js";
import type { EmergencyAccesses, MembershipChanges } from "./tenancy-ports.js";

export interface PeopleScene {
  readonly persons: PersonRepository;
  readonly memberships: MembershipRepository;
  readonly sessions: SessionRepository;
  readonly changes: MembershipChanges;
  readonly emergencies: EmergencyAccesses;
  /** An organisation that exists. */
  readonly organisationId: string;
  readonly within: <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
}

const january = new Date("2026-01-01T00:00:00Z");
const june = new Date("2026-06-01T00:00:00Z");

const aPerson = (fields: Partial<Person> = {}): Person => ({
  id: systemIds.next(),
  identity: null,
  name: "Camille Martin",
  email: `${systemIds.next()}@culture.example`,
  contractor: false,
  employerId: null,
  ...fields,
});

const aChange = (fields: Pick<MembershipChange, "personId" | "organisationId">): MembershipChange => ({
  ...{ ...fields, id: systemIds.next(), act: "give", membershipId: systemIds.next(), role: "auditor" },
  ...{ validFrom: january, validTo: null },
  ...proposed("somebody", january, "A mission"),
});

const anAccess = (fields: Pick<EmergencyAccess, "organisationId" | "proposedBy">): EmergencyAccess => ({
  ...{ ...proposed("somebody", january, "Nobody can be reached"), ...fields },
  ...{ id: systemIds.next(), role: "validator", hours: 4, endsAt: null },
  ...{ reviewedBy: null, reviewedAt: null, finding: null },
});

/** What every repository of persons, memberships, their changes and sessions does. */
export function peopleRepositoriesBehaviour(fresh: () => Promise<PeopleScene>): void {
  describe("repositories of people", () => {
    let scene: PeopleScene;
    const invited = aPerson({ email: "Alix@Culture.example" });

    beforeEach(async () => {
      scene = await fresh();
      await scene.within((ctx) => scene.persons.save(ctx, invited));
    });

    it("knows an invitation by its address until it is taken up, then a person by identity", async () => {
      const { persons, within } = scene;
      expect(await within((ctx) => persons.findInvited(ctx, "alix@culture.EXAMPLE"))).toEqual(invited);
      const known = { ...invited, identity: { idpId: "idp", sub: systemIds.next() } };
      await within((ctx) => persons.save(ctx, known));
      expect(await within((ctx) => persons.findInvited(ctx, invited.email))).toBeNull();
      expect(await within((ctx) => persons.findByEmail(ctx, invited.email))).toEqual(known);
      expect(await within((ctx) => persons.findByIdentity(ctx, "idp", known.identity.sub))).toEqual(known);
      expect(await within((ctx) => persons.findByIdentity(ctx, "other", known.identity.sub))).toBeNull();
      expect(await within((ctx) => persons.find(ctx, invited.id))).toEqual(known);
    });

    it("gives the memberships that hold at a time, the end excluded", async () => {
      const { memberships, organisationId, within } = scene;
      const given: Membership = {
        id: systemIds.next(),
        personId: invited.id,
        organisationId,
        role: "declarant",
        validFrom: january,
        validTo: null,
      };
      await within((ctx) => memberships.save(ctx, given));
      expect(await within((ctx) => memberships.heldBy(ctx, invited.id, june))).toEqual([given]);
      await within((ctx) => memberships.save(ctx, { ...given, role: "auditor", validTo: june }));
      expect(await within((ctx) => memberships.heldBy(ctx, invited.id, june))).toEqual([]);
      const closed = { ...given, validTo: june };
      expect(await within((ctx) => memberships.heldBy(ctx, invited.id, january))).toEqual([closed]);
      expect(await within((ctx) => memberships.find(ctx, given.id))).toEqual(closed);
    });

    it("holds a role once at any time, and again after it ended", async () => {
      const { memberships, organisationId, within } = scene;
      const role = { personId: invited.id, organisationId, role: "validator" } as const;
      const save = (validFrom: Date, validTo: Date | null) =>
        within((ctx) => memberships.save(ctx, { ...role, id: systemIds.next(), validFrom, validTo }));
      expect(await save(january, june)).toBe("saved");
      expect(await save(new Date("2026-03-01T00:00:00Z"), null)).toBe("held");
      expect(await save(june, null)).toBe("saved");
      expect(await save(january, june)).toBe("held");
      const held = await within((ctx) => memberships.ofOrganisation(ctx, organisationId, june));
      expect(held.filter((each) => each.role === "validator")).toHaveLength(1);
    });

    it("gives who holds one of several roles now, wherever", async () => {
      const { memberships, organisationId, within } = scene;
      const held = { personId: invited.id, organisationId, validFrom: january } as const;
      const ended = new Date("2026-02-01T00:00:00Z");
      for (const [role, validTo] of [
        ["compliance", ended],
        ["auditor", null],
        ["validator", null],
      ] as const)
        await within((ctx) => memberships.save(ctx, { ...held, id: systemIds.next(), role, validTo }));
      const holding = await within((ctx) => memberships.holding(ctx, ["compliance", "auditor"]));
      expect(holding.map(({ role }) => role)).toEqual(["auditor"]);
    });

    it("keeps one waiting change of a role of a person, and what was decided", async () => {
      const { changes, organisationId, within } = scene;
      const change = aChange({ personId: invited.id, organisationId });
      const insert = (each: MembershipChange) => within((ctx) => changes.insert(ctx, each));
      expect(await insert(change)).toBe(true);
      expect(await insert({ ...change, id: systemIds.next(), act: "end" })).toBe(false);
      const decision = { state: "confirmed", decidedBy: "noa", decidedAt: june, decisionReason: "Agreed" } as const;
      const decided = { ...change, ...decision, version: 2 };
      expect(await within((ctx) => changes.update(ctx, decided))).toBe(true);
      expect(await within((ctx) => changes.update(ctx, decided))).toBe(false);
      const next = { ...change, id: systemIds.next() };
      expect(await insert(next)).toBe(true);
      expect(await within((ctx) => changes.find(ctx, change.id))).toEqual(decided);
      expect(await within((ctx) => changes.ofOrganisation(ctx, organisationId))).toEqual([next, decided]);
    });

    it("gives a session by its token's hash until it expires or is removed", async () => {
      const { sessions, within } = scene;
      const session = (tokenHash: Buffer): Session => ({
        id: systemIds.next(),
        tokenHash,
        personId: invited.id,
        mfa: true,
        idTokenSealed: "sealed",
        createdAt: january,
        expiresAt: june,
      });
      const [kept, removed] = [session(Buffer.alloc(32, 1)), session(Buffer.alloc(32, 2))];
      await within((ctx) => sessions.insert(ctx, kept));
      await within((ctx) => sessions.insert(ctx, removed));
      await within((ctx) => sessions.remove(ctx, removed.tokenHash));
      expect(await within((ctx) => sessions.findLive(ctx, kept.tokenHash, january))).toEqual(kept);
      expect(await within((ctx) => sessions.findLive(ctx, removed.tokenHash, january))).toBeNull();
      expect(await within((ctx) => sessions.findLive(ctx, kept.tokenHash, june))).toBeNull();
      expect(await within((ctx) => sessions.removeExpired(ctx, june))).toBe(1);
      expect(await within((ctx) => sessions.findLive(ctx, kept.tokenHash, january))).toBeNull();
    });

    it("keeps one emergency access of a person until it is reviewed, and finds it while it lasts", async () => {
      const { emergencies, organisationId, within } = scene;
      const asked = anAccess({ organisationId, proposedBy: invited.id });
      const another = { ...asked, id: systemIds.next() };
      expect(await within((ctx) => emergencies.insert(ctx, asked))).toBe(true);
      expect(await within((ctx) => emergencies.insert(ctx, another))).toBe(false);
      const at = (hours: number) => new Date(january.getTime() + hours * 3_600_000);
      const answer = {
        state: "confirmed" as const,
        decidedBy: "other",
        decidedAt: january,
        decisionReason: "So be it",
      };
      const lent = { ...asked, ...answer, version: 2, endsAt: at(4) };
      expect(await within((ctx) => emergencies.update(ctx, lent))).toBe(true);
      expect(await within((ctx) => emergencies.lasting(ctx, invited.id, at(3)))).toEqual(lent);
      expect(await within((ctx) => emergencies.lasting(ctx, invited.id, at(4)))).toBeNull();
      expect(await within((ctx) => emergencies.insert(ctx, another))).toBe(false);
      const reviewed = {
        ...lent,
        version: 3,
        reviewedBy: "third",
        reviewedAt: at(5),
        finding: "Nothing else was done",
      };
      expect(await within((ctx) => emergencies.update(ctx, reviewed))).toBe(true);
      expect(await within((ctx) => emergencies.insert(ctx, another))).toBe(true);
      expect(await within((ctx) => emergencies.ofOrganisation(ctx, organisationId))).toEqual([another, reviewed]);
    });
  });
}
