import { compileBundle } from "@socle/policies";
import { describe, expect, it } from "vitest";
import { aDeployment, aScene } from "../../../test/builders/inference-scene.js";
import { compileSnapshot } from "../kernel/snapshot/compile-snapshot.js";
import { silentTelemetry } from "../kernel/telemetry.port.js";
import { EJECT_AFTER_FAILURES } from "./health/outlier.js";
import { createFleet } from "./fleet.js";
import type { Fleet } from "./fleet.js";

const compiled = (urls: readonly string[]) => {
  const endpoints = urls.map((url) => ({ id: `at ${url}`, url, apiKeyVariable: null, simulated: true }));
  const source = aScene([], { deployments: [aDeployment({ endpoints })] });
  const bundle = compileBundle(source.policies.files);
  if (!bundle.ok) throw new Error("unexpected");
  return compileSnapshot(source, bundle.bundle);
};
const named = (id: string, url: string) => {
  const [endpoint] = compiled([url]).endpoints.values();
  if (endpoint === undefined) throw new Error("unexpected");
  return { endpoints: new Map([[id, { ...endpoint, endpoint: { ...endpoint.endpoint, id } }]]) };
};
const opened = (...urls: string[]) => {
  const fleet = createFleet(silentTelemetry);
  fleet.follow(compiled(urls));
  const seen = () =>
    fleet.view(["deployment"]).map(({ endpointId, running, healthy }) => [endpointId, running, healthy]);
  return { fleet, seen };
};

/** Attempts on a server, by how they end. */
const attemptsOf =
  (fleet: Fleet, url: string) =>
  (health: "good" | "bad" | "unknown"): void => {
    fleet.start(`at ${url}`, 1);
    fleet.finish(`at ${url}`, 1, health);
  };

describe("fleet", () => {
  it("counts what runs, and tells when there may be room", () => {
    const { fleet, seen } = opened("http://a");
    const rooms: string[] = [];
    fleet.onRoom((deploymentId) => rooms.push(deploymentId));
    fleet.start("at http://a", 3);
    expect(seen()).toEqual([["at http://a", 3, true]]);
    fleet.finish("at http://a", 3, "good");
    expect(seen()).toEqual([["at http://a", 0, true]]);
    expect(rooms).toEqual(["deployment"]);
  });

  it("ejects after failures in a row only, until restored", () => {
    const { fleet, seen } = opened("http://a", "http://b");
    const attempt = attemptsOf(fleet, "http://a");
    for (let turn = 1; turn < EJECT_AFTER_FAILURES; turn += 1) attempt("bad");
    attempt("good");
    for (let turn = 1; turn < EJECT_AFTER_FAILURES; turn += 1) attempt("bad");
    attempt("unknown");
    expect(seen()[0]).toEqual(["at http://a", 0, true]);
    attempt("bad");
    expect(seen()[0]).toEqual(["at http://a", 0, false]);
    fleet.restore("at http://a");
    expect(seen()[0]).toEqual(["at http://a", 0, true]);
  });

  it("tries on those that failed least where all of a deployment are ejected, each in its turn", () => {
    const { fleet, seen } = opened("http://a", "http://b");
    const [a, b] = [attemptsOf(fleet, "http://a"), attemptsOf(fleet, "http://b")];
    for (const attempt of [a, a, a, b, b]) attempt("bad");
    b("good");
    for (let turn = 0; turn < EJECT_AFTER_FAILURES; turn += 1) b("bad");
    expect(fleet.ejected()).toHaveLength(2);
    const tried = () => seen().map(([, , healthy]) => healthy);
    expect(tried()).toEqual([true, false]);
    a("bad");
    a("bad");
    expect(tried()).toEqual([true, true]);
    a("bad");
    expect(tried()).toEqual([false, true]);
    // What it answers counts as an answer to a probe; the other stays ejected.
    b("good");
    expect([tried(), fleet.ejected().map(({ endpoint }) => endpoint.id)]).toEqual([[false, true], ["at http://a"]]);
  });

  it("tries all on that a new snapshot leaves, when they were ejected", () => {
    const { fleet, seen } = opened("http://a", "http://b");
    const attempt = attemptsOf(fleet, "http://a");
    for (let turn = 0; turn < EJECT_AFTER_FAILURES; turn += 1) attempt("bad");
    fleet.follow(compiled(["http://a"]));
    expect(seen()).toEqual([["at http://a", 0, true]]);
    fleet.follow(compiled(["http://a", "http://c"]));
    expect(seen()).toEqual([
      ["at http://a", 0, false],
      ["at http://c", 0, true],
    ]);
  });

  it("keeps what it knows through a new snapshot, and lets a leaving endpoint finish", () => {
    const { fleet, seen } = opened("http://a", "http://b");
    fleet.start("at http://a", 1);
    fleet.start("at http://b", 1);
    fleet.follow(compiled(["http://b", "http://c"]));
    expect(seen()).toEqual([
      ["at http://b", 1, true],
      ["at http://c", 0, true],
    ]);
    expect(fleet.find("at http://a")).toBeDefined();
    fleet.finish("at http://a", 1, "good");
    expect(fleet.find("at http://a")).toBeUndefined();
  });

  it("keeps apart what runs on an endpoint's old server and on its new one", () => {
    const fleet = createFleet(silentTelemetry);
    fleet.follow(named("e", "http://old"));
    const before = fleet.start("e", 3);
    fleet.follow(named("e", "http://new"));
    const after = fleet.start("e", 1);
    const seen = () => [fleet.view(["deployment"])[0]?.running, fleet.account("e")];
    expect(seen()).toEqual([1, expect.objectContaining({ dispatched: 4, finished: 3 })]);
    fleet.firstByte(before);
    for (let turn = 0; turn < EJECT_AFTER_FAILURES; turn += 1) fleet.finish("e", 1, "bad", before);
    expect(seen()).toEqual([1, expect.objectContaining({ dispatched: 4, finished: 3 })]);
    expect(fleet.view(["deployment"])[0]?.healthy).toBe(true);
    fleet.finish("e", 1, "good", after);
    expect(seen()).toEqual([0, expect.objectContaining({ dispatched: 4, finished: 4 })]);
  });
});
