import { hkdfSync } from "node:crypto";
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from "@nestjs/common";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { Registry } from "prom-client";
import type { Clock } from "../../../kernel/clock.js";
import type { LogSettings } from "../../../platform/config/log-settings.js";
import type { StandingFaults } from "../../../platform/health/standing-faults.js";
import { monthlyPseudonym } from "../../domain/log-entry.js";
import { LOGS, originOf, type LogName } from "../../domain/log-name.js";
import {
  NOTE_TYPES,
  noteSigner,
  parseVerifierKey,
  type NoteSigner,
  type NoteVerifier,
} from "../../domain/note/note-key.js";
import type { LogStorage } from "../../ports/log-storage.port.js";
import type { SequencerPorts } from "../../use-cases/sequence-log.js";
import type { LogActs } from "../postgres/log-acts.js";
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

export interface LogKeepersParts {
  readonly settings: LogSettings;
  readonly storage: LogStorage;
  readonly dataSource: DataSource;
  readonly registry: Registry;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly acts: LogActs;
  readonly faults: StandingFaults;
}

/** Both logs' keepers; none when no log is configured. */
export class LogKeepers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly keepers: readonly LogKeeper[];

  constructor(parts: LogKeepersParts | null) {
    this.keepers = parts === null ? [] : keepersOf(parts);
  }

  onApplicationBootstrap(): void {
    for (const keeper of this.keepers) keeper.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.keepers.map((keeper) => keeper.stop()));
  }
}

function keepersOf(parts: LogKeepersParts): LogKeeper[] {
  const { settings, storage, dataSource, registry, logger, clock, acts, faults } = parts;
  const metrics = new LogMetrics(registry);
  const door = new PgLogQueueDoor(dataSource);
  const { retentionMonths, witnessRequired, witnessUrl } = settings;
  const ports = (log: LogName): SequencerPorts => ({
    storage,
    signer: signerOf(settings, log),
    earlier: earlierKeys(settings),
    pseudonym: monthlyPseudonym(pseudonymSecret(settings)),
    witness: witnessUrl === null ? null : new HttpWitness(witnessUrl),
    witnessRequired,
    alarm: (event, detail) => {
      metrics.alarm(event);
      logger.error({ event: `log.${event}`, log, detail });
    },
  });
  const stands = (log: LogName, code: string | null): void => {
    metrics.stands(log, code);
    faults.set(`log ${log}`, code);
  };
  const shared = { door, retentionMonths, metrics, logger, clock, stands, announce: acts.announce.bind(acts) };
  return LOGS.map((log) => new LogKeeper(log, { ...shared, ports: ports(log) }));
}

/** Derived from the log's own key, so that there is one secret to keep; it says nothing of that key. */
const pseudonymSecret = ({ signingKey }: LogSettings): Uint8Array =>
  new Uint8Array(
    hkdfSync("sha256", signingKey.export({ format: "der", type: "pkcs8" }), "", "socle log pseudonyms", 32),
  );
