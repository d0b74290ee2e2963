import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { generateKeyPairSync } from "node:crypto";
import { SignJWT } from "jose";
import { Provider } from "oidc-provider";

export interface TestUser {
  readonly sub: string;
  readonly email: string;
  readonly siret: string;
  readonly mfa: boolean;
  readonly contractor: boolean;
}

export const CLIENT = { clientId: "socle", clientSecret: "integration-client-secret" } as const;
const KNOWN = new Set([
  ...["client_id", "response_type", "redirect_uri", "scope", "state", "nonce"],
  ...["code_challenge", "code_challenge_method", "claims", "acr_values", "prompt"],
]);
const SCOPES = ["given_name", "usual_name", "email", "uid", "siret", "idp_id", "belonging_population"];

/** As strict as ProConnect: PKCE, long state and nonce, no parameter it does not know, userinfo as a signed JWT or not. */
export class StrictProvider {
  /** Who signs in when the browser comes; there is no login page. */
  user: TestUser | null = null;
  /** Signs userinfo with a key that is not in the issuer's set, as an impostor would. */
  forging = false;
  private server: Server | null = null;

  constructor(
    private readonly port: number,
    private readonly redirectUri: string,
    private readonly userinfo: "jwt" | "json",
  ) {}

  get issuer(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const provider = this.provider();
    const answer = provider.callback();
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? "/", this.issuer);
      if (this.forging && url.pathname === "/me") void this.forge(response);
      else if (url.pathname.startsWith("/interaction/")) void this.interact(provider, request, response);
      else if (url.pathname === "/auth" && !acceptable(url.searchParams)) response.writeHead(400).end("Y000400");
      else answer(request, response);
    });
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
  }

  async stop(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server === null) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }

  private provider(): Provider {
    const jwt = this.userinfo === "jwt" ? { userinfo_signed_response_alg: "RS256" } : {};
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    return new Provider(this.issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [this.redirectUri],
          post_logout_redirect_uris: [new URL("/", this.redirectUri).href],
          response_types: ["code"],
          grant_types: ["authorization_code"],
          token_endpoint_auth_method: "client_secret_post",
          ...jwt,
        },
      ],
      claims: { openid: ["sub"], amr: null, ...Object.fromEntries(SCOPES.map((scope) => [scope, [scope]])) },
      scopes: ["openid"],
      pkce: { required: () => true },
      jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "test" }] },
      cookies: { keys: ["integration"] },
      ttl: { AccessToken: 60, AuthorizationCode: 30, IdToken: 60, Interaction: 600, Session: 600, Grant: 600 },
      features: {
        devInteractions: { enabled: false },
        jwtUserinfo: { enabled: true },
        claimsParameter: { enabled: true },
      },
      interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_ctx: unknown, id: string) => ({ accountId: id, claims: () => Promise.resolve(this.claims(id)) }),
    });
  }

  private async forge(response: ServerResponse): Promise<void> {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const token = new SignJWT(this.claims(this.user?.sub ?? ""))
      .setProtectedHeader({ alg: "RS256", kid: "test" })
      .setIssuer(this.issuer)
      .setAudience(CLIENT.clientId);
    response.writeHead(200, { "content-type": "application/jwt" }).end(await token.sign(privateKey));
  }

  private claims(id: string): Record<string, unknown> {
    const user = this.user;
    if (user?.sub !== id) return { sub: id };
    const { sub, email, siret, contractor } = user;
    const names = { given_name: "Camille", usual_name: "Martin", uid: email, idp_id: "ministry-idp" };
    return { sub, email, siret, ...names, belonging_population: contractor ? "prestataire" : "agent" };
  }

  private async interact(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { user } = this;
    const details = await provider.interactionDetails(request, response);
    if (user === null) return void response.writeHead(403).end();
    const login = { login: { accountId: user.sub, amr: user.mfa ? ["pwd", "mfa"] : ["pwd"], remember: false } };
    if (details.prompt.name === "login") return provider.interactionFinished(request, response, login);
    const grant = new provider.Grant({ accountId: user.sub, clientId: CLIENT.clientId });
    grant.addOIDCScope(String(details.params["scope"]));
    grant.addOIDCClaims(["amr"]);
    const consent = { consent: { grantId: await grant.save() } };
    return provider.interactionFinished(request, response, consent, { mergeWithLastSubmission: true });
  }
}

const acceptable = (parameters: URLSearchParams): boolean =>
  [...parameters.keys()].every((name) => KNOWN.has(name)) &&
  (parameters.get("state")?.length ?? 0) >= 32 &&
  (parameters.get("nonce")?.length ?? 0) >= 32 &&
  parameters.get("code_challenge_method") === "S256";
