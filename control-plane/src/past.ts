// node …/past.js FILE: lives the past of a seed file that was applied to the registry of DATABASE_URL, once.
import "reflect-metadata";
import { readFileSync } from "node:fs";
import { NestFactory } from "@nestjs/core";
import { GraphQLSchemaHost } from "@nestjs/graphql";
import { AppModule } from "./app.module.js";
import { systemClock } from "./kernel/clock.js";
import { ingestUsage, LEDGER_PORTS, type LedgerPorts } from "./ledger/index.js";
import { loadConfig } from "./platform/config/config.js";
import { createLogger } from "./platform/logging/logger.js";
import { NestLogger } from "./platform/logging/nest-logger.js";
import { TRANSACTIONS } from "./platform/tokens.js";
import type { Transactions } from "./platform/use-case-runner/transactions.port.js";
import { GraphqlStage } from "./seed/adapters/graphql/graphql-stage.js";
import { readPastNames } from "./seed/adapters/rooms/past-names.js";
import { StandingClock } from "./seed/adapters/rooms/standing-clock.js";
import { readSeedFile } from "./seed/adapters/yaml/read-seed-file.js";
import { placeIn, writeMistakes } from "./seed/adapters/yaml/read-seed.js";
import { momentOf } from "./seed/domain/seed-words.js";
import { livePast } from "./seed/use-cases/live-past.js";

const [file = ""] = process.argv.slice(2);
const document = readSeedFile(file);
if (document?.past != null) {
  const today = systemClock.now();
  const clock = new StandingClock(momentOf(today, document.past.daysAgo, 0));
  // Logs are kept by the control plane that starts after this one.
  const config = { ...loadConfig(), logs: null, consoleDir: null };
  const logger = new NestLogger(createLogger("warn"));
  const app = await NestFactory.create(AppModule.with(config, clock), { logger, abortOnError: false });
  try {
    await app.init();
    const transactions = app.get<Transactions>(TRANSACTIONS);
    const names = await readPastNames(transactions, today);
    if (names === null) console.error(`${file}: people have acted here: its past is not lived`);
    else {
      const stage = new GraphqlStage(
        app.get(GraphQLSchemaHost).schema,
        transactions,
        ingestUsage(app.get<LedgerPorts>(LEDGER_PORTS)),
        clock,
      );
      const refused = await livePast(stage, document.past, names, today);
      if (refused !== null) {
        console.error(writeMistakes(file, [placeIn(readFileSync(file, "utf8"), refused)]));
        process.exitCode = 1;
      }
    }
  } finally {
    await app.close();
  }
}
