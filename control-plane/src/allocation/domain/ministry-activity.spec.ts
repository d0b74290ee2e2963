import { describe, expect, it } from "vitest";
import { USUAL_TERMS, type PlacedAllocation } from "./allocation.js";
import { activityByMinistry, type ReportedActivity } from "./ministry-activity.js";
import type { TreeNode } from "./node.js";

const node = (...path: string[]): TreeNode => ({
  id: path[0] ?? "",
  type: "organisation",
  name: path[0] ?? "",
  organisationId: path[0] ?? "",
  path,
});
const right = (nominal: number, guarantee: number, ...path: string[]): PlacedAllocation => ({
  id: "a",
  poolId: "p",
  nodeId: path[0] ?? "",
  nodeType: "organisation",
  organisationId: path[0] ?? "",
  nominal,
  guarantee,
  lendLimit: null,
  borrowLimit: null,
  weight: 1,
  ...USUAL_TERMS,
  path,
});
const at = (second: number) => new Date(second * 1000);
const report = (figures: Partial<ReportedActivity>): ReportedActivity => ({
  nodeId: "app",
  replica: "r1",
  running: 0,
  waiting: 0,
  gpuSeconds: 0,
  windowMs: 1000,
  at: at(0),
  ...figures,
});
const tree = [node("app", "uc", "police", "interior", "state")];

describe("activityByMinistry", () => {
  it("counts use under the ministry, over the window, and what runs by each replica's last word", () => {
    const reports = [
      report({ gpuSeconds: 12, running: 9, at: at(1) }),
      report({ gpuSeconds: 8, running: 4, waiting: 2, at: at(2) }),
      report({ replica: "r2", gpuSeconds: 10, running: 1, at: at(1) }),
    ];
    expect(activityByMinistry("state", tree, [], reports, 10)).toMatchObject([
      { organisationId: "interior", occupied: 3, gpuSeconds: 30, running: 5, waiting: 2 },
    ]);
  });

  it("takes of a report that covers a minute only the window's part", () => {
    const reports = [report({ gpuSeconds: 60, windowMs: 60_000 })];
    expect(activityByMinistry("state", tree, [], reports, 10)[0]).toMatchObject({ occupied: 1, gpuSeconds: 10 });
  });

  it("counts a right once, however it is divided below, and sums rights given directly to several below", () => {
    const rights = [
      right(10, 4, "interior", "state"),
      right(6, 4, "police", "interior", "state"),
      right(3, 1, "hospital", "health", "state"),
      right(2, 0, "agency", "health", "state"),
    ];
    expect(activityByMinistry("state", [], rights, [], 10)).toMatchObject([
      { organisationId: "interior", nominal: 10, guarantee: 4, lendLimit: 6 },
      { organisationId: "health", nominal: 5, guarantee: 1, lendLimit: 4 },
    ]);
  });

  it("leaves to the State what its own right is not divided into, and what unknown nodes run", () => {
    const rights = [right(20, 0, "state"), right(12, 0, "interior", "state")];
    const live = activityByMinistry("state", [], rights, [report({ nodeId: "gone", running: 2 })], 10);
    expect(live).toMatchObject([
      { organisationId: "interior", nominal: 12 },
      { organisationId: "state", nominal: 8, running: 2 },
    ]);
  });
});
