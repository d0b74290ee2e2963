import { hkdfSync } from "node:crypto";
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from "@nestjs/common";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { Registry } from "prom-client";
import type { LogSettings } from "../../../platform/config/log-settings.js";
import { monthlyPseudonym } from "../../domain/log-entry.js";
import { LOGS, originOf, type LogName } from "../../domain/log-name.js";
import { NOTE_TYPES, noteSigner, parseVerifierKey, type NoteSigner, type NoteVerifier } from "../../domain/note/note-key.js";
import type { LogStorage } from "../../ports/log-storage.port.js";
import type { SequencerPorts } from "../../use-cases/sequence-log.js";
import { PgLogQueueDoor } from "../postgres/pg-log-queue.js";
import { HttpWitness } from "../witness/http-witness.js";
import { LogKeeper } from "./log-keeper.js";
import { LogMetrics } from "./log-metrics.js";

export const signerOf = (settings: LogSettings, log: LogName): NoteSigner =>
  noteSigner(originOf(settings.origin, log), NOTE_TYPES.ed25519, settings.signingKey);

/** The keys that a log's checkpoints may be signed with: today's, and earlier ones. */
export const verifiersOf = (settings: LogSettings, log: LogName): readonly NoteVerifier[] => [
  signerOf(settings, log),
  ...earlierKeys(settings),
];

const earlierKeys = ({ earlierKeys: keys }: LogSettings): readonly NoteVerifier[] =>
  keys.map(parseVerifierKey).filter((key) => key !== null);

/** Both logs' keepers; none when no log is configured. */
export class LogKeepers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly keepers: readonly LogKeeper[];

  constructor(
    settings: LogSettings | null,
    storage: LogStorage | null,
    dataSource: DataSource,
    registry: Registry,
    private readonly logger: Logger,
  ) {
    if (settings === null || storage === null) {
      this.keepers = [];
      return;
    }
    const metrics = new LogMetrics(registry);
    const door = new PgLogQueueDoor(dataSource);
    const ports = (log: LogName): SequencerPorts => ({
      storage,
      signer: signerOf(settings, log),
      earlier: earlierKeys(settings),
      pseudonym: monthlyPseudonym(pseudonymSecret(settings)),
      witness: settings.witnessUrl === null ? null : new HttpWitness(settings.witnessUrl),
      alarm: (event, detail) => {
        metrics.alarm(event);
        this.logger.error({ event: `log.${event}`, log, detail });
      },
    });
    this.keepers = LOGS.map((log) => new LogKeeper(log, door, ports(log), metrics, logger));
  }

  onApplicationBootstrap(): void {
    for (const keeper of this.keepers) keeper.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.keepers.map((keeper) => keeper.stop()));
  }
}

/** Derived from the log's own key, so that there is one secret to keep; it says nothing of that key. */
const pseudonymSecret = ({ signingKey }: LogSettings): Uint8Array =>
  new Uint8Array(
    hkdfSync("sha256", signingKey.export({ format: "der", type: "pkcs8" }), "", "socle log pseudonyms", 32),
  );
