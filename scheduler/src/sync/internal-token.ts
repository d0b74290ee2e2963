import { createHash, randomUUID, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { INTERNAL_AUDIENCE } from "@socle/contracts";
import type { InternalClaimsV1 } from "@socle/contracts";
import type { Clock } from "../kernel/clock.js";

const LIFE_SECONDS = 60;

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** What a token is made for. */
export interface CallToSign {
  readonly method: string;
  readonly path: string;
  readonly body?: string | Buffer;
}

/** Makes the EdDSA JWT that a replica shows the control plane: one for each call, good for that call alone. */
export class InternalToken {
  constructor(
    private readonly replica: string,
    private readonly key: KeyObject,
    private readonly clock: Clock,
  ) {}

  for({ method, path, body = "" }: CallToSign): string {
    const iat = Math.floor(this.clock.wall() / 1000);
    const claims: InternalClaimsV1 = {
      iss: this.replica,
      aud: INTERNAL_AUDIENCE,
      iat,
      exp: iat + LIFE_SECONDS,
      jti: randomUUID(),
      htm: method,
      htu: path,
      bdg: createHash("sha256").update(body).digest("base64url"),
    };
    const signed = `${encode({ alg: "EdDSA", typ: "JWT" })}.${encode(claims)}`;
    return `${signed}.${sign(null, Buffer.from(signed), this.key).toString("base64url")}`;
  }
}
