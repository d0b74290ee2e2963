import { Global, Module } from "@nestjs/common";
import type { Config } from "../platform/config/config.js";
import { CONFIG, RULE_GUARD, RULE_WORDS } from "../platform/tokens.js";
import { DEROGATION_SOURCE, POLICY_SOURCE, type PolicySource } from "../serving/index.js";
import { TenancyModule } from "../tenancy/index.js";
import { FolderBundle } from "./adapters/bundles/folder-bundle.js";
import { ActivationResolver } from "./adapters/graphql/bundles/activation.resolver.js";
import { BundleResolver } from "./adapters/graphql/bundles/bundle.resolver.js";
import { BundleMutations } from "./adapters/graphql/bundles/bundle.mutations.js";
import { ProposalResolver } from "./adapters/graphql/bundles/proposal.resolver.js";
import { DecisionTableController } from "./adapters/http/bundles/decision-table.controller.js";
import { pgActiveRules, pgBundlePorts, pgRegistryGuard } from "./bundles.composition.js";
import { ACTIVE_RULES, BUNDLE_PORTS } from "./bundles.tokens.js";
import type { ActiveRules } from "./ports/bundles/active-rules.port.js";

/** What serving publishes: the rules in force, as the publication's own transaction sees them. */
const published = (active: ActiveRules): PolicySource => ({
  async bundle(ctx) {
    const current = await active.current(ctx);
    return current.ok ? { ok: true, value: current.value.source } : current;
  },
});

/** Which rules are in force. Global: serving is given them, and other rooms their guard. */
@Global()
@Module({
  imports: [TenancyModule],
  controllers: [DecisionTableController],
  providers: [
    {
      provide: ACTIVE_RULES,
      inject: [CONFIG],
      useFactory: ({ policiesDir }: Config) => pgActiveRules(new FolderBundle(policiesDir)),
    },
    { provide: RULE_WORDS, useExisting: ACTIVE_RULES },
    { provide: BUNDLE_PORTS, inject: [ACTIVE_RULES], useFactory: pgBundlePorts },
    { provide: RULE_GUARD, inject: [ACTIVE_RULES, DEROGATION_SOURCE], useFactory: pgRegistryGuard },
    { provide: POLICY_SOURCE, inject: [ACTIVE_RULES], useFactory: published },
    BundleResolver,
    ProposalResolver,
    BundleMutations,
    ActivationResolver,
  ],
  exports: [ACTIVE_RULES, POLICY_SOURCE, RULE_GUARD, RULE_WORDS],
})
export class BundlesModule {}
