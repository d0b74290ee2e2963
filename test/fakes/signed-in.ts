import { randomBytes } from "node:crypto";
import type { Role } from "../../control-plane/src/kernel/actor.js";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { hashOf } from "../../control-plane/src/tenancy/adapters/http/session-token.js";
import {
  PgMembershipRepository,
  PgPersonRepository,
  PgSessionRepository,
} from "../../control-plane/src/tenancy/adapters/postgres/pg-people-repositories.js";
import type { DatabaseHandle } from "./database.js";
import type { GraphqlAnswer } from "./browser.js";

export interface SignedIn {
  readonly personId: string;
  readonly cookie: string;
  /** Sends an operation as this person, with the session's CSRF token unless other headers are given. */
  graphql<Data>(query: string, headers?: Record<string, string>): Promise<GraphqlAnswer<Data>>;
}

/** A person with one role, or several in the same body, and a session with a second factor, without going through an identity provider. */
export async function signedInAs(
  database: Pick<DatabaseHandle, "write">,
  origin: string,
  role: Role | readonly Role[],
  organisationId: string,
): Promise<SignedIn> {
  const roles = [role].flat();
  const token = randomBytes(32).toString("base64url");
  const personId = systemIds.next();
  const [validFrom, expiresAt] = [new Date(0), new Date(Date.now() + 3_600_000)];
  await database.write(systemActor("test"), async (ctx) => {
    const identity = { idpId: "test", sub: personId };
    const person = { id: personId, identity, name: roles.join(" "), email: `${personId}@test.example` };
    await new PgPersonRepository().save(ctx, { ...person, contractor: false, employerId: organisationId });
    for (const each of roles) {
      const membership = { id: systemIds.next(), personId, organisationId, role: each, validFrom, validTo: null };
      await new PgMembershipRepository().save(ctx, membership);
    }
    const session = { id: systemIds.next(), tokenHash: hashOf(token), personId, mfa: true, idTokenSealed: null };
    await new PgSessionRepository().insert(ctx, { ...session, createdAt: validFrom, expiresAt });
  });
  const cookie = `socle_session=${token}`;
  let csrf: string | null = null;
  const send = async <Data>(query: string, headers: Record<string, string>): Promise<GraphqlAnswer<Data>> => {
    const response = await fetch(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie, ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  };
  const csrfToken = async (): Promise<string> => {
    csrf ??= (await send<{ me: { csrfToken: string } }>("{ me { csrfToken } }", {})).data?.me.csrfToken ?? "";
    return csrf;
  };
  return {
    personId,
    cookie,
    graphql: async (query, headers) => send(query, headers ?? { "x-socle-csrf": await csrfToken() }),
  };
}
