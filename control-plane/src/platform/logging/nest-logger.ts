import type { LoggerService } from "@nestjs/common";
import type { Logger } from "pino";

/** Lets the framework speak through the same log; its start-up chatter is debug. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ event: "framework", context, message: String(message) });
  }
  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ event: "framework.warned", context, message: String(message) });
  }
  error(message: unknown, stack?: unknown): void {
    this.logger.error({ event: "framework.failed", message: String(message), stack });
  }
}
