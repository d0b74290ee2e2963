import { ID } from "@nestjs/graphql";
import { answering, mutations } from "../../../../platform/graphql/mutations.js";
import { CONSOLIDATION_PORTS } from "../../../capacity.tokens.js";
import type { ConsolidationRoomPorts } from "../../../ports/consolidation/consolidation-ports.js";
import { cancelConsolidation } from "../../../use-cases/consolidation/cancel-consolidation.use-case.js";
import { commentOnConsolidation } from "../../../use-cases/consolidation/comment-on-consolidation.use-case.js";
import { publishConsolidation } from "../../../use-cases/consolidation/publish-consolidation.use-case.js";
import { requestConsolidation } from "../../../use-cases/consolidation/request-consolidation.use-case.js";
import { reviewConsolidation } from "../../../use-cases/consolidation/review-consolidation.use-case.js";
import { registerProfile } from "../../../use-cases/profiles/register-profile.use-case.js";
import { RegisterProfileFields, ThroughputProfileResult } from "../sizing/sizing.types.js";
import {
  CommentOnConsolidationFields,
  ConsolidationCommentResult,
  ConsolidationResult,
  ConsolidationStepFields,
} from "./consolidation.types.js";

const asConsolidation = answering(ConsolidationResult);

/** Verbs on a campaign's consolidation, and on the profiles that it sizes by. */
export const ConsolidationMutations = mutations<ConsolidationRoomPorts>(CONSOLIDATION_PORTS, {
  requestConsolidation: asConsolidation(
    requestConsolidation,
    { campaignId: ID },
    "Asks for a campaign to be added up; `progress` tells how far it is.",
  ),
  cancelConsolidation: asConsolidation(
    cancelConsolidation,
    ConsolidationStepFields,
    "Stops a computation; nothing of it is kept.",
  ),
  reviewConsolidation: asConsolidation(
    reviewConsolidation,
    ConsolidationStepFields,
    "Somebody else than who asked for it stands for the figures.",
  ),
  commentOnConsolidation: answering(ConsolidationCommentResult)(
    commentOnConsolidation,
    CommentOnConsolidationFields,
    "For those who see every ministry's figures.",
  ),
  publishConsolidation: asConsolidation(
    publishConsolidation,
    ConsolidationStepFields,
    "Lets suppliers read their version; once a closed campaign, by another person. The campaign is then consolidated.",
  ),
  registerThroughputProfile: answering(ThroughputProfileResult)(
    registerProfile,
    RegisterProfileFields,
    "A measured load curve becomes the profile of a configuration.",
  ),
});
