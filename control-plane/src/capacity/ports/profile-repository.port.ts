import type { Context } from "../../kernel/use-case.js";
import type { ThroughputProfile } from "../domain/profiles/throughput-profile.js";

/** Profiles that operators put on record, beside those that Socle comes with. */
export interface ProfileRepository {
  /** By key, then version. */
  all(ctx: Context): Promise<readonly ThroughputProfile[]>;
  /** False when that version of that configuration is on record. */
  insert(ctx: Context, id: string, profile: ThroughputProfile, by: string, at: Date): Promise<boolean>;
}
