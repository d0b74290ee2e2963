import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from "@nestjs/common";
import type { Response } from "express";
import type { Logger } from "pino";
import { UnreadableValue } from "../database/database-fault.js";
import { Fault } from "../../kernel/fault.js";

/** Status that the HTTP layer itself gives an error, e.g. 413 for a body over the limit. */
function statusOf(error: unknown): number {
  const status: unknown = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}

/** REST's side of errors: what was thrown on purpose is told, a fault is 503, a bug is recorded and not told. */
@Catch()
export class FaultFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    // GraphQL answers for itself.
    if (host.getType<string>() === "graphql") throw error;
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
    } else if (error instanceof HttpException) {
      response.status(error.getStatus()).json(error.getResponse());
    } else if (error instanceof Fault) {
      this.logger.warn({ event: "http.fault", code: error.code });
      response.status(503).setHeader("retry-after", "5").json({ code: error.code, message: error.message });
    } else if (error instanceof UnreadableValue) {
      response.status(400).json({ code: error.code, message: error.message });
    } else {
      this.answerUnexpected(error, response);
    }
  }

  private answerUnexpected(error: unknown, response: Response): void {
    const status = statusOf(error);
    if (status === 500) this.logger.error({ event: "http.failed", err: error });
    const message = status === 500 ? "Something went wrong here; it has been recorded." : "The request was refused.";
    response.status(status).json({ code: status === 500 ? "internal" : "request.refused", message });
  }
}
