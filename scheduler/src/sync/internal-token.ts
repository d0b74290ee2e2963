import { sign } from "node:crypto";
import type { KeyObject } from "node:crypto";
import type { Clock } from "../kernel/clock.js";

const LIFE_SECONDS = 60;
const REUSE_MS = 20_000;
const AUDIENCE = "socle-control-plane";

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Makes the EdDSA JWT that a replica shows the control plane; one token serves for twenty seconds of its sixty. */
export class InternalToken {
  private token = "";
  private madeAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly replica: string,
    private readonly key: KeyObject,
    private readonly clock: Clock,
  ) {}

  current(): string {
    const now = this.clock.monotonic();
    if (now - this.madeAt < REUSE_MS) return this.token;
    this.madeAt = now;
    this.token = this.make(Math.floor(this.clock.wall() / 1000));
    return this.token;
  }

  private make(issuedAt: number): string {
    const claims = { iss: this.replica, aud: AUDIENCE, iat: issuedAt, exp: issuedAt + LIFE_SECONDS };
    const signed = `${encode({ alg: "EdDSA", typ: "JWT" })}.${encode(claims)}`;
    return `${signed}.${sign(null, Buffer.from(signed), this.key).toString("base64url")}`;
  }
}
