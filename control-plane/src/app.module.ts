import { Module, type DynamicModule } from "@nestjs/common";
import { AllocationModule } from "./allocation/index.js";
import { AuditReportModule } from "./audit-report/index.js";
import { AuditModule } from "./audit/index.js";
import { CapacityModule } from "./capacity/index.js";
import { ComplianceModule } from "./compliance/index.js";
import { HomeModule } from "./home/index.js";
import type { Clock } from "./kernel/clock.js";
import { LedgerModule } from "./ledger/index.js";
import type { Config } from "./platform/config/config.js";
import { graphqlModule } from "./platform/graphql/graphql.module.js";
import { PlatformModule } from "./platform/platform.module.js";
import { PlanModule } from "./plan/index.js";
import { RegistryModule } from "./registry/index.js";
import { RoadmapsModule } from "./roadmaps/index.js";
import { ServingModule } from "./serving/index.js";
import { TenancyModule } from "./tenancy/index.js";

/** Every room of the control plane, one line each. */
export const ROOMS = [
  TenancyModule,
  AuditModule,
  RegistryModule,
  CapacityModule,
  AllocationModule,
  ServingModule,
  LedgerModule,
  RoadmapsModule,
  PlanModule,
  ComplianceModule,
  HomeModule,
  AuditReportModule,
] as const;

@Module({})
export class AppModule {
  static with(config: Config, clock?: Clock): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(config, clock), graphqlModule(), ...ROOMS] };
  }
}
