import { Module } from "@nestjs/common";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Config } from "../platform/config/config.js";
import { CONFIG, LOGGER, METRICS, RULE_GUARD, TRANSACTIONS } from "../platform/tokens.js";
import { RegistryModule, registrySnapshotSource } from "../registry/index.js";
import { tenancySnapshotSource } from "../tenancy/index.js";
import { DeploymentResolver, ModelServing } from "./adapters/graphql/deployment.resolvers.js";
import { PoolMutations, PoolResolver } from "./adapters/graphql/pool.resolver.js";
import { ServingLoaders } from "./adapters/graphql/serving-loaders.js";
import { SnapshotResolver } from "./adapters/graphql/snapshot.resolver.js";
import { SnapshotController } from "./adapters/http/snapshot.controller.js";
import { ChangeListener } from "./adapters/postgres/change-listener.js";
import { PgFactArchive } from "./adapters/postgres/pg-fact-archive.js";
import { PgSnapshotStore } from "./adapters/postgres/pg-snapshot.store.js";
import { PublicationLifecycle } from "./adapters/publication/publication.lifecycle.js";
import { SnapshotMetrics } from "./adapters/publication/snapshot-metrics.js";
import { SnapshotPublisher } from "./adapters/publication/snapshot-publisher.js";
import { Ed25519Signer } from "./adapters/signing/ed25519-signer.js";
import { SnapshotFeed } from "./domain/snapshot-feed.js";
import type { PolicySource } from "./ports/policy-source.port.js";
import type { AllocationSource, SnapshotSources } from "./ports/snapshot-sources.port.js";
import type { PublicationTransactions } from "./ports/publication-transactions.port.js";
import { pgServingPorts, servingPorts } from "./serving.composition.js";
import { ALLOCATION_SOURCE, DEROGATION_SOURCE, LAPSE_SOURCE, POLICY_SOURCE, SERVING_PORTS } from "./serving.tokens.js";
import { servingSnapshotSource } from "./use-cases/serving-snapshot-source.js";

const sources = {
  organisations: tenancySnapshotSource,
  registry: registrySnapshotSource,
  serving: servingSnapshotSource(servingPorts.pools),
} as const;

const publisherOf = (
  config: Config,
  transactions: PublicationTransactions,
  allocation: AllocationSource,
  policies: PolicySource,
  derogations: SnapshotSources["derogations"],
  lapses: SnapshotSources["lapses"],
  feed: SnapshotFeed,
  logger: Logger,
  metrics: Registry,
): SnapshotPublisher => {
  const signer = new Ed25519Signer(config.snapshotSigningKey);
  const stores = { store: new PgSnapshotStore(), archive: new PgFactArchive() };
  const ports = {
    transactions,
    sources: { ...sources, ...allocation, derogations, lapses },
    policies,
    signer,
    ...stores,
  };
  return new SnapshotPublisher(ports, feed, new SnapshotMetrics(metrics), logger);
};

const listenerOf = (config: Config, publisher: SnapshotPublisher, logger: Logger): ChangeListener =>
  new ChangeListener(
    config.databaseUrl,
    { changed: (useCase) => publisher.changed(useCase), resumed: () => publisher.changed("") },
    logger,
  );

/** What runs where, and the snapshot by which schedulers know it all. */
@Module({
  imports: [RegistryModule],
  controllers: [SnapshotController],
  providers: [
    { provide: SERVING_PORTS, inject: [RULE_GUARD], useFactory: pgServingPorts },
    { provide: SnapshotFeed, useFactory: () => new SnapshotFeed() },
    {
      provide: SnapshotPublisher,
      inject: [
        CONFIG,
        TRANSACTIONS,
        ALLOCATION_SOURCE,
        POLICY_SOURCE,
        DEROGATION_SOURCE,
        LAPSE_SOURCE,
        SnapshotFeed,
        LOGGER,
        METRICS,
      ],
      useFactory: publisherOf,
    },
    { provide: ChangeListener, inject: [CONFIG, SnapshotPublisher, LOGGER], useFactory: listenerOf },
    {
      provide: PublicationLifecycle,
      inject: [SnapshotPublisher, ChangeListener, SnapshotFeed],
      useFactory: (publisher: SnapshotPublisher, listener: ChangeListener, feed: SnapshotFeed) =>
        new PublicationLifecycle(publisher, listener, feed),
    },
    ServingLoaders,
    PoolResolver,
    PoolMutations,
    DeploymentResolver,
    ModelServing,
    SnapshotResolver,
  ],
})
export class ServingModule {}
