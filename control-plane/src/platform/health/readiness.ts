import type { DataSource } from "typeorm";
import { reasonOf } from "../database/database-fault.js";
import { missingMigrations } from "../database/migrator.js";

export interface ReadinessReport {
  readonly ready: boolean;
  readonly database: "ok" | "unavailable" | "migrations_missing";
  readonly missingMigrations: readonly string[];
}

/** Ready means: the database answers and its schema is this build's. */
export class Readiness {
  constructor(private readonly dataSource: DataSource) {}

  async check(): Promise<ReadinessReport & { readonly reason?: string }> {
    try {
      const missing = await missingMigrations(this.dataSource);
      const database = missing.length === 0 ? "ok" : "migrations_missing";
      return { ready: missing.length === 0, database, missingMigrations: missing };
    } catch (error) {
      return { ready: false, database: "unavailable", missingMigrations: [], reason: reasonOf(error) };
    }
  }
}
