import type { DecisionV1, RuleReasonV1 } from "@socle/contracts";
import type { Context } from "../../kernel/use-case.js";
import type { LedgerEntry } from "../domain/ledger-entry.js";
import { remediesOf, type Remedy } from "../domain/remedies.js";
import type { RuleText } from "../ports/rule-texts.port.js";
import type { LedgerPorts } from "../ports/ledger-ports.js";

type Ports = Pick<LedgerPorts, "catalogue" | "names" | "rules">;

export interface DecisionExplanation {
  readonly entry: LedgerEntry;
  /** Name of anything the decision points to; the id itself when it is gone or not the reader's to see. */
  readonly nameOf: (id: string) => string;
  readonly textOf: (reason: RuleReasonV1) => RuleText;
  readonly remedies: readonly Remedy[];
}

/** A decision with the words for everything it names. */
export const explainDecision =
  (ports: Ports) =>
  async (ctx: Context, decisionId: string): Promise<DecisionExplanation | null> => {
    const entry = await ports.catalogue.find(ctx, decisionId);
    if (entry === null) return null;
    const { decision } = entry.record;
    const names = await ports.names.find(ctx, namedIds(decision));
    const nameOf = (id: string): string => names.get(id) ?? id;
    return {
      entry,
      nameOf,
      textOf: (reason) => ports.rules.find(reason.rule, reason.version) ?? codeAsText(reason),
      remedies: remediesOf(decision, nameOf),
    };
  };

function namedIds({ pools, levels, fairness = [], endpoint }: DecisionV1): readonly string[] {
  const endpoints = endpoint === null ? [] : [endpoint.endpointId, ...endpoint.scores.map((each) => each.endpointId)];
  const nodes = [...levels, ...fairness].map((level) => level.nodeId);
  return [...new Set([...pools.map((pool) => pool.poolId), ...nodes, ...endpoints])];
}

/** For a rule whose version is no longer in the bundle: its code stands in. */
const codeAsText = ({ code }: RuleReasonV1): RuleText => ({ fr: code, en: code, legal: [], derogable: false });
