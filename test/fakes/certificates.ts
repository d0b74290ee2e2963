import { generateKeyPairSync, sign } from "node:crypto";
import type { KeyObject } from "node:crypto";

/** A private key and its certificate, in PEM. */
export interface Certified {
  readonly key: string;
  readonly cert: string;
}

export interface CertificateWish {
  /** DNS names and IPv4 addresses. */
  readonly names: readonly string[];
  readonly notAfter?: Date;
}

const DAY_MS = 86_400_000;
const SEQUENCE = 0x30;
const SET = 0x31;
const ECDSA_WITH_SHA256 = "2a8648ce3d040302";
const COMMON_NAME = "550403";
const SUBJECT_ALTERNATIVE_NAME = "551d11";
const BASIC_CONSTRAINTS = "551d13";

/** One element of DER: tag, length, content. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const objectId = (hex: string): Buffer => der(0x06, Buffer.from(hex, "hex"));
const integer = (value: number): Buffer => der(0x02, Buffer.from([value]));
const named = (name: string): Buffer =>
  der(SEQUENCE, der(SET, der(SEQUENCE, objectId(COMMON_NAME), der(0x0c, Buffer.from(name)))));
const utc = (time: Date): Buffer => der(0x17, Buffer.from(`${time.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`));
const extension = (id: string, value: Buffer): Buffer => der(SEQUENCE, objectId(id), der(0x04, value));
const alternative = (name: string): Buffer =>
  /^[0-9.]+$/.test(name) ? der(0x87, Buffer.from(name.split(".").map(Number))) : der(0x82, Buffer.from(name));
const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString("base64").replace(/.{64}/g, "$&\n")}\n-----END CERTIFICATE-----\n`;

let serial = 0;

/** An X.509 certificate of version 3 (RFC 5280 §4.1), signed by `issuer`. */
function certificate(
  issuer: { readonly name: string; readonly key: KeyObject },
  subject: { readonly name: string; readonly key: KeyObject },
  notAfter: Date,
  extensions: Buffer,
): string {
  const algorithm = der(SEQUENCE, objectId(ECDSA_WITH_SHA256));
  const content = der(
    SEQUENCE,
    der(0xa0, integer(2)),
    integer((serial += 1)),
    algorithm,
    named(issuer.name),
    der(SEQUENCE, utc(new Date(notAfter.getTime() - 30 * DAY_MS)), utc(notAfter)),
    named(subject.name),
    subject.key.export({ type: "spki", format: "der" }),
    der(0xa3, der(SEQUENCE, extensions)),
  );
  const signature = der(0x03, Buffer.from([0]), sign("sha256", content, issuer.key));
  return pem(der(SEQUENCE, content, algorithm, signature));
}

/** An authority of one's own, as a ministry has: nobody believes it who was not told to. */
export class CertificateAuthority {
  readonly cert: string;
  private readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });

  constructor(private readonly name = "Autorité de test") {
    const isAuthority = extension(BASIC_CONSTRAINTS, der(SEQUENCE, der(0x01, Buffer.from([0xff]))));
    const subject = { name, key: this.keys.publicKey };
    this.cert = certificate({ name, key: this.keys.privateKey }, subject, new Date(Date.now() + DAY_MS), isAuthority);
  }

  issue({ names, notAfter = new Date(Date.now() + DAY_MS) }: CertificateWish): Certified {
    const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const issuer = { name: this.name, key: this.keys.privateKey };
    const subject = { name: names[0] ?? "", key: publicKey };
    const valid = extension(SUBJECT_ALTERNATIVE_NAME, der(SEQUENCE, ...names.map(alternative)));
    return {
      key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      cert: certificate(issuer, subject, notAfter, valid),
    };
  }
}
