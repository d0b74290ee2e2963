import type { AuditedLog, LogStanding } from "../domain/log-standing.js";

/** Checks a log as it is published at this moment. */
export interface LogChecker {
  check(log: AuditedLog): Promise<Omit<LogStanding, "log" | "firstIndex" | "lastIndex">>;
}
