import type { DataSource } from "typeorm";
import { reasonOf } from "../database/database-fault.js";
import { missingMigrations } from "../database/migrator.js";
import type { BackgroundJobs } from "../jobs/background-jobs.js";
import type { StandingFaults } from "./standing-faults.js";

export interface ReadinessReport {
  readonly ready: boolean;
  readonly database: "ok" | "unavailable" | "migrations_missing";
  readonly missingMigrations: readonly string[];
  /** Recurring jobs that no process has finished lately; the process answers requests all the same. */
  readonly lateJobs: readonly string[];
  /** What stands still meanwhile and needs somebody, as `log governance: log.diverged`. */
  readonly faults: readonly string[];
}

/** Ready means: the database answers and its schema is this build's. */
export class Readiness {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Pick<BackgroundJobs, "late">,
    private readonly standing: StandingFaults,
  ) {}

  async check(): Promise<ReadinessReport & { readonly reason?: string }> {
    const faults = this.standing.list();
    try {
      const missing = await missingMigrations(this.dataSource);
      const database = missing.length === 0 ? "ok" : "migrations_missing";
      const lateJobs = missing.length === 0 ? await this.jobs.late() : [];
      return { ready: missing.length === 0, database, missingMigrations: missing, lateJobs, faults };
    } catch (error) {
      const nothing = { missingMigrations: [], lateJobs: [] };
      return { ready: false, database: "unavailable", ...nothing, faults, reason: reasonOf(error) };
    }
  }
}
