import type { Context } from "../../kernel/use-case.js";
import type { CapacityLine } from "../domain/declaration/capacity-line.js";
import type { CapacityNeed } from "../domain/need/capacity-need.js";

export interface AcceptedLine {
  readonly id: string;
  readonly declarationId: string;
  readonly organisationId: string;
  readonly line: CapacityLine;
}

/** What the State took over in a campaign: the input of consolidation, sizing and rounds. All in a stable order. */
export interface AcceptedCapacity {
  /** Lines of accepted declarations, by organisation, then reference. */
  lines(ctx: Context, campaignId: string): Promise<readonly AcceptedLine[]>;
  /** Accepted needs, by organisation, then reference; matched, partially matched and unmet ones are accepted. */
  needs(ctx: Context, campaignId: string): Promise<readonly CapacityNeed[]>;
}
