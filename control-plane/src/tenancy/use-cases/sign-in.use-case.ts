import { z } from "zod";
import { conflict } from "../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../kernel/result.js";
import type { Context, UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Organisation } from "../domain/organisation.js";
import { heldFromEmployer } from "../domain/membership.js";
import type { Person } from "../domain/person.js";
import { sessionEnd, type Session } from "../domain/session.js";
import { isSiret } from "../domain/siren.js";
import type { PersonRepository } from "../ports/person-repository.port.js";
import type { TenancyPorts } from "../ports/tenancy-ports.js";

export type SignInPorts = Pick<TenancyPorts, "organisations" | "persons" | "memberships" | "sessions">;

const input = z.object({
  claims: z.object({
    sub: z.string().min(1),
    idpId: z.string().min(1),
    name: z.string().min(1),
    email: z.string().min(3),
    siret: z.string().refine(isSiret, "is not a SIRET"),
    contractor: z.boolean(),
    mfa: z.boolean(),
  }),
  tokenHash: z.instanceof(Buffer),
  idTokenSealed: z.string().nullable(),
  previousTokenHash: z.instanceof(Buffer).nullable(),
});
export type SignInInput = z.infer<typeof input>;

/** Turns what an identity provider vouches for into a session. Run by the platform: nobody is signed in yet. */
export const signInUseCase = (ports: SignInPorts): UseCase<SignInInput, Organisation, Session> => ({
  name: "tenancy.sign-in",
  action: "manage",
  input: zodSchema(input),

  async load(ctx, { claims }) {
    const employer = await ports.organisations.findBySiret(ctx, claims.siret, ctx.clock.now());
    if (employer === null) {
      return refuse(conflict("sign_in.organisation_unknown", "Your establishment's SIRET is not in the registry."));
    }
    return ok({ subject: { name: "Session", id: null, organisationId: employer.id }, loaded: employer });
  },

  async handle(ctx, { claims, previousTokenHash, ...tokens }, employer) {
    const person = await reconcile(ctx, ports.persons, claims, employer);
    if (!person.ok) return person;
    const line = new Set(await ports.organisations.lineOf(ctx, employer.id));
    const held = await ports.memberships.heldBy(ctx, person.value.id, ctx.clock.now());
    if (!held.some((membership) => heldFromEmployer(membership, line))) {
      return refuse(conflict("sign_in.no_membership", "Nobody has given you a role in your organisation yet."));
    }
    const session = sessionFor(ctx, person.value, claims.mfa, tokens);
    await ports.persons.save(ctx, person.value);
    if (previousTokenHash !== null) await ports.sessions.remove(ctx, previousTokenHash);
    await ports.sessions.removeExpired(ctx, ctx.clock.now());
    await ports.sessions.insert(ctx, session);
    const data = { person: person.value.id, mfa: claims.mfa, contractor: claims.contractor };
    return ok({
      value: session,
      event: { organisationId: employer.id, subjectType: "Session", subjectId: session.id, data },
    });
  },
});

/** Known by (identity provider, sub); otherwise the open invitation to this address; otherwise a stranger. */
async function reconcile(
  ctx: Context,
  persons: PersonRepository,
  claims: SignInInput["claims"],
  employer: Organisation,
): Promise<Result<Person>> {
  const known =
    (await persons.findByIdentity(ctx, claims.idpId, claims.sub)) ?? (await persons.findInvited(ctx, claims.email));
  if (known === null) {
    return refuse(conflict("sign_in.no_membership", "Nobody has given you a role in your organisation yet."));
  }
  const { idpId, sub, name, email, contractor } = claims;
  return ok({ id: known.id, identity: { idpId, sub }, name, email, contractor, employerId: employer.id });
}

function sessionFor(
  ctx: Context,
  person: Person,
  mfa: boolean,
  tokens: Pick<Session, "tokenHash" | "idTokenSealed">,
): Session {
  const createdAt = ctx.clock.now();
  return { ...tokens, id: ctx.ids.next(), personId: person.id, mfa, createdAt, expiresAt: sessionEnd(createdAt) };
}
