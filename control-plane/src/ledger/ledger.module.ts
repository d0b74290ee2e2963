import { Module } from "@nestjs/common";
import type { RuleWords } from "../kernel/rule-words.js";
import { RULE_WORDS } from "../platform/tokens.js";
import { RegistryModule } from "../registry/index.js";
import { TenancyModule } from "../tenancy/index.js";
import { bundleRuleTexts } from "./adapters/policies/bundle-rule-texts.js";
import { NameLoader } from "./adapters/graphql/name-loader.js";
import { RequestResolver } from "./adapters/graphql/request.resolver.js";
import { UsageReportResolver, UsageRowResolver, UseCaseUsageResolver } from "./adapters/graphql/usage.resolver.js";
import { UsageController } from "./adapters/http/usage.controller.js";
import { ledgerPorts } from "./ledger.composition.js";
import { LEDGER_PORTS, USAGE_SETTLEMENT } from "./ledger.tokens.js";
import type { LedgerPorts } from "./ports/ledger-ports.js";
import type { UsageSettlement } from "./ports/usage-settlement.port.js";

/** What was used: the schedulers' records, their sums, and why each request was answered as it was. */
@Module({
  imports: [TenancyModule, RegistryModule],
  controllers: [UsageController],
  providers: [
    {
      provide: LEDGER_PORTS,
      inject: [USAGE_SETTLEMENT, RULE_WORDS],
      useFactory: (settle: UsageSettlement, words: RuleWords): LedgerPorts => ({
        ...ledgerPorts,
        settle,
        rules: bundleRuleTexts(words),
      }),
    },
    NameLoader,
    UsageReportResolver,
    UsageRowResolver,
    UseCaseUsageResolver,
    RequestResolver,
  ],
  exports: [LEDGER_PORTS],
})
export class LedgerModule {}
