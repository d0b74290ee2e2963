import type { EntityNames } from "./entity-names.port.js";
import type { OrganisationTree } from "./organisation-tree.port.js";
import type { RequestCatalogue } from "./request-catalogue.port.js";
import type { RuleTexts } from "./rule-texts.port.js";
import type { UsageLedger } from "./usage-ledger.port.js";
import type { UsageSettlement } from "./usage-settlement.port.js";

export interface LedgerPorts {
  readonly ledger: UsageLedger;
  readonly catalogue: RequestCatalogue;
  readonly tree: OrganisationTree;
  readonly names: EntityNames;
  /** Counts charges against what is held. */
  readonly settle: UsageSettlement;
  readonly rules: RuleTexts;
}
