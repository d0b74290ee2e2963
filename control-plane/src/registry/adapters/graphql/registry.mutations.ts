import { ID, Int } from "@nestjs/graphql";
import { inputType } from "../../../platform/graphql/input-type.js";
import { answering, mutations } from "../../../platform/graphql/mutations.js";
import { type RegistryPorts } from "../../ports/registry-ports.js";
import { REGISTRY_PORTS } from "../../registry.tokens.js";
import {
  registerApplication,
  registerApplicationInput,
} from "../../use-cases/applications/register-application.use-case.js";
import { beginEvaluation } from "../../use-cases/evaluations/begin-evaluation.use-case.js";
import { approveKeyRequest } from "../../use-cases/applications/approve-key-request.use-case.js";
import {
  closeKeyRequestInput,
  refuseKeyRequest,
  withdrawKeyRequest,
} from "../../use-cases/applications/close-key-request.use-case.js";
import { issueKey } from "../../use-cases/applications/issue-key.use-case.js";
import type { IssuedKey } from "../../use-cases/applications/new-key.js";
import { requestKey, requestKeyInput } from "../../use-cases/applications/request-key.use-case.js";
import { rotateKey } from "../../use-cases/applications/rotate-key.use-case.js";
import { validateKeyRequest } from "../../use-cases/applications/validate-key-request.use-case.js";
import { revokeKey, revokeKeyInput } from "../../use-cases/applications/revoke-key.use-case.js";
import { keyed, onceIn } from "../../use-cases/once-by-key.js";
import { EVIDENCE } from "../../domain/evidence.js";
import { actionTowards } from "../../domain/life-cycle.js";
import { planEvaluation, planEvaluationInput } from "../../use-cases/evaluations/plan-evaluation.use-case.js";
import {
  figure,
  publishEvaluation,
  publishEvaluationInput,
} from "../../use-cases/evaluations/publish-evaluation.use-case.js";
import { amendUseCase, amendUseCaseInput } from "../../use-cases/life-cycle/amend-use-case.use-case.js";
import {
  confirmChange,
  decideChangeInput,
  refuseChange,
  withdrawChange,
} from "../../use-cases/life-cycle/decide-change.use-case.js";
import { declareUseCase, declareUseCaseInput } from "../../use-cases/life-cycle/declare-use-case.use-case.js";
import { recordEvidence, recordEvidenceInput } from "../../use-cases/life-cycle/record-evidence.use-case.js";
import { resumeUseCase } from "../../use-cases/life-cycle/resume-use-case.use-case.js";
import { suspendUseCase } from "../../use-cases/life-cycle/suspend-use-case.use-case.js";
import { transitionUseCase, transitionUseCaseInput } from "../../use-cases/life-cycle/transition-use-case.use-case.js";
import { approveModel } from "../../use-cases/models/approve-model.use-case.js";
import { assessModel } from "../../use-cases/models/assess-model.use-case.js";
import { deprecateModel, deprecateModelInput } from "../../use-cases/models/deprecate-model.use-case.js";
import { proposeModel, proposeModelInput } from "../../use-cases/models/propose-model.use-case.js";
import { refuseModel } from "../../use-cases/models/refuse-model.use-case.js";
import { retireModel } from "../../use-cases/models/retire-model.use-case.js";
import { validateModel } from "../../use-cases/models/validate-model.use-case.js";
import { answerShadowTool, answerShadowToolInput } from "../../use-cases/portfolio/answer-shadow-tool.use-case.js";
import { closeShadowTool } from "../../use-cases/portfolio/close-shadow-tool.use-case.js";
import { correctTraining, correctTrainingInput } from "../../use-cases/portfolio/correct-training.use-case.js";
import { decideConvergence, decideConvergenceInput } from "../../use-cases/portfolio/decide-convergence.use-case.js";
import { declareShadowTool, declareShadowToolInput } from "../../use-cases/portfolio/declare-shadow-tool.use-case.js";
import { declareTraining, declareTrainingInput } from "../../use-cases/portfolio/declare-training.use-case.js";
import { listBrick, listBrickInput } from "../../use-cases/portfolio/list-brick.use-case.js";
import { moveBrick, moveBrickInput } from "../../use-cases/portfolio/move-brick.use-case.js";
import { recordConsultation, recordConsultationInput } from "../../use-cases/portfolio/record-consultation.use-case.js";
import { useBrick, useBrickInput } from "../../use-cases/portfolio/use-brick.use-case.js";
import { validateTraining } from "../../use-cases/portfolio/validate-training.use-case.js";
import { scoreUseCase, scoreUseCaseInput } from "../../use-cases/selection/score-use-case.use-case.js";
import {
  setSelectionWeights,
  setSelectionWeightsInput,
} from "../../use-cases/selection/set-selection-weights.use-case.js";
import { ModelResult, ProvenanceType } from "./model.types.js";
import { ShadowToolResult, TrainingResult } from "./portfolio/body-records.types.js";
import { BrickResult } from "./portfolio/brick.types.js";
import { ConsultationResult } from "./portfolio/consultation.types.js";
import { EvaluationResult } from "./portfolio/evaluation.types.js";
import { CriteriaType, SelectionScoreResult, SelectionWeightsResult } from "./portfolio/selection.types.js";
import {
  ApplicationResult,
  IssueKeyResult,
  KeyRequestResult,
  RevokeKeyResult,
  UseCaseResult,
} from "./registry.unions.js";
import { applicationView, keyRequestView, keyView, useCaseView } from "./registry.views.js";

const asUseCase = answering(UseCaseResult, useCaseView);
const asApplication = answering(ApplicationResult, applicationView);
const asKey = answering(RevokeKeyResult, keyView);
const asKeyRequest = answering(KeyRequestResult, keyRequestView);
const asIssuedKey = answering(IssueKeyResult, ({ key, secret }: IssuedKey, now) => ({
  key: keyView(key, now),
  secret,
}));
const asModel = answering(ModelResult);
const asConsultation = answering(ConsultationResult);
const asSelectionScore = answering(SelectionScoreResult);
const asSelectionWeights = answering(SelectionWeightsResult);
const asEvaluation = answering(EvaluationResult);
const asBrick = answering(BrickResult);
const asShadowTool = answering(ShadowToolResult);
const asTraining = answering(TrainingResult);

const ID_AND_VERSION = { id: ID, version: Int };
const ID_AND_REASON = { id: ID, reason: String };
inputType("EvaluationMetricInput", figure);
const PublishEvaluation = inputType("PublishEvaluationInput", publishEvaluationInput);

const CloseKeyRequest = inputType("CloseKeyRequestInput", closeKeyRequestInput);
const DecideChange = inputType("DecideUseCaseChangeInput", decideChangeInput);

const once = onceIn<RegistryPorts>((ports) => ports.receipts);

/** Verbs on use cases, keys, models and what stands in the portfolio; a step's right follows from where it leads. */
export const RegistryMutations = mutations<RegistryPorts>(REGISTRY_PORTS, {
  declareUseCase: asUseCase(once(declareUseCase, "useCases"), keyed(declareUseCaseInput)),
  amendUseCase: asUseCase(
    amendUseCase,
    amendUseCaseInput,
    "Past its first qualification, what rules or guards read waits for a second person: `UseCase.changes`.",
  ),
  transitionUseCase: asUseCase(
    (ports, input) => transitionUseCase(ports, actionTowards(input.to) ?? "validate"),
    transitionUseCaseInput,
    "Any move along the life cycle but suspension; guards and role decide.",
  ),
  recordEvidence: asUseCase(
    (ports, input) => recordEvidence(ports, EVIDENCE[input.kind].providedBy ?? "update"),
    recordEvidenceInput,
    "Brings a piece that guards ask for; its kind says who provides it, and a second person confirms it.",
  ),
  confirmUseCaseChange: asUseCase(
    (ports, input) => confirmChange(ports, input.right),
    DecideChange,
    "Somebody other than its author; the keys are judged by it from the next snapshot on.",
  ),
  refuseUseCaseChange: asUseCase((ports, input) => refuseChange(ports, input.right), DecideChange),
  withdrawUseCaseChange: asUseCase(
    (ports, input) => withdrawChange(ports, input.right),
    DecideChange,
    "By its author.",
  ),
  suspendUseCase: asUseCase(suspendUseCase, ID_AND_REASON, "Its keys stop everywhere within five seconds."),
  resumeUseCase: asUseCase(resumeUseCase, ID_AND_REASON),
  requestKey: asKeyRequest(once(requestKey, "keyRequests"), keyed(requestKeyInput), "Whoever asks collects it."),
  validateKeyRequest: asKeyRequest(validateKeyRequest, ID_AND_VERSION, "By a second person of the body."),
  approveKeyRequest: asKeyRequest(approveKeyRequest, ID_AND_VERSION, "ARIANE, for a production key."),
  refuseKeyRequest: asKeyRequest((ports) => refuseKeyRequest(ports, "validate"), CloseKeyRequest),
  denyKeyRequest: asKeyRequest((ports) => refuseKeyRequest(ports, "grant"), CloseKeyRequest, "ARIANE turns it down."),
  withdrawKeyRequest: asKeyRequest(withdrawKeyRequest, CloseKeyRequest),
  issueKey: asIssuedKey(issueKey, ID_AND_VERSION, "Collects an approved request; the secret is shown once."),
  rotateKey: asIssuedKey(rotateKey, { keyId: ID }, "The former key ends within seven days."),
  revokeKey: asKey(revokeKey, revokeKeyInput),
  registerApplication: asApplication(once(registerApplication, "applications"), keyed(registerApplicationInput)),
  proposeModel: asModel(once(proposeModel, "models"), keyed(proposeModelInput), "A ministry asks for a model."),
  validateModel: asModel(validateModel, ID_AND_REASON, "The ministry that asks for it stands for it."),
  assessModel: asModel(assessModel, { id: ID, provenance: ProvenanceType }),
  approveModel: asModel(approveModel, ID_AND_REASON),
  refuseModel: asModel((ports) => refuseModel(ports, "grant"), ID_AND_REASON),
  vetoModel: asModel(
    (ports) => refuseModel(ports, "suspend"),
    ID_AND_REASON,
    "Compliance refuses a model that is not approved yet.",
  ),
  deprecateModel: asModel(
    deprecateModel,
    deprecateModelInput,
    "Announces its end to every use case that depends on it.",
  ),
  retireModel: asModel(retireModel, ID_AND_REASON),
  decideConvergence: asUseCase(decideConvergence, decideConvergenceInput),
  recordConsultation: asConsultation(once(recordConsultation, "consultations"), keyed(recordConsultationInput)),
  useBrick: asUseCase(useBrick, useBrickInput),
  scoreUseCase: asSelectionScore(
    once(scoreUseCase, "scores"),
    inputType("ScoreUseCaseInput", keyed(scoreUseCaseInput), { marks: CriteriaType }),
  ),
  setSelectionWeights: asSelectionWeights(
    setSelectionWeights,
    inputType("SetSelectionWeightsInput", setSelectionWeightsInput, { weights: CriteriaType }),
  ),
  planEvaluation: asEvaluation(once(planEvaluation, "evaluations"), keyed(planEvaluationInput)),
  beginEvaluation: asEvaluation(beginEvaluation, { id: ID }),
  publishEvaluation: asEvaluation(
    (ports) => publishEvaluation(ports, "validate"),
    PublishEvaluation,
    "A validator publishes the ministry's own evaluation.",
  ),
  publishIndependentEvaluation: asEvaluation(
    (ports) => publishEvaluation(ports, "select"),
    PublishEvaluation,
    "The AI cell publishes what an independent body found.",
  ),
  listBrick: asBrick(once(listBrick, "bricks"), keyed(listBrickInput)),
  moveBrick: asBrick(moveBrick, moveBrickInput),
  declareShadowTool: asShadowTool(once(declareShadowTool, "shadowTools"), keyed(declareShadowToolInput)),
  answerShadowTool: asShadowTool(answerShadowTool, answerShadowToolInput),
  closeShadowTool: asShadowTool(closeShadowTool, ID_AND_REASON),
  declareTraining: asTraining(once(declareTraining, "trainings"), keyed(declareTrainingInput)),
  correctTraining: asTraining(correctTraining, correctTrainingInput),
  validateTraining: asTraining(validateTraining, { id: ID, version: Int }),
});
