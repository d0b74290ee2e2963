import { LaunchFailure } from "../launch-failure.ts";

export interface ProviderSettings {
  readonly port: number;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly postLogoutRedirectUri: string;
  readonly cookieKey: string;
  readonly signingKeyFile: string;
  readonly usersFile: string;
}

const NAMES = {
  issuer: "OIDC_ISSUER",
  clientId: "OIDC_CLIENT_ID",
  clientSecret: "OIDC_CLIENT_SECRET",
  redirectUri: "OIDC_REDIRECT_URI",
  postLogoutRedirectUri: "OIDC_POST_LOGOUT_REDIRECT_URI",
  cookieKey: "OIDC_COOKIE_KEY",
  signingKeyFile: "OIDC_SIGNING_KEY_FILE",
  usersFile: "OIDC_USERS_FILE",
} as const;

/** The launcher passes these; names only appear when one is missing. */
export function readProviderSettings(env: NodeJS.ProcessEnv): ProviderSettings {
  const missing = Object.values(NAMES).filter((name) => (env[name] ?? "") === "");
  if (missing.length > 0) throw new LaunchFailure(`missing: ${missing.join(", ")}`);
  const read = (key: keyof typeof NAMES) => env[NAMES[key]] ?? "";
  return {
    port: Number(new URL(read("issuer")).port),
    issuer: read("issuer"),
    clientId: read("clientId"),
    clientSecret: read("clientSecret"),
    redirectUri: read("redirectUri"),
    postLogoutRedirectUri: read("postLogoutRedirectUri"),
    cookieKey: read("cookieKey"),
    signingKeyFile: read("signingKeyFile"),
    usersFile: read("usersFile"),
  };
}
