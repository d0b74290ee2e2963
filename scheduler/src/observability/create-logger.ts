import { pino } from "pino";
import type { DestinationStream } from "pino";
import type { Logger } from "../kernel/logger.port.js";

export interface LoggerSettings {
  readonly level: "silent" | "error" | "warn" | "info" | "debug";
  readonly replica: string;
}

/** Fields that are never written whatever a caller passes. */
const SECRET_FIELDS = ["authorization", "key", "token", "password", "body", "prompt", "messages"];

/**
 * JSON lines on standard output: `time`, `level`, `event`, and the event's fields. No line per request: those are
 * metrics and sampled traces.
 */
export function createLogger({ level, replica }: LoggerSettings, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { service: "scheduler", replica },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`]), remove: true },
  };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  return {
    info: (event, fields) => log.info({ ...fields, event }),
    warn: (event, fields) => log.warn({ ...fields, event }),
    error: (event, fields) => log.error({ ...fields, event }),
  };
}
