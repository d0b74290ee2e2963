import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOUBT_MS, NO_PODS, tellPods } from "./cluster-pods.js";
import type { ClusterPods } from "./cluster-pods.js";
import type { KubePod } from "./kube-objects.js";

const pod = (name: string, ready = true): KubePod => ({
  metadata: { uid: name, namespace: "n", labels: { "socle.gouv.fr/deployment": "d" } },
  spec: { nodeName: "node", containers: [{ name: "c", ports: [{ name: "http", containerPort: 80 }] }] },
  status: { phase: "Running", podIP: "10.0.0.1", conditions: [{ type: "Ready", status: ready ? "True" : "False" }] },
});
const names = ({ known }: ClusterPods): string[] => [...known.values()].map(({ endpointId }) => endpointId.slice(4));
const told = (before: ClusterPods, pods: readonly KubePod[], deleted = 0, now = 0, silent: string[] = []) =>
  tellPods(before, { cluster: "c", pools: null, pods, deleted, silentNodes: new Set(silent), now });
const known = (...pods: string[]): ClusterPods =>
  told(
    NO_PODS,
    pods.map((name) => pod(name)),
  ).pods;

describe("the pods of a cluster", () => {
  it("are what was told last", () => {
    expect(names(told(known("a", "b"), [pod("b"), pod("c"), pod("d", false)]).pods)).toEqual(["b", "c"]);
  });

  it("are none when all are there and not ready, or when each deletion was told", () => {
    expect(told(known("a"), [pod("a", false)])).toMatchObject({ doubted: false });
    expect(names(told(known("a"), [pod("a", false)]).pods)).toEqual([]);
    expect(names(told(known("a", "b"), [], 2).pods)).toEqual([]);
  });

  it("stay while their silent node makes them not ready, but not when they leave", () => {
    const unready = pod("a", false);
    expect(names(told(known("a"), [unready, pod("b", false)], 0, 0, ["node"]).pods)).toEqual(["a"]);
    const leaving = { ...unready, metadata: { ...unready.metadata, deletionTimestamp: "2026-01-01T00:00:00Z" } };
    expect(names(told(known("a"), [leaving], 0, 0, ["node"]).pods)).toEqual([]);
    expect(names(told(known("a"), [unready], 0, 0, ["other"]).pods)).toEqual([]);
  });

  it("stay when a list has none of them, until that has lasted", () => {
    const first = told(known("a", "b"), [], 0, 100);
    expect(first.doubted).toBe(true);
    const second = told(first.pods, [], 0, 99 + DOUBT_MS);
    expect({ doubted: second.doubted, names: names(second.pods) }).toEqual({ doubted: true, names: ["a", "b"] });
    const last = told(second.pods, [], 0, 100 + DOUBT_MS);
    expect({ doubted: last.doubted, names: names(last.pods) }).toEqual({ doubted: false, names: [] });
  });

  it("end the doubt when they are told again", () => {
    const doubted = told(known("a"), [], 0, 0).pods;
    const again = told(doubted, [pod("a")], 0, 5).pods;
    expect(told(again, [], 0, DOUBT_MS + 1)).toMatchObject({ doubted: true });
  });

  it("never become none by lists alone within the doubt", () => {
    const list = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 20 }), (lists) => {
        let state = known("a");
        for (const [turn, present] of lists.entries()) {
          state = told(
            state,
            [...new Set(present)].map((name) => pod(name)),
            0,
            turn,
          ).pods;
          expect(state.known.size).toBeGreaterThan(0);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
