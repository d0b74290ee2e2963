import { ID, Int } from "@nestjs/graphql";
import { inputType } from "../../../../platform/graphql/input-type.js";
import { parisDay } from "@socle/contracts";
import { keyed, onceIn } from "../../../../registry/index.js";
import type { Incident } from "../../../domain/desk/incidents/incident.js";
import type { Question } from "../../../domain/desk/counsel/question.js";
import type { Review } from "../../../domain/desk/counsel/review.js";
import type { Derogation } from "../../../domain/desk/derogations/derogation.js";
import { incidentView } from "./incidents/incident.resolver.js";
import { questionView } from "./counsel/question.resolver.js";
import { reviewView } from "./counsel/review.resolver.js";
import { derogationView, marketSearchView } from "./derogations/derogation.resolver.js";
import { decisionInput } from "../../../use-cases/desk/derogations/derogation-desk.js";
import { answering, mutations } from "../../../../platform/graphql/mutations.js";
import { DESK_PORTS } from "../../../desk.tokens.js";
import { concludeAssessment } from "../../../use-cases/desk/assessments/conclude-assessment.use-case.js";
import {
  questionAssessment,
  questionAssessmentInput,
} from "../../../use-cases/desk/assessments/question-assessment.use-case.js";
import { adoptOpinion, adoptOpinionInput, votes } from "../../../use-cases/desk/counsel/adopt-opinion.use-case.js";
import { answerQuestion, answerQuestionInput } from "../../../use-cases/desk/counsel/answer-question.use-case.js";
import { askQuestion, askQuestionInput } from "../../../use-cases/desk/counsel/ask-question.use-case.js";
import { meetCondition, meetConditionInput } from "../../../use-cases/desk/counsel/meet-condition.use-case.js";
import { publishDoctrine, publishDoctrineInput } from "../../../use-cases/desk/counsel/publish-doctrine.use-case.js";
import { publishOpinion } from "../../../use-cases/desk/counsel/publish-opinion.use-case.js";
import { recordOpinion, recordOpinionInput } from "../../../use-cases/desk/counsel/record-opinion.use-case.js";
import {
  condition,
  reviewUseCase,
  reviewUseCaseInput,
} from "../../../use-cases/desk/counsel/review-use-case.use-case.js";
import { withdrawDoctrine, withdrawDoctrineInput } from "../../../use-cases/desk/counsel/withdraw-doctrine.use-case.js";
import {
  closeDerogationInput,
  refuseDerogation,
  revokeDerogation,
  withdrawDerogation,
} from "../../../use-cases/desk/derogations/close-derogation.use-case.js";
import {
  endorseDerogation,
  endorseDerogationInput,
} from "../../../use-cases/desk/derogations/endorse-derogation.use-case.js";
import {
  grantDerogation,
  grantDerogationInput,
} from "../../../use-cases/desk/derogations/grant-derogation.use-case.js";
import {
  requestDerogation,
  requestDerogationInput,
} from "../../../use-cases/desk/derogations/request-derogation.use-case.js";
import {
  recordMarketSearch,
  recordMarketSearchInput,
} from "../../../use-cases/desk/derogations/record-market-search.use-case.js";
import {
  withdrawMarketSearch,
  withdrawMarketSearchInput,
} from "../../../use-cases/desk/derogations/withdraw-market-search.use-case.js";
import { declareIncident, declareIncidentInput } from "../../../use-cases/desk/incidents/declare-incident.use-case.js";
import {
  incidentActionTowards,
  moveIncident,
  moveIncidentInput,
} from "../../../use-cases/desk/incidents/move-incident.use-case.js";
import { notifyIncident, notifyIncidentInput } from "../../../use-cases/desk/incidents/notify-incident.use-case.js";
import {
  informOfIncident,
  informOfIncidentInput,
} from "../../../use-cases/desk/incidents/inform-of-incident.use-case.js";
import { recordMeasure, recordMeasureInput } from "../../../use-cases/desk/incidents/record-measure.use-case.js";
import {
  addIncidentHarms,
  addIncidentHarmsInput,
  requalifyIncident,
  requalifyIncidentInput,
} from "../../../use-cases/desk/incidents/requalify-incident.use-case.js";
import {
  suspendForIncident,
  suspendForIncidentInput,
} from "../../../use-cases/desk/incidents/suspend-for-incident.use-case.js";
import { assessmentView } from "./assessments/assessment.resolver.js";
import { draftAssessment } from "../../../use-cases/desk/assessments/draft-assessment.use-case.js";
import { answersOf } from "./assessments/assessment-answers.js";
import { DraftAssessmentFields } from "./assessments/assessment.inputs.js";
import { AssessmentResult } from "./assessments/assessment.types.js";
import { DoctrineResult, QuestionResult } from "./counsel/counsel.types.js";
import { opinionView } from "./counsel/opinion.resolver.js";
import { OpinionResult } from "./counsel/opinion.types.js";
import { doctrineView } from "./counsel/question.resolver.js";
import { ReviewResult } from "./counsel/review.types.js";
import { DerogationResult, MarketSearchResult } from "./derogations/derogation.types.js";
import { type DeskRoomPorts } from "./desk-door.js";
import { IncidentResult } from "./incidents/incident.types.js";

const asIncident = answering(IncidentResult, (incident: Incident, now) => incidentView(now)(incident));
const asQuestion = answering(QuestionResult, (question: Question, now) => questionView(parisDay(now))(question));
const asDoctrine = answering(DoctrineResult, doctrineView);
const asReview = answering(ReviewResult, (review: Review, now) => reviewView(parisDay(now))(review));
const asOpinion = answering(OpinionResult, opinionView);
const asDerogation = answering(DerogationResult, (derogation: Derogation, now) =>
  derogationView(parisDay(now))(derogation),
);
const asMarketSearch = answering(MarketSearchResult, marketSearchView);
const asAssessment = answering(AssessmentResult, assessmentView);

inputType("ReviewConditionInput", condition);
inputType("VotesInput", votes);
inputType("AuthorityDecisionInput", decisionInput);
const CloseDerogation = inputType("CloseDerogationInput", closeDerogationInput);
const ID_AND_VERSION = { id: ID, version: Int };
const once = onceIn<DeskRoomPorts>((ports) => ports.registry.receipts);

/** Verbs of the compliance desk; a step's right follows from where it leads. */
export const DeskMutations = mutations<DeskRoomPorts>(DESK_PORTS, {
  declareIncident: asIncident(once(declareIncident, "incidents"), keyed(declareIncidentInput)),
  addIncidentHarms: asIncident(
    addIncidentHarms,
    addIncidentHarmsInput,
    "The kind follows; the term counts from the day of knowledge.",
  ),
  requalifyIncident: asIncident(
    requalifyIncident,
    requalifyIncidentInput,
    "By somebody who neither declared nor found what is withdrawn.",
  ),
  recordMeasure: asIncident(recordMeasure, recordMeasureInput),
  notifyIncident: asIncident(notifyIncident, notifyIncidentInput),
  informOfIncident: asIncident(informOfIncident, informOfIncidentInput, "Article 26(5): the provider first."),
  moveIncident: asIncident(
    (ports, input) => moveIncident(ports, incidentActionTowards(input.to)),
    moveIncidentInput,
    "The compliance cell alone closes.",
  ),
  suspendForIncident: asIncident(
    suspendForIncident,
    suspendForIncidentInput,
    "The use case's keys stop everywhere within five seconds.",
  ),
  askQuestion: asQuestion(once(askQuestion, "questions"), keyed(askQuestionInput)),
  answerQuestion: asQuestion(answerQuestion, answerQuestionInput),
  publishDoctrine: asDoctrine(publishDoctrine, publishDoctrineInput),
  withdrawDoctrine: asDoctrine(withdrawDoctrine, withdrawDoctrineInput),
  reviewUseCase: asReview(once(reviewUseCase, "reviews"), keyed(reviewUseCaseInput)),
  meetReviewCondition: asReview(meetCondition, inputType("MeetConditionInput", meetConditionInput)),
  recordOpinion: asOpinion(once(recordOpinion, "opinions"), keyed(recordOpinionInput)),
  adoptOpinion: asOpinion(adoptOpinion, adoptOpinionInput),
  publishOpinion: asOpinion(publishOpinion, ID_AND_VERSION),
  requestDerogation: asDerogation(once(requestDerogation, "derogations"), keyed(requestDerogationInput)),
  endorseDerogation: asDerogation(endorseDerogation, endorseDerogationInput, "The ministry's own authority decided."),
  grantDerogation: asDerogation(
    grantDerogation,
    grantDerogationInput,
    "Schedulers apply it from the next snapshot on.",
  ),
  refuseDerogation: asDerogation(refuseDerogation, CloseDerogation),
  withdrawDerogation: asDerogation(withdrawDerogation, CloseDerogation),
  revokeDerogation: asDerogation(
    revokeDerogation,
    CloseDerogation,
    "Ends it before its last day: the next snapshot is without it.",
  ),
  recordMarketSearch: asMarketSearch(
    once(recordMarketSearch, "searches"),
    keyed(recordMarketSearchInput),
    "An acceptable offer ends by its term what lifts the rule.",
  ),
  withdrawMarketSearch: asMarketSearch(
    withdrawMarketSearch,
    withdrawMarketSearchInput,
    "By somebody else than who recorded it; what it ended is asked for again.",
  ),
  draftAssessment: asAssessment(
    draftAssessment,
    DraftAssessmentFields,
    "Answers the draft that is under way, or opens the next edition.",
    (input) => ({
      useCaseId: input.useCaseId,
      reference: input.reference,
      reviewOn: input.reviewOn,
      ...answersOf(input),
    }),
  ),
  concludeAssessment: asAssessment(
    concludeAssessment,
    ID_AND_VERSION,
    "By somebody else than who drafted it; guards and rules read what follows.",
  ),
  questionAssessment: asAssessment(
    questionAssessment,
    inputType("ReviseAssessmentInput", questionAssessmentInput),
    "The compliance cell asks for another edition.",
  ),
});
