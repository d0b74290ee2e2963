import type { Context } from "../../../../kernel/use-case.js";
import { countOf, rowsOf } from "../../../../platform/database/pg-transaction.js";
import type { ThroughputProfile } from "../../../domain/profiles/throughput-profile.js";
import type { ProfileRepository } from "../../../ports/profile-repository.port.js";

export class PgProfileRepository implements ProfileRepository {
  async all(ctx: Context): Promise<readonly ThroughputProfile[]> {
    const sql = `SELECT content FROM throughput_profile ORDER BY key COLLATE "C", version`;
    return (await rowsOf<{ content: ThroughputProfile }>(ctx, sql)).map(({ content }) => content);
  }

  async insert(ctx: Context, id: string, profile: ThroughputProfile, by: string, at: Date): Promise<boolean> {
    const sql = `INSERT INTO throughput_profile (id, key, version, content, registered_by, registered_at)
      VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key, version) DO NOTHING`;
    return (await countOf(ctx, sql, [id, profile.key, profile.version, JSON.stringify(profile), by, at])) === 1;
  }
}
