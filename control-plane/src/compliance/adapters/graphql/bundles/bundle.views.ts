import type { Rule } from "@socle/policies";
import type { RuleDifference } from "../../../domain/bundles/diff-bundles.js";
import type { Activation, KeptBundle } from "../../../domain/bundles/kept-bundle.js";
import type { LoadedBundle } from "../../../domain/bundles/loaded-bundle.js";
import type { Proposal } from "../../../domain/bundles/proposal.js";
import {
  PolicyProposalType,
  type PolicyActivationType,
  type PolicyBundleType,
  type PolicyRuleType,
  type RuleDifferenceType,
} from "./bundle.types.js";

export const ruleView = ({ effective, reason, scope: _scope, ...rule }: Rule): PolicyRuleType => ({
  ...rule,
  reasonCode: reason.code,
  reason: { fr: reason.fr, en: reason.en },
  effectiveFrom: effective.from,
  effectiveTo: effective.to,
});

export const differenceView = ({ before, after, ...rest }: RuleDifference): RuleDifferenceType => ({
  ...rest,
  before: before === null ? null : ruleView(before),
  after: after === null ? null : ruleView(after),
});

export const keptView = ({ source, rules, keptAt }: KeptBundle, activeDigest: string | null): PolicyBundleType => ({
  digest: source.digest,
  active: source.digest === activeDigest,
  ruleCount: rules,
  keptAt,
});

export const loadedView = ({ source, bundle }: LoadedBundle, kept: KeptBundle | null): PolicyBundleType => ({
  digest: source.digest,
  active: true,
  ruleCount: bundle.rules.length,
  keptAt: kept?.keptAt ?? null,
});

export const activationView = ({ proposedBy, approvedBy, ...rest }: Activation): PolicyActivationType => ({
  ...rest,
  proposedByRef: proposedBy,
  approvedByRef: approvedBy,
});

/** As an instance of its type, by which unions tell it from a refusal. */
export const proposalView = ({ proposedBy, decidedBy, ...rest }: Proposal): PolicyProposalType =>
  Object.assign(new PolicyProposalType(), { ...rest, proposedByRef: proposedBy, decidedByRef: decidedBy });
