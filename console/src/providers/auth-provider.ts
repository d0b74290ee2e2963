import type { AuthProvider, UserIdentity } from "react-admin";
import { Me, type MeData } from "../generated/operations";
import type { SocleClient } from "./socle-client";

export type Person = NonNullable<MeData["me"]>;
export type Identity = UserIdentity & { readonly person: Person };

/** The session cookie decides who is signed in; `me` is asked once and again after each sign-in. */
export function makeAuthProvider(client: SocleClient): AuthProvider {
  let known: Promise<Person | null> | null = null;
  const me = (): Promise<Person | null> => {
    known ??= client.run(Me, {}).then(
      (data) => data.me,
      (error: unknown) => {
        known = null;
        throw error;
      },
    );
    return known;
  };
  return {
    async login() {
      known = null;
      await me();
    },
    async checkAuth() {
      const person = await me();
      if (person === null) {
        known = null;
        throw new Error("signed out");
      }
    },
    async checkError(error: unknown) {
      if ((error as { status?: number }).status === 401) {
        known = null;
        return Promise.reject(new Error("signed out"));
      }
      return Promise.resolve();
    },
    async logout() {
      const wasKnown = known;
      known = null;
      if (wasKnown !== null && (await wasKnown.catch(() => null)) !== null) await client.signOut();
      return "/sign-in";
    },
    async getIdentity() {
      const person = await me();
      if (person === null) throw new Error("signed out");
      return { id: person.id, fullName: person.name, person } satisfies Identity;
    },
    async getPermissions() {
      return (await me())?.abilities ?? [];
    },
  };
}
