import { hundredths, topAllocations, type PlacedAllocation } from "./allocation.js";
import { ministryOf, type TreeNode } from "./node.js";
import type { MinistryActivity } from "./pool-live.js";

/** One node's line of one replica's report. */
export interface ReportedActivity {
  readonly nodeId: string;
  readonly replica: string;
  readonly running: number;
  readonly waiting: number;
  readonly gpuSeconds: number;
  /** Milliseconds that `gpuSeconds` covers. */
  readonly windowMs: number;
  readonly at: Date;
}

type Totals = { -readonly [Figure in Exclude<keyof MinistryActivity, "organisationId">]: MinistryActivity[Figure] };

const NONE: Totals = {
  nominal: 0,
  guarantee: 0,
  lendLimit: 0,
  occupied: 0,
  gpuSeconds: 0,
  running: 0,
  waiting: 0,
};

/**
 * Rights and activity of a pool by ministry (the root's children), in the order of ids. Service is averaged over
 * `windowSeconds`; a report that covers more than that counts for its part. What runs now is each replica's last word on
 * a node. Rights held by the State itself, less what is carved out of them, and activity of unknown nodes are counted
 * under the root.
 */
export function activityByMinistry(
  root: string,
  nodes: readonly TreeNode[],
  allocations: readonly PlacedAllocation[],
  reports: readonly ReportedActivity[],
  windowSeconds: number,
): readonly MinistryActivity[] {
  const paths = new Map(nodes.map((node) => [node.id, node.path]));
  const totals = new Map<string, Totals>();
  const of = (ministry: string): Totals => {
    const known = totals.get(ministry) ?? { ...NONE };
    totals.set(ministry, known);
    return known;
  };
  addRights(root, allocations, of);
  for (const report of reports) {
    const total = of(ministryOf(paths.get(report.nodeId) ?? [root]));
    const inWindow = report.gpuSeconds * Math.min(1, (windowSeconds * 1000) / report.windowMs);
    total.gpuSeconds += inWindow;
    total.occupied += inWindow / windowSeconds;
  }
  for (const last of lastWords(reports)) {
    const total = of(ministryOf(paths.get(last.nodeId) ?? [root]));
    total.running += last.running;
    total.waiting += last.waiting;
  }
  // By right, not by use: rows keep their place while figures change.
  return [...totals.entries()]
    .sort(([left, a], [right, b]) => b.nominal - a.nominal || (left < right ? -1 : 1))
    .map(([organisationId, figures]) => ({ organisationId, ...figures }));
}

function addRights(root: string, allocations: readonly PlacedAllocation[], of: (ministry: string) => Totals): void {
  const held = allocations.find((allocation) => allocation.nodeId === root);
  const tops = topAllocations(allocations.filter((allocation) => allocation !== held));
  for (const allocation of tops) {
    const total = of(ministryOf(allocation.path));
    total.nominal += allocation.nominal;
    total.guarantee += allocation.guarantee;
    total.lendLimit = (total.lendLimit ?? 0) + (allocation.lendLimit ?? allocation.nominal - allocation.guarantee);
  }
  if (held === undefined) return;
  const carved = tops.reduce((sum, allocation) => sum + hundredths(allocation.nominal), 0);
  const rest = Math.max(0, hundredths(held.nominal) - carved) / 100;
  const total = of(root);
  total.nominal += rest;
  total.guarantee += Math.min(rest, held.guarantee);
  total.lendLimit = rest;
}

function lastWords(reports: readonly ReportedActivity[]): readonly ReportedActivity[] {
  const last = new Map<string, ReportedActivity>();
  for (const report of reports) {
    const key = `${report.replica}/${report.nodeId}`;
    const known = last.get(key);
    if (known === undefined || known.at <= report.at) last.set(key, report);
  }
  return [...last.values()];
}
