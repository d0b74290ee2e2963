/** Whom a replica's token is for. */
export const INTERNAL_AUDIENCE = "socle-control-plane";

/** Ed25519 over `answerText`, base64: without it a replica believes no answer, whatever its status. */
export const INTERNAL_SIGNATURE_HEADER = "x-socle-signature";

/**
 * Claims of the EdDSA JWT by which a replica shows itself, made anew for each call. It is good for that call alone: seen a
 * second time, or with another method, path or body, it is refused.
 */
export interface InternalClaimsV1 {
  /** The replica. */
  readonly iss: string;
  readonly aud: typeof INTERNAL_AUDIENCE;
  /** Seconds; `exp` is at most 60 later. */
  readonly iat: number;
  readonly exp: number;
  /** Never the same twice. */
  readonly jti: string;
  /** Method, and path with its query. */
  readonly htm: string;
  readonly htu: string;
  /** SHA-256 of the body's bytes, base64url; that of nothing where there is none. */
  readonly bdg: string;
}

export interface InternalAnswerV1 {
  /** Value of the call's authorization header: an answer to another call does not fit. */
  readonly authorization: string;
  readonly status: number;
  readonly etag: string | null;
  /** SHA-256 of the answer's body, base64url. */
  readonly digest: string;
}

/** What the control plane signs of an answer. */
export const answerText = ({ authorization, status, etag, digest }: InternalAnswerV1): string =>
  ["socle internal answer v1", authorization, String(status), etag ?? "", digest].join("\n");
