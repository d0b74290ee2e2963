import { z } from "zod";
import { conflict } from "../../kernel/refusal.js";
import { ok, refuse } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { zodSchema } from "../../kernel/zod-schema.js";
import type { Person } from "../domain/person.js";
import type { Session } from "../domain/session.js";
import type { PersonRepository } from "../ports/person-repository.port.js";
import type { SessionRepository } from "../ports/session-repository.port.js";

const input = z.object({ tokenHash: z.instanceof(Buffer) });

export interface SignOutPorts {
  readonly persons: PersonRepository;
  readonly sessions: SessionRepository;
}

/** Ends the session of a token and answers what it was. Run by the platform, for whoever holds the token. */
export const signOutUseCase = (
  ports: SignOutPorts,
): UseCase<z.infer<typeof input>, { session: Session; person: Person }, Session> => ({
  name: "tenancy.sign-out",
  action: "manage",
  input: zodSchema(input),

  async load(ctx, { tokenHash }) {
    const session = await ports.sessions.findLive(ctx, tokenHash, ctx.clock.now());
    const person = session === null ? null : await ports.persons.find(ctx, session.personId);
    if (session === null || person === null || person.employerId === null) {
      return refuse(conflict("session.missing", "This session has ended already."));
    }
    const subject = { name: "Session" as const, id: session.id, organisationId: person.employerId };
    return ok({ subject, loaded: { session, person } });
  },

  async handle(ctx, { tokenHash }, { session, person }) {
    await ports.sessions.remove(ctx, tokenHash);
    return ok({
      value: session,
      event: {
        organisationId: person.employerId ?? "",
        subjectType: "Session",
        subjectId: session.id,
        data: { person: person.id },
      },
    });
  },
});
