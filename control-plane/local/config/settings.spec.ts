import { describe, expect, it } from "vitest";
import { LaunchFailure } from "../launch-failure.js";
import { readSettings } from "./settings.js";

const lineFor = (env: NodeJS.ProcessEnv, args: string[] = []): string => {
  try {
    readSettings(env, args);
    return "";
  } catch (error) {
    if (error instanceof LaunchFailure) return error.message;
    throw error;
  }
};

describe("readSettings", () => {
  it("needs nothing", () => {
    const settings = readSettings({}, []);
    expect(settings).toMatchObject({
      consolePort: 4000,
      inferencePort: 4100,
      databaseUrl: null,
      oidc: null,
      dev: false,
    });
    expect(settings.stateFolder).toMatch(/\.socle$/);
    expect(settings.seedAsked).toBe(false);
  });

  it("takes 0 for free ports on both sides", () => {
    expect(lineFor({ SOCLE_PORT: "0", SOCLE_INFERENCE_PORT: "0" })).toBe("");
  });

  it("names everything that is wrong in one line", () => {
    const line = lineFor({ SOCLE_PORT: "http", SOCLE_INFERENCE_PORT: "70000", OIDC_ISSUER: "x" }, ["--sed", "f"]);
    for (const name of [
      "SOCLE_PORT",
      "SOCLE_INFERENCE_PORT",
      "OIDC_ISSUER",
      "OIDC_CLIENT_ID",
      "OIDC_CLIENT_SECRET",
      "--sed",
    ])
      expect(line).toContain(name);
    expect(line).not.toContain("\n");
  });

  it("refuses one port for two services", () => {
    expect(lineFor({ SOCLE_PORT: "4100" })).toContain("the same");
  });

  it("repeats no value", () => {
    expect(lineFor({ SOCLE_PORT: "hunter2" })).not.toContain("hunter2");
  });

  it("takes the seed file in both forms", () => {
    for (const args of [["--seed", "a.yaml"], ["--seed=a.yaml"]])
      expect(readSettings({}, args)).toMatchObject({
        seedAsked: true,
        seedFile: expect.stringMatching(/\/a\.yaml$/) as string,
      });
    expect(lineFor({}, ["--seed"])).toContain("--seed wants a file");
  });
});
