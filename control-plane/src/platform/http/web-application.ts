import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { NestFactory } from "@nestjs/core";
import type { NestExpressApplication } from "@nestjs/platform-express";
import express from "express";
import type { DynamicModule } from "@nestjs/common";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Config } from "../config/config.js";
import { keepDigest, signAnswers } from "../internal-auth/signed-answers.js";
import { serveConsole } from "../console/console-files.js";
import { NestLogger } from "../logging/nest-logger.js";
import { StartError } from "../start-error.js";
import { LOGGER, METRICS } from "../tokens.js";
import { BoundedExpressAdapter, HTTP_LIMITS, type HttpLimits } from "./bounded-adapter.js";
import { FaultFilter } from "./fault.filter.js";
import { httpMetrics } from "./http-metrics.js";
import { securityHeaders } from "./security-headers.js";

const BROWSER_BODY = "512kb";
/** Usage and lease batches of a replica. */
const INTERNAL_BODY = "16mb";
/** How long calls under way, long polls above all, may hold up a stop. */
const STOP_SECONDS = 5;

export interface WebApplication {
  readonly port: number;
  readonly logger: Logger;
  stop(): Promise<void>;
}

/** Builds the rooms, then listens. @throws StartError when the database or the port is not to be had */
export async function startWebApplication(
  module: DynamicModule,
  config: Config,
  log: Logger,
  limits: HttpLimits = HTTP_LIMITS,
): Promise<WebApplication> {
  const nestLogger = new NestLogger(log);
  const app = await NestFactory.create<NestExpressApplication>(module, new BoundedExpressAdapter(limits), {
    logger: nestLogger,
    bodyParser: false,
    abortOnError: false,
  });
  const logger = app.get<Logger>(LOGGER);
  const http = app.getHttpAdapter().getInstance();
  http.disable("x-powered-by");
  http.set("trust proxy", [...config.trustedProxies]);
  http.use(securityHeaders(config.publicUrl.protocol === "https:"));
  http.use(httpMetrics(app.get<Registry>(METRICS)));
  http.use("/internal", signAnswers(config.snapshotSigningKey));
  http.use("/internal", express.json({ limit: INTERNAL_BODY, verify: keepDigest }));
  http.use(express.json({ limit: BROWSER_BODY }));
  if (config.consoleDir !== null) serveConsole(http, config.consoleDir);
  app.useGlobalFilters(new FaultFilter(logger));
  await app.init();
  const server = await listen(app, config);
  nestLogger.hasStarted();
  return { port: (server.address() as AddressInfo).port, logger, stop: () => stop(app, server) };
}

async function listen(app: NestExpressApplication, config: Config): Promise<Server> {
  try {
    return await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    const code: unknown = (error as { code?: unknown }).code;
    const reason = code === "EADDRINUSE" ? "is taken" : `cannot be listened on (${String(code)})`;
    throw new StartError(`SOCLE_PORT: ${config.host}:${config.port} ${reason}`, { cause: error });
  }
}

async function stop(app: NestExpressApplication, server: Server): Promise<void> {
  const deadline = setTimeout(() => server.closeAllConnections(), STOP_SECONDS * 1000);
  server.closeIdleConnections();
  await app.close();
  clearTimeout(deadline);
}
