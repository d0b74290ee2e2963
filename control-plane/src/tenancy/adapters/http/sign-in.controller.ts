import { Controller, Get, Inject, Query, Req, Res } from "@nestjs/common";
import type { Request, Response } from "express";
import type { Logger } from "pino";
import { systemActor } from "../../../kernel/actor.js";
import { Fault } from "../../../kernel/fault.js";
import type { UseCaseRunner } from "../../../kernel/use-case.js";
import type { Config } from "../../../platform/config/config.js";
import { CONFIG, LOGGER, USE_CASE_RUNNER } from "../../../platform/tokens.js";
import { AttemptLimit, placeOf } from "../../domain/attempt-limit.js";
import { SESSION_HOURS } from "../../domain/session.js";
import type { IdentityProvider } from "../../ports/identity-provider.port.js";
import { IDENTITY_PROVIDER, TENANCY_PORTS } from "../../tenancy.tokens.js";
import { signInUseCase, type SignInPorts } from "../../use-cases/sign-in.use-case.js";
import { cookieOf, setCookie } from "./cookies.js";
import { sealIdToken } from "./id-token.js";
import { hashOf, newSessionToken, SESSION_COOKIE } from "./session-token.js";
import { localPath, openSignIn, sealSignIn, SIGN_IN_COOKIE, SIGN_IN_SECONDS } from "./sign-in-cookie.js";
import { isSignInPage, SIGN_IN_PAGE_CSP, signInPage, type SignInPage } from "./sign-in-pages.js";

const CALLBACK = "/auth/callback";

/** A whole ministry may come from one address on a Monday morning; nobody signs in twice a second. */
const ATTEMPTS = { burst: 60, refillMs: 500, places: 10_000 };

@Controller("auth")
export class SignInController {
  private readonly attempts = new AttemptLimit(ATTEMPTS);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(IDENTITY_PROVIDER) private readonly provider: IdentityProvider,
    @Inject(TENANCY_PORTS) private readonly ports: SignInPorts,
  ) {}

  @Get("login")
  async login(@Req() request: Request, @Query("returnTo") returnTo: unknown, @Res() response: Response): Promise<void> {
    await this.answering(response, async () => {
      if (this.tooOften(request, response)) return;
      const { url, challenge } = await this.provider.begin(new URL(CALLBACK, this.config.publicUrl).href);
      const sealed = await sealSignIn({ challenge, returnTo: localPath(returnTo) }, this.config.sessionSecret);
      response.append("set-cookie", this.cookie(SIGN_IN_COOKIE, sealed, SIGN_IN_SECONDS, CALLBACK));
      response.redirect(url.href);
    });
  }

  @Get("callback")
  async callback(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answering(response, async () => {
      if (this.tooOften(request, response)) return;
      response.append("set-cookie", this.cookie(SIGN_IN_COOKIE, "", 0, CALLBACK));
      const pending = await openSignIn(cookieOf(request, SIGN_IN_COOKIE), this.config.sessionSecret);
      if (pending === null) return show(response, "sign_in.refused");
      const answer = await this.provider.finish(new URL(request.originalUrl, this.config.publicUrl), pending.challenge);
      if (answer === null) return show(response, "sign_in.refused");
      const token = newSessionToken();
      const previous = cookieOf(request, SESSION_COOKIE);
      const signedIn = await this.runner.run(systemActor("sign-in"), signInUseCase(this.ports), {
        claims: answer.claims,
        tokenHash: hashOf(token),
        idTokenSealed: await sealIdToken(answer.idToken, this.config.sessionSecret),
        previousTokenHash: previous === null ? null : hashOf(previous),
      });
      if (!signedIn.ok) {
        return show(response, isSignInPage(signedIn.refusal.code) ? signedIn.refusal.code : "sign_in.refused");
      }
      response.append("set-cookie", this.cookie(SESSION_COOKIE, token, SESSION_HOURS * 3600, "/"));
      response.redirect(pending.returnTo);
    });
  }

  private tooOften(request: Request, response: Response): boolean {
    const waitMs = this.attempts.waitFor(placeOf(request.ip ?? ""), performance.now());
    if (waitMs === 0) return false;
    response.setHeader("retry-after", String(Math.ceil(waitMs / 1000)));
    show(response, "sign_in.too_often");
    return true;
  }

  private async answering(response: Response, work: () => Promise<void>): Promise<void> {
    response.setHeader("cache-control", "no-store");
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.logger.warn({ event: "sign_in.fault", code: error.code });
      response.setHeader("retry-after", "60");
      show(response, error.code);
    }
  }

  private cookie(name: string, value: string, maxAgeSeconds: number, path: string): string {
    return setCookie(name, value, { secure: this.config.publicUrl.protocol === "https:", path, maxAgeSeconds });
  }
}

function show(response: Response, page: SignInPage): void {
  const { status, html } = signInPage(page);
  response.status(status).setHeader("content-security-policy", SIGN_IN_PAGE_CSP).type("html").send(html);
}
