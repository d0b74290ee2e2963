import "reflect-metadata";
import { AppModule } from "./app.module.js";
import { loadConfig } from "./platform/config/config.js";
import { startWebApplication, type WebApplication } from "./platform/http/web-application.js";
import { createLogger } from "./platform/logging/logger.js";
import { StartError } from "./platform/start-error.js";

const config = loadConfig();
const logger = createLogger(config.logLevel);
const application = await started();

// Whoever started the process waits for this line, whatever the log level.
logger.child({}, { level: "info" }).info({ event: "listening", host: config.host, port: application.port });
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));

async function started(): Promise<WebApplication> {
  try {
    return await startWebApplication(AppModule.with(config), config, logger);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function stop(signal: string): Promise<void> {
  logger.info({ event: "stopping", signal });
  await application.stop();
  logger.info({ event: "stopped" });
  process.exit(0);
}
