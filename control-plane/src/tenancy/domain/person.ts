/** Somebody who can sign in. Until the first sign-in an invitation has an address and no identity. */
export interface Person {
  readonly id: string;
  /** Identity provider behind ProConnect, and its own stable name of the person. */
  readonly identity: { readonly idpId: string; readonly sub: string } | null;
  readonly name: string;
  readonly email: string;
  readonly contractor: boolean;
  readonly employerId: string | null;
}

/** What an identity provider vouches for at sign-in. */
export interface Claims {
  readonly sub: string;
  readonly idpId: string;
  readonly name: string;
  readonly email: string;
  readonly siret: string;
  readonly contractor: boolean;
  readonly mfa: boolean;
}
