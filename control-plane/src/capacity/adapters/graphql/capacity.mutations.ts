import { ID } from "@nestjs/graphql";
import { z } from "zod";
import { SUBMISSION_STEPS } from "../../domain/submission/submission.js";
import { cell } from "../../use-cases/capacity.input.js";
import { inputType } from "../../../platform/graphql/input-type.js";
import { answering, mutations } from "../../../platform/graphql/mutations.js";
import { CAPACITY_PORTS } from "../../capacity.tokens.js";
import type { CapacityRoomPorts } from "../../ports/capacity-ports.js";
import { createCampaign, createCampaignInput } from "../../use-cases/campaigns/create-campaign.use-case.js";
import { transitionCampaign, transitionCampaignInput } from "../../use-cases/campaigns/transition-campaign.use-case.js";
import { changeLines, changeLinesInput, lineCells } from "../../use-cases/declarations/change-lines.use-case.js";
import { createDeclaration, createDeclarationInput } from "../../use-cases/declarations/create-declaration.use-case.js";
import { checkDeclared } from "../../use-cases/findings/check-declared.use-case.js";
import { acceptImport } from "../../use-cases/imports/accept-import.use-case.js";
import { cancelImport } from "../../use-cases/imports/cancel-import.use-case.js";
import { changeNeed, changeNeedInput } from "../../use-cases/needs/change-need.use-case.js";
import { createNeed, createNeedInput } from "../../use-cases/needs/create-need.use-case.js";
import {
  commentOnSubmission,
  commentOnSubmissionInput,
} from "../../use-cases/submissions/comment-on-submission.use-case.js";
import { moveDeclaration, moveDeclarationInput } from "../../use-cases/submissions/move-declaration.use-case.js";
import { moveNeed, moveNeedInput } from "../../use-cases/submissions/move-need.use-case.js";
import { CampaignResult } from "./campaign.types.js";
import { needView } from "./capacity.views.js";
import { declarationView } from "./declaration.resolver.js";
import { CapacityDeclarationResult } from "./declaration.types.js";
import { CapacityFindingsResult, CapacityFindingsType, type CapacityFindingType } from "./finding.resolver.js";
import { CapacityImportResult } from "./import.types.js";
import { CapacityNeedResult } from "./need.types.js";
import { CommentResult } from "./submission.types.js";

inputType("FieldCell", cell);
inputType("CapacityLineInput", lineCells);
const STEP = { step: z.enum(SUBMISSION_STEPS) };

const asCapacityDeclaration = answering(CapacityDeclarationResult, declarationView);
const asCapacityNeed = answering(CapacityNeedResult, needView);
const asComment = answering(CommentResult);
const asCampaign = answering(CampaignResult);
const asImport = answering(CapacityImportResult);
const asFindings = answering(CapacityFindingsResult, (findings: readonly CapacityFindingType[]) =>
  Object.assign(new CapacityFindingsType(), { findings }),
);

/** Verbs on campaigns and on what bodies submit in them; a step's right follows from the step. */
export const CapacityMutations = mutations<CapacityRoomPorts>(CAPACITY_PORTS, {
  createCapacityDeclaration: asCapacityDeclaration(
    createDeclaration,
    createDeclarationInput,
    "Begins an organisation's answer; where one was accepted, from its lines and in its place.",
  ),
  changeCapacityLines: asCapacityDeclaration(
    changeLines,
    changeLinesInput,
    "Writes and removes lines; files go through an import.",
  ),
  moveCapacityDeclaration: asCapacityDeclaration(
    (ports, input) => moveDeclaration(ports, input.step),
    moveDeclarationInput.extend(STEP),
    "One step of its life; `steps` says which are open.",
  ),
  createCapacityNeed: asCapacityNeed(createNeed, createNeedInput),
  changeCapacityNeed: asCapacityNeed(changeNeed, changeNeedInput, "Writes its whole content."),
  moveCapacityNeed: asCapacityNeed(
    (ports, input) => moveNeed(ports, input.step),
    moveNeedInput.extend(STEP),
    "One step of its life; `steps` says which are open.",
  ),
  commentOnSubmission: asComment(
    commentOnSubmission,
    inputType("CommentInput", commentOnSubmissionInput),
    "A remark on a version, on a line or field where it says so.",
  ),
  createCampaign: asCampaign(createCampaign, inputType("CreateCampaignInput", createCampaignInput, { scope: ID })),
  transitionCampaign: asCampaign(
    transitionCampaign,
    transitionCampaignInput,
    "Opens it, closes it, opens it again with another end, ends it.",
  ),
  acceptCapacityImport: asImport(acceptImport, { id: ID }, "Takes over everything that was read, or nothing."),
  cancelCapacityImport: asImport(cancelImport, { id: ID }, "Gives it up, while it is read or after."),
  checkDeclaredCapacity: asFindings(
    checkDeclared,
    { campaignId: ID },
    "Compares what is declared with what is seen, now.",
  ),
});
