import { fileURLToPath } from "node:url";
import type { PoolDecisionV1 } from "@socle/contracts";
import { compileBundle, loadPolicyFiles } from "@socle/policies";
import { describe, expect, it } from "vitest";
import { silentLogger } from "../kernel/logger.port.js";
import { ALARMING, Alarms } from "./alarms.js";

const POLICIES = fileURLToPath(new URL("../../../policies", import.meta.url));
const HOUR = 3_600_000;
const refusedFor = (...codes: readonly string[]): PoolDecisionV1 => ({
  ...{ poolId: "p", eligible: false },
  reasons: codes.map((code) => ({ rule: "family/rule", version: 1, effect: "deny", code })),
});

function scene() {
  const told: unknown[] = [];
  const at = { now: 0 };
  const logger = { ...silentLogger, error: (event: string, fields?: object) => told.push({ event, ...fields }) };
  const alarms = new Alarms(logger, { wall: () => at.now, monotonic: () => at.now });
  const refused = (application: string | null, ...pools: readonly PoolDecisionV1[]) =>
    alarms.refused({ decisionId: `d${at.now}`, application, pools });
  return { told, at, refused };
}

describe("alarms", () => {
  it("tell of classified data by decision and application, once for all pools", () => {
    const { told, refused } = scene();
    refused("courrier-web", refusedFor("label.classified"), refusedFor("label.classified", "pool.inactive"));
    expect(told).toEqual([
      { event: "policy.alarm", code: "label.classified", decisionId: "d0", application: "courrier-web" },
    ]);
  });

  it("say nothing of what is only refused, nor of a rule in shadow", () => {
    const { told, refused } = scene();
    const inForce = refusedFor("practice.prohibited");
    refused("a", refusedFor("personal.transfer"));
    refused("a", { ...inForce, reasons: inForce.reasons.map((reason) => ({ ...reason, silenced: "shadow" })) });
    expect(told).toEqual([]);
  });

  it("do not repeat an application within the hour, and tell of another at once", () => {
    const { told, at, refused } = scene();
    for (const [application, now] of [
      ["a", 0],
      ["a", HOUR - 1],
      ["b", HOUR - 1],
      ["a", HOUR],
    ] as const) {
      at.now = now;
      refused(application, refusedFor("decision.autonomous"));
    }
    expect(told).toMatchObject([
      { application: "a", decisionId: "d0" },
      { application: "b" },
      { application: "a", decisionId: `d${HOUR}` },
    ]);
  });

  it("are of refusals that rules of the State give", () => {
    const compiled = compileBundle(loadPolicyFiles(POLICIES));
    const codes = compiled.ok ? compiled.bundle.rules.map(({ reason }) => reason.code) : [];
    expect([...ALARMING].filter((code) => !codes.includes(code))).toEqual([]);
  });
});
