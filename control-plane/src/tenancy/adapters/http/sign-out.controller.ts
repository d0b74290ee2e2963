import { Controller, ForbiddenException, HttpCode, Inject, Post, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import { systemActor } from "../../../kernel/actor.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { Config } from "../../../platform/config/config.js";
import { CSRF_HEADER, csrfHolds } from "../../../platform/graphql/csrf.plugin.js";
import type { RequestIdentity } from "../../../platform/http/request-identity.port.js";
import { CONFIG, REQUEST_IDENTITY, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { SIGN_IN_PORTS } from "../../tenancy.tokens.js";
import type { SignInPorts } from "../../use-cases/sign-in.use-case.js";
import { signOutUseCase } from "../../use-cases/sign-out.use-case.js";
import { cookieOf, setCookie } from "./cookies.js";
import { hashOf, SESSION_COOKIE } from "./session-token.js";

@Controller("auth")
export class SignOutController {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(REQUEST_IDENTITY) private readonly identities: RequestIdentity,
    @Inject(SIGN_IN_PORTS) private readonly ports: SignInPorts,
  ) {}

  /** Ends the session here; without one it has nothing to do and says so by the same answer. */
  @Post("logout")
  @HttpCode(204)
  async logout(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const identity = await this.identities.identify(request);
    if (identity !== null && !csrfHolds(request.headers[CSRF_HEADER], identity.csrfToken)) {
      throw new ForbiddenException({
        code: "csrf.invalid",
        message: `Send me.csrfToken in the header ${CSRF_HEADER}.`,
      });
    }
    const token = cookieOf(request, SESSION_COOKIE);
    if (identity !== null && token !== null) {
      await this.runner.run(systemActor("sign-out"), signOutUseCase(this.ports), { tokenHash: hashOf(token) });
    }
    const secure = this.config.publicUrl.protocol === "https:";
    response.append("set-cookie", setCookie(SESSION_COOKIE, "", { secure, path: "/", maxAgeSeconds: 0 }));
  }
}
