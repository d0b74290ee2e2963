import { Controller, ForbiddenException, HttpCode, Inject, Post, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import { systemActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { Config } from "../../../platform/config/config.js";
import { CSRF_HEADER, csrfHolds } from "../../../platform/graphql/csrf.plugin.js";
import type { RequestIdentity } from "../../../platform/http/request-identity.port.js";
import { CONFIG, REQUEST_IDENTITY, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import type { IdentityProvider } from "../../ports/identity-provider.port.js";
import { IDENTITY_PROVIDER, TENANCY_PORTS } from "../../tenancy.tokens.js";
import type { SignInPorts } from "../../use-cases/sign-in.use-case.js";
import { signOutUseCase } from "../../use-cases/sign-out.use-case.js";
import { cookieOf, setCookie } from "./cookies.js";
import { openIdToken } from "./id-token.js";
import { hashOf, SESSION_COOKIE } from "./session-token.js";

@Controller("auth")
export class SignOutController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REQUEST_IDENTITY) private readonly identities: RequestIdentity,
    @Inject(TENANCY_PORTS) private readonly ports: SignInPorts,
    @Inject(IDENTITY_PROVIDER) private readonly provider: IdentityProvider,
  ) {}

  /**
   * Ends the session here. Answers where the browser ends its session at the identity provider as well, or null; without
   * a session there is nothing to do, and the answer is the same.
   */
  @Post("logout")
  @HttpCode(200)
  async logout(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ endSessionUrl: string | null }> {
    const identity = await this.identities.identify(request);
    if (identity !== null && !csrfHolds(request.headers[CSRF_HEADER], identity.csrfToken)) {
      throw new ForbiddenException({
        code: "csrf.invalid",
        message: `Send me.csrfToken in the header ${CSRF_HEADER}.`,
      });
    }
    const secure = this.config.publicUrl.protocol === "https:";
    response.append("set-cookie", setCookie(SESSION_COOKIE, "", { secure, path: "/", maxAgeSeconds: 0 }));
    const token = cookieOf(request, SESSION_COOKIE);
    return { endSessionUrl: identity === null || token === null ? null : await this.end(token) };
  }

  private async end(token: string): Promise<string | null> {
    const useCase = signOutUseCase(this.ports);
    const ended = await this.runner.run(systemActor("sign-out"), useCase, { tokenHash: hashOf(token) });
    if (!ended.ok) return null;
    const idToken = await openIdToken(ended.value.idTokenSealed, this.config.sessionSecret);
    if (idToken === null) return null;
    return (await this.provider.endSession(idToken, new URL("/", this.config.publicUrl).href))?.href ?? null;
  }
}
