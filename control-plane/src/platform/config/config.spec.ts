import { generateKeyPairSync } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError, parseConfig } from "./config.js";

const folder = mkdtempSync(join(tmpdir(), "socle-config-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const complete = {
  SOCLE_PORT: "8080",
  SOCLE_PUBLIC_URL: "https://socle.example",
  DATABASE_URL: "postgres://app:hush@127.0.0.1:5432/socle",
  OIDC_ISSUER: "https://idp.example",
  OIDC_CLIENT_ID: "socle",
  OIDC_CLIENT_SECRET: "client-secret",
  SOCLE_SESSION_SECRET: "s".repeat(32),
  SOCLE_SNAPSHOT_SIGNING_KEY_FILE: file("private.pem", privateKey.export({ type: "pkcs8", format: "pem" }).toString()),
  SOCLE_SCHEDULER_PUBLIC_KEY_FILE: file("public.pem", publicKey.export({ type: "spki", format: "pem" }).toString()),
  SOCLE_POLICIES_DIR: folder,
};

const problemsOf = (env: Record<string, string | undefined>): readonly string[] => {
  try {
    parseConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

describe("configuration", () => {
  it("sends mail where a server and a sender are named, and says what lacks", () => {
    expect(parseConfig(complete).mail).toBeNull();
    const mail = { SOCLE_SMTP_URL: "smtps://socle:word@mail.example:465", SOCLE_MAIL_FROM: "socle@mail.example" };
    expect(parseConfig({ ...complete, ...mail }).mail).toMatchObject({ from: "socle@mail.example" });
    const problems = problemsOf({ ...complete, SOCLE_SMTP_URL: "ftp://socle:word@mail.example" });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual(["SOCLE_SMTP_URL", "SOCLE_MAIL_FROM"]);
    expect(problems.join()).not.toContain("word");
  });

  it("is complete with the documented settings; the rest has defaults", () => {
    expect(parseConfig(complete)).toMatchObject({
      host: "127.0.0.1",
      port: 8080,
      logLevel: "info",
      consoleDir: null,
      otlpEndpoint: null,
      mail: null,
      production: false,
    });
  });

  it("names everything that is missing at once", () => {
    const names = problemsOf({}).map((problem) => problem.split(":")[0]);
    expect(names.sort()).toEqual(
      Object.keys(complete)
        .filter((name) => name !== "SOCLE_PORT")
        .sort(),
    );
  });

  it.each([
    ["SOCLE_PORT", "70000"],
    ["SOCLE_PUBLIC_URL", "ftp://socle.example"],
    ["DATABASE_URL", "hush-not-a-url"],
    ["OIDC_ISSUER", "idp"],
    ["SOCLE_SESSION_SECRET", "hush"],
    ["SOCLE_SNAPSHOT_SIGNING_KEY_FILE", file("rubbish.pem", "hush")],
    ["SOCLE_SCHEDULER_PUBLIC_KEY_FILE", join(folder, "absent-hush.pem")],
    ["SOCLE_POLICIES_DIR", join(folder, "absent-hush")],
    ["SOCLE_CONSOLE_DIR", join(folder, "absent-hush")],
    ["SOCLE_LOG_LEVEL", "hush"],
  ])("names %s when it is wrong, and never its value", (name, value) => {
    const problems = problemsOf({ ...complete, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: `));
    expect(problems[0]).not.toContain("hush");
  });
});
