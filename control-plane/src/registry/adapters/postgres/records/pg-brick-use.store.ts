import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import { uuidsOf } from "../../../../platform/database/uuid.js";
import type { BrickUseStore } from "../../../ports/brick-use.port.js";

interface Grouped {
  readonly key: string;
  readonly ids: readonly string[];
}

export class PgBrickUseStore implements BrickUseStore {
  async add(ctx: Context, use: Parameters<BrickUseStore["add"]>[1]): Promise<void> {
    await countOf(
      ctx,
      `INSERT INTO brick_use (use_case_id, organisation_id, brick_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
      [use.useCaseId, use.organisationId, use.brickId],
    );
  }

  brickIdsOf(ctx: Context, useCaseIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return grouped(ctx, "use_case_id", "brick_id", useCaseIds);
  }

  useCaseIdsOf(ctx: Context, brickIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return grouped(ctx, "brick_id", "use_case_id", brickIds);
  }
}

async function grouped(ctx: Context, key: string, value: string, ids: readonly string[]) {
  const sql = `SELECT ${key} AS key, array_agg(${value}::text ORDER BY ${value}) AS ids FROM brick_use
    WHERE ${key} = ANY ($1) GROUP BY ${key}`;
  return new Map((await rowsOf<Grouped>(ctx, sql, [uuidsOf(ids)])).map(({ key: of, ids: found }) => [of, found]));
}
