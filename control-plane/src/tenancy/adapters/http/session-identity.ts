import type { IncomingMessage } from "node:http";
import { systemActor } from "../../../kernel/actor.js";
import type { Context, UseCaseRunner } from "../../../kernel/use-case.js";
import type { Identity, RequestIdentity } from "../../../platform/http/request-identity.port.js";
import { lentMembership } from "../../domain/emergency-access.js";
import { heldFromEmployer } from "../../domain/membership.js";
import type { TenancyPorts } from "../../ports/tenancy-ports.js";
import type { SignInPorts } from "../../use-cases/sign-in.use-case.js";
import { cookieOf } from "./cookies.js";
import { csrfTokenOf, hashOf, SESSION_COOKIE } from "./session-token.js";

const READER = systemActor("session");

/** Reads the session, its person and the roles that hold now: a role that was closed is gone at the next request. */
export class SessionIdentity implements RequestIdentity {
  constructor(
    private readonly runner: UseCaseRunner,
    private readonly ports: SignInPorts & Pick<TenancyPorts, "emergencies">,
    private readonly secret: string,
  ) {}

  async identify(request: IncomingMessage): Promise<Identity | null> {
    const token = cookieOf(request, SESSION_COOKIE);
    if (token === null || token === "") return null;
    return this.runner.read(READER, (ctx) => this.identityOf(ctx, hashOf(token)));
  }

  private async identityOf(ctx: Context, tokenHash: Buffer): Promise<Identity | null> {
    const now = ctx.clock.now();
    const session = await this.ports.sessions.findLive(ctx, tokenHash, now);
    const person = session === null ? null : await this.ports.persons.find(ctx, session.personId);
    if (session === null || person === null || person.employerId === null) return null;
    const line = new Set(await this.ports.organisations.lineOf(ctx, person.employerId));
    const held = await this.ports.memberships.heldBy(ctx, person.id, now);
    const lent = await this.ports.emergencies.lasting(ctx, person.id, now);
    const memberships = [...held, ...(lent === null ? [] : [lentMembership(lent)])].filter((membership) =>
      heldFromEmployer(membership, line),
    );
    const { id, name, contractor } = person;
    return {
      actor: { kind: "person", id, name, memberships, contractor, mfa: session.mfa },
      email: person.email,
      csrfToken: csrfTokenOf(session.id, this.secret),
    };
  }
}
