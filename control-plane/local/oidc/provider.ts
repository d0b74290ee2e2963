import { Provider } from "oidc-provider";
import { askLogout, confirmLogout } from "./logout-page.ts";
import { claimsOf, methodsOf, subjectOf, type SampleUser } from "./sample-users.ts";

export interface LocalProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  readonly cookieKey: string;
  readonly signingJwk: Readonly<Record<string, unknown>>;
  readonly users: readonly SampleUser[];
}

const SCOPES = {
  openid: ["sub"],
  given_name: ["given_name"],
  usual_name: ["usual_name"],
  email: ["email"],
  uid: ["uid"],
  siret: ["siret"],
  siren: ["siren"],
  idp_id: ["idp_id"],
  belonging_population: ["belonging_population"],
  acr: null,
  amr: null,
};

/**
 * A provider that behaves as ProConnect does where that matters to a client: code flow only, PKCE required, userinfo as
 * a signed JWT, `amr` through the `claims` parameter, short-lived codes and tokens, a session of twelve hours.
 */
export function localProvider(settings: LocalProviderSettings): Provider {
  const byId = new Map(settings.users.map((user) => [subjectOf(user), user]));
  const provider = new Provider(settings.issuer, {
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [settings.redirectUri],
        post_logout_redirect_uris: [settings.postLogoutRedirectUri],
        response_types: ["code"],
        grant_types: ["authorization_code"],
        userinfo_signed_response_alg: "RS256",
        id_token_signed_response_alg: "RS256",
      },
    ],
    claims: SCOPES,
    scopes: ["openid"],
    acrValues: ["eidas1"],
    pkce: { required: () => true, methods: ["S256"] },
    jwks: { keys: [settings.signingJwk] },
    cookies: { keys: [settings.cookieKey], names: { session: "socle_oidc", interaction: "socle_oidc_interaction" } },
    ttl: {
      AuthorizationCode: 30,
      AccessToken: 60,
      IdToken: 60,
      Interaction: 600,
      Grant: 12 * 3600,
      Session: 12 * 3600,
    },
    features: {
      devInteractions: { enabled: false },
      jwtUserinfo: { enabled: true },
      claimsParameter: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource: askLogout, postLogoutSuccessSource: confirmLogout },
    },
    interactions: { url: (_ctx: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_ctx: unknown, id: string) => {
      const user = byId.get(id);
      if (user === undefined) return undefined;
      return { accountId: id, claims: () => Promise.resolve(claimsOf(user)) };
    },
  });
  return provider;
}

/** What a completed login tells the provider about the person. */
export function loginResult(user: SampleUser): Record<string, unknown> {
  return { login: { accountId: subjectOf(user), amr: methodsOf(user), acr: "eidas1", remember: true } };
}
