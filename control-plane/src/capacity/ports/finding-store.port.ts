import type { Context } from "../../kernel/use-case.js";
import type { DeclaredGpus, FindingChanges, KeptFinding, ObservedGpus } from "../domain/finding/capacity-finding.js";

/** What is declared, what is seen, and where they part. Only who sees the whole tree has any of it. */
export interface FindingStore {
  /** By pool and kind, of the lines of a campaign's declarations that their ministry has validated. */
  declared(ctx: Context, campaignId: string): Promise<readonly DeclaredGpus[]>;
  /** What agents counted; what the serving room records of pools where no agent did. */
  observed(ctx: Context): Promise<readonly ObservedGpus[]>;
  /** Takes the place of what was seen of that pool and kind before. */
  recordObserved(ctx: Context, observed: readonly ObservedGpus[]): Promise<void>;
  /** Open ones first, the widest differences first. */
  findings(ctx: Context, campaignId: string): Promise<readonly KeptFinding[]>;
  keep(ctx: Context, campaignId: string, changes: FindingChanges): Promise<void>;
}
