import type { Context } from "../../kernel/use-case.js";
import type { Campaign, CampaignKind, CampaignState } from "../domain/campaign/campaign.js";

export interface CampaignQuery {
  /** Matched in the name, whatever the case and the accents; empty for all. */
  readonly search: string;
  /** Empty for all. */
  readonly states: readonly CampaignState[];
  readonly kind: CampaignKind | null;
  readonly first: number;
  /** Cursor of the row before the page; `null` for the first page. */
  readonly after: string | null;
}

/** One more row than `first` when there is a next page. */
export interface Rows<Row> {
  readonly rows: readonly { readonly cursor: string; readonly row: Row }[];
  readonly hasNextPage: boolean;
}

/** Campaigns that the context's actor may know of. */
export interface CampaignRepository {
  find(ctx: Context, id: string): Promise<Campaign | null>;
  findMany(ctx: Context, ids: readonly string[]): Promise<readonly Campaign[]>;
  /** What this actor created under this key before. */
  findCreated(ctx: Context, createdBy: string, idempotencyKey: string): Promise<Campaign | null>;
  /** False when somebody else wrote what may stand only once a moment before: read it again. */
  insert(ctx: Context, campaign: Campaign, idempotencyKey: string | null): Promise<boolean>;
  /** Writes the next version; false when the stored version is not `campaign.version - 1` any more. */
  update(ctx: Context, campaign: Campaign): Promise<boolean>;
  /** Latest end first. */
  page(ctx: Context, query: CampaignQuery): Promise<Rows<Campaign>>;
  /** Open ones whose end has passed at that time. */
  overdue(ctx: Context, at: Date): Promise<readonly Campaign[]>;
}
