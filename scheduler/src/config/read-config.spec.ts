import { describe, expect, it } from "vitest";
import { fileURLToPath } from "node:url";
import { readConfig } from "./read-config.js";

const readable = fileURLToPath(import.meta.url);
const valid = {
  SOCLE_CONTROL_PLANE_URL: "http://127.0.0.1:3000/",
  SOCLE_STATE_DIR: "state",
  SOCLE_REPLICA: "paris-1",
  SOCLE_SNAPSHOT_PUBLIC_KEY_FILE: readable,
  SOCLE_SCHEDULER_PRIVATE_KEY_FILE: readable,
};

describe("readConfig", () => {
  it("fills in what has a default", () => {
    const result = readConfig(valid);
    expect(result.ok && result.config).toMatchObject({
      host: "127.0.0.1",
      controlPlaneUrl: "http://127.0.0.1:3000",
      logLevel: "info",
      otlpEndpoint: null,
    });
  });

  it("names every problem at once and no value", () => {
    const result = readConfig({
      ...valid,
      SOCLE_STATE_DIR: undefined,
      SOCLE_REPLICA: "Not Allowed",
      SOCLE_INFERENCE_PORT: "99999",
      SOCLE_CONTROL_PLANE_URL: "ftp://secret",
      SOCLE_SNAPSHOT_PUBLIC_KEY_FILE: "/does/not/exist",
      SOCLE_LOG_LEVEL: "shout",
      SOCLE_ENDPOINT_CA_FILE: "/does/not/exist",
    });
    const problems = result.ok ? [] : result.problems;
    expect(problems.map((problem) => problem.split(" ")[0]).sort()).toEqual([
      "SOCLE_CONTROL_PLANE_URL",
      "SOCLE_ENDPOINT_CA_FILE",
      "SOCLE_INFERENCE_PORT",
      "SOCLE_LOG_LEVEL",
      "SOCLE_REPLICA",
      "SOCLE_SNAPSHOT_PUBLIC_KEY_FILE",
      "SOCLE_STATE_DIR",
    ]);
    expect(problems.join()).not.toContain("secret");
  });

  it("never hands Socle's own settings to a model server", () => {
    const result = readConfig({ ...valid, MISTRAL_KEY: "k" });
    if (!result.ok) throw new Error("unexpected");
    expect(result.config.endpointKey("MISTRAL_KEY")).toBe("k");
    expect(result.config.endpointKey("SOCLE_SCHEDULER_PRIVATE_KEY_FILE")).toBeNull();
  });
});
