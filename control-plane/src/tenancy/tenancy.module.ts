import { Global, Module } from "@nestjs/common";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { UseCaseRunner } from "../kernel/use-case.js";
import type { Config } from "../platform/config/config.js";
import type { Transactions } from "../platform/use-case-runner/transactions.port.js";
import {
  AUTHORISER,
  CLOCK,
  CONFIG,
  ID_SOURCE,
  LOGGER,
  METRICS,
  REQUEST_IDENTITY,
  TRANSACTIONS,
  USE_CASE_RUNNER,
} from "../platform/tokens.js";
import { CaslAuthoriser } from "./adapters/casl/casl-authoriser.js";
import { OrganisationLoader } from "./adapters/graphql/organisation-loader.js";
import { PersonNameLoader } from "./adapters/graphql/person-name-loader.js";
import { DetailReadResolver } from "./adapters/graphql/detail-read.resolver.js";
import { EmergencyAccessResolver } from "./adapters/graphql/emergency-access.resolver.js";
import { MembershipChangeResolver } from "./adapters/graphql/membership-change.resolver.js";
import { MembershipResolver } from "./adapters/graphql/membership.resolver.js";
import { TenancyMutations } from "./adapters/graphql/tenancy.mutations.js";
import { MeResolver, OrganisationResolver } from "./adapters/graphql/tenancy.resolver.js";
import { SessionIdentity } from "./adapters/http/session-identity.js";
import { SignInController } from "./adapters/http/sign-in.controller.js";
import { SignOutController } from "./adapters/http/sign-out.controller.js";
import { OpenidProvider } from "./adapters/oidc/openid-provider.js";
import { PgDetailReadLog } from "./adapters/postgres/pg-detail-read-log.js";
import { PgOrganisationRepository } from "./adapters/postgres/pg-organisation-repository.js";
import { EmergencyGauge } from "./adapters/postgres/emergency-gauge.js";
import { PgEmergencyAccesses } from "./adapters/postgres/pg-emergency-accesses.js";
import { PgMembershipChanges } from "./adapters/postgres/pg-membership-changes.js";
import {
  PgMembershipRepository,
  PgPersonRepository,
  PgSessionRepository,
} from "./adapters/postgres/pg-people-repositories.js";
import { DetailReads, type DetailReadsParts } from "./adapters/read-log/detail-reads.js";
import type { OrganisationRepository } from "./ports/organisation-repository.port.js";
import {
  DETAIL_READ_LOG,
  IDENTITY_PROVIDER,
  MEMBERSHIPS,
  ORGANISATIONS,
  PERSONS,
  SESSIONS,
  TENANCY_PORTS,
} from "./tenancy.tokens.js";
import type { TenancyPorts } from "./ports/tenancy-ports.js";

@Global()
@Module({
  controllers: [SignInController, SignOutController],
  providers: [
    { provide: ORGANISATIONS, useClass: PgOrganisationRepository },
    { provide: PERSONS, useClass: PgPersonRepository },
    { provide: MEMBERSHIPS, useClass: PgMembershipRepository },
    { provide: SESSIONS, useClass: PgSessionRepository },
    {
      provide: TENANCY_PORTS,
      inject: [ORGANISATIONS, PERSONS, MEMBERSHIPS, SESSIONS],
      useFactory: (
        organisations: TenancyPorts["organisations"],
        persons: TenancyPorts["persons"],
        memberships: TenancyPorts["memberships"],
        sessions: TenancyPorts["sessions"],
      ): TenancyPorts => ({
        organisations,
        persons,
        memberships,
        sessions,
        changes: new PgMembershipChanges(),
        emergencies: new PgEmergencyAccesses(),
      }),
    },
    {
      provide: IDENTITY_PROVIDER,
      inject: [CONFIG, LOGGER],
      useFactory: (config: Config, logger: Logger) => new OpenidProvider(config.oidc, logger),
    },
    {
      provide: AUTHORISER,
      inject: [ORGANISATIONS],
      useFactory: (organisations: OrganisationRepository) => new CaslAuthoriser(organisations),
    },
    {
      provide: REQUEST_IDENTITY,
      inject: [USE_CASE_RUNNER, TENANCY_PORTS, CONFIG],
      useFactory: (runner: UseCaseRunner, ports: TenancyPorts, config: Config) =>
        new SessionIdentity(runner, ports, config.sessionSecret),
    },
    {
      provide: EmergencyGauge,
      inject: [TRANSACTIONS, METRICS],
      useFactory: (transactions: Transactions, metrics: Registry) => new EmergencyGauge(transactions, metrics),
    },
    OrganisationLoader,
    PersonNameLoader,
    { provide: DETAIL_READ_LOG, useClass: PgDetailReadLog },
    {
      provide: DetailReads,
      inject: [TRANSACTIONS, DETAIL_READ_LOG, ORGANISATIONS, CLOCK, ID_SOURCE, LOGGER],
      useFactory: (
        transactions: DetailReadsParts["transactions"],
        log: DetailReadsParts["log"],
        organisations: DetailReadsParts["organisations"],
        clock: DetailReadsParts["clock"],
        ids: DetailReadsParts["ids"],
        logger: Logger,
      ) => new DetailReads({ transactions, log, organisations, clock, ids, logger }),
    },
    OrganisationResolver,
    TenancyMutations,
    DetailReadResolver,
    MeResolver,
    MembershipResolver,
    MembershipChangeResolver,
    EmergencyAccessResolver,
  ],
  exports: [AUTHORISER, REQUEST_IDENTITY, ORGANISATIONS, OrganisationLoader, PersonNameLoader, DetailReads],
})
export class TenancyModule {}
