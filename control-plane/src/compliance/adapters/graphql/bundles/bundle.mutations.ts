import { ID, Int } from "@nestjs/graphql";
import { answering, mutations } from "../../../../platform/graphql/mutations.js";
import { BUNDLE_PORTS } from "../../../bundles.tokens.js";
import { type BundlePorts } from "../../../ports/bundles/bundle-ports.js";
import { approveProposal } from "../../../use-cases/bundles/approve-proposal.use-case.js";
import { proposeBundle, proposeBundleInput } from "../../../use-cases/bundles/propose-bundle.use-case.js";
import { proposeReturn } from "../../../use-cases/bundles/propose-return.use-case.js";
import { rejectProposal } from "../../../use-cases/bundles/reject-proposal.use-case.js";
import { withdrawProposal } from "../../../use-cases/bundles/withdraw-proposal.use-case.js";
import { proposalView } from "./bundle.views.js";
import { ProposalResult } from "./bundle.types.js";

const asProposal = answering(ProposalResult, proposalView);

const SIGNED = {
  id: ID,
  version: { type: () => Int, description: "The version that was looked at." },
  reason: String,
};

/** Verbs on sets of rules: somebody proposes, somebody else signs. */
export const BundleMutations = mutations<BundlePorts>(BUNDLE_PORTS, {
  proposePolicyBundle: asProposal(
    proposeBundle,
    proposeBundleInput,
    "Brings a whole set of rules to be decided on; it must load.",
  ),
  proposePolicyReturn: asProposal(
    proposeReturn,
    { digest: ID, motive: String, organisationId: { type: () => ID, nullable: true } },
    "Proposes to go back to a bundle on record.",
  ),
  approvePolicyProposal: asProposal(
    approveProposal,
    {
      ...SIGNED,
      waiver: {
        type: () => String,
        nullable: true,
        description:
          "Why rules refuse what runs without having been in shadow; where both signatures are the compliance cell's.",
      },
    },
    "The second signature: the bundle is in force at once. Its signer has opened a simulation of it: `openSimulation`.",
  ),
  rejectPolicyProposal: asProposal(rejectProposal, SIGNED),
  withdrawPolicyProposal: asProposal(withdrawProposal, SIGNED, "The author takes a proposal back."),
});
