import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readText, writePrivate, type StateFolder } from "./state-folder.ts";

/** What one installation makes for itself at its first start and keeps. */
export interface Secrets {
  readonly sessionSecret: string;
  readonly databaseOwnerPassword: string;
  readonly databaseApplicationPassword: string;
  readonly oidcClientSecret: string;
  readonly oidcCookieKey: string;
  readonly snapshotPrivateKeyFile: string;
  readonly snapshotPublicKeyFile: string;
  readonly schedulerPrivateKeyFile: string;
  readonly schedulerPublicKeyFile: string;
  readonly oidcKeyFile: string;
  readonly transparencyPrivateKeyFile: string;
  readonly transparencyPublicKeyFile: string;
  /** Of the compliance cell; on one machine it lies beside the others. */
  readonly witnessPrivateKeyFile: string;
  readonly witnessPublicKeyFile: string;
}

export function prepareSecrets(state: StateFolder): Secrets {
  const key = (name: string) => join(state.keys, name);
  const secrets: Secrets = {
    sessionSecret: kept(key("session.secret")),
    databaseOwnerPassword: kept(key("database-owner.secret")),
    databaseApplicationPassword: kept(key("database-application.secret")),
    oidcClientSecret: kept(key("oidc-client.secret")),
    oidcCookieKey: kept(key("oidc-cookie.secret")),
    snapshotPrivateKeyFile: key("snapshot.private.pem"),
    snapshotPublicKeyFile: key("snapshot.public.pem"),
    schedulerPrivateKeyFile: key("scheduler.private.pem"),
    schedulerPublicKeyFile: key("scheduler.public.pem"),
    oidcKeyFile: key("oidc.jwk.json"),
    ...logKeyFiles(state),
  };
  keptPair(secrets.snapshotPrivateKeyFile, secrets.snapshotPublicKeyFile);
  keptPair(secrets.schedulerPrivateKeyFile, secrets.schedulerPublicKeyFile);
  keptPair(secrets.transparencyPrivateKeyFile, secrets.transparencyPublicKeyFile);
  keptPair(secrets.witnessPrivateKeyFile, secrets.witnessPublicKeyFile);
  if (!existsSync(secrets.oidcKeyFile)) writePrivate(secrets.oidcKeyFile, newSigningJwk());
  return secrets;
}

/** Where the keys of the logs and of their witness lie. */
export function logKeyFiles(state: StateFolder) {
  const key = (name: string) => join(state.keys, name);
  return {
    transparencyPrivateKeyFile: key("transparency.private.pem"),
    transparencyPublicKeyFile: key("transparency.public.pem"),
    witnessPrivateKeyFile: key("witness.private.pem"),
    witnessPublicKeyFile: key("witness.public.pem"),
  };
}

function kept(path: string): string {
  const present = readText(path)?.trim();
  if (present !== undefined && present !== "") return present;
  const secret = randomBytes(32).toString("base64url");
  writePrivate(path, `${secret}\n`);
  return secret;
}

function keptPair(privateFile: string, publicFile: string): void {
  if (existsSync(privateFile) && existsSync(publicFile)) return;
  const pair = generateKeyPairSync("ed25519");
  writePrivate(privateFile, pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  writePrivate(publicFile, pair.publicKey.export({ type: "spki", format: "pem" }).toString());
}

function newSigningJwk(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const kid = randomBytes(8).toString("hex");
  return JSON.stringify({ ...privateKey.export({ format: "jwk" }), kid, alg: "RS256", use: "sig" });
}
