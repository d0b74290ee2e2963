import type { AddressInfo } from "node:net";
import { noteSigner, NOTE_TYPES, parseVerifierKey } from "./audit/domain/note/note-key.js";
import { WitnessDesk } from "./audit/domain/witness/witness-desk.js";
import { FolderWitnessMemory } from "./audit/adapters/witness/folder-witness-memory.js";
import { witnessServer } from "./audit/adapters/witness/witness-server.js";
import { systemClock } from "./kernel/clock.js";
import { loadWitnessConfig } from "./platform/config/witness-config.js";
import { createLogger } from "./platform/logging/logger.js";

// The compliance cell's own service: it shares neither key, state nor database with what it watches.
const config = loadWitnessConfig();
const logger = createLogger("info");
const logs = config.logKeys.map(parseVerifierKey);
if (logs.includes(null)) {
  console.error("SOCLE_WITNESS_LOG_KEYS: has something that is no verifier key");
  process.exit(1);
}
const signer = noteSigner(config.name, NOTE_TYPES.cosignature, config.privateKey);
const memory = new FolderWitnessMemory(config.stateDir);
const desk = new WitnessDesk(
  logs.filter((key) => key !== null),
  signer,
  memory,
  systemClock,
);
const server = witnessServer(desk, (error) => logger.error({ event: "witness.failed", reason: String(error) }));
server.listen(config.port, config.host, () => {
  logger.info({ event: "listening", host: config.host, port: (server.address() as AddressInfo).port });
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => server.close(() => process.exit(0)));
