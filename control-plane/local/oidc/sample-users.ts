import { readFileSync } from "node:fs";

/** A person of the seed file who can sign in at the local provider. */
export interface SampleUser {
  readonly email: string;
  readonly givenName: string;
  readonly usualName: string;
  /** SIRET of the employer, from which the control plane finds the organisation. */
  readonly siret: string | null;
  readonly contractor: boolean;
  readonly mfa: boolean;
  readonly memberships: readonly { readonly role: string; readonly organisation: string }[];
}

/** Works on loopback only, for sample people only: it protects nothing and is printed on the login page. */
export const LOCAL_PASSWORD = "socle-local";

export function readSampleUsers(file: string): SampleUser[] {
  return JSON.parse(readFileSync(file, "utf8")) as SampleUser[];
}

/** The claims of ProConnect's userinfo for one person. */
export function claimsOf(user: SampleUser): Record<string, unknown> {
  return {
    sub: subjectOf(user),
    email: user.email,
    given_name: user.givenName,
    usual_name: user.usualName,
    uid: user.email,
    idp_id: "socle-local",
    ...(user.siret === null ? {} : { siret: user.siret, siren: user.siret.slice(0, 9) }),
    belonging_population: user.contractor ? "prestataire" : "agent",
  };
}

/** Authentication methods as ProConnect reports them when asked by the `claims` parameter. */
export function methodsOf(user: SampleUser): string[] {
  return user.mfa ? ["pwd", "mfa"] : ["pwd"];
}

export function subjectOf(user: SampleUser): string {
  return `local:${user.email}`;
}
