import { Module } from "@nestjs/common";
import type { RuleWords } from "../kernel/rule-words.js";
import type { UseCaseRunner } from "../kernel/use-case.js";
import { RULE_WORDS, USE_CASE_RUNNER } from "../platform/tokens.js";
import { RegistryModule } from "../registry/index.js";
import { TenancyModule } from "../tenancy/index.js";
import { bundleRuleTexts } from "./adapters/policies/bundle-rule-texts.js";
import { NameLoader } from "./adapters/graphql/name-loader.js";
import { RequestResolver } from "./adapters/graphql/request.resolver.js";
import { UsageReportResolver, UsageRowResolver, UseCaseUsageResolver } from "./adapters/graphql/usage.resolver.js";
import { UsageController } from "./adapters/http/usage.controller.js";
import { ingestOnPostgres, ledgerPorts, reportOnPostgres } from "./ledger.composition.js";
import {
  EXPLAIN_DECISION,
  INGEST_USAGE,
  REPORT_USAGE,
  REQUEST_CATALOGUE,
  USAGE_LEDGER,
  USAGE_SETTLEMENT,
} from "./ledger.tokens.js";
import { explainDecision } from "./use-cases/explain-decision.js";

/** What was used: the schedulers' records, their sums, and why each request was answered as it was. */
@Module({
  imports: [TenancyModule, RegistryModule],
  controllers: [UsageController],
  providers: [
    { provide: INGEST_USAGE, inject: [USAGE_SETTLEMENT], useFactory: ingestOnPostgres },
    { provide: REPORT_USAGE, useValue: reportOnPostgres },
    { provide: REQUEST_CATALOGUE, useValue: ledgerPorts.catalogue },
    { provide: USAGE_LEDGER, useValue: ledgerPorts.ledger },
    {
      provide: EXPLAIN_DECISION,
      inject: [RULE_WORDS],
      useFactory: (words: RuleWords) => explainDecision({ ...ledgerPorts, rules: bundleRuleTexts(words) }),
    },
    {
      provide: NameLoader,
      inject: [USE_CASE_RUNNER],
      useFactory: (runner: UseCaseRunner) => new NameLoader(runner, ledgerPorts.names),
    },
    UsageReportResolver,
    UsageRowResolver,
    UseCaseUsageResolver,
    RequestResolver,
  ],
})
export class LedgerModule {}
