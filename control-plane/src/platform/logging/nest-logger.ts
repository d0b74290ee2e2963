import type { LoggerService } from "@nestjs/common";
import type { Logger } from "pino";

/** Lets the framework speak through the same log; its start-up chatter is debug. */
export class NestLogger implements LoggerService {
  private started = false;

  constructor(private readonly logger: Logger) {}

  /** What fails before this is thrown to the entry, which says it in one line; from here on it is logged. */
  hasStarted(): void {
    this.started = true;
  }

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ event: "framework", context, message: String(message) });
  }
  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ event: "framework.warned", context, message: String(message) });
  }
  error(message: unknown, stack?: unknown): void {
    const level = this.started ? "error" : "debug";
    this.logger[level]({ event: "framework.failed", message: String(message), stack });
  }
}
