import { ForbiddenException, UnauthorizedException } from "@nestjs/common";
import type { Request } from "express";
import type { PersonActor } from "../../kernel/actor.js";
import { CSRF_HEADER, csrfHolds } from "../graphql/csrf.plugin.js";
import type { RequestIdentity } from "./request-identity.port.js";

/** Who reads. @throws UnauthorizedException without a live session */
export async function readerOf(identities: RequestIdentity, request: Request): Promise<PersonActor> {
  const identity = await identities.identify(request);
  if (identity === null) throw new UnauthorizedException({ code: "session.missing", message: "Sign in first." });
  return identity.actor;
}

/** Who writes. @throws ForbiddenException when the session's token does not come with the request */
export async function writerOf(identities: RequestIdentity, request: Request): Promise<PersonActor> {
  const identity = await identities.identify(request);
  if (identity === null) throw new UnauthorizedException({ code: "session.missing", message: "Sign in first." });
  if (csrfHolds(request.headers[CSRF_HEADER], identity.csrfToken)) return identity.actor;
  throw new ForbiddenException({ code: "csrf.invalid", message: `Send me.csrfToken in the header ${CSRF_HEADER}.` });
}
