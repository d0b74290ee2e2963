import type { DecisionV1, UsageV1 } from "@socle/contracts";

const SIZE = 1_024;

/** The last decisions of this replica, for callers who ask why. Keeping one is two assignments; finding one is a scan. */
export class RecentDecisions {
  private readonly decisions: (DecisionV1 | null)[] = new Array<DecisionV1 | null>(SIZE).fill(null);
  private readonly usages: (UsageV1 | null)[] = new Array<UsageV1 | null>(SIZE).fill(null);
  private next = 0;

  keep(decision: DecisionV1, usage: UsageV1 | null): void {
    this.decisions[this.next] = decision;
    this.usages[this.next] = usage;
    this.next = (this.next + 1) % SIZE;
  }

  find(id: string): { readonly decision: DecisionV1; readonly usage: UsageV1 | null } | null {
    const at = this.decisions.findIndex((decision) => decision?.id === id);
    const decision = this.decisions[at] ?? null;
    return decision === null ? null : { decision, usage: this.usages[at] ?? null };
  }
}
