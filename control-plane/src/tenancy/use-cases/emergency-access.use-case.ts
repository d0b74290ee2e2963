import { z } from "zod";
import { actorRef, ROLES } from "../../kernel/actor.js";
import { notFound } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import { decided, proposed } from "../../kernel/second-person.js";
import { recorded, storeNext } from "../../kernel/stored-record.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import {
  answered,
  ended,
  LONGEST_HOURS,
  NOT_HELD_HERE,
  ONE_AT_A_TIME,
  reviewed,
  type EmergencyAccess,
} from "../domain/emergency-access.js";
import type { TenancyPorts } from "../ports/tenancy-ports.js";

const reason = z.string().trim().min(3).max(500);
const SUBJECT = "EmergencyAccess";
type Ports = Pick<TenancyPorts, "organisations" | "emergencies">;

export const askEmergencyAccessInput = z.object({
  organisationId: z.string(),
  role: z.enum(ROLES),
  hours: z.int().min(1).max(LONGEST_HOURS).describe("From its confirmation on."),
  reason,
});
export type AskEmergencyAccessInput = z.output<typeof askEmergencyAccessInput>;

/** Asks for a role for some hours, in a body where one is held already, or below it. */
export const askEmergencyAccess = (
  ports: Ports,
): UseCase<AskEmergencyAccessInput, readonly string[], EmergencyAccess> => ({
  name: "tenancy.ask-emergency-access",
  action: "declare",
  input: zodSchema(askEmergencyAccessInput),

  async load(ctx, { organisationId }) {
    if ((await ports.organisations.find(ctx, organisationId)) === null)
      return refuse(notFound("organisation", organisationId));
    const path = await ports.organisations.pathOf(ctx, organisationId);
    return ok({ subject: { name: SUBJECT, id: null, organisationId }, loaded: path });
  },

  async handle(ctx, { reason: why, ...wanted }, path) {
    const { actor } = ctx;
    const belongs = actor.kind === "person" && actor.memberships.some((held) => path.includes(held.organisationId));
    if (!belongs) return refuse(NOT_HELD_HERE);
    const asked = proposed(actorRef(actor), ctx.clock.now(), why);
    const open = { endsAt: null, reviewedBy: null, reviewedAt: null, finding: null };
    const access: EmergencyAccess = { id: ctx.ids.next(), ...wanted, ...asked, ...open };
    if (!(await ports.emergencies.insert(ctx, access))) return refuse(ONE_AT_A_TIME);
    return ok(recorded(SUBJECT, access, factsOf(access, why)));
  },
});

export const decideEmergencyAccessInput = z.object({ id: z.string(), reason });
export type DecideEmergencyAccessInput = z.output<typeof decideEmergencyAccessInput>;
type Verb = UseCase<DecideEmergencyAccessInput, EmergencyAccess, EmergencyAccess>;
type Next = (ctx: Context, access: EmergencyAccess, why: string) => Result<EmergencyAccess>;

const verb =
  ({ next, ...of }: Pick<Verb, "name" | "action"> & { readonly next: Next }) =>
  ({ emergencies }: Ports): Verb => ({
    ...of,
    input: zodSchema(decideEmergencyAccessInput),
    async load(ctx, { id }) {
      const access = await emergencies.find(ctx, id);
      if (access === null) return refuse(notFound("emergency_access", id));
      const { organisationId, proposedBy } = access;
      return ok({ subject: { name: SUBJECT, id, organisationId, declaredBy: proposedBy }, loaded: access });
    },
    handle(ctx, { reason: why }, access) {
      const after = next(ctx, access, why);
      return storeNext(emergencies, ctx, SUBJECT, after, after.ok ? factsOf(after.value, why) : {});
    },
  });

const decision = (ctx: Context, why: string) => ({ by: actorRef(ctx.actor), at: ctx.clock.now(), reason: why });
const answer =
  (state: "confirmed" | "refused"): Next =>
  (ctx, access, why) =>
    ctx.actor.kind === "person"
      ? answered(access, state, decision(ctx, why), ctx.actor)
      : refuse(notFound("emergency_access", access.id));

/** Lends the role: by another person, from now on. */
export const confirmEmergencyAccess = verb({
  name: "tenancy.confirm-emergency-access",
  action: "validate",
  next: answer("confirmed"),
});

export const refuseEmergencyAccess = verb({
  name: "tenancy.refuse-emergency-access",
  action: "validate",
  next: answer("refused"),
});

/** Whoever asked takes it back, or gives the role back before its time. */
export const returnEmergencyAccess = verb({
  name: "tenancy.return-emergency-access",
  action: "declare",
  next: (ctx, access, why) => {
    if (access.proposedBy !== actorRef(ctx.actor)) return refuse(notFound("emergency_access", access.id));
    if (access.state === "proposed") return decided(access, "withdrawn", decision(ctx, why));
    return ended(access, ctx.clock.now());
  },
});

/** The compliance cell ends it at once; one person does, since it takes a role away. */
export const revokeEmergencyAccess = verb({
  name: "tenancy.revoke-emergency-access",
  action: "revoke",
  next: (ctx, access) => ended(access, ctx.clock.now()),
});

/** Says what was found of what was done under it; until then nobody lends that person another. */
export const reviewEmergencyAccess = verb({
  name: "tenancy.review-emergency-access",
  action: "review",
  next: (ctx, access, why) => reviewed(access, decision(ctx, why)),
});

/** An access as the journal tells it, without a name. */
const factsOf = ({ state, role, hours, endsAt, proposedBy }: EmergencyAccess, why: string) => ({
  ...{ state, role, hours, person: proposedBy, reason: why },
  endsAt: endsAt?.toISOString() ?? null,
});
