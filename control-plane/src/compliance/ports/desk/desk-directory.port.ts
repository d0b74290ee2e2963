import type { Context } from "../../../kernel/use-case.js";
import type { Day } from "../../domain/desk/calendar-day.js";
import type { Figure } from "../../domain/desk/counsel/opinion.js";

/** What the desk asks of the rest of the platform. */
export interface DeskDirectory {
  /** Names of those that exist, by id. */
  organisationNames(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  poolSlug(ctx: Context, id: string): Promise<string | null>;
  /** The use case and those that were merged into it, one after the other. */
  lineage(ctx: Context, useCaseId: string): Promise<readonly string[]>;
  /** Counts over the whole State, by name; none of them tells a body apart. */
  figures(ctx: Context, today: Day): Promise<readonly Figure[]>;
}
