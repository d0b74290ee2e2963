import { z } from "zod";
import type { Context } from "../../kernel/use-case.js";
import type { Person } from "../domain/person.js";
import type { PersonRepository } from "../ports/person-repository.port.js";

/** A known person, by the identity they sign in with or else the address, or an invitation to somebody who never did. */
export const invitedPerson = z.object({ name: z.string().min(1).max(200), email: z.string().email() });
type Invited = Pick<Person, "name" | "email" | "identity">;

export async function personFor(
  ctx: Context,
  persons: PersonRepository,
  invited: Invited,
): Promise<{ readonly person: Person; readonly isNew: boolean }> {
  const { identity, email } = invited;
  const known =
    identity === null
      ? await persons.findByEmail(ctx, email)
      : await persons.findByIdentity(ctx, identity.idpId, identity.sub);
  if (known !== null) return { person: known, isNew: false };
  return { person: { ...invited, id: ctx.ids.next(), contractor: false, employerId: null }, isNew: true };
}
