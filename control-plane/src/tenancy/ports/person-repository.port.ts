import type { Context } from "../../kernel/use-case.js";
import type { Person } from "../domain/person.js";

export interface PersonRepository {
  find(ctx: Context, id: string): Promise<Person | null>;
  findByIdentity(ctx: Context, idpId: string, sub: string): Promise<Person | null>;
  /** Somebody invited under this address, in any letter case, who never signed in. */
  findInvited(ctx: Context, email: string): Promise<Person | null>;
  /** Whoever goes by this address, in any letter case: an open invitation first, then somebody who signed in with it. */
  findByEmail(ctx: Context, email: string): Promise<Person | null>;
  /** Inserts, or replaces every field of a known id. */
  save(ctx: Context, person: Person): Promise<void>;
}
