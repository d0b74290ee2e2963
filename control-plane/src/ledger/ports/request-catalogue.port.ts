import type { RequestRecordV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { LedgerEntry } from "../domain/ledger-entry.js";

export interface RequestFilter {
  readonly outcomes?: readonly string[];
  readonly codes?: readonly string[];
  readonly useCaseId?: string;
  /** This organisation and everything below it. */
  readonly organisationId?: string;
  readonly applicationId?: string;
  /** From inclusive, to exclusive. */
  readonly from?: Date;
  readonly to?: Date;
  readonly decisionId?: string;
  /** Of the administrative decision that requests named. */
  readonly decisionRef?: string;
}

/** The last entry of the page before: its time in milliseconds and its decision. */
export interface RequestCursor {
  readonly at: number;
  readonly decisionId: string;
}

/** Requests as people look for them, newest first, cut to what the actor may see. */
export interface RequestCatalogue {
  page(
    ctx: Context,
    filter: RequestFilter,
    first: number,
    after: RequestCursor | null,
  ): Promise<readonly LedgerEntry[]>;
  find(ctx: Context, decisionId: RequestRecordV1["decision"]["id"]): Promise<LedgerEntry | null>;
}
