// Generated from contracts/schema.graphql and the .graphql files of the console: npm run gen.

/** A GraphQL document with the types of its answer and of its variables; the name is that of the operation. */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly text: string;
  /** Carries the types only; never set. */
  readonly types?: (variables: Variables) => Data;
}

export type AiActClass = "HIGH" | "LIMITED" | "MINIMAL" | "PROHIBITED";
export type AiActRole = "DEPLOYER" | "PROVIDER";
export type AnnexIiiPoint = "BIOMETRICS" | "CRITICAL_INFRASTRUCTURE" | "EDUCATION" | "EMPLOYMENT" | "ESSENTIAL_SERVICES" | "JUSTICE_DEMOCRACY" | "LAW_ENFORCEMENT" | "MIGRATION";
export type Article63Ground = "DETECTS_PATTERNS" | "IMPROVES_COMPLETED_ACTIVITY" | "NARROW_PROCEDURAL_TASK" | "PREPARATORY_TASK";
export type AssessedLevel = "DR" | "SENSIBLE" | "STD";
export type AssessmentKind = "AI_ACT_SCREENING" | "DPIA" | "FRIA" | "HOMOLOGATION" | "SREN" | "STAFF_CONSULTATION";
export type AssessmentStanding = "DONE" | "IN_PROGRESS" | "NOT_REQUIRED" | "RECORDED" | "REQUIRED" | "TO_REVIEW";
export type AssessmentState = "DONE" | "DRAFT" | "SUPERSEDED" | "TO_REVIEW";
export type BenefitKind = "EXPECTED" | "MEASURED";
export type BrickState = "DEPRECATED" | "LISTED" | "RECOMMENDED";
export type BrickTarget = "DEPRECATED" | "RECOMMENDED";
export type BudgetPeriod = "DAY" | "MONTH" | "YEAR";
export type BudgetUnit = "EURO" | "GPU_HOUR" | "KG_CO2E" | "TOKEN";
export type CampaignKind = "CAPACITY" | "ROADMAP" | "TRAINING" | "USE_CASES";
export type CampaignState = "CLOSED" | "CONSOLIDATED" | "DRAFT" | "OPEN";
export type CapacityDeclarationSortField = "COMPLETENESS" | "GPU_COUNT" | "UPDATED_AT";
export type CapacityImportState = "ACCEPTED" | "CANCELLED" | "FAILED" | "PREVIEWED" | "READING" | "RECEIVED";
export type CapacityLineSortField = "GPU_COUNT" | "REFERENCE" | "SITE";
export type CapacityNeedSortField = "CRITICALITY" | "REFERENCE" | "TITLE" | "UPDATED_AT";
export type ConsolidationState = "CANCELLED" | "COMPUTED" | "COMPUTING" | "FAILED" | "PUBLISHED" | "REVIEWED";
export type ConvergenceStatus = "CONVERGE" | "KEEP";
export type CountersignedRole = "AUDITOR" | "COMPLIANCE";
export type CutKind = "DRAIN" | "LOWER_RIGHT" | "STOP_BORROWING";
export type CutReason = "BORROWING_STOPS_FIRST" | "LEAST_CRITICAL_FIRST" | "LOANS_END_BEFORE_RIGHTS";
export type DecideChangeRight = "SELECT" | "VALIDATE";
export type DecisionRole = "ASSIST" | "AUTONOMOUS" | "DECIDE_WITH_VALIDATION" | "NONE" | "PREPARE";
export type DependencyCriticality = "HIGH" | "LOW" | "MEDIUM" | "VITAL";
export type DependencyDeployment = "IAAS" | "ON_PREMISES" | "SAAS";
export type DependencyDomain = "AI" | "ANTIVIRUS" | "BUSINESS_SOFTWARE" | "CLOUD" | "COLLABORATION" | "COMPUTE" | "DATABASE" | "NETWORK" | "OFFICE_SUITE" | "OPERATING_SYSTEM" | "VIRTUALISATION" | "WORKSTATION";
export type DependencySortField = "ANNUAL_COST" | "PRODUCT" | "RENEWAL_DATE" | "VENDOR";
export type DependencyTarget = "CONTAIN" | "EXIT" | "KEEP" | "REDUCE";
export type DerogationStanding = "ACTIVE" | "ENDORSED" | "EXPIRED" | "PLANNED" | "REFUSED" | "REQUESTED" | "REVOKED" | "WITHDRAWN";
export type DerogationState = "ENDORSED" | "GRANTED" | "REFUSED" | "REQUESTED" | "REVOKED" | "WITHDRAWN";
export type DeskSort = "DUE" | "NEWEST";
export type DoctrineState = "PUBLISHED" | "WITHDRAWN";
export type DossierSection = "CALENDAR" | "DATA" | "IDENTITY" | "LAW" | "PEOPLE" | "PURPOSE" | "SYSTEM";
export type EmergencyAccessState = "CONFIRMED" | "PROPOSED" | "REFUSED" | "WITHDRAWN";
export type EvalStatus = "FAILED" | "NONE" | "PASSED";
export type EvaluationState = "PLANNED" | "PUBLISHED" | "RUNNING";
export type EvidenceKind = "CAPACITY_NEED" | "CONSULTATION_WAIVER" | "DPIA" | "EVALUATION" | "EVALUATION_WAIVER" | "FRIA" | "HOMOLOGATION" | "INDEPENDENT_EVALUATION" | "SELECTION_SCORE" | "SREN_TEST" | "STAFF_CONSULTATION" | "TRAINING_PLAN";
export type ExerciseOutcome = "FAILED" | "PARTLY" | "PASSED";
export type ExhaustionRule = "BLOCK" | "THROTTLE_TO_GUARANTEE" | "WARN";
export type FunctionDomain = "AGRICULTURE" | "CULTURE" | "DEFENCE" | "DIPLOMACY" | "ECONOMY" | "EDUCATION" | "ENVIRONMENT" | "FINANCE" | "HEALTH" | "HUMAN_RESOURCES" | "JUSTICE" | "LABOUR" | "LEGAL" | "OFFICE_WORK" | "PURCHASING" | "RESEARCH" | "SECURITY" | "SOCIAL_AFFAIRS" | "SOFTWARE" | "TAXATION" | "USER_RELATION";
export type GeographicScope = "INTERNATIONAL" | "LOCAL" | "NATIONAL" | "REGIONAL";
export type IncidentHarm = "CRITICAL_INFRASTRUCTURE" | "DEATH" | "ENVIRONMENT" | "FUNDAMENTAL_RIGHTS" | "HEALTH" | "PROPERTY" | "WIDESPREAD_INFRINGEMENT";
export type IncidentKind = "CRITICAL_INFRASTRUCTURE" | "DEATH" | "NOT_SERIOUS" | "OTHER_SERIOUS" | "WIDESPREAD_INFRINGEMENT";
export type IncidentState = "CLOSED" | "INVESTIGATING" | "MITIGATED" | "OPEN" | "REPORTED";
export type IntervalMethod = "GIVEN" | "NONE" | "WILSON";
export type KeyRequestState = "APPROVED" | "ISSUED" | "REFUSED" | "REQUESTED" | "VALIDATED" | "WITHDRAWN";
export type KeyStatus = "ACTIVE" | "EXPIRED" | "EXPIRING" | "REVOKED";
export type LimitKind = "CONCURRENCY" | "RPD" | "RPM" | "TPD" | "TPM";
export type MembershipAct = "END" | "GIVE";
export type MembershipChangeState = "CONFIRMED" | "PROPOSED" | "REFUSED" | "WITHDRAWN";
export type Modality = "AUDIO" | "CODE" | "IMAGE" | "TEXT" | "VIDEO";
export type ModelFormat = "GGUF" | "NONE" | "ONNX" | "PICKLE" | "SAFETENSORS";
export type ModelState = "APPROVED" | "ASSESSED" | "DEPRECATED" | "PROPOSED" | "REFUSED" | "RETIRED" | "VALIDATED";
export type ModelWeights = "CLOSED" | "OPEN";
export type NeedProfile = "BATCH" | "INTERACTIVE" | "TRAINING";
export type NoticeRecipient = "DISTRIBUTOR" | "IMPORTER" | "PROVIDER";
export type NotificationClockState = "NONE" | "NOTIFIED" | "NOTIFIED_LATE" | "OVERDUE" | "RUNNING";
export type ObservationSource = "AGENT" | "POOL";
export type OpinionState = "ADOPTED" | "DRAFT" | "PUBLISHED";
export type OpinionVerdict = "FAVOURABLE" | "RESERVED" | "UNFAVOURABLE";
export type OrganisationKind = "AUTHORITY" | "DIRECTION" | "GIP" | "MINISTRY" | "OPERATOR" | "OTHER_BODY" | "STATE";
export type PlanRecordKind = "AGREEMENT" | "CONTACT" | "DEADLINE" | "EXTENSION" | "GUIDE" | "INDICATOR" | "LEVER" | "MISSION" | "OFFER" | "PARTNERSHIP" | "SOURCING" | "STANDARD";
export type PlanRecordOrder = "DECLARED" | "DUE" | "TITLE";
export type PolicyProposalState = "ACTIVATED" | "PROPOSED" | "REJECTED" | "WITHDRAWN";
export type ProhibitedPractice = "BIOMETRIC_CATEGORISATION" | "CRIME_PREDICTION_BY_PROFILING" | "EMOTION_INFERENCE" | "EXPLOITATION_OF_VULNERABILITY" | "INTIMATE_IMAGERY" | "MANIPULATION" | "REAL_TIME_BIOMETRIC_IDENTIFICATION" | "SOCIAL_SCORING" | "UNTARGETED_FACE_SCRAPING";
export type ProviderNoticeState = "DUE" | "GIVEN" | "NONE";
export type PublicRegister = "ALGORITHM_REGISTER" | "ANNEX_VIII_B" | "ANNEX_VIII_C" | "ATRS" | "CRPA_INVENTORY";
export type PublicationCategory = "HIGH_RISK_AI" | "IMPACTFUL" | "OTHER";
export type QuestionState = "ANSWERED" | "OPEN" | "PUBLISHED";
export type QuestionTopic = "ETHICS" | "LEGAL" | "TECHNICAL";
export type ReferenceKind = "SAVING" | "SPEND";
export type RegisterFileFormat = "CSV" | "JSON";
export type RegisterNote = "NATIONAL_REGISTER" | "NOT_REGISTERED" | "SECURE_SECTION" | "TO_BE_SCREENED";
export type ReplacementSource = "BUILD" | "EUROPEAN_MARKET" | "MUTUALISED";
export type ReportLanguage = "EN" | "FR";
export type ReportPart = "CELLS" | "CONFIDENCE" | "EXPIRIES" | "HOSTINGS" | "LABELS" | "LENDING" | "POOLINGS" | "PURCHASES" | "RECONCILIATION" | "REDUNDANCIES" | "SAVINGS" | "SUPPLIER_VERSION" | "UNDER_USED" | "UNIT_COSTS" | "UNSIZED";
export type RetentionUnit = "DAYS" | "ROWS";
export type ReviewOpinion = "FAVOURABLE" | "UNFAVOURABLE" | "WITH_RESERVES";
export type ReviewState = "OPEN" | "SETTLED" | "SUPERSEDED";
export type RoadmapActionProgress = "ABANDONED" | "DONE" | "PLANNED" | "RUNNING";
export type RoadmapActionRisk = "HIGH" | "LOW" | "MEDIUM";
export type RoadmapActionType = "DECOMMISSION" | "DUAL_RUN" | "INSOURCE" | "MIGRATE" | "PILOT" | "RENEGOTIATE";
export type RoadmapLineKind = "ACTION" | "DEPENDENCY" | "EXIT_PLAN";
export type RoadmapState = "ACCEPTED" | "CONSOLIDATED" | "DRAFT" | "IN_REVIEW" | "MINISTRY_VALIDATED" | "RETURNED" | "SUBMITTED" | "TRACKED";
export type Role = "AI_CELL" | "ARIANE_OPERATOR" | "AUDITOR" | "COMMITTEE" | "COMPLIANCE" | "DECLARANT" | "DGAFP" | "DSP" | "OBSERVER" | "VALIDATOR";
export type RoundBinding = "CAPACITY" | "LEAST_USEFUL" | "NONE" | "NO_POOL";
export type RoundJobKind = "SOLVE" | "UNLOCK" | "WHAT_IF";
export type RoundJobState = "CANCELLED" | "DONE" | "FAILED" | "RUNNING";
export type RoundLineOutcome = "GRANTED" | "PARTIAL" | "REFUSED";
export type RoundMethod = "GREEDY" | "LEXICOGRAPHIC";
export type RoundState = "ACTIVE" | "ARBITRATION" | "CLAWBACK" | "CLOSED" | "COMPLEMENT" | "DRAFT" | "GRANTED" | "PARTIAL" | "REFUSED" | "SUBMITTED" | "TECHNICAL_REVIEW";
export type RoundStep = "ACTIVATE" | "ARBITRATE" | "CLOSE" | "COMPLEMENT" | "EXPEDITE" | "LOOK_BACK" | "PROPOSE" | "REVIEW" | "SUBMIT";
export type RoundTrack = "APPEL" | "CONTINU" | "URGENCE";
export type RoundUnlockKind = "GPUS" | "NOTHING" | "OPENING";
export type RunsIn = "OWN_POOL" | "VENDOR_API";
export type SelectionScoreState = "DRAFT" | "FINAL";
export type ServiceClass = "BATCH" | "INTERACTIVE" | "STANDARD";
export type ShadowToolState = "ANSWERED" | "CLOSED" | "DECLARED";
export type SheetFormat = "CSV" | "XLSX";
export type SimulatedChangeCause = "DATE" | "EARLIER_RULES" | "RULES" | "UNKNOWN";
export type SimulatedChangeKind = "ADMITTED" | "CLAMPED" | "EASED" | "POOLS" | "REASONS" | "REFUSED" | "WARNED";
export type SimulationState = "CANCELLED" | "DONE" | "FAILED" | "RUNNING";
export type SortDirection = "ASC" | "DESC";
export type SovereigntyObjective = "DATA_AI" | "ENVIRONMENT" | "LEGAL" | "OPERATIONAL" | "SECURITY" | "STRATEGIC" | "SUPPLY_CHAIN" | "TECHNOLOGY";
export type SrenHarm = "HEALTH_LIFE" | "INTELLECTUAL_PROPERTY" | "PUBLIC_ORDER" | "PUBLIC_SAFETY";
export type StaffEffect = "AUGMENTATION" | "NONE" | "SUBSTITUTION";
export type StaffOpinion = "FAVOURABLE" | "NONE_GIVEN" | "RESERVED" | "UNFAVOURABLE";
export type SubmissionState = "ACCEPTED" | "DRAFT" | "MATCHED" | "PARTIALLY_MATCHED" | "RETURNED" | "REVIEWED" | "SUBMITTED" | "SUPERSEDED" | "UNMET" | "VALIDATED";
export type SubmissionStep = "ACCEPT" | "LEAVE_UNMET" | "MATCH" | "MATCH_PARTIALLY" | "REFER_BACK" | "REVIEW" | "SEND_BACK" | "SUBMIT" | "VALIDATE" | "WITHDRAW";
export type SubmissionTarget = "DECLARATION" | "NEED";
export type TrainingOnInputs = "NEVER" | "OPTOUT" | "YES";
export type TrainingState = "DECLARED" | "VALIDATED";
export type TransparencyLogName = "GOVERNANCE" | "INFERENCE";
export type UsageGroup = "APPLICATION" | "MINISTRY" | "MODEL" | "ORGANISATION" | "USE_CASE";
export type UseCaseChangeState = "CONFIRMED" | "PROPOSED" | "REFUSED" | "WITHDRAWN";
export type UseCaseSortField = "DECLARED_AT" | "NAME" | "ORGANISATION" | "STATE";
export type UseCaseState = "DEPLOYED" | "EVALUATED" | "EXPERIMENT" | "GENERALISED" | "IDEA" | "INCUBATION" | "MERGED" | "QUALIFIED" | "REFUSED" | "RETIRED" | "SUSPENDED";
export type Verdict = "ADJUST" | "CONTINUE" | "GENERALISE" | "INCONCLUSIVE" | "STOP";
export interface ActionProgressInput {
  readonly blocker?: string;
  readonly evidence?: string;
  readonly progress: RoadmapActionProgress;
  readonly usersMigrated: number;
}
export interface AddIncidentHarmsInput {
  readonly harms: readonly (IncidentHarm)[];
  readonly id: string;
  readonly reason: string;
  readonly version: number;
}
export interface AdoptOpinionInput {
  readonly adoptedOn: string;
  readonly id: string;
  readonly version: number;
  readonly votes: VotesInput;
}
export interface AiActScreeningInput {
  readonly annexI?: boolean | null;
  readonly annexIii?: string | null;
  readonly article63?: string | null;
  readonly article63Reason?: string | null;
  readonly facesUsers: boolean;
  readonly generatesContent: boolean;
  readonly profiling: boolean;
  readonly prohibitedPractice?: string | null;
  readonly reasoning: string;
  readonly recognisesPeople: boolean;
  readonly role: string;
}
export interface AllocationRoundFilter {
  readonly state?: readonly (RoundState)[] | null;
  readonly track?: readonly (RoundTrack)[] | null;
}
export interface AmendRoundGrantInput {
  readonly expectedVersion: number;
  readonly lineId: string;
  readonly placements: readonly (RoundPlacementInput)[];
  readonly quarter: string;
  readonly reason: string;
}
export interface AmendUseCaseInput {
  readonly affectsIndividuals?: boolean | null;
  readonly decisionRole?: DecisionRole | null;
  readonly description?: string | null;
  readonly dossier?: UseCaseDossierInput | null;
  readonly id: string;
  readonly labels?: readonly (string)[] | null;
  readonly maxOutputTokens?: number | null;
  readonly name?: string | null;
  readonly oversight?: string | null;
  readonly ownerEmail?: string | null;
  readonly reason: string;
  readonly serviceClass?: ServiceClass | null;
  readonly staffEffect?: StaffEffect | null;
  readonly version: number;
}
export interface AnswerQuestionInput {
  readonly answer: string;
  readonly id: string;
  readonly rules: readonly (string)[];
  readonly version: number;
}
export interface AnswerShadowToolInput {
  readonly alternativeId?: string | null;
  readonly answer: string;
  readonly id: string;
}
export interface AskEmergencyAccessInput {
  readonly hours: number;
  readonly organisationId: string;
  readonly reason: string;
  readonly role: Role;
}
export interface AskQuestionInput {
  readonly idempotencyKey?: string | null;
  readonly organisationId: string;
  readonly question: string;
  readonly title: string;
  readonly topic: QuestionTopic;
  readonly useCaseId?: string | null;
}
export interface AuthorityDecisionInput {
  readonly authority: string;
  readonly on: string;
  readonly reference: string;
}
export interface BenefitInput {
  readonly kind: BenefitKind;
  readonly name: string;
  readonly on?: string | null;
  readonly source?: string | null;
  readonly unit: string;
  readonly value: number;
}
export interface BringNeedsInput {
  readonly consolidationId: string;
  readonly expectedVersion: number;
  readonly gpuClasses?: readonly (RoundGpuClassesInput)[] | null;
  readonly reason: string;
  readonly roundId: string;
  readonly scores?: readonly (RoundNeedScoreInput)[] | null;
}
export interface CampaignFilter {
  readonly kind?: CampaignKind | null;
  readonly search?: string | null;
  readonly state?: readonly (CampaignState)[] | null;
}
export interface CapacityDeclarationFilter {
  readonly campaignId?: string | null;
  readonly organisationId?: string | null;
  readonly state?: readonly (SubmissionState)[] | null;
}
export interface CapacityDeclarationSort {
  readonly direction: SortDirection;
  readonly field: CapacityDeclarationSortField;
}
export interface CapacityLineFilter {
  readonly campaignId?: string | null;
  readonly declarationId?: string | null;
  readonly gpuType?: readonly (string)[] | null;
  readonly organisationId?: string | null;
  readonly search?: string | null;
}
export interface CapacityLineInput {
  readonly cells: readonly (FieldCell)[];
}
export interface CapacityLineSort {
  readonly direction: SortDirection;
  readonly field: CapacityLineSortField;
}
export interface CapacityNeedFilter {
  readonly campaignId?: string | null;
  readonly criticality?: readonly (number)[] | null;
  readonly organisationId?: string | null;
  readonly search?: string | null;
  readonly state?: readonly (SubmissionState)[] | null;
}
export interface CapacityNeedSort {
  readonly direction: SortDirection;
  readonly field: CapacityNeedSortField;
}
export interface CapacityUnitsInput {
  readonly cachedTokens?: number;
  readonly callsPerMin: number;
  readonly increment?: number;
  readonly inputTokens: number;
  readonly inputTpmPerUnit: number;
  readonly minimum?: number;
  readonly outputTokens: number;
  readonly outputWeight: number;
}
export interface ChangeCapacityLinesInput {
  readonly expectedVersion: number;
  readonly id: string;
  readonly put?: readonly (CapacityLineInput)[];
  readonly remove?: readonly (string)[];
}
export interface ChangeCapacityNeedInput {
  readonly cells: readonly (FieldCell)[];
  readonly expectedVersion: number;
  readonly id: string;
}
export interface CircularCriteriaInput {
  readonly control: number;
  readonly immunity: number;
  readonly substitutability: number;
}
export interface ClawBackInput {
  readonly expectedVersion: number;
  readonly lineId: string;
  readonly reason: string;
  readonly roundId: string;
}
export interface CloseDerogationInput {
  readonly id: string;
  readonly reason: string;
  readonly version: number;
}
export interface CloseKeyRequestInput {
  readonly id: string;
  readonly reason: string;
  readonly version: number;
}
export interface CloseLostEpochInput {
  readonly epoch: number;
  readonly reason: string;
  readonly replica: string;
}
export interface CommentInput {
  readonly body: string;
  readonly field?: string | null;
  readonly id: string;
  readonly line?: string | null;
  readonly target: SubmissionTarget;
}
export interface CommentOnConsolidationInput {
  readonly body: string;
  readonly id: string;
  readonly part?: ReportPart | null;
}
export interface ConsolidationStepInput {
  readonly expectedVersion: number;
  readonly id: string;
  readonly reason?: string | null;
}
export interface ConsultationAnswersInput {
  readonly consultationRequired: boolean;
  readonly consultedOn?: string | null;
  readonly reasoning: string;
}
export interface CorrectPlanRecordInput {
  readonly dueFrom?: string | null;
  readonly dueOn?: string | null;
  readonly id: string;
  readonly reason: string;
  readonly source: string;
  readonly title: string;
  readonly values: readonly (PlanRecordValueInput)[];
  readonly version: number;
}
export interface CorrectTrainingInput {
  readonly id: string;
  readonly reason: string;
  readonly target?: number | null;
  readonly trained: number;
  readonly version: number;
}
export interface CreateCampaignInput {
  readonly closesAt: string;
  readonly firstQuarter: string;
  readonly idempotencyKey?: string | null;
  readonly kind: CampaignKind;
  readonly name: string;
  readonly opensAt: string;
  readonly quarterCount: number;
  readonly reminderDays?: readonly (number)[];
  readonly scope?: readonly (string)[];
}
export interface CreateCapacityDeclarationInput {
  readonly campaignId: string;
  readonly idempotencyKey?: string | null;
  readonly organisationId: string;
}
export interface CreateCapacityNeedInput {
  readonly campaignId: string;
  readonly cells: readonly (FieldCell)[];
  readonly idempotencyKey?: string | null;
  readonly organisationId: string;
}
export interface CreateOrganisationInput {
  readonly acronym?: string | null;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly parentId: string;
  readonly siren?: string | null;
  readonly siret?: string | null;
  readonly slug: string;
  readonly validFrom: string;
}
export interface CriteriaInput {
  readonly agentEffects: number;
  readonly generalisability: number;
  readonly impact: number;
  readonly userEffects: number;
}
export interface DecideConvergenceInput {
  readonly by?: string | null;
  readonly id: string;
  readonly reason: string;
  readonly status: ConvergenceStatus;
  readonly targetId?: string | null;
  readonly version: number;
}
export interface DecideEmergencyAccessInput {
  readonly id: string;
  readonly reason: string;
}
export interface DecideMembershipChangeInput {
  readonly id: string;
  readonly reason: string;
}
export interface DecideRoundInput {
  readonly approve: boolean;
  readonly expectedVersion: number;
  readonly reason: string;
  readonly roundId: string;
}
export interface DecideUseCaseChangeInput {
  readonly id: string;
  readonly reason: string;
  readonly right: DecideChangeRight;
}
export interface DeclareIncidentInput {
  readonly awareAt: string;
  readonly description: string;
  readonly harms: readonly (IncidentHarm)[];
  readonly idempotencyKey?: string | null;
  readonly occurredAt?: string | null;
  readonly systemVersion?: string | null;
  readonly title: string;
  readonly useCaseId: string;
}
export interface DeclarePlanRecordInput {
  readonly dueFrom?: string | null;
  readonly dueOn?: string | null;
  readonly kind: PlanRecordKind;
  readonly organisationId: string;
  readonly source: string;
  readonly title: string;
  readonly values: readonly (PlanRecordValueInput)[];
}
export interface DeclareShadowToolInput {
  readonly agents?: number | null;
  readonly idempotencyKey?: string | null;
  readonly name: string;
  readonly organisationId: string;
  readonly purpose: string;
  readonly vendor: string;
  readonly vendorCountry: string;
}
export interface DeclareTrainingInput {
  readonly audience: string;
  readonly idempotencyKey?: string | null;
  readonly organisationId: string;
  readonly programme: string;
  readonly source?: string | null;
  readonly target?: number | null;
  readonly trained: number;
  readonly year: number;
}
export interface DeclareUseCaseInput {
  readonly affectsIndividuals: boolean;
  readonly decisionRole: DecisionRole;
  readonly description: string;
  readonly dossier?: UseCaseDossierInput | null;
  readonly idempotencyKey?: string | null;
  readonly labels: readonly (string)[];
  readonly maxOutputTokens: number;
  readonly name: string;
  readonly organisationId: string;
  readonly oversight: string;
  readonly ownerEmail: string;
  readonly serviceClass: ServiceClass;
  readonly staffEffect: StaffEffect;
}
export interface DependencyFilter {
  readonly domain?: readonly (DependencyDomain)[] | null;
  readonly search?: string | null;
  readonly year?: number | null;
}
export interface DependencyInput {
  readonly aiGrowth?: boolean;
  readonly annualCostEuros: number;
  readonly contractReference?: string | null;
  readonly criteria?: CircularCriteriaInput | null;
  readonly criticality: DependencyCriticality;
  readonly deployment: DependencyDeployment;
  readonly domain: DependencyDomain;
  readonly essential: boolean;
  readonly labels: readonly (string)[];
  readonly licences?: number | null;
  readonly lockIn?: string;
  readonly noticeDate?: string | null;
  readonly product: string;
  readonly renewalDate?: string | null;
  readonly replacementSource?: ReplacementSource | null;
  readonly source?: string;
  readonly sovereignty?: readonly (ObjectiveScoreInput)[];
  readonly substitutes?: string;
  readonly target?: DependencyTarget | null;
  readonly targetDate?: string | null;
  readonly targetProduct?: string | null;
  readonly targetSeal?: number | null;
  readonly users?: number | null;
  readonly vendor: string;
  readonly vendorCountry: string;
}
export interface DependencySort {
  readonly direction: SortDirection;
  readonly field: DependencySortField;
}
export interface DeprecateModelInput {
  readonly endsAt: string;
  readonly id: string;
  readonly moveAliases?: boolean | null;
  readonly reason: string;
  readonly replacementId?: string | null;
}
export interface DeskFilterInput {
  readonly organisationId?: string | null;
  readonly rule?: string | null;
  readonly search?: string | null;
  readonly states?: readonly (string)[] | null;
  readonly useCaseId?: string | null;
}
export interface DpiaInput {
  readonly doneOn?: string | null;
  readonly dpoOpinion?: string | null;
  readonly reasoning: string;
  readonly required: boolean;
  readonly summary?: string | null;
  readonly url?: string | null;
}
export interface DraftAssessmentInput {
  readonly consultation?: ConsultationAnswersInput | null;
  readonly dpia?: DpiaInput | null;
  readonly fria?: FriaInput | null;
  readonly homologation?: HomologationAnswersInput | null;
  readonly reference: string;
  readonly reviewOn?: string | null;
  readonly screening?: AiActScreeningInput | null;
  readonly sren?: SrenInput | null;
  readonly useCaseId: string;
}
export interface EndorseDerogationInput {
  readonly decision: AuthorityDecisionInput;
  readonly id: string;
  readonly version: number;
}
export interface EraseLogSaltInput {
  readonly entryId: string;
  readonly log: TransparencyLogName;
  readonly reason: string;
}
export interface EvaluationMetricInput {
  readonly confidence?: number | null;
  readonly high?: number | null;
  readonly low?: number | null;
  readonly name: string;
  readonly sample?: number | null;
  readonly source?: string | null;
  readonly unit: string;
  readonly value: number;
}
export interface ExitExerciseInput {
  readonly date: string;
  readonly days: number;
  readonly findings?: string;
  readonly outcome: ExerciseOutcome;
}
export interface ExitPlanInput {
  readonly costEuros: number;
  readonly dependencyId: string;
  readonly durationDays: number;
  readonly escrow: boolean;
  readonly exportFormat: string;
  readonly reversibilityClause: boolean;
}
export interface FieldCell {
  readonly field: string;
  readonly value: string;
}
export interface FigureSourceInput {
  readonly basis: string;
  readonly date: string;
  readonly licence: string;
  readonly title: string;
  readonly url?: string | null;
}
export interface FriaInput {
  readonly affectedGroups: string;
  readonly harms: string;
  readonly measures: string;
  readonly notifiedOn?: string | null;
  readonly oversight: string;
  readonly periodAndFrequency: string;
  readonly processes: string;
  readonly reusesDpia: boolean;
  readonly summary: string;
}
export interface GiveMembershipInput {
  readonly email: string;
  readonly name: string;
  readonly organisationId: string;
  readonly role: Role;
  readonly validFrom: string;
  readonly validTo?: string | null;
}
export interface GiveRoundOpinionInput {
  readonly lineId?: string | null;
  readonly roundId: string;
  readonly told: string;
  readonly verdict: OpinionVerdict;
}
export interface GovernanceEventFilter {
  readonly actor?: string | null;
  readonly acts?: readonly (string)[] | null;
  readonly from?: string | null;
  readonly organisationId?: string | null;
  readonly to?: string | null;
}
export interface GrantAllocationInput {
  readonly borrowLimit?: number | null;
  readonly criticality?: number | null;
  readonly guarantee: number;
  readonly historyFactor?: number | null;
  readonly lendLimit?: number | null;
  readonly nodeId: string;
  readonly nominal: number;
  readonly poolId: string;
  readonly reason: string;
  readonly weight: number;
}
export interface GrantDerogationInput {
  readonly decisions: readonly (AuthorityDecisionInput)[];
  readonly id: string;
  readonly version: number;
}
export interface HomologationAnswersInput {
  readonly authority: string;
  readonly decidedOn: string;
  readonly endsOn: string;
  readonly level: AssessedLevel;
  readonly reserves?: string | null;
}
export interface InformOfIncidentInput {
  readonly at: string;
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  readonly risk: boolean;
  readonly to: NoticeRecipient;
  readonly version: number;
}
export interface LinkInput {
  readonly title: string;
  readonly url: string;
}
export interface ListBrickInput {
  readonly description: string;
  readonly idempotencyKey?: string | null;
  readonly licence: string;
  readonly name: string;
  readonly organisationId: string;
  readonly publiccodeUrl?: string | null;
  readonly repositoryUrl: string;
  readonly slug: string;
}
export interface LoadPointInput {
  readonly batch: number;
  readonly stepMs: number;
}
export interface MeetConditionInput {
  readonly conditionId: string;
  readonly proof: string;
  readonly reviewId: string;
  readonly version: number;
}
export interface MergeOrganisationInput {
  readonly effectiveOn?: string | null;
  readonly id: string;
  readonly intoId: string;
  readonly reason: string;
}
export interface MilestoneInput {
  readonly due: string;
  readonly reached?: boolean;
  readonly title: string;
}
export interface MoveBrickInput {
  readonly id: string;
  readonly reason: string;
  readonly to: BrickTarget;
}
export interface MoveCapacityDeclarationInput {
  readonly expectedVersion: number;
  readonly id: string;
  readonly overCommitmentReason?: string | null;
  readonly reason?: string | null;
  readonly step: SubmissionStep;
}
export interface MoveCapacityNeedInput {
  readonly expectedVersion: number;
  readonly id: string;
  readonly reason?: string | null;
  readonly step: SubmissionStep;
}
export interface MoveIncidentInput {
  readonly id: string;
  readonly reason: string;
  readonly to: IncidentState;
  readonly version: number;
}
export interface MoveOrganisationInput {
  readonly effectiveOn?: string | null;
  readonly id: string;
  readonly parentId: string;
  readonly reason: string;
}
export interface MovePlanRecordInput {
  readonly id: string;
  readonly reason: string;
  readonly to: string;
  readonly version: number;
}
export interface NotifyIncidentInput {
  readonly at: string;
  readonly authority: string;
  readonly id: string;
  readonly interim: boolean;
  readonly reference: string;
  readonly version: number;
}
export interface ObjectiveScoreInput {
  readonly maxPoints: number;
  readonly objective: SovereigntyObjective;
  readonly points: number;
  readonly seal: number;
}
export interface OpenRoundInput {
  readonly closesAt?: string | null;
  readonly effectFrom?: string | null;
  readonly expiresAt?: string | null;
  readonly organisationId?: string | null;
  readonly pools: readonly (RoundPoolInput)[];
  readonly quarters: readonly (string)[];
  readonly title: string;
  readonly track: RoundTrack;
}
export interface PlanEvaluationInput {
  readonly body: string;
  readonly idempotencyKey?: string | null;
  readonly independent: boolean;
  readonly protocol: string;
  readonly sample?: string | null;
  readonly useCaseId: string;
}
export interface PlanRecordValueInput {
  readonly name: string;
  readonly value: string;
}
export interface PlannedSpendInput {
  readonly domain: DependencyDomain;
  readonly euros: number;
  readonly year: number;
}
export interface PolicyFileInput {
  readonly path: string;
  readonly text: string;
}
export interface ProposeMembershipEndInput {
  readonly id: string;
  readonly reason: string;
}
export interface ProposeMembershipInput {
  readonly email: string;
  readonly name: string;
  readonly organisationId: string;
  readonly reason: string;
  readonly role: CountersignedRole;
  readonly validFrom: string;
  readonly validTo?: string | null;
}
export interface ProposeModelInput {
  readonly contextWindow: number;
  readonly idempotencyKey?: string | null;
  readonly licence: string;
  readonly name: string;
  readonly organisationId: string;
  readonly provenance?: ProvenanceInput | null;
  readonly publisher: string;
  readonly publisherCountry: string;
}
export interface ProposePolicyBundleInput {
  readonly files: readonly (PolicyFileInput)[];
  readonly motive: string;
  readonly organisationId?: string | null;
}
export interface ProvenanceInput {
  readonly billionParameters?: number | null;
  readonly cardUrl?: string | null;
  readonly evalStatus?: EvalStatus | null;
  readonly format?: ModelFormat | null;
  readonly runsIn?: RunsIn | null;
  readonly sha256?: string | null;
  readonly trainingOnInputs?: TrainingOnInputs | null;
  readonly weights?: ModelWeights | null;
}
export interface PublishDoctrineInput {
  readonly answer: string;
  readonly question: string;
  readonly questionId: string;
  readonly rules: readonly (string)[];
  readonly title: string;
  readonly version: number;
}
export interface PublishEvaluationInput {
  readonly id: string;
  readonly metrics: readonly (EvaluationMetricInput)[];
  readonly publicationUrl?: string | null;
  readonly summary: string;
  readonly verdict: Verdict;
}
export interface RecordConsultationInput {
  readonly body: string;
  readonly documentUrl?: string | null;
  readonly heldOn: string;
  readonly idempotencyKey?: string | null;
  readonly opinion: StaffOpinion;
  readonly summary: string;
  readonly useCaseId: string;
}
export interface RecordEvidenceInput {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly reference: string;
  readonly version: number;
}
export interface RecordMarketSearchInput {
  readonly idempotencyKey?: string | null;
  readonly offer?: string | null;
  readonly on: string;
  readonly reference: string;
  readonly rule: string;
  readonly useCaseId: string;
}
export interface RecordMeasureInput {
  readonly id: string;
  readonly measure: string;
  readonly version: number;
}
export interface RecordOpinionInput {
  readonly idempotencyKey?: string | null;
  readonly number: string;
  readonly subject: string;
  readonly text: string;
  readonly title: string;
}
export interface RegisterApplicationInput {
  readonly environment: string;
  readonly idempotencyKey?: string | null;
  readonly models?: readonly (string)[] | null;
  readonly name: string;
  readonly useCaseId: string;
}
export interface RegisterProfileInput {
  readonly engine: string;
  readonly gpu: string;
  readonly gpusPerReplica: number;
  readonly kvBytesPerToken?: number | null;
  readonly memoryGiB?: number | null;
  readonly model: string;
  readonly points: readonly (LoadPointInput)[];
  readonly precision?: string;
  readonly prefillMs: number;
  readonly prefillMsPerToken?: number;
  readonly source: FigureSourceInput;
  readonly weightsBytes?: number | null;
}
export interface RenameOrganisationInput {
  readonly acronym?: string | null;
  readonly effectiveOn?: string | null;
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}
export interface RequalifyIncidentInput {
  readonly harms: readonly (IncidentHarm)[];
  readonly id: string;
  readonly reason: string;
  readonly version: number;
}
export interface RequestDerogationInput {
  readonly endsOn: string;
  readonly guarantees: string;
  readonly idempotencyKey?: string | null;
  readonly motive: string;
  readonly notice: string;
  readonly noticeUrl?: string | null;
  readonly poolId?: string | null;
  readonly rule: string;
  readonly startsOn: string;
  readonly useCaseId: string;
}
export interface RequestFilter {
  readonly applicationId?: string | null;
  readonly code?: readonly (string)[] | null;
  readonly decisionId?: string | null;
  readonly decisionRef?: string | null;
  readonly from?: string | null;
  readonly organisationId?: string | null;
  readonly outcome?: readonly (string)[] | null;
  readonly to?: string | null;
  readonly useCaseId?: string | null;
}
export interface RequestGpusInput {
  readonly asks: readonly (RoundAskInput)[];
  readonly criticality: number;
  readonly gpuClasses: readonly (string)[];
  readonly hasCalendar?: boolean | null;
  readonly labels: readonly (string)[];
  readonly needId?: string | null;
  readonly organisationId: string;
  readonly roundId: string;
  readonly score: number;
  readonly title: string;
  readonly useCaseId?: string | null;
}
export interface RequestKeyInput {
  readonly applicationId: string;
  readonly idempotencyKey?: string | null;
  readonly reason: string;
  readonly validDays: number;
}
export interface ReviewConditionInput {
  readonly dueOn: string;
  readonly text: string;
}
export interface ReviewUseCaseInput {
  readonly conditions: readonly (ReviewConditionInput)[];
  readonly idempotencyKey?: string | null;
  readonly opinion: ReviewOpinion;
  readonly summary: string;
  readonly useCaseId: string;
}
export interface ReviseAssessmentInput {
  readonly id: string;
  readonly reason: string;
  readonly version: number;
}
export interface RevokeKeyInput {
  readonly keyId: string;
  readonly reason: string;
}
export interface RoadmapActionInput {
  readonly after?: readonly (string)[];
  readonly blocker?: string;
  readonly dependencyId: string;
  readonly end: string;
  readonly evidence?: string;
  readonly internalCostEuros?: number;
  readonly milestones?: readonly (MilestoneInput)[];
  readonly oneOffCostEuros: number;
  readonly owner: string;
  readonly progress?: RoadmapActionProgress;
  readonly risk: RoadmapActionRisk;
  readonly runDeltaEuros: number;
  readonly source?: string;
  readonly start: string;
  readonly title: string;
  readonly type: RoadmapActionType;
  readonly usersMigrated?: number;
  readonly usersTotal?: number;
}
export interface RoadmapFilter {
  readonly state?: readonly (RoadmapState)[] | null;
  readonly year?: number | null;
}
export interface RoundAskInput {
  readonly high: number;
  readonly likely: number;
  readonly low: number;
  readonly minUseful: number;
}
export interface RoundChangeInput {
  readonly lines?: readonly (RoundLineChangeInput)[] | null;
  readonly pools?: readonly (RoundPoolChangeInput)[] | null;
}
export interface RoundGpuClassesInput {
  readonly classes: readonly (string)[];
  readonly gpuType: string;
}
export interface RoundLineChangeInput {
  readonly criticality?: number | null;
  readonly gpus?: number | null;
  readonly lineId: string;
}
export interface RoundLineFilter {
  readonly criticality?: number | null;
  readonly organisationId?: string | null;
  readonly outcome?: readonly (RoundLineOutcome)[] | null;
}
export interface RoundNeedScoreInput {
  readonly needId: string;
  readonly score: number;
}
export interface RoundPlacementInput {
  readonly gpus: number;
  readonly poolId: string;
}
export interface RoundPoolChangeInput {
  readonly gpus: number;
  readonly poolId: string;
}
export interface RoundPoolInput {
  readonly centsPerGpuHour?: number | null;
  readonly market?: boolean | null;
  readonly ownerMinistryId?: string | null;
  readonly poolId: string;
}
export interface RoundStepInput {
  readonly expectedVersion: number;
  readonly reason: string;
  readonly roundId: string;
  readonly step: RoundStep;
}
export interface RoundUnlockInput {
  readonly lineId: string;
  readonly poolId: string;
  readonly quarter: string;
  readonly roundId: string;
}
export interface ScoreUseCaseInput {
  readonly final: boolean;
  readonly idempotencyKey?: string | null;
  readonly marks: CriteriaInput;
  readonly rationale: string;
  readonly useCaseId: string;
}
export interface SetBudgetInput {
  readonly amount: number;
  readonly firstMonth?: number | null;
  readonly hard?: boolean | null;
  readonly modelId?: string | null;
  readonly nodeId: string;
  readonly onExhaust?: ExhaustionRule | null;
  readonly period: BudgetPeriod;
  readonly reason: string;
  readonly unit: BudgetUnit;
}
export interface SetSelectionWeightsInput {
  readonly after: number;
  readonly reason: string;
  readonly transversalBonus: number;
  readonly transversalDomains: readonly (FunctionDomain)[];
  readonly weights: CriteriaInput;
}
export interface SetUsageLimitInput {
  readonly hard?: boolean | null;
  readonly kind: LimitKind;
  readonly modelId?: string | null;
  readonly nodeId: string;
  readonly reason: string;
  readonly value: number;
}
export interface SimulationChangeFilter {
  readonly cause?: SimulatedChangeCause | null;
  readonly kind?: SimulatedChangeKind | null;
  readonly ministryId?: string | null;
  readonly rule?: string | null;
  readonly useCaseId?: string | null;
}
export interface SimulationFilter {
  readonly state?: readonly (SimulationState)[] | null;
}
export interface SimulationInput {
  readonly candidateDigest?: string | null;
  readonly fromDay: string;
  readonly legalDay?: string | null;
  readonly organisationId?: string | null;
  readonly rules?: SimulationRulesInput | null;
  readonly toDay: string;
}
export interface SimulationRuleFileInput {
  readonly path: string;
  readonly text: string;
}
export interface SimulationRulesInput {
  readonly files: readonly (SimulationRuleFileInput)[];
  readonly onTopOfActive?: boolean;
  readonly without?: readonly (string)[];
}
export interface SizingInput {
  readonly batchablePercent?: number;
  readonly criticality?: number;
  readonly gpuTypes?: readonly (string)[] | null;
  readonly inputTokens: number;
  readonly itlTargetMs?: number | null;
  readonly model: string;
  readonly outputTokens: number;
  readonly peakConcurrency?: number | null;
  readonly peakHourPercent?: number;
  readonly requestsPerDay: number;
  readonly ttftTargetMs?: number | null;
}
export interface SrenInput {
  readonly harms: readonly (SrenHarm)[];
  readonly reasoning: string;
  readonly sensitiveByNature: boolean;
  readonly sensitiveByUse: boolean;
}
export interface SuspendForIncidentInput {
  readonly id: string;
  readonly reason: string;
  readonly version: number;
}
export interface TrajectoryPointInput {
  readonly sensitiveOnQualifiedPct: number;
  readonly sovereignUsersPct: number;
  readonly year: number;
}
export interface TransitionCampaignInput {
  readonly closesAt?: string | null;
  readonly expectedVersion: number;
  readonly id: string;
  readonly reason?: string | null;
  readonly to: CampaignState;
}
export interface TransitionUseCaseInput {
  readonly id: string;
  readonly intoId?: string | null;
  readonly reason: string;
  readonly to: UseCaseState;
  readonly version: number;
}
export interface UseBrickInput {
  readonly brickId: string;
  readonly useCaseId: string;
}
export interface UseCaseDossierInput {
  readonly accessibility?: string | null;
  readonly agents?: number | null;
  readonly aiActClass?: AiActClass | null;
  readonly aiActRole?: AiActRole | null;
  readonly annexI?: boolean | null;
  readonly annexIii?: AnnexIiiPoint | null;
  readonly appealRoute?: string | null;
  readonly architecture?: string | null;
  readonly article63?: Article63Ground | null;
  readonly article63Reason?: string | null;
  readonly beginsOn?: string | null;
  readonly benefits?: readonly (BenefitInput)[] | null;
  readonly contactEmail?: string | null;
  readonly dataAccess?: string | null;
  readonly dataDescription?: string | null;
  readonly dataSharing?: string | null;
  readonly dataSources?: readonly (LinkInput)[] | null;
  readonly decisionMention?: string | null;
  readonly deployerEntryUrl?: string | null;
  readonly developedInHouse?: boolean | null;
  readonly developmentCleaning?: string | null;
  readonly developmentCollection?: string | null;
  readonly developmentDatasets?: string | null;
  readonly developmentQuantities?: string | null;
  readonly developmentRepresentativeness?: string | null;
  readonly disclosure?: string | null;
  readonly dpiaSummary?: string | null;
  readonly dpiaWaived?: boolean | null;
  readonly endsOn?: string | null;
  readonly energy?: string | null;
  readonly evaluationDueOn?: string | null;
  readonly exitPlan?: string | null;
  readonly exitPlanEndsOn?: string | null;
  readonly facesUsers?: boolean | null;
  readonly frequency?: string | null;
  readonly friaSummary?: string | null;
  readonly functionDomain?: FunctionDomain | null;
  readonly geographicScope?: GeographicScope | null;
  readonly goal?: string | null;
  readonly healthForThirdParty?: boolean | null;
  readonly humanChannel?: string | null;
  readonly languages?: number | null;
  readonly legalBasis?: readonly (LinkInput)[] | null;
  readonly lineage?: string | null;
  readonly longDescription?: string | null;
  readonly maintenance?: string | null;
  readonly memberStates?: readonly (string)[] | null;
  readonly methods?: string | null;
  readonly modalities?: readonly (Modality)[] | null;
  readonly modelArchitecture?: string | null;
  readonly modelInput?: string | null;
  readonly modelName?: string | null;
  readonly modelOutput?: string | null;
  readonly modelPerformance?: string | null;
  readonly modelRefined?: boolean | null;
  readonly modelTask?: string | null;
  readonly modelVersion?: string | null;
  readonly models?: readonly (string)[] | null;
  readonly nextMilestone?: string | null;
  readonly nextMilestoneOn?: string | null;
  readonly operations?: string | null;
  readonly parameters?: string | null;
  readonly postalAddress?: string | null;
  readonly previousProcess?: string | null;
  readonly problem?: string | null;
  readonly processIntegration?: string | null;
  readonly processingRecord?: string | null;
  readonly procurement?: string | null;
  readonly profiling?: boolean | null;
  readonly prohibitedPractice?: ProhibitedPractice | null;
  readonly proportionality?: string | null;
  readonly proprietary?: boolean | null;
  readonly providerEntryUrl?: string | null;
  readonly publicPage?: string | null;
  readonly publicationCategory?: PublicationCategory | null;
  readonly responsibleRole?: string | null;
  readonly retention?: string | null;
  readonly reversibilityClause?: string | null;
  readonly risks?: string | null;
  readonly roadmapAction?: string | null;
  readonly rulesUrl?: string | null;
  readonly sensitiveAttributes?: string | null;
  readonly sourceCodeUrl?: string | null;
  readonly srenHarm?: boolean | null;
  readonly srenSensitive?: boolean | null;
  readonly supplierDataAccess?: string | null;
  readonly supplierRole?: string | null;
  readonly suppliers?: readonly (string)[] | null;
  readonly systemInput?: string | null;
  readonly systemOutput?: string | null;
  readonly team?: string | null;
  readonly toolCallLimit?: number | null;
  readonly training?: string | null;
  readonly trainingRequired?: boolean | null;
  readonly users?: number | null;
}
export interface UseCaseFilter {
  readonly organisationId?: string | null;
  readonly search?: string | null;
  readonly state?: readonly (UseCaseState)[] | null;
}
export interface UseCaseSort {
  readonly direction: SortDirection;
  readonly field: UseCaseSortField;
}
export interface VotesInput {
  readonly abstained: number;
  readonly against: number;
  readonly for: number;
}
export interface WithdrawDoctrineInput {
  readonly id: string;
  readonly reason: string;
  readonly version: number;
}
export interface WithdrawMarketSearchInput {
  readonly id: string;
  readonly reason: string;
  readonly version: number;
}
export type AllocationRow = { readonly id: string; readonly poolId: string; readonly nodeId: string; readonly nodeName: string; readonly nodeType: string; readonly nominal: number; readonly guarantee: number; readonly lendLimit: number | null; readonly borrowLimit: number | null; readonly weight: number };
export type BudgetRow = { readonly id: string; readonly nodeId: string; readonly nodeName: string; readonly unit: BudgetUnit; readonly amount: number; readonly period: BudgetPeriod; readonly periodStart: string; readonly periodEnd: string; readonly settled: number; readonly leased: number; readonly left: number; readonly modelId: string | null; readonly onExhaust: ExhaustionRule; readonly hard: boolean; readonly firstMonth: number };
export type CampaignRow = { readonly id: string; readonly name: string; readonly kind: CampaignKind; readonly state: CampaignState; readonly opensAt: string; readonly closesAt: string; readonly daysLeft: number; readonly quarters: readonly (string)[]; readonly reminderDays: readonly (number)[]; readonly version: number };
export type TemplateRow = { readonly key: string; readonly header: { readonly fr: string; readonly en: string }; readonly help: { readonly fr: string; readonly en: string }; readonly unit: string | null; readonly required: boolean; readonly rule: unknown; readonly fallback: unknown | null };
export type SubmissionStepRow = { readonly step: SubmissionStep; readonly to: SubmissionState; readonly allowed: boolean; readonly reason: string | null; readonly reasonCode: string | null; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] };
export type SubmissionEventRow = { readonly at: string; readonly by: string; readonly from: SubmissionState | null; readonly to: SubmissionState; readonly version: number; readonly reason: string | null };
export type SubmissionCommentRow = { readonly id: string; readonly at: string; readonly by: string; readonly body: string; readonly field: string | null; readonly line: string | null; readonly version: number };
export type LineRow = { readonly id: string; readonly reference: string; readonly site: string; readonly hosting: string; readonly gpuType: string; readonly gpuCount: number; readonly offeredGpus: number; readonly keptGpus: number; readonly labels: readonly (string)[]; readonly values: readonly ({ readonly field: string; readonly value: unknown | null })[] };
export type NeedRow = { readonly id: string; readonly reference: string; readonly title: string; readonly state: SubmissionState; readonly version: number; readonly model: string; readonly profile: NeedProfile; readonly criticality: number; readonly completeness: number; readonly quantities: readonly ({ readonly quarter: string; readonly low: number; readonly likely: number; readonly high: number })[]; readonly organisation: OrganisationRef | null };
export type ImportRow = { readonly id: string; readonly target: SubmissionTarget; readonly format: SheetFormat; readonly fileName: string; readonly state: CapacityImportState; readonly rowsRead: number; readonly progress: number; readonly errorCount: number; readonly createdAt: string; readonly finishedAt: string | null; readonly failure: { readonly code: string; readonly message: string } | null };
export type AssessmentRow = { readonly id: string; readonly kind: AssessmentKind; readonly edition: number; readonly reference: string; readonly state: AssessmentState; readonly draftedAt: string; readonly concludedAt: string | null; readonly reviewOn: string | null; readonly reviewReason: string | null; readonly version: number; readonly draftedBy: string; readonly concludedBy: string | null; readonly useCase: { readonly id: string; readonly name: string } | null; readonly organisation: OrganisationRef | null };
export type QuestionRow = { readonly id: string; readonly topic: QuestionTopic; readonly title: string; readonly question: string; readonly answer: string | null; readonly rules: readonly (string)[]; readonly state: QuestionState; readonly askedAt: string; readonly dueOn: string; readonly late: boolean; readonly version: number; readonly askedBy: string; readonly answeredBy: string | null; readonly useCase: { readonly id: string; readonly name: string } | null; readonly organisation: OrganisationRef | null };
export type ReviewRow = { readonly id: string; readonly opinion: ReviewOpinion; readonly summary: string; readonly state: ReviewState; readonly reviewedAt: string; readonly version: number; readonly conditions: readonly ({ readonly id: string; readonly text: string; readonly dueOn: string; readonly metOn: string | null; readonly proof: string | null; readonly late: boolean })[]; readonly useCase: { readonly id: string; readonly name: string } | null; readonly organisation: OrganisationRef | null };
export type DerogationRow = { readonly id: string; readonly rule: string; readonly startsOn: string; readonly endsOn: string; readonly state: DerogationState; readonly standing: DerogationStanding; readonly version: number; readonly requestedAt: string; readonly useCase: { readonly id: string; readonly name: string } | null; readonly organisation: OrganisationRef | null };
export type IncidentRow = { readonly id: string; readonly kind: IncidentKind; readonly harms: readonly (IncidentHarm)[]; readonly bound: boolean; readonly findings: readonly ({ readonly at: string; readonly harm: IncidentHarm; readonly found: boolean; readonly reason: string })[]; readonly title: string; readonly description: string; readonly systemVersion: string | null; readonly awareAt: string; readonly suspendedAt: string | null; readonly state: IncidentState; readonly next: readonly (IncidentState)[]; readonly declaredAt: string; readonly version: number; readonly clock: { readonly state: NotificationClockState; readonly days: number | null; readonly dueAt: string | null; readonly text: string }; readonly measures: readonly ({ readonly at: string; readonly text: string })[]; readonly notification: { readonly at: string; readonly authority: string; readonly reference: string; readonly interim: boolean } | null; readonly notices: readonly ({ readonly at: string; readonly to: NoticeRecipient; readonly name: string; readonly reference: string; readonly risk: boolean })[]; readonly providerNotice: ProviderNoticeState; readonly useCase: { readonly id: string; readonly name: string; readonly state: UseCaseState } | null; readonly organisation: OrganisationRef | null };
export type EvaluationRow = { readonly id: string; readonly body: string; readonly independent: boolean; readonly plannedAt: string; readonly protocol: string; readonly publicationUrl: string | null; readonly publishedAt: string | null; readonly sample: string | null; readonly state: EvaluationState; readonly summary: string | null; readonly verdict: Verdict | null; readonly metrics: readonly ({ readonly name: string; readonly value: number; readonly unit: string; readonly low: number | null; readonly high: number | null; readonly confidence: number | null; readonly intervalMethod: IntervalMethod; readonly sample: number | null; readonly source: string | null })[] };
export type ListedEvaluation = EvaluationRow & { readonly useCase: { readonly id: string; readonly name: string; readonly organisation: OrganisationRef } };
export type DueUseCase = { readonly id: string; readonly name: string; readonly state: UseCaseState; readonly organisation: OrganisationRef; readonly dossier: { readonly evaluationDueOn: string | null }; readonly evaluations: readonly ({ readonly id: string; readonly state: EvaluationState; readonly body: string; readonly publishedAt: string | null })[] };
export type Totals = { readonly requests: number; readonly refused: number; readonly inputTokens: number; readonly outputTokens: number; readonly costEuro: number; readonly gpuSeconds: number; readonly kWh: number; readonly kgCO2eq: number; readonly estimatedRequests: number; readonly amounts: readonly ({ readonly quantity: string; readonly amount: number })[] };
export type RequestRow = { readonly id: string; readonly at: string; readonly outcome: string; readonly code: string | null; readonly status: number; readonly useCaseId: string | null; readonly useCaseName: string | null; readonly applicationName: string | null; readonly modelName: string | null; readonly poolName: string | null; readonly inputTokens: number | null; readonly outputTokens: number | null; readonly costEuro: number | null; readonly amounts: readonly ({ readonly quantity: string; readonly amount: number })[]; readonly firstTokenMs: number | null; readonly totalMs: number; readonly decisionRef: string | null; readonly organisation: OrganisationRef | null };
export type RuleReasonLine = { readonly rule: string; readonly version: number; readonly effect: string; readonly code: string; readonly fr: string; readonly en: string; readonly derogable: boolean; readonly silenced: string | null; readonly legal: readonly ({ readonly text: string; readonly url: string | null })[] };
export type ModelRow = { readonly id: string; readonly name: string; readonly publisher: string; readonly publisherCountry: string; readonly licence: string; readonly contextWindow: number; readonly aliases: readonly (string)[]; readonly simulatedOnly: boolean; readonly state: ModelState; readonly version: number; readonly provenance: { readonly weights: ModelWeights | null; readonly format: ModelFormat | null; readonly sha256: string | null; readonly runsIn: RunsIn | null; readonly trainingOnInputs: TrainingOnInputs | null; readonly evalStatus: EvalStatus | null; readonly billionParameters: number | null; readonly cardUrl: string | null }; readonly sunset: { readonly announcedAt: string; readonly endsAt: string; readonly reason: string; readonly replacement: { readonly id: string; readonly name: string } | null } | null };
export type ModelSheet = ModelRow & { readonly proposedFor: OrganisationRef | null; readonly steps: readonly ({ readonly to: ModelState; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] })[]; readonly dependants: readonly (UseCaseRow)[] };
export type PlanRow = { readonly id: string; readonly kind: PlanRecordKind; readonly title: string; readonly fields: readonly ({ readonly name: string; readonly value: string })[]; readonly dueFrom: string | null; readonly dueOn: string | null; readonly source: string; readonly invented: boolean; readonly state: string; readonly steps: readonly ({ readonly to: string; readonly decided: boolean })[]; readonly declaredAt: string; readonly declaredByName: string; readonly version: number; readonly organisation: OrganisationRef };
export type RuleCard = { readonly id: string; readonly version: number; readonly effect: string; readonly mode: string; readonly when: string; readonly effectiveFrom: string; readonly effectiveTo: string | null; readonly reason: { readonly fr: string; readonly en: string }; readonly legal: readonly ({ readonly text: string; readonly url: string })[] };
export type RuleDiff = { readonly id: string; readonly kind: string; readonly fields: readonly (string)[]; readonly before: RuleCard | null; readonly after: RuleCard | null };
export type ProposalRow = { readonly id: string; readonly digest: string; readonly baseDigest: string; readonly motive: string; readonly state: PolicyProposalState; readonly proposedAt: string; readonly proposedBy: string; readonly own: boolean; readonly complianceSigned: boolean; readonly decidedAt: string | null; readonly decidedBy: string | null; readonly decisionReason: string | null; readonly version: number };
export type ShadowToolRow = { readonly id: string; readonly name: string; readonly vendor: string; readonly vendorCountry: string; readonly purpose: string; readonly agents: number | null; readonly answer: string | null; readonly state: ShadowToolState; readonly declaredAt: string; readonly alternative: { readonly id: string; readonly name: string } | null; readonly organisation: OrganisationRef };
export type BrickRow = { readonly id: string; readonly slug: string; readonly name: string; readonly description: string; readonly licence: string; readonly repositoryUrl: string; readonly publiccodeUrl: string | null; readonly state: BrickState; readonly listedAt: string; readonly maintainer: OrganisationRef | null };
export type TrainingRow = { readonly id: string; readonly year: number; readonly programme: string; readonly audience: string; readonly trained: number; readonly target: number | null; readonly source: string | null; readonly state: TrainingState; readonly declaredAt: string; readonly version: number; readonly organisation: OrganisationRef };
export type UseCaseRow = { readonly id: string; readonly slug: string; readonly name: string; readonly description: string; readonly state: UseCaseState; readonly labels: readonly (string)[]; readonly serviceClass: ServiceClass; readonly declaredAt: string; readonly organisation: OrganisationRef };
export type KeyRow = { readonly id: string; readonly prefix: string; readonly status: KeyStatus; readonly createdAt: string; readonly createdBy: string; readonly expiresAt: string; readonly revokedAt: string | null };
export type ApplicationRow = { readonly id: string; readonly slug: string; readonly name: string; readonly environment: string; readonly useCaseId: string; readonly models: readonly (string)[] | null; readonly keys: readonly (KeyRow)[]; readonly keyRequests: readonly (KeyRequestRow)[] };
export type KeyRequestRow = { readonly id: string; readonly version: number; readonly state: KeyRequestState; readonly validDays: number; readonly reason: string; readonly requestedAt: string; readonly requestedBy: string; readonly mine: boolean; readonly closedReason: string | null };
export type DossierFields = { readonly accessibility: string | null; readonly agents: number | null; readonly aiActClass: AiActClass | null; readonly aiActRole: AiActRole | null; readonly annexI: boolean | null; readonly annexIii: AnnexIiiPoint | null; readonly appealRoute: string | null; readonly article63: Article63Ground | null; readonly article63Reason: string | null; readonly beginsOn: string | null; readonly decisionMention: string | null; readonly disclosure: string | null; readonly dpiaSummary: string | null; readonly dpiaWaived: boolean | null; readonly endsOn: string | null; readonly energy: string | null; readonly evaluationDueOn: string | null; readonly exitPlan: string | null; readonly exitPlanEndsOn: string | null; readonly facesUsers: boolean | null; readonly frequency: string | null; readonly friaSummary: string | null; readonly functionDomain: FunctionDomain | null; readonly geographicScope: GeographicScope | null; readonly goal: string | null; readonly healthForThirdParty: boolean | null; readonly humanChannel: string | null; readonly languages: number | null; readonly lineage: string | null; readonly longDescription: string | null; readonly memberStates: readonly (string)[] | null; readonly methods: string | null; readonly modalities: readonly (Modality)[] | null; readonly models: readonly (string)[] | null; readonly nextMilestone: string | null; readonly nextMilestoneOn: string | null; readonly previousProcess: string | null; readonly problem: string | null; readonly processingRecord: string | null; readonly profiling: boolean | null; readonly procurement: string | null; readonly prohibitedPractice: ProhibitedPractice | null; readonly proportionality: string | null; readonly proprietary: boolean | null; readonly providerEntryUrl: string | null; readonly publicPage: string | null; readonly publicationCategory: PublicationCategory | null; readonly responsibleRole: string | null; readonly retention: string | null; readonly reversibilityClause: string | null; readonly risks: string | null; readonly roadmapAction: string | null; readonly toolCallLimit: number | null; readonly rulesUrl: string | null; readonly sourceCodeUrl: string | null; readonly srenHarm: boolean | null; readonly srenSensitive: boolean | null; readonly suppliers: readonly (string)[] | null; readonly team: string | null; readonly trainingRequired: boolean | null; readonly users: number | null; readonly architecture: string | null; readonly contactEmail: string | null; readonly dataAccess: string | null; readonly dataDescription: string | null; readonly dataSharing: string | null; readonly deployerEntryUrl: string | null; readonly developedInHouse: boolean | null; readonly developmentCleaning: string | null; readonly developmentCollection: string | null; readonly developmentDatasets: string | null; readonly developmentQuantities: string | null; readonly developmentRepresentativeness: string | null; readonly maintenance: string | null; readonly modelArchitecture: string | null; readonly modelInput: string | null; readonly modelName: string | null; readonly modelOutput: string | null; readonly modelPerformance: string | null; readonly modelRefined: boolean | null; readonly modelTask: string | null; readonly modelVersion: string | null; readonly operations: string | null; readonly parameters: string | null; readonly postalAddress: string | null; readonly processIntegration: string | null; readonly sensitiveAttributes: string | null; readonly supplierDataAccess: string | null; readonly supplierRole: string | null; readonly systemInput: string | null; readonly systemOutput: string | null; readonly training: string | null; readonly benefits: readonly ({ readonly name: string; readonly kind: BenefitKind; readonly value: number; readonly unit: string; readonly on: string | null; readonly source: string | null })[] | null; readonly legalBasis: readonly ({ readonly title: string; readonly url: string })[] | null; readonly dataSources: readonly ({ readonly title: string; readonly url: string })[] | null };
export type ChangeRow = { readonly id: string; readonly state: UseCaseChangeState; readonly reason: string; readonly right: DecideChangeRight; readonly own: boolean; readonly proposedBy: string; readonly proposedAt: string; readonly changes: readonly ({ readonly field: string; readonly before: string | null; readonly after: string | null })[] };
export type UseCaseSheet = UseCaseRow & { readonly maxOutputTokens: number; readonly decisionRole: DecisionRole; readonly ownerEmail: string; readonly oversight: string; readonly affectsIndividuals: boolean; readonly staffEffect: StaffEffect; readonly amendedBy: string | null; readonly dossier: DossierFields; readonly completeness: { readonly percent: number; readonly expected: number; readonly missing: readonly ({ readonly field: string; readonly section: DossierSection })[] }; readonly mergedInto: { readonly id: string; readonly name: string } | null; readonly modelNotices: readonly ({ readonly id: string; readonly sentAt: string; readonly endsAt: string; readonly model: { readonly id: string; readonly name: string; readonly state: ModelState }; readonly replacement: { readonly id: string; readonly name: string } | null })[]; readonly declaredBy: string; readonly version: number; readonly materialFields: readonly (string)[]; readonly changes: readonly (ChangeRow)[]; readonly evidence: readonly ({ readonly kind: EvidenceKind; readonly reference: string })[]; readonly transitions: readonly ({ readonly to: UseCaseState; readonly allowed: boolean; readonly reason: string | null; readonly reasonCode: string | null; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] })[]; readonly history: readonly ({ readonly at: string; readonly from: UseCaseState | null; readonly to: UseCaseState; readonly by: string; readonly reason: string | null })[]; readonly applications: readonly (ApplicationRow)[] };
export type RoadmapRow = { readonly id: string; readonly year: number; readonly state: RoadmapState; readonly submittedAt: string | null; readonly version: number; readonly organisation: OrganisationRef };
export type DependencyLine = { readonly id: string; readonly domain: DependencyDomain; readonly product: string; readonly vendor: string; readonly vendorCountry: string; readonly contractReference: string | null; readonly users: number | null; readonly annualCostEuros: number; readonly source: string; readonly renewalDate: string | null; readonly noticeDate: string | null; readonly criticality: DependencyCriticality; readonly essential: boolean; readonly labels: readonly (string)[]; readonly deployment: DependencyDeployment; readonly substitutes: string; readonly lockIn: string; readonly aiGrowth: boolean; readonly licences: number | null; readonly target: DependencyTarget | null; readonly targetProduct: string | null; readonly targetDate: string | null; readonly targetSeal: number | null; readonly replacementSource: ReplacementSource | null; readonly reachesTarget: boolean | null; readonly criteria: { readonly immunity: number; readonly substitutability: number; readonly control: number } | null; readonly sovereignty: readonly ({ readonly objective: SovereigntyObjective; readonly points: number; readonly maxPoints: number; readonly seal: number })[]; readonly score: { readonly seal: number; readonly score: number; readonly missing: readonly (SovereigntyObjective)[]; readonly totalWeight: number; readonly frameworkVersion: string; readonly terms: readonly ({ readonly objective: SovereigntyObjective; readonly weight: number; readonly points: number; readonly maxPoints: number; readonly seal: number; readonly worth: number })[] } | null };
export type RoundRow = { readonly id: string; readonly title: string; readonly track: RoundTrack; readonly state: RoundState; readonly openedAt: string; readonly closesAt: string | null; readonly effectFrom: string; readonly quarters: readonly (string)[]; readonly version: number };
export type CriteriaValues = { readonly impact: number; readonly generalisability: number; readonly agentEffects: number; readonly userEffects: number };
export type WeightsRow = { readonly version: number; readonly reason: string; readonly setAt: string; readonly transversalBonus: number; readonly transversalDomains: readonly (FunctionDomain)[]; readonly weights: CriteriaValues };
export type RankedRow = { readonly rank: number; readonly total: number; readonly bonus: number; readonly points: CriteriaValues; readonly useCase: { readonly id: string; readonly name: string; readonly state: UseCaseState; readonly organisation: OrganisationRef } };
export type PoolLiveFigures = { readonly at: string | null; readonly replicas: number; readonly physical: number; readonly allocated: number; readonly reserve: number; readonly occupiedWithinRight: number; readonly borrowed: number; readonly lent: number; readonly free: number; readonly rows: readonly (PoolLiveLine)[] };
export type PoolLiveLine = { readonly organisation: OrganisationRef | null; readonly nominal: number; readonly guarantee: number; readonly occupied: number; readonly lent: number; readonly borrowed: number; readonly free: number; readonly running: number; readonly waiting: number; readonly gpuSeconds: number; readonly share: number };
export type PoolRow = { readonly id: string; readonly slug: string; readonly name: string; readonly gpuClass: string; readonly gpuCount: number; readonly acceptedLabels: readonly (string)[]; readonly hosting: string; readonly active: boolean; readonly veto: { readonly at: string; readonly reason: string } | null; readonly invented: boolean };
export type SimulationRow = { readonly id: string; readonly state: SimulationState; readonly progress: number; readonly fromDay: string; readonly toDay: string; readonly legalDay: string | null; readonly candidateDigest: string; readonly activeDigest: string; readonly createdAt: string; readonly finishedAt: string | null; readonly failure: string | null; readonly requestedBy: string | null; readonly organisation: OrganisationRef | null };
export type SimulatedKinds = { readonly refused: number; readonly admitted: number; readonly clamped: number; readonly warned: number; readonly eased: number; readonly pools: number; readonly reasons: number };
export type OrganisationRef = { readonly id: string; readonly slug: string; readonly name: string; readonly acronym: string | null; readonly kind: OrganisationKind };
export type BudgetsData = { readonly budgets: readonly (BudgetRow)[] };
export type BudgetsVariables = { readonly nodeId?: string | null };
export const Budgets: Operation<BudgetsData, BudgetsVariables> = {
  name: "Budgets",
  text: "query Budgets($nodeId: ID) {\n  budgets(nodeId: $nodeId) {\n    ...BudgetRow\n  }\n}\nfragment BudgetRow on Budget {\n  id\n  nodeId\n  nodeName\n  unit\n  amount\n  period\n  periodStart\n  periodEnd\n  settled\n  leased\n  left\n  modelId\n  onExhaust\n  hard\n  firstMonth\n}",
};
export type GrantAllocationData = { readonly grantAllocation: ({ readonly __typename: "Allocation"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type GrantAllocationVariables = { readonly input: GrantAllocationInput };
export const GrantAllocation: Operation<GrantAllocationData, GrantAllocationVariables> = {
  name: "GrantAllocation",
  text: "mutation GrantAllocation($input: GrantAllocationInput!) {\n  grantAllocation(input: $input) {\n    ... on Allocation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SetBudgetData = { readonly setBudget: ({ readonly __typename: "Budget"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type SetBudgetVariables = { readonly input: SetBudgetInput };
export const SetBudget: Operation<SetBudgetData, SetBudgetVariables> = {
  name: "SetBudget",
  text: "mutation SetBudget($input: SetBudgetInput!) {\n  setBudget(input: $input) {\n    ... on Budget {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AuditReportData = { readonly auditReport: ({ readonly __typename: "AuditReport"; readonly from: string; readonly to: string; readonly computedAt: string; readonly tables: readonly ({ readonly key: string; readonly title: string; readonly note: string | null; readonly header: readonly (string)[]; readonly rows: readonly (unknown)[] })[] }) | ({ readonly __typename: "Forbidden"; readonly code: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly issues: readonly ({ readonly path: string })[] }) };
export type AuditReportVariables = { readonly from: string; readonly to: string; readonly language: ReportLanguage };
export const AuditReport: Operation<AuditReportData, AuditReportVariables> = {
  name: "AuditReport",
  text: "query AuditReport($from: String!, $to: String!, $language: ReportLanguage!) {\n  auditReport(from: $from, to: $to, language: $language) {\n    __typename\n    ... on AuditReport {\n      from\n      to\n      computedAt\n      tables {\n        key\n        title\n        note\n        header\n        rows\n      }\n    }\n    ... on Forbidden {\n      code\n    }\n    ... on InvalidInput {\n      code\n      issues {\n        path\n      }\n    }\n  }\n}",
};
export type RetentionData = { readonly retention: readonly ({ readonly table: string; readonly months: number; readonly why: string; readonly never: string; readonly oldest: string | null; readonly nextDropAt: string | null; readonly due: number; readonly unit: RetentionUnit })[] };
export type RetentionVariables = {  };
export const Retention: Operation<RetentionData, RetentionVariables> = {
  name: "Retention",
  text: "query Retention {\n  retention {\n    table\n    months\n    why\n    never\n    oldest\n    nextDropAt\n    due\n    unit\n  }\n}",
};
export type GovernanceEventsData = { readonly governanceEvents: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: { readonly id: string; readonly at: string; readonly actor: string; readonly actorName: string; readonly useCase: string; readonly subjectType: string; readonly subjectId: string | null; readonly data: unknown; readonly organisation: OrganisationRef | null } })[] } };
export type GovernanceEventsVariables = { readonly filter?: GovernanceEventFilter | null; readonly first?: number | null; readonly after?: string | null };
export const GovernanceEvents: Operation<GovernanceEventsData, GovernanceEventsVariables> = {
  name: "GovernanceEvents",
  text: "query GovernanceEvents($filter: GovernanceEventFilter, $first: Int, $after: String) {\n  governanceEvents(filter: $filter, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        id\n        at\n        actor\n        actorName\n        useCase\n        subjectType\n        subjectId\n        data\n        organisation {\n          ...OrganisationRef\n        }\n      }\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type JournalActorsData = { readonly journalActors: readonly ({ readonly actor: string; readonly name: string | null })[] };
export type JournalActorsVariables = { readonly search?: string | null; readonly first?: number | null };
export const JournalActors: Operation<JournalActorsData, JournalActorsVariables> = {
  name: "JournalActors",
  text: "query JournalActors($search: String, $first: Int) {\n  journalActors(search: $search, first: $first) {\n    actor\n    name\n  }\n}",
};
export type AskLogSaltErasureData = { readonly askLogSaltErasure: ({ readonly __typename: "AskedLogSaltErasure"; readonly entryId: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type AskLogSaltErasureVariables = { readonly input: EraseLogSaltInput };
export const AskLogSaltErasure: Operation<AskLogSaltErasureData, AskLogSaltErasureVariables> = {
  name: "AskLogSaltErasure",
  text: "mutation AskLogSaltErasure($input: EraseLogSaltInput!) {\n  askLogSaltErasure(input: $input) {\n    ... on AskedLogSaltErasure {\n      __typename\n      entryId\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type EraseLogSaltData = { readonly eraseLogSalt: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "ErasedLogSalt"; readonly entryId: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type EraseLogSaltVariables = { readonly input: EraseLogSaltInput };
export const EraseLogSalt: Operation<EraseLogSaltData, EraseLogSaltVariables> = {
  name: "EraseLogSalt",
  text: "mutation EraseLogSalt($input: EraseLogSaltInput!) {\n  eraseLogSalt(input: $input) {\n    ... on ErasedLogSalt {\n      __typename\n      entryId\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CreateCampaignData = { readonly createCampaign: ({ readonly __typename: "Campaign"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type CreateCampaignVariables = { readonly input: CreateCampaignInput };
export const CreateCampaign: Operation<CreateCampaignData, CreateCampaignVariables> = {
  name: "CreateCampaign",
  text: "mutation CreateCampaign($input: CreateCampaignInput!) {\n  createCampaign(input: $input) {\n    ... on Campaign {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type TransitionCampaignData = { readonly transitionCampaign: ({ readonly __typename: "Campaign"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type TransitionCampaignVariables = { readonly input: TransitionCampaignInput };
export const TransitionCampaign: Operation<TransitionCampaignData, TransitionCampaignVariables> = {
  name: "TransitionCampaign",
  text: "mutation TransitionCampaign($input: TransitionCampaignInput!) {\n  transitionCampaign(input: $input) {\n    ... on Campaign {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CreateDeclarationData = { readonly createCapacityDeclaration: ({ readonly __typename: "CapacityDeclaration"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type CreateDeclarationVariables = { readonly input: CreateCapacityDeclarationInput };
export const CreateDeclaration: Operation<CreateDeclarationData, CreateDeclarationVariables> = {
  name: "CreateDeclaration",
  text: "mutation CreateDeclaration($input: CreateCapacityDeclarationInput!) {\n  createCapacityDeclaration(input: $input) {\n    ... on CapacityDeclaration {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ChangeLinesData = { readonly changeCapacityLines: ({ readonly __typename: "CapacityDeclaration"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ChangeLinesVariables = { readonly input: ChangeCapacityLinesInput };
export const ChangeLines: Operation<ChangeLinesData, ChangeLinesVariables> = {
  name: "ChangeLines",
  text: "mutation ChangeLines($input: ChangeCapacityLinesInput!) {\n  changeCapacityLines(input: $input) {\n    ... on CapacityDeclaration {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type MoveDeclarationData = { readonly moveCapacityDeclaration: ({ readonly __typename: "CapacityDeclaration"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type MoveDeclarationVariables = { readonly input: MoveCapacityDeclarationInput };
export const MoveDeclaration: Operation<MoveDeclarationData, MoveDeclarationVariables> = {
  name: "MoveDeclaration",
  text: "mutation MoveDeclaration($input: MoveCapacityDeclarationInput!) {\n  moveCapacityDeclaration(input: $input) {\n    ... on CapacityDeclaration {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CreateNeedData = { readonly createCapacityNeed: ({ readonly __typename: "CapacityNeed"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type CreateNeedVariables = { readonly input: CreateCapacityNeedInput };
export const CreateNeed: Operation<CreateNeedData, CreateNeedVariables> = {
  name: "CreateNeed",
  text: "mutation CreateNeed($input: CreateCapacityNeedInput!) {\n  createCapacityNeed(input: $input) {\n    ... on CapacityNeed {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ChangeNeedData = { readonly changeCapacityNeed: ({ readonly __typename: "CapacityNeed"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ChangeNeedVariables = { readonly input: ChangeCapacityNeedInput };
export const ChangeNeed: Operation<ChangeNeedData, ChangeNeedVariables> = {
  name: "ChangeNeed",
  text: "mutation ChangeNeed($input: ChangeCapacityNeedInput!) {\n  changeCapacityNeed(input: $input) {\n    ... on CapacityNeed {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type MoveNeedData = { readonly moveCapacityNeed: ({ readonly __typename: "CapacityNeed"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type MoveNeedVariables = { readonly input: MoveCapacityNeedInput };
export const MoveNeed: Operation<MoveNeedData, MoveNeedVariables> = {
  name: "MoveNeed",
  text: "mutation MoveNeed($input: MoveCapacityNeedInput!) {\n  moveCapacityNeed(input: $input) {\n    ... on CapacityNeed {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CommentOnSubmissionData = { readonly commentOnSubmission: ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "SubmissionComment"; readonly id: string }) };
export type CommentOnSubmissionVariables = { readonly input: CommentInput };
export const CommentOnSubmission: Operation<CommentOnSubmissionData, CommentOnSubmissionVariables> = {
  name: "CommentOnSubmission",
  text: "mutation CommentOnSubmission($input: CommentInput!) {\n  commentOnSubmission(input: $input) {\n    ... on SubmissionComment {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CheckDeclaredData = { readonly checkDeclaredCapacity: ({ readonly __typename: "CapacityFindings"; readonly findings: readonly ({ readonly id: string })[] }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type CheckDeclaredVariables = { readonly campaignId: string };
export const CheckDeclared: Operation<CheckDeclaredData, CheckDeclaredVariables> = {
  name: "CheckDeclared",
  text: "mutation CheckDeclared($campaignId: ID!) {\n  checkDeclaredCapacity(campaignId: $campaignId) {\n    ... on CapacityFindings {\n      __typename\n      findings {\n        id\n      }\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AcceptImportData = { readonly acceptCapacityImport: ({ readonly __typename: "CapacityImport"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type AcceptImportVariables = { readonly id: string };
export const AcceptImport: Operation<AcceptImportData, AcceptImportVariables> = {
  name: "AcceptImport",
  text: "mutation AcceptImport($id: ID!) {\n  acceptCapacityImport(id: $id) {\n    ... on CapacityImport {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CancelImportData = { readonly cancelCapacityImport: ({ readonly __typename: "CapacityImport"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type CancelImportVariables = { readonly id: string };
export const CancelImport: Operation<CancelImportData, CancelImportVariables> = {
  name: "CancelImport",
  text: "mutation CancelImport($id: ID!) {\n  cancelCapacityImport(id: $id) {\n    ... on CapacityImport {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CampaignsData = { readonly campaigns: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: CampaignRow })[] } };
export type CampaignsVariables = { readonly first?: number | null; readonly after?: string | null; readonly filter?: CampaignFilter | null };
export const Campaigns: Operation<CampaignsData, CampaignsVariables> = {
  name: "Campaigns",
  text: "query Campaigns($first: Int, $after: String, $filter: CampaignFilter) {\n  campaigns(first: $first, after: $after, filter: $filter) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...CampaignRow\n      }\n    }\n  }\n}\nfragment CampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  opensAt\n  closesAt\n  daysLeft\n  quarters\n  reminderDays\n  version\n}",
};
export type CampaignData = { readonly campaign: CampaignRow & { readonly scope: readonly (string)[]; readonly completeness: readonly ({ readonly declarationState: string | null; readonly lines: number; readonly gpus: number; readonly needs: number; readonly acceptedNeeds: number; readonly filled: number; readonly missing: readonly (string)[]; readonly lastReminderAt: string | null; readonly organisation: OrganisationRef | null })[] } | null };
export type CampaignVariables = { readonly id: string };
export const Campaign: Operation<CampaignData, CampaignVariables> = {
  name: "Campaign",
  text: "query Campaign($id: ID!) {\n  campaign(id: $id) {\n    ...CampaignRow\n    scope\n    completeness {\n      declarationState\n      lines\n      gpus\n      needs\n      acceptedNeeds\n      filled\n      missing\n      lastReminderAt\n      organisation {\n        ...OrganisationRef\n      }\n    }\n  }\n}\nfragment CampaignRow on Campaign {\n  id\n  name\n  kind\n  state\n  opensAt\n  closesAt\n  daysLeft\n  quarters\n  reminderDays\n  version\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type CampaignDeclarationsData = { readonly capacityDeclarations: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: { readonly id: string; readonly state: SubmissionState; readonly lineCount: number; readonly gpuCount: number; readonly updatedAt: string; readonly organisation: OrganisationRef | null } })[] } };
export type CampaignDeclarationsVariables = { readonly campaignId: string; readonly organisationId?: string | null; readonly sort?: CapacityDeclarationSort | null; readonly first?: number | null; readonly after?: string | null };
export const CampaignDeclarations: Operation<CampaignDeclarationsData, CampaignDeclarationsVariables> = {
  name: "CampaignDeclarations",
  text: "query CampaignDeclarations($campaignId: ID!, $organisationId: ID, $sort: CapacityDeclarationSort, $first: Int, $after: String) {\n  capacityDeclarations(\n    filter: {campaignId: $campaignId, organisationId: $organisationId}\n    sort: $sort\n    first: $first\n    after: $after\n  ) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        id\n        state\n        lineCount\n        gpuCount\n        updatedAt\n        organisation {\n          ...OrganisationRef\n        }\n      }\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type CampaignTemplatesData = { readonly campaign: { readonly id: string; readonly quarters: readonly (string)[]; readonly declarationTemplate: readonly (TemplateRow)[]; readonly needTemplate: readonly (TemplateRow)[] } | null };
export type CampaignTemplatesVariables = { readonly id: string };
export const CampaignTemplates: Operation<CampaignTemplatesData, CampaignTemplatesVariables> = {
  name: "CampaignTemplates",
  text: "query CampaignTemplates($id: ID!) {\n  campaign(id: $id) {\n    id\n    quarters\n    declarationTemplate {\n      ...TemplateRow\n    }\n    needTemplate {\n      ...TemplateRow\n    }\n  }\n}\nfragment TemplateRow on TemplateField {\n  key\n  header {\n    fr\n    en\n  }\n  help {\n    fr\n    en\n  }\n  unit\n  required\n  rule\n  fallback\n}",
};
export type DeclarationData = { readonly capacityDeclaration: { readonly id: string; readonly state: SubmissionState; readonly version: number; readonly declaredBy: string; readonly lineCount: number; readonly gpuCount: number; readonly completeness: number; readonly campaign: { readonly id: string; readonly name: string } | null; readonly organisation: OrganisationRef | null; readonly overCommitment: { readonly reason: string; readonly approvedBy: string } | null; readonly steps: readonly (SubmissionStepRow)[]; readonly history: readonly (SubmissionEventRow)[]; readonly comments: readonly (SubmissionCommentRow)[] } | null };
export type DeclarationVariables = { readonly id: string };
export const Declaration: Operation<DeclarationData, DeclarationVariables> = {
  name: "Declaration",
  text: "query Declaration($id: ID!) {\n  capacityDeclaration(id: $id) {\n    id\n    state\n    version\n    declaredBy\n    lineCount\n    gpuCount\n    completeness\n    campaign {\n      id\n      name\n    }\n    organisation {\n      ...OrganisationRef\n    }\n    overCommitment {\n      reason\n      approvedBy\n    }\n    steps {\n      ...SubmissionStepRow\n    }\n    history {\n      ...SubmissionEventRow\n    }\n    comments {\n      ...SubmissionCommentRow\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}\nfragment SubmissionStepRow on SubmissionOption {\n  step\n  to\n  allowed\n  reason\n  reasonCode\n  conditions {\n    code\n    met\n    message\n  }\n}\nfragment SubmissionEventRow on SubmissionEvent {\n  at\n  by\n  from\n  to\n  version\n  reason\n}\nfragment SubmissionCommentRow on SubmissionComment {\n  id\n  at\n  by\n  body\n  field\n  line\n  version\n}",
};
export type DeclarationLinesData = { readonly capacityLines: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: LineRow })[] } };
export type DeclarationLinesVariables = { readonly id: string; readonly search?: string | null; readonly sort?: CapacityLineSort | null; readonly first?: number | null; readonly after?: string | null };
export const DeclarationLines: Operation<DeclarationLinesData, DeclarationLinesVariables> = {
  name: "DeclarationLines",
  text: "query DeclarationLines($id: ID!, $search: String, $sort: CapacityLineSort, $first: Int, $after: String) {\n  capacityLines(\n    filter: {declarationId: $id, search: $search}\n    sort: $sort\n    first: $first\n    after: $after\n  ) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...LineRow\n      }\n    }\n  }\n}\nfragment LineRow on CapacityLine {\n  id\n  reference\n  site\n  hosting\n  gpuType\n  gpuCount\n  offeredGpus\n  keptGpus\n  labels\n  values {\n    field\n    value\n  }\n}",
};
export type CompareDeclarationData = { readonly capacityDeclaration: { readonly id: string; readonly compare: readonly ({ readonly line: string | null; readonly presence: string; readonly fields: readonly ({ readonly field: string; readonly before: unknown | null; readonly after: unknown | null })[] })[] } | null };
export type CompareDeclarationVariables = { readonly id: string; readonly from: number; readonly to: number };
export const CompareDeclaration: Operation<CompareDeclarationData, CompareDeclarationVariables> = {
  name: "CompareDeclaration",
  text: "query CompareDeclaration($id: ID!, $from: Int!, $to: Int!) {\n  capacityDeclaration(id: $id) {\n    id\n    compare(from: $from, to: $to) {\n      line\n      presence\n      fields {\n        field\n        before\n        after\n      }\n    }\n  }\n}",
};
export type NeedsData = { readonly capacityNeeds: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: NeedRow })[] } };
export type NeedsVariables = { readonly campaignId: string; readonly search?: string | null; readonly sort?: CapacityNeedSort | null; readonly first?: number | null; readonly after?: string | null };
export const Needs: Operation<NeedsData, NeedsVariables> = {
  name: "Needs",
  text: "query Needs($campaignId: ID!, $search: String, $sort: CapacityNeedSort, $first: Int, $after: String) {\n  capacityNeeds(\n    filter: {campaignId: $campaignId, search: $search}\n    sort: $sort\n    first: $first\n    after: $after\n  ) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...NeedRow\n      }\n    }\n  }\n}\nfragment NeedRow on CapacityNeed {\n  id\n  reference\n  title\n  state\n  version\n  model\n  profile\n  criticality\n  completeness\n  quantities {\n    quarter\n    low\n    likely\n    high\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type NeedData = { readonly capacityNeed: NeedRow & { readonly declaredBy: string; readonly justification: string; readonly useCase: string | null; readonly values: readonly ({ readonly field: string; readonly value: unknown | null })[]; readonly campaign: { readonly id: string; readonly name: string; readonly state: CampaignState; readonly quarters: readonly (string)[] } | null; readonly steps: readonly (SubmissionStepRow)[]; readonly history: readonly (SubmissionEventRow)[]; readonly comments: readonly (SubmissionCommentRow)[] } | null };
export type NeedVariables = { readonly id: string };
export const Need: Operation<NeedData, NeedVariables> = {
  name: "Need",
  text: "query Need($id: ID!) {\n  capacityNeed(id: $id) {\n    ...NeedRow\n    declaredBy\n    justification\n    useCase\n    values {\n      field\n      value\n    }\n    campaign {\n      id\n      name\n      state\n      quarters\n    }\n    steps {\n      ...SubmissionStepRow\n    }\n    history {\n      ...SubmissionEventRow\n    }\n    comments {\n      ...SubmissionCommentRow\n    }\n  }\n}\nfragment NeedRow on CapacityNeed {\n  id\n  reference\n  title\n  state\n  version\n  model\n  profile\n  criticality\n  completeness\n  quantities {\n    quarter\n    low\n    likely\n    high\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}\nfragment SubmissionStepRow on SubmissionOption {\n  step\n  to\n  allowed\n  reason\n  reasonCode\n  conditions {\n    code\n    met\n    message\n  }\n}\nfragment SubmissionEventRow on SubmissionEvent {\n  at\n  by\n  from\n  to\n  version\n  reason\n}\nfragment SubmissionCommentRow on SubmissionComment {\n  id\n  at\n  by\n  body\n  field\n  line\n  version\n}",
};
export type NeedSizingData = { readonly needSizing: { readonly quarter: string; readonly gpus: { readonly low: number; readonly likely: number; readonly high: number } | null; readonly gpuType: string | null; readonly profile: string | null; readonly unsized: string | null; readonly steps: readonly ({ readonly code: string; readonly value: number; readonly unit: string; readonly formula: string; readonly basis: string; readonly method: string })[]; readonly options: readonly ({ readonly gpuType: string; readonly profile: string | null; readonly misfits: readonly (string)[]; readonly gpus: { readonly low: number; readonly likely: number; readonly high: number } | null })[] } | null };
export type NeedSizingVariables = { readonly needId: string; readonly quarter: string };
export const NeedSizing: Operation<NeedSizingData, NeedSizingVariables> = {
  name: "NeedSizing",
  text: "query NeedSizing($needId: ID!, $quarter: String!) {\n  needSizing(needId: $needId, quarter: $quarter) {\n    quarter\n    gpus {\n      low\n      likely\n      high\n    }\n    gpuType\n    profile\n    unsized\n    steps {\n      code\n      value\n      unit\n      formula\n      basis\n      method\n    }\n    options {\n      gpuType\n      profile\n      misfits\n      gpus {\n        low\n        likely\n        high\n      }\n    }\n  }\n}",
};
export type FindingsData = { readonly capacityFindings: readonly ({ readonly id: string; readonly pool: string; readonly gpuType: string; readonly declared: number; readonly observed: number; readonly difference: number; readonly source: ObservationSource; readonly observedAt: string; readonly closedAt: string | null })[] };
export type FindingsVariables = { readonly campaignId: string };
export const Findings: Operation<FindingsData, FindingsVariables> = {
  name: "Findings",
  text: "query Findings($campaignId: ID!) {\n  capacityFindings(campaignId: $campaignId) {\n    id\n    pool\n    gpuType\n    declared\n    observed\n    difference\n    source\n    observedAt\n    closedAt\n  }\n}",
};
export type ImportData = { readonly capacityImport: ImportRow & { readonly fileDigest: string; readonly errors: { readonly pageInfo: { readonly hasNextPage: boolean }; readonly edges: readonly ({ readonly node: { readonly row: number; readonly cell: string | null; readonly field: string | null; readonly value: string | null; readonly code: string; readonly message: { readonly fr: string; readonly en: string } } })[] } } | null };
export type ImportVariables = { readonly id: string };
export const Import: Operation<ImportData, ImportVariables> = {
  name: "Import",
  text: "query Import($id: ID!) {\n  capacityImport(id: $id) {\n    ...ImportRow\n    fileDigest\n    errors(first: 100) {\n      pageInfo {\n        hasNextPage\n      }\n      edges {\n        node {\n          row\n          cell\n          field\n          value\n          code\n          message {\n            fr\n            en\n          }\n        }\n      }\n    }\n  }\n}\nfragment ImportRow on CapacityImport {\n  id\n  target\n  format\n  fileName\n  state\n  rowsRead\n  progress\n  errorCount\n  createdAt\n  finishedAt\n  failure {\n    code\n    message\n  }\n}",
};
export type ConsolidationsData = { readonly consolidations: readonly ({ readonly id: string; readonly state: ConsolidationState; readonly progress: number; readonly failure: string | null; readonly requestedAt: string; readonly computedAt: string | null; readonly version: number })[] };
export type ConsolidationsVariables = { readonly campaignId: string };
export const Consolidations: Operation<ConsolidationsData, ConsolidationsVariables> = {
  name: "Consolidations",
  text: "query Consolidations($campaignId: ID!) {\n  consolidations(campaignId: $campaignId) {\n    id\n    state\n    progress\n    failure\n    requestedAt\n    computedAt\n    version\n  }\n}",
};
export type ConsolidationData = { readonly consolidation: { readonly id: string; readonly state: ConsolidationState; readonly version: number; readonly inputDigest: string | null; readonly computedAt: string | null; readonly comments: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly at: string; readonly by: string; readonly body: string } })[] }; readonly cells: readonly ({ readonly quarter: string; readonly ministryId: string; readonly gpuType: string; readonly zone: string; readonly demand: { readonly low: number; readonly likely: number; readonly high: number }; readonly declared: number; readonly verified: number; readonly offered: number; readonly allocated: number; readonly usedP95: number | null; readonly idleLendable: number; readonly granted: number; readonly unmet: number })[]; readonly report: { readonly method: string; readonly ministries: readonly ({ readonly id: string; readonly name: string })[]; readonly unsized: readonly ({ readonly needId: string; readonly ministryId: string; readonly reference: string; readonly why: string })[]; readonly poolings: readonly ({ readonly quarter: string; readonly model: string; readonly gpuType: string; readonly zone: string; readonly needs: number; readonly ministryIds: readonly (string)[]; readonly alone: number; readonly pooled: number; readonly saved: number })[]; readonly savings: { readonly aloneGpus: number; readonly pooledGpus: number; readonly aloneGpuHours: number; readonly pooledGpuHours: number; readonly aloneEuros: number | null; readonly pooledEuros: number | null; readonly aloneKgCo2e: number; readonly pooledKgCo2e: number; readonly method: string }; readonly lending: readonly ({ readonly quarter: string; readonly gpuType: string; readonly zone: string; readonly fromMinistryId: string; readonly toMinistryId: string; readonly needId: string; readonly line: string; readonly gpus: number })[]; readonly purchases: readonly ({ readonly gpuType: string; readonly zone: string; readonly from: string; readonly quarters: number; readonly gpus: number; readonly neededBy: string })[]; readonly redundancies: readonly ({ readonly gpuType: string; readonly region: string; readonly year: number; readonly ministryIds: readonly (string)[]; readonly gpus: number; readonly lines: number })[]; readonly expiries: readonly ({ readonly kind: string; readonly date: string; readonly ministryId: string; readonly line: string; readonly subject: string | null; readonly gpuType: string; readonly gpus: number })[]; readonly reconciliation: readonly ({ readonly code: string; readonly left: number; readonly right: number; readonly difference: number; readonly mustBeZero: boolean })[] } | null } | null };
export type ConsolidationVariables = { readonly id: string };
export const Consolidation: Operation<ConsolidationData, ConsolidationVariables> = {
  name: "Consolidation",
  text: "query Consolidation($id: ID!) {\n  consolidation(id: $id) {\n    id\n    state\n    version\n    inputDigest\n    computedAt\n    comments(first: 50) {\n      edges {\n        node {\n          id\n          at\n          by\n          body\n        }\n      }\n    }\n    cells {\n      quarter\n      ministryId\n      gpuType\n      zone\n      demand {\n        low\n        likely\n        high\n      }\n      declared\n      verified\n      offered\n      allocated\n      usedP95\n      idleLendable\n      granted\n      unmet\n    }\n    report {\n      method\n      ministries {\n        id\n        name\n      }\n      unsized {\n        needId\n        ministryId\n        reference\n        why\n      }\n      poolings {\n        quarter\n        model\n        gpuType\n        zone\n        needs\n        ministryIds\n        alone\n        pooled\n        saved\n      }\n      savings {\n        aloneGpus\n        pooledGpus\n        aloneGpuHours\n        pooledGpuHours\n        aloneEuros\n        pooledEuros\n        aloneKgCo2e\n        pooledKgCo2e\n        method\n      }\n      lending {\n        quarter\n        gpuType\n        zone\n        fromMinistryId\n        toMinistryId\n        needId\n        line\n        gpus\n      }\n      purchases {\n        gpuType\n        zone\n        from\n        quarters\n        gpus\n        neededBy\n      }\n      redundancies {\n        gpuType\n        region\n        year\n        ministryIds\n        gpus\n        lines\n      }\n      expiries {\n        kind\n        date\n        ministryId\n        line\n        subject\n        gpuType\n        gpus\n      }\n      reconciliation {\n        code\n        left\n        right\n        difference\n        mustBeZero\n      }\n    }\n  }\n}",
};
export type RequestConsolidationData = { readonly requestConsolidation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Consolidation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RequestConsolidationVariables = { readonly campaignId: string };
export const RequestConsolidation: Operation<RequestConsolidationData, RequestConsolidationVariables> = {
  name: "RequestConsolidation",
  text: "mutation RequestConsolidation($campaignId: ID!) {\n  requestConsolidation(campaignId: $campaignId) {\n    ... on Consolidation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CancelConsolidationData = { readonly cancelConsolidation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Consolidation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type CancelConsolidationVariables = { readonly input: ConsolidationStepInput };
export const CancelConsolidation: Operation<CancelConsolidationData, CancelConsolidationVariables> = {
  name: "CancelConsolidation",
  text: "mutation CancelConsolidation($input: ConsolidationStepInput!) {\n  cancelConsolidation(input: $input) {\n    ... on Consolidation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ReviewConsolidationData = { readonly reviewConsolidation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Consolidation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ReviewConsolidationVariables = { readonly input: ConsolidationStepInput };
export const ReviewConsolidation: Operation<ReviewConsolidationData, ReviewConsolidationVariables> = {
  name: "ReviewConsolidation",
  text: "mutation ReviewConsolidation($input: ConsolidationStepInput!) {\n  reviewConsolidation(input: $input) {\n    ... on Consolidation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type PublishConsolidationData = { readonly publishConsolidation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Consolidation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type PublishConsolidationVariables = { readonly input: ConsolidationStepInput };
export const PublishConsolidation: Operation<PublishConsolidationData, PublishConsolidationVariables> = {
  name: "PublishConsolidation",
  text: "mutation PublishConsolidation($input: ConsolidationStepInput!) {\n  publishConsolidation(input: $input) {\n    ... on Consolidation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CommentOnConsolidationData = { readonly commentOnConsolidation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "ConsolidationComment"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type CommentOnConsolidationVariables = { readonly input: CommentOnConsolidationInput };
export const CommentOnConsolidation: Operation<CommentOnConsolidationData, CommentOnConsolidationVariables> = {
  name: "CommentOnConsolidation",
  text: "mutation CommentOnConsolidation($input: CommentOnConsolidationInput!) {\n  commentOnConsolidation(input: $input) {\n    ... on ConsolidationComment {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AssessmentsData = { readonly assessments: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: AssessmentRow })[] } };
export type AssessmentsVariables = { readonly filter?: DeskFilterInput | null; readonly sort?: DeskSort | null; readonly first?: number | null; readonly after?: string | null };
export const Assessments: Operation<AssessmentsData, AssessmentsVariables> = {
  name: "Assessments",
  text: "query Assessments($filter: DeskFilterInput, $sort: DeskSort, $first: Int, $after: String) {\n  assessments(filter: $filter, sort: $sort, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...AssessmentRow\n      }\n    }\n  }\n}\nfragment AssessmentRow on Assessment {\n  id\n  kind\n  edition\n  reference\n  state\n  draftedAt\n  concludedAt\n  reviewOn\n  reviewReason\n  version\n  draftedBy\n  concludedBy\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type AssessmentData = { readonly assessment: AssessmentRow & { readonly answers: unknown } | null };
export type AssessmentVariables = { readonly id: string };
export const Assessment: Operation<AssessmentData, AssessmentVariables> = {
  name: "Assessment",
  text: "query Assessment($id: ID!) {\n  assessment(id: $id) {\n    ...AssessmentRow\n    answers\n  }\n}\nfragment AssessmentRow on Assessment {\n  id\n  kind\n  edition\n  reference\n  state\n  draftedAt\n  concludedAt\n  reviewOn\n  reviewReason\n  version\n  draftedBy\n  concludedBy\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type UseCaseComplianceData = { readonly useCase: { readonly id: string; readonly assessmentStatus: readonly ({ readonly kind: AssessmentKind; readonly standing: AssessmentStanding; readonly editions: readonly (AssessmentRow & { readonly answers: unknown })[] })[]; readonly aiActDuties: readonly ({ readonly code: string; readonly article: string; readonly from: string; readonly fr: string; readonly en: string; readonly met: boolean | null; readonly late: boolean })[]; readonly reviews: readonly (ReviewRow)[]; readonly derogations: readonly (DerogationRow)[]; readonly incidents: readonly (IncidentRow)[]; readonly explicitMention: { readonly text: string; readonly onRequest: readonly (string)[]; readonly missing: readonly (string)[] } | null } | null };
export type UseCaseComplianceVariables = { readonly id: string };
export const UseCaseCompliance: Operation<UseCaseComplianceData, UseCaseComplianceVariables> = {
  name: "UseCaseCompliance",
  text: "query UseCaseCompliance($id: ID!) {\n  useCase(id: $id) {\n    id\n    assessmentStatus {\n      kind\n      standing\n      editions {\n        ...AssessmentRow\n        answers\n      }\n    }\n    aiActDuties {\n      code\n      article\n      from\n      fr\n      en\n      met\n      late\n    }\n    reviews {\n      ...ReviewRow\n    }\n    derogations {\n      ...DerogationRow\n    }\n    incidents {\n      ...IncidentRow\n    }\n    explicitMention {\n      text\n      onRequest\n      missing\n    }\n  }\n}\nfragment AssessmentRow on Assessment {\n  id\n  kind\n  edition\n  reference\n  state\n  draftedAt\n  concludedAt\n  reviewOn\n  reviewReason\n  version\n  draftedBy\n  concludedBy\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}\nfragment ReviewRow on UseCaseReview {\n  id\n  opinion\n  summary\n  state\n  reviewedAt\n  version\n  conditions {\n    id\n    text\n    dueOn\n    metOn\n    proof\n    late\n  }\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment DerogationRow on Derogation {\n  id\n  rule\n  startsOn\n  endsOn\n  state\n  standing\n  version\n  requestedAt\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment IncidentRow on Incident {\n  id\n  kind\n  harms\n  bound\n  findings {\n    at\n    harm\n    found\n    reason\n  }\n  title\n  description\n  systemVersion\n  awareAt\n  suspendedAt\n  state\n  next\n  declaredAt\n  version\n  clock {\n    state\n    days\n    dueAt\n    text\n  }\n  measures {\n    at\n    text\n  }\n  notification {\n    at\n    authority\n    reference\n    interim\n  }\n  notices {\n    at\n    to\n    name\n    reference\n    risk\n  }\n  providerNotice\n  useCase {\n    id\n    name\n    state\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}",
};
export type DraftAssessmentData = { readonly draftAssessment: ({ readonly __typename: "Assessment"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type DraftAssessmentVariables = { readonly input: DraftAssessmentInput };
export const DraftAssessment: Operation<DraftAssessmentData, DraftAssessmentVariables> = {
  name: "DraftAssessment",
  text: "mutation DraftAssessment($input: DraftAssessmentInput!) {\n  draftAssessment(input: $input) {\n    ... on Assessment {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ConcludeAssessmentData = { readonly concludeAssessment: ({ readonly __typename: "Assessment"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ConcludeAssessmentVariables = { readonly id: string; readonly version: number };
export const ConcludeAssessment: Operation<ConcludeAssessmentData, ConcludeAssessmentVariables> = {
  name: "ConcludeAssessment",
  text: "mutation ConcludeAssessment($id: ID!, $version: Int!) {\n  concludeAssessment(id: $id, version: $version) {\n    ... on Assessment {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type QuestionAssessmentData = { readonly questionAssessment: ({ readonly __typename: "Assessment"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type QuestionAssessmentVariables = { readonly input: ReviseAssessmentInput };
export const QuestionAssessment: Operation<QuestionAssessmentData, QuestionAssessmentVariables> = {
  name: "QuestionAssessment",
  text: "mutation QuestionAssessment($input: ReviseAssessmentInput!) {\n  questionAssessment(input: $input) {\n    ... on Assessment {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ComplianceQuestionsData = { readonly complianceQuestions: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: QuestionRow })[] } };
export type ComplianceQuestionsVariables = { readonly filter?: DeskFilterInput | null; readonly sort?: DeskSort | null; readonly first?: number | null; readonly after?: string | null };
export const ComplianceQuestions: Operation<ComplianceQuestionsData, ComplianceQuestionsVariables> = {
  name: "ComplianceQuestions",
  text: "query ComplianceQuestions($filter: DeskFilterInput, $sort: DeskSort, $first: Int, $after: String) {\n  complianceQuestions(filter: $filter, sort: $sort, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...QuestionRow\n      }\n    }\n  }\n}\nfragment QuestionRow on ComplianceQuestion {\n  id\n  topic\n  title\n  question\n  answer\n  rules\n  state\n  askedAt\n  dueOn\n  late\n  version\n  askedBy\n  answeredBy\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type ComplianceQuestionData = { readonly complianceQuestion: QuestionRow | null };
export type ComplianceQuestionVariables = { readonly id: string };
export const ComplianceQuestion: Operation<ComplianceQuestionData, ComplianceQuestionVariables> = {
  name: "ComplianceQuestion",
  text: "query ComplianceQuestion($id: ID!) {\n  complianceQuestion(id: $id) {\n    ...QuestionRow\n  }\n}\nfragment QuestionRow on ComplianceQuestion {\n  id\n  topic\n  title\n  question\n  answer\n  rules\n  state\n  askedAt\n  dueOn\n  late\n  version\n  askedBy\n  answeredBy\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type DoctrineData = { readonly doctrine: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: { readonly id: string; readonly topic: QuestionTopic; readonly title: string; readonly question: string; readonly answer: string; readonly rules: readonly (string)[]; readonly state: DoctrineState; readonly publishedAt: string; readonly withdrawnReason: string | null; readonly version: number } })[] } };
export type DoctrineVariables = { readonly filter?: DeskFilterInput | null; readonly sort?: DeskSort | null; readonly first?: number | null; readonly after?: string | null };
export const Doctrine: Operation<DoctrineData, DoctrineVariables> = {
  name: "Doctrine",
  text: "query Doctrine($filter: DeskFilterInput, $sort: DeskSort, $first: Int, $after: String) {\n  doctrine(filter: $filter, sort: $sort, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        id\n        topic\n        title\n        question\n        answer\n        rules\n        state\n        publishedAt\n        withdrawnReason\n        version\n      }\n    }\n  }\n}",
};
export type AskQuestionData = { readonly askQuestion: ({ readonly __typename: "ComplianceQuestion"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type AskQuestionVariables = { readonly input: AskQuestionInput };
export const AskQuestion: Operation<AskQuestionData, AskQuestionVariables> = {
  name: "AskQuestion",
  text: "mutation AskQuestion($input: AskQuestionInput!) {\n  askQuestion(input: $input) {\n    ... on ComplianceQuestion {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AnswerQuestionData = { readonly answerQuestion: ({ readonly __typename: "ComplianceQuestion"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type AnswerQuestionVariables = { readonly input: AnswerQuestionInput };
export const AnswerQuestion: Operation<AnswerQuestionData, AnswerQuestionVariables> = {
  name: "AnswerQuestion",
  text: "mutation AnswerQuestion($input: AnswerQuestionInput!) {\n  answerQuestion(input: $input) {\n    ... on ComplianceQuestion {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type PublishDoctrineData = { readonly publishDoctrine: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "DoctrineNote"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type PublishDoctrineVariables = { readonly input: PublishDoctrineInput };
export const PublishDoctrine: Operation<PublishDoctrineData, PublishDoctrineVariables> = {
  name: "PublishDoctrine",
  text: "mutation PublishDoctrine($input: PublishDoctrineInput!) {\n  publishDoctrine(input: $input) {\n    ... on DoctrineNote {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type WithdrawDoctrineData = { readonly withdrawDoctrine: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "DoctrineNote"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type WithdrawDoctrineVariables = { readonly input: WithdrawDoctrineInput };
export const WithdrawDoctrine: Operation<WithdrawDoctrineData, WithdrawDoctrineVariables> = {
  name: "WithdrawDoctrine",
  text: "mutation WithdrawDoctrine($input: WithdrawDoctrineInput!) {\n  withdrawDoctrine(input: $input) {\n    ... on DoctrineNote {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type UseCaseReviewsData = { readonly useCaseReviews: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: ReviewRow })[] } };
export type UseCaseReviewsVariables = { readonly filter?: DeskFilterInput | null; readonly sort?: DeskSort | null; readonly first?: number | null; readonly after?: string | null };
export const UseCaseReviews: Operation<UseCaseReviewsData, UseCaseReviewsVariables> = {
  name: "UseCaseReviews",
  text: "query UseCaseReviews($filter: DeskFilterInput, $sort: DeskSort, $first: Int, $after: String) {\n  useCaseReviews(filter: $filter, sort: $sort, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...ReviewRow\n      }\n    }\n  }\n}\nfragment ReviewRow on UseCaseReview {\n  id\n  opinion\n  summary\n  state\n  reviewedAt\n  version\n  conditions {\n    id\n    text\n    dueOn\n    metOn\n    proof\n    late\n  }\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type UseCaseReviewData = { readonly useCaseReview: ReviewRow | null };
export type UseCaseReviewVariables = { readonly id: string };
export const UseCaseReview: Operation<UseCaseReviewData, UseCaseReviewVariables> = {
  name: "UseCaseReview",
  text: "query UseCaseReview($id: ID!) {\n  useCaseReview(id: $id) {\n    ...ReviewRow\n  }\n}\nfragment ReviewRow on UseCaseReview {\n  id\n  opinion\n  summary\n  state\n  reviewedAt\n  version\n  conditions {\n    id\n    text\n    dueOn\n    metOn\n    proof\n    late\n  }\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type ReviewUseCaseData = { readonly reviewUseCase: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCaseReview"; readonly id: string }) };
export type ReviewUseCaseVariables = { readonly input: ReviewUseCaseInput };
export const ReviewUseCase: Operation<ReviewUseCaseData, ReviewUseCaseVariables> = {
  name: "ReviewUseCase",
  text: "mutation ReviewUseCase($input: ReviewUseCaseInput!) {\n  reviewUseCase(input: $input) {\n    ... on UseCaseReview {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type MeetReviewConditionData = { readonly meetReviewCondition: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCaseReview"; readonly id: string }) };
export type MeetReviewConditionVariables = { readonly input: MeetConditionInput };
export const MeetReviewCondition: Operation<MeetReviewConditionData, MeetReviewConditionVariables> = {
  name: "MeetReviewCondition",
  text: "mutation MeetReviewCondition($input: MeetConditionInput!) {\n  meetReviewCondition(input: $input) {\n    ... on UseCaseReview {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CommitteeOpinionsData = { readonly committeeOpinions: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: { readonly id: string; readonly number: string; readonly title: string; readonly subject: string; readonly text: string; readonly state: OpinionState; readonly adoptedOn: string | null; readonly recordedAt: string; readonly publishedAt: string | null; readonly version: number; readonly votes: { readonly for: number; readonly against: number; readonly abstained: number } | null; readonly figures: readonly ({ readonly name: string; readonly value: number })[] } })[] } };
export type CommitteeOpinionsVariables = { readonly filter?: DeskFilterInput | null; readonly sort?: DeskSort | null; readonly first?: number | null; readonly after?: string | null };
export const CommitteeOpinions: Operation<CommitteeOpinionsData, CommitteeOpinionsVariables> = {
  name: "CommitteeOpinions",
  text: "query CommitteeOpinions($filter: DeskFilterInput, $sort: DeskSort, $first: Int, $after: String) {\n  committeeOpinions(filter: $filter, sort: $sort, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        id\n        number\n        title\n        subject\n        text\n        state\n        adoptedOn\n        recordedAt\n        publishedAt\n        version\n        votes {\n          for\n          against\n          abstained\n        }\n        figures {\n          name\n          value\n        }\n      }\n    }\n  }\n}",
};
export type ComplianceFiguresData = { readonly complianceFigures: readonly ({ readonly name: string; readonly value: number })[] };
export type ComplianceFiguresVariables = {  };
export const ComplianceFigures: Operation<ComplianceFiguresData, ComplianceFiguresVariables> = {
  name: "ComplianceFigures",
  text: "query ComplianceFigures {\n  complianceFigures {\n    name\n    value\n  }\n}",
};
export type RecordOpinionData = { readonly recordOpinion: ({ readonly __typename: "CommitteeOpinion"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RecordOpinionVariables = { readonly input: RecordOpinionInput };
export const RecordOpinion: Operation<RecordOpinionData, RecordOpinionVariables> = {
  name: "RecordOpinion",
  text: "mutation RecordOpinion($input: RecordOpinionInput!) {\n  recordOpinion(input: $input) {\n    ... on CommitteeOpinion {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AdoptOpinionData = { readonly adoptOpinion: ({ readonly __typename: "CommitteeOpinion"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type AdoptOpinionVariables = { readonly input: AdoptOpinionInput };
export const AdoptOpinion: Operation<AdoptOpinionData, AdoptOpinionVariables> = {
  name: "AdoptOpinion",
  text: "mutation AdoptOpinion($input: AdoptOpinionInput!) {\n  adoptOpinion(input: $input) {\n    ... on CommitteeOpinion {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type PublishOpinionData = { readonly publishOpinion: ({ readonly __typename: "CommitteeOpinion"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type PublishOpinionVariables = { readonly id: string; readonly version: number };
export const PublishOpinion: Operation<PublishOpinionData, PublishOpinionVariables> = {
  name: "PublishOpinion",
  text: "mutation PublishOpinion($id: ID!, $version: Int!) {\n  publishOpinion(id: $id, version: $version) {\n    ... on CommitteeOpinion {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type DerogationsData = { readonly derogations: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: DerogationRow })[] } };
export type DerogationsVariables = { readonly filter?: DeskFilterInput | null; readonly sort?: DeskSort | null; readonly first?: number | null; readonly after?: string | null };
export const Derogations: Operation<DerogationsData, DerogationsVariables> = {
  name: "Derogations",
  text: "query Derogations($filter: DeskFilterInput, $sort: DeskSort, $first: Int, $after: String) {\n  derogations(filter: $filter, sort: $sort, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...DerogationRow\n      }\n    }\n  }\n}\nfragment DerogationRow on Derogation {\n  id\n  rule\n  startsOn\n  endsOn\n  state\n  standing\n  version\n  requestedAt\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type DerogationData = { readonly derogation: DerogationRow & { readonly poolId: string | null; readonly motive: string; readonly guarantees: string; readonly notice: string; readonly noticeUrl: string | null; readonly authorities: readonly (string)[]; readonly decisions: readonly ({ readonly authority: string; readonly reference: string; readonly on: string })[]; readonly requestedBy: string; readonly endorsedBy: string | null; readonly grantedBy: string | null; readonly closedAt: string | null; readonly closeReason: string | null; readonly marketSearches: readonly ({ readonly id: string; readonly offer: string | null; readonly on: string; readonly reference: string; readonly standing: boolean; readonly foundAt: string; readonly version: number })[] } | null };
export type DerogationVariables = { readonly id: string };
export const Derogation: Operation<DerogationData, DerogationVariables> = {
  name: "Derogation",
  text: "query Derogation($id: ID!) {\n  derogation(id: $id) {\n    ...DerogationRow\n    poolId\n    motive\n    guarantees\n    notice\n    noticeUrl\n    authorities\n    decisions {\n      authority\n      reference\n      on\n    }\n    requestedBy\n    endorsedBy\n    grantedBy\n    closedAt\n    closeReason\n    marketSearches {\n      id\n      offer\n      on\n      reference\n      standing\n      foundAt\n      version\n    }\n  }\n}\nfragment DerogationRow on Derogation {\n  id\n  rule\n  startsOn\n  endsOn\n  state\n  standing\n  version\n  requestedAt\n  useCase {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type RecordMarketSearchData = { readonly recordMarketSearch: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "MarketSearch"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RecordMarketSearchVariables = { readonly input: RecordMarketSearchInput };
export const RecordMarketSearch: Operation<RecordMarketSearchData, RecordMarketSearchVariables> = {
  name: "RecordMarketSearch",
  text: "mutation RecordMarketSearch($input: RecordMarketSearchInput!) {\n  recordMarketSearch(input: $input) {\n    ... on MarketSearch {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type WithdrawMarketSearchData = { readonly withdrawMarketSearch: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "MarketSearch"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type WithdrawMarketSearchVariables = { readonly input: WithdrawMarketSearchInput };
export const WithdrawMarketSearch: Operation<WithdrawMarketSearchData, WithdrawMarketSearchVariables> = {
  name: "WithdrawMarketSearch",
  text: "mutation WithdrawMarketSearch($input: WithdrawMarketSearchInput!) {\n  withdrawMarketSearch(input: $input) {\n    ... on MarketSearch {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type DerogationNoticesData = { readonly derogationNotices: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: { readonly derogationId: string; readonly rule: string; readonly body: string; readonly useCase: string; readonly notice: string; readonly noticeUrl: string | null; readonly startsOn: string; readonly endsOn: string; readonly revokedAt: string | null; readonly decisions: readonly ({ readonly authority: string; readonly reference: string })[] } })[] } };
export type DerogationNoticesVariables = { readonly first?: number | null; readonly after?: string | null };
export const DerogationNotices: Operation<DerogationNoticesData, DerogationNoticesVariables> = {
  name: "DerogationNotices",
  text: "query DerogationNotices($first: Int, $after: String) {\n  derogationNotices(first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        derogationId\n        rule\n        body\n        useCase\n        notice\n        noticeUrl\n        startsOn\n        endsOn\n        revokedAt\n        decisions {\n          authority\n          reference\n        }\n      }\n    }\n  }\n}",
};
export type RulesInForceData = { readonly rulesInForce: readonly ({ readonly id: string; readonly fr: string; readonly en: string; readonly authorities: readonly (string)[]; readonly maxMonths: number | null })[] };
export type RulesInForceVariables = {  };
export const RulesInForce: Operation<RulesInForceData, RulesInForceVariables> = {
  name: "RulesInForce",
  text: "query RulesInForce {\n  rulesInForce {\n    id\n    fr\n    en\n    authorities\n    maxMonths\n  }\n}",
};
export type RequestDerogationData = { readonly requestDerogation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Derogation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RequestDerogationVariables = { readonly input: RequestDerogationInput };
export const RequestDerogation: Operation<RequestDerogationData, RequestDerogationVariables> = {
  name: "RequestDerogation",
  text: "mutation RequestDerogation($input: RequestDerogationInput!) {\n  requestDerogation(input: $input) {\n    ... on Derogation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type EndorseDerogationData = { readonly endorseDerogation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Derogation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type EndorseDerogationVariables = { readonly input: EndorseDerogationInput };
export const EndorseDerogation: Operation<EndorseDerogationData, EndorseDerogationVariables> = {
  name: "EndorseDerogation",
  text: "mutation EndorseDerogation($input: EndorseDerogationInput!) {\n  endorseDerogation(input: $input) {\n    ... on Derogation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type GrantDerogationData = { readonly grantDerogation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Derogation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type GrantDerogationVariables = { readonly input: GrantDerogationInput };
export const GrantDerogation: Operation<GrantDerogationData, GrantDerogationVariables> = {
  name: "GrantDerogation",
  text: "mutation GrantDerogation($input: GrantDerogationInput!) {\n  grantDerogation(input: $input) {\n    ... on Derogation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RefuseDerogationData = { readonly refuseDerogation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Derogation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RefuseDerogationVariables = { readonly input: CloseDerogationInput };
export const RefuseDerogation: Operation<RefuseDerogationData, RefuseDerogationVariables> = {
  name: "RefuseDerogation",
  text: "mutation RefuseDerogation($input: CloseDerogationInput!) {\n  refuseDerogation(input: $input) {\n    ... on Derogation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type WithdrawDerogationData = { readonly withdrawDerogation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Derogation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type WithdrawDerogationVariables = { readonly input: CloseDerogationInput };
export const WithdrawDerogation: Operation<WithdrawDerogationData, WithdrawDerogationVariables> = {
  name: "WithdrawDerogation",
  text: "mutation WithdrawDerogation($input: CloseDerogationInput!) {\n  withdrawDerogation(input: $input) {\n    ... on Derogation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RevokeDerogationData = { readonly revokeDerogation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Derogation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RevokeDerogationVariables = { readonly input: CloseDerogationInput };
export const RevokeDerogation: Operation<RevokeDerogationData, RevokeDerogationVariables> = {
  name: "RevokeDerogation",
  text: "mutation RevokeDerogation($input: CloseDerogationInput!) {\n  revokeDerogation(input: $input) {\n    ... on Derogation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type IncidentsData = { readonly incidents: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly node: IncidentRow })[] } };
export type IncidentsVariables = { readonly filter?: DeskFilterInput | null; readonly sort?: DeskSort | null; readonly first?: number | null; readonly after?: string | null };
export const Incidents: Operation<IncidentsData, IncidentsVariables> = {
  name: "Incidents",
  text: "query Incidents($filter: DeskFilterInput, $sort: DeskSort, $first: Int, $after: String) {\n  incidents(filter: $filter, sort: $sort, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      node {\n        ...IncidentRow\n      }\n    }\n  }\n}\nfragment IncidentRow on Incident {\n  id\n  kind\n  harms\n  bound\n  findings {\n    at\n    harm\n    found\n    reason\n  }\n  title\n  description\n  systemVersion\n  awareAt\n  suspendedAt\n  state\n  next\n  declaredAt\n  version\n  clock {\n    state\n    days\n    dueAt\n    text\n  }\n  measures {\n    at\n    text\n  }\n  notification {\n    at\n    authority\n    reference\n    interim\n  }\n  notices {\n    at\n    to\n    name\n    reference\n    risk\n  }\n  providerNotice\n  useCase {\n    id\n    name\n    state\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type IncidentData = { readonly incident: IncidentRow | null };
export type IncidentVariables = { readonly id: string };
export const Incident: Operation<IncidentData, IncidentVariables> = {
  name: "Incident",
  text: "query Incident($id: ID!) {\n  incident(id: $id) {\n    ...IncidentRow\n  }\n}\nfragment IncidentRow on Incident {\n  id\n  kind\n  harms\n  bound\n  findings {\n    at\n    harm\n    found\n    reason\n  }\n  title\n  description\n  systemVersion\n  awareAt\n  suspendedAt\n  state\n  next\n  declaredAt\n  version\n  clock {\n    state\n    days\n    dueAt\n    text\n  }\n  measures {\n    at\n    text\n  }\n  notification {\n    at\n    authority\n    reference\n    interim\n  }\n  notices {\n    at\n    to\n    name\n    reference\n    risk\n  }\n  providerNotice\n  useCase {\n    id\n    name\n    state\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type DeclareIncidentData = { readonly declareIncident: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "Incident"; readonly id: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type DeclareIncidentVariables = { readonly input: DeclareIncidentInput };
export const DeclareIncident: Operation<DeclareIncidentData, DeclareIncidentVariables> = {
  name: "DeclareIncident",
  text: "mutation DeclareIncident($input: DeclareIncidentInput!) {\n  declareIncident(input: $input) {\n    ... on Incident {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AddIncidentHarmsData = { readonly addIncidentHarms: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "Incident"; readonly id: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type AddIncidentHarmsVariables = { readonly input: AddIncidentHarmsInput };
export const AddIncidentHarms: Operation<AddIncidentHarmsData, AddIncidentHarmsVariables> = {
  name: "AddIncidentHarms",
  text: "mutation AddIncidentHarms($input: AddIncidentHarmsInput!) {\n  addIncidentHarms(input: $input) {\n    ... on Incident {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RequalifyIncidentData = { readonly requalifyIncident: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "Incident"; readonly id: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RequalifyIncidentVariables = { readonly input: RequalifyIncidentInput };
export const RequalifyIncident: Operation<RequalifyIncidentData, RequalifyIncidentVariables> = {
  name: "RequalifyIncident",
  text: "mutation RequalifyIncident($input: RequalifyIncidentInput!) {\n  requalifyIncident(input: $input) {\n    ... on Incident {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RecordMeasureData = { readonly recordMeasure: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "Incident"; readonly id: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RecordMeasureVariables = { readonly input: RecordMeasureInput };
export const RecordMeasure: Operation<RecordMeasureData, RecordMeasureVariables> = {
  name: "RecordMeasure",
  text: "mutation RecordMeasure($input: RecordMeasureInput!) {\n  recordMeasure(input: $input) {\n    ... on Incident {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type NotifyIncidentData = { readonly notifyIncident: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "Incident"; readonly id: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type NotifyIncidentVariables = { readonly input: NotifyIncidentInput };
export const NotifyIncident: Operation<NotifyIncidentData, NotifyIncidentVariables> = {
  name: "NotifyIncident",
  text: "mutation NotifyIncident($input: NotifyIncidentInput!) {\n  notifyIncident(input: $input) {\n    ... on Incident {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type InformOfIncidentData = { readonly informOfIncident: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "Incident"; readonly id: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type InformOfIncidentVariables = { readonly input: InformOfIncidentInput };
export const InformOfIncident: Operation<InformOfIncidentData, InformOfIncidentVariables> = {
  name: "InformOfIncident",
  text: "mutation InformOfIncident($input: InformOfIncidentInput!) {\n  informOfIncident(input: $input) {\n    ... on Incident {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type MoveIncidentData = { readonly moveIncident: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "Incident"; readonly id: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type MoveIncidentVariables = { readonly input: MoveIncidentInput };
export const MoveIncident: Operation<MoveIncidentData, MoveIncidentVariables> = {
  name: "MoveIncident",
  text: "mutation MoveIncident($input: MoveIncidentInput!) {\n  moveIncident(input: $input) {\n    ... on Incident {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SuspendForIncidentData = { readonly suspendForIncident: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "Incident"; readonly id: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type SuspendForIncidentVariables = { readonly input: SuspendForIncidentInput };
export const SuspendForIncident: Operation<SuspendForIncidentData, SuspendForIncidentVariables> = {
  name: "SuspendForIncident",
  text: "mutation SuspendForIncident($input: SuspendForIncidentInput!) {\n  suspendForIncident(input: $input) {\n    ... on Incident {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RegisterExportData = { readonly registerExport: { readonly title: string; readonly fileName: string; readonly mediaType: string; readonly text: string; readonly entries: number; readonly missing: readonly ({ readonly useCaseId: string; readonly name: string; readonly columns: readonly (string)[] })[]; readonly notes: readonly ({ readonly useCaseId: string; readonly name: string; readonly note: RegisterNote })[] } };
export type RegisterExportVariables = { readonly register: PublicRegister; readonly format: RegisterFileFormat };
export const RegisterExport: Operation<RegisterExportData, RegisterExportVariables> = {
  name: "RegisterExport",
  text: "query RegisterExport($register: PublicRegister!, $format: RegisterFileFormat!) {\n  registerExport(register: $register, format: $format) {\n    title\n    fileName\n    mediaType\n    text\n    entries\n    missing {\n      useCaseId\n      name\n      columns\n    }\n    notes {\n      useCaseId\n      name\n      note\n    }\n  }\n}",
};
export type EvaluationsData = { readonly evaluations: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: ListedEvaluation })[] } };
export type EvaluationsVariables = { readonly states?: readonly (EvaluationState)[] | null; readonly search?: string | null; readonly first?: number | null; readonly after?: string | null };
export const Evaluations: Operation<EvaluationsData, EvaluationsVariables> = {
  name: "Evaluations",
  text: "query Evaluations($states: [EvaluationState!], $search: String, $first: Int, $after: String) {\n  evaluations(states: $states, search: $search, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...ListedEvaluation\n      }\n    }\n  }\n}\nfragment ListedEvaluation on Evaluation {\n  ...EvaluationRow\n  useCase {\n    id\n    name\n    organisation {\n      ...OrganisationRef\n    }\n  }\n}\nfragment EvaluationRow on Evaluation {\n  id\n  body\n  independent\n  plannedAt\n  protocol\n  publicationUrl\n  publishedAt\n  sample\n  state\n  summary\n  verdict\n  metrics {\n    name\n    value\n    unit\n    low\n    high\n    confidence\n    intervalMethod\n    sample\n    source\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type DueEvaluationsData = { readonly dueEvaluations: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: DueUseCase })[] } };
export type DueEvaluationsVariables = { readonly by?: string | null; readonly first?: number | null; readonly after?: string | null };
export const DueEvaluations: Operation<DueEvaluationsData, DueEvaluationsVariables> = {
  name: "DueEvaluations",
  text: "query DueEvaluations($by: String, $first: Int, $after: String) {\n  dueEvaluations(by: $by, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...DueUseCase\n      }\n    }\n  }\n}\nfragment DueUseCase on UseCase {\n  id\n  name\n  state\n  organisation {\n    ...OrganisationRef\n  }\n  dossier {\n    evaluationDueOn\n  }\n  evaluations {\n    id\n    state\n    body\n    publishedAt\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type PlanEvaluationData = { readonly planEvaluation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Evaluation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type PlanEvaluationVariables = { readonly input: PlanEvaluationInput };
export const PlanEvaluation: Operation<PlanEvaluationData, PlanEvaluationVariables> = {
  name: "PlanEvaluation",
  text: "mutation PlanEvaluation($input: PlanEvaluationInput!) {\n  planEvaluation(input: $input) {\n    ... on Evaluation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type BeginEvaluationData = { readonly beginEvaluation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Evaluation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type BeginEvaluationVariables = { readonly id: string };
export const BeginEvaluation: Operation<BeginEvaluationData, BeginEvaluationVariables> = {
  name: "BeginEvaluation",
  text: "mutation BeginEvaluation($id: ID!) {\n  beginEvaluation(id: $id) {\n    ... on Evaluation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type PublishEvaluationData = { readonly publishEvaluation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Evaluation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type PublishEvaluationVariables = { readonly input: PublishEvaluationInput };
export const PublishEvaluation: Operation<PublishEvaluationData, PublishEvaluationVariables> = {
  name: "PublishEvaluation",
  text: "mutation PublishEvaluation($input: PublishEvaluationInput!) {\n  publishEvaluation(input: $input) {\n    ... on Evaluation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type PublishIndependentEvaluationData = { readonly publishIndependentEvaluation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Evaluation"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type PublishIndependentEvaluationVariables = { readonly input: PublishEvaluationInput };
export const PublishIndependentEvaluation: Operation<PublishIndependentEvaluationData, PublishIndependentEvaluationVariables> = {
  name: "PublishIndependentEvaluation",
  text: "mutation PublishIndependentEvaluation($input: PublishEvaluationInput!) {\n  publishIndependentEvaluation(input: $input) {\n    ... on Evaluation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type HomeData = { readonly tasks: readonly ({ readonly id: string; readonly kind: string; readonly subjectType: string; readonly subjectId: string; readonly title: string; readonly detail: string | null; readonly dueAt: string | null; readonly organisation: OrganisationRef | null })[] };
export type HomeVariables = {  };
export const Home: Operation<HomeData, HomeVariables> = {
  name: "Home",
  text: "query Home {\n  tasks {\n    id\n    kind\n    subjectType\n    subjectId\n    title\n    detail\n    dueAt\n    organisation {\n      ...OrganisationRef\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type HomeCapacityData = { readonly pools: readonly ({ readonly id: string; readonly name: string; readonly live: PoolLiveFigures })[] };
export type HomeCapacityVariables = {  };
export const HomeCapacity: Operation<HomeCapacityData, HomeCapacityVariables> = {
  name: "HomeCapacity",
  text: "query HomeCapacity {\n  pools {\n    id\n    name\n    live {\n      ...PoolLiveFigures\n    }\n  }\n}\nfragment PoolLiveFigures on PoolLive {\n  at\n  replicas\n  physical\n  allocated\n  reserve\n  occupiedWithinRight\n  borrowed\n  lent\n  free\n  rows {\n    ...PoolLiveLine\n  }\n}\nfragment PoolLiveLine on PoolLiveRow {\n  organisation {\n    ...OrganisationRef\n  }\n  nominal\n  guarantee\n  occupied\n  lent\n  borrowed\n  free\n  running\n  waiting\n  gpuSeconds\n  share\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type HomeStateData = { readonly allocationRounds: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly title: string; readonly state: RoundState; readonly effectFrom: string } })[] }; readonly campaigns: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly name: string; readonly state: CampaignState; readonly closesAt: string } })[] } };
export type HomeStateVariables = {  };
export const HomeState: Operation<HomeStateData, HomeStateVariables> = {
  name: "HomeState",
  text: "query HomeState {\n  allocationRounds(\n    filter: {state: [DRAFT, SUBMITTED, TECHNICAL_REVIEW, ARBITRATION, GRANTED, PARTIAL, COMPLEMENT, CLAWBACK]}\n    first: 4\n  ) {\n    edges {\n      node {\n        id\n        title\n        state\n        effectFrom\n      }\n    }\n  }\n  campaigns(\n    filter: {kind: CAPACITY, state: [OPEN, CLOSED, CONSOLIDATED]}\n    first: 3\n  ) {\n    edges {\n      node {\n        id\n        name\n        state\n        closesAt\n      }\n    }\n  }\n}",
};
export type HomeDeskData = { readonly incidents: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly title: string; readonly state: IncidentState; readonly clock: { readonly dueAt: string | null } } })[] }; readonly derogations: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly rule: string; readonly endsOn: string; readonly standing: DerogationStanding; readonly useCase: { readonly name: string } | null } })[] }; readonly complianceQuestions: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly title: string; readonly dueOn: string } })[] }; readonly useCaseReviews: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly opinion: ReviewOpinion; readonly useCase: { readonly name: string } | null } })[] }; readonly useCases: { readonly totalCount: number; readonly edges: readonly ({ readonly node: { readonly id: string; readonly name: string; readonly organisation: OrganisationRef } })[] } };
export type HomeDeskVariables = {  };
export const HomeDesk: Operation<HomeDeskData, HomeDeskVariables> = {
  name: "HomeDesk",
  text: "query HomeDesk {\n  incidents(\n    filter: {states: [\"reported\", \"open\", \"investigating\", \"mitigated\"]}\n    sort: DUE\n    first: 4\n  ) {\n    edges {\n      node {\n        id\n        title\n        state\n        clock {\n          dueAt\n        }\n      }\n    }\n  }\n  derogations(filter: {states: [\"requested\", \"endorsed\"]}, sort: DUE, first: 4) {\n    edges {\n      node {\n        id\n        rule\n        endsOn\n        standing\n        useCase {\n          name\n        }\n      }\n    }\n  }\n  complianceQuestions(filter: {states: [\"open\"]}, sort: DUE, first: 4) {\n    edges {\n      node {\n        id\n        title\n        dueOn\n      }\n    }\n  }\n  useCaseReviews(filter: {states: [\"open\"]}, sort: DUE, first: 4) {\n    edges {\n      node {\n        id\n        opinion\n        useCase {\n          name\n        }\n      }\n    }\n  }\n  useCases(filter: {state: [SUSPENDED]}, first: 4) {\n    totalCount\n    edges {\n      node {\n        id\n        name\n        organisation {\n          ...OrganisationRef\n        }\n      }\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type HomeCellData = { readonly dueEvaluations: { readonly edges: readonly ({ readonly node: { readonly id: string; readonly name: string; readonly dossier: { readonly evaluationDueOn: string | null } } })[] } };
export type HomeCellVariables = {  };
export const HomeCell: Operation<HomeCellData, HomeCellVariables> = {
  name: "HomeCell",
  text: "query HomeCell {\n  dueEvaluations(first: 4) {\n    edges {\n      node {\n        id\n        name\n        dossier {\n          evaluationDueOn\n        }\n      }\n    }\n  }\n}",
};
export type UsageData = { readonly usage: { readonly from: string; readonly to: string; readonly upTo: string | null; readonly rows: readonly ({ readonly day: string; readonly groupId: string; readonly groupName: string; readonly totals: Totals })[]; readonly totals: Totals } };
export type UsageVariables = { readonly from: string; readonly to: string; readonly groupBy: UsageGroup };
export const Usage: Operation<UsageData, UsageVariables> = {
  name: "Usage",
  text: "query Usage($from: DateTime!, $to: DateTime!, $groupBy: UsageGroup!) {\n  usage(from: $from, to: $to, groupBy: $groupBy) {\n    from\n    to\n    upTo\n    rows {\n      day\n      groupId\n      groupName\n      totals {\n        ...Totals\n      }\n    }\n    totals {\n      ...Totals\n    }\n  }\n}\nfragment Totals on UsageTotals {\n  requests\n  refused\n  inputTokens\n  outputTokens\n  costEuro\n  gpuSeconds\n  kWh\n  kgCO2eq\n  estimatedRequests\n  amounts {\n    quantity\n    amount\n  }\n}",
};
export type RequestCallersData = { readonly useCases: { readonly totalCount: number; readonly edges: readonly ({ readonly node: { readonly id: string; readonly name: string } })[] } };
export type RequestCallersVariables = { readonly filter?: UseCaseFilter | null };
export const RequestCallers: Operation<RequestCallersData, RequestCallersVariables> = {
  name: "RequestCallers",
  text: "query RequestCallers($filter: UseCaseFilter) {\n  useCases(filter: $filter, sort: {field: NAME, direction: ASC}, first: 200) {\n    totalCount\n    edges {\n      node {\n        id\n        name\n      }\n    }\n  }\n}",
};
export type UseCaseApplicationsData = { readonly useCase: { readonly id: string; readonly name: string; readonly applications: readonly ({ readonly id: string; readonly name: string })[] } | null };
export type UseCaseApplicationsVariables = { readonly id: string };
export const UseCaseApplications: Operation<UseCaseApplicationsData, UseCaseApplicationsVariables> = {
  name: "UseCaseApplications",
  text: "query UseCaseApplications($id: ID!) {\n  useCase(id: $id) {\n    id\n    name\n    applications {\n      id\n      name\n    }\n  }\n}",
};
export type RequestsData = { readonly requests: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: RequestRow })[] } };
export type RequestsVariables = { readonly filter?: RequestFilter | null; readonly first?: number | null; readonly after?: string | null };
export const Requests: Operation<RequestsData, RequestsVariables> = {
  name: "Requests",
  text: "query Requests($filter: RequestFilter, $first: Int, $after: String) {\n  requests(filter: $filter, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...RequestRow\n      }\n    }\n  }\n}\nfragment RequestRow on RequestSummary {\n  id\n  at\n  outcome\n  code\n  status\n  useCaseId\n  useCaseName\n  applicationName\n  modelName\n  poolName\n  inputTokens\n  outputTokens\n  costEuro\n  amounts {\n    quantity\n    amount\n  }\n  firstTokenMs\n  totalMs\n  decisionRef\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type DecisionData = { readonly decision: { readonly summary: RequestRow; readonly labels: readonly (string)[]; readonly snapshotNumber: number; readonly bundleDigest: string; readonly stages: readonly ({ readonly name: string; readonly ms: number })[]; readonly pools: readonly ({ readonly poolId: string; readonly poolName: string; readonly eligible: boolean; readonly reasons: readonly (RuleReasonLine)[] })[]; readonly levels: readonly ({ readonly nodeId: string; readonly nodeName: string; readonly ceilingId: string; readonly unit: string; readonly ceiling: number; readonly asked: number; readonly held: number; readonly left: number | null; readonly reserved: number | null; readonly ok: boolean })[]; readonly endpoint: { readonly url: string; readonly deploymentId: string; readonly profile: string; readonly attempts: number; readonly scores: readonly ({ readonly endpointId: string; readonly url: string; readonly score: number })[] } | null; readonly cachedInputTokens: number | null; readonly estimated: boolean | null; readonly gpuSeconds: number | null; readonly kWh: number | null; readonly kgCO2eq: number | null; readonly energyMethod: string | null; readonly simulated: boolean; readonly remedies: readonly ({ readonly code: string; readonly fr: string; readonly en: string; readonly actor: string })[] } | null };
export type DecisionVariables = { readonly id: string };
export const Decision: Operation<DecisionData, DecisionVariables> = {
  name: "Decision",
  text: "query Decision($id: ID!) {\n  decision(id: $id) {\n    summary {\n      ...RequestRow\n    }\n    labels\n    snapshotNumber\n    bundleDigest\n    stages {\n      name\n      ms\n    }\n    pools {\n      poolId\n      poolName\n      eligible\n      reasons {\n        ...RuleReasonLine\n      }\n    }\n    levels {\n      nodeId\n      nodeName\n      ceilingId\n      unit\n      ceiling\n      asked\n      held\n      left\n      reserved\n      ok\n    }\n    endpoint {\n      url\n      deploymentId\n      profile\n      attempts\n      scores {\n        endpointId\n        url\n        score\n      }\n    }\n    cachedInputTokens\n    estimated\n    gpuSeconds\n    kWh\n    kgCO2eq\n    energyMethod\n    simulated\n    remedies {\n      code\n      fr\n      en\n      actor\n    }\n  }\n}\nfragment RequestRow on RequestSummary {\n  id\n  at\n  outcome\n  code\n  status\n  useCaseId\n  useCaseName\n  applicationName\n  modelName\n  poolName\n  inputTokens\n  outputTokens\n  costEuro\n  amounts {\n    quantity\n    amount\n  }\n  firstTokenMs\n  totalMs\n  decisionRef\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}\nfragment RuleReasonLine on RuleReason {\n  rule\n  version\n  effect\n  code\n  fr\n  en\n  derogable\n  silenced\n  legal {\n    text\n    url\n  }\n}",
};
export type ModelCatalogueData = { readonly models: readonly (ModelRow)[] };
export type ModelCatalogueVariables = {  };
export const ModelCatalogue: Operation<ModelCatalogueData, ModelCatalogueVariables> = {
  name: "ModelCatalogue",
  text: "query ModelCatalogue {\n  models {\n    ...ModelRow\n  }\n}\nfragment ModelRow on Model {\n  id\n  name\n  publisher\n  publisherCountry\n  licence\n  contextWindow\n  aliases\n  simulatedOnly\n  state\n  version\n  provenance {\n    weights\n    format\n    sha256\n    runsIn\n    trainingOnInputs\n    evalStatus\n    billionParameters\n    cardUrl\n  }\n  sunset {\n    announcedAt\n    endsAt\n    reason\n    replacement {\n      id\n      name\n    }\n  }\n}",
};
export type ModelOfData = { readonly model: ModelSheet | null };
export type ModelOfVariables = { readonly id: string };
export const ModelOf: Operation<ModelOfData, ModelOfVariables> = {
  name: "ModelOf",
  text: "query ModelOf($id: ID!) {\n  model(id: $id) {\n    ...ModelSheet\n  }\n}\nfragment ModelSheet on Model {\n  ...ModelRow\n  proposedFor {\n    ...OrganisationRef\n  }\n  steps {\n    to\n    conditions {\n      code\n      met\n      message\n    }\n  }\n  dependants {\n    ...UseCaseRow\n  }\n}\nfragment ModelRow on Model {\n  id\n  name\n  publisher\n  publisherCountry\n  licence\n  contextWindow\n  aliases\n  simulatedOnly\n  state\n  version\n  provenance {\n    weights\n    format\n    sha256\n    runsIn\n    trainingOnInputs\n    evalStatus\n    billionParameters\n    cardUrl\n  }\n  sunset {\n    announcedAt\n    endsAt\n    reason\n    replacement {\n      id\n      name\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}\nfragment UseCaseRow on UseCase {\n  id\n  slug\n  name\n  description\n  state\n  labels\n  serviceClass\n  declaredAt\n  organisation {\n    ...OrganisationRef\n  }\n}",
};
export type ProposeModelData = { readonly proposeModel: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "Model"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ProposeModelVariables = { readonly input: ProposeModelInput };
export const ProposeModel: Operation<ProposeModelData, ProposeModelVariables> = {
  name: "ProposeModel",
  text: "mutation ProposeModel($input: ProposeModelInput!) {\n  proposeModel(input: $input) {\n    ... on Model {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ValidateModelData = { readonly validateModel: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "Model"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ValidateModelVariables = { readonly id: string; readonly reason: string };
export const ValidateModel: Operation<ValidateModelData, ValidateModelVariables> = {
  name: "ValidateModel",
  text: "mutation ValidateModel($id: ID!, $reason: String!) {\n  validateModel(id: $id, reason: $reason) {\n    ... on Model {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AssessModelData = { readonly assessModel: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "Model"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type AssessModelVariables = { readonly id: string; readonly provenance: ProvenanceInput };
export const AssessModel: Operation<AssessModelData, AssessModelVariables> = {
  name: "AssessModel",
  text: "mutation AssessModel($id: ID!, $provenance: ProvenanceInput!) {\n  assessModel(id: $id, provenance: $provenance) {\n    ... on Model {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ApproveModelData = { readonly approveModel: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "Model"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ApproveModelVariables = { readonly id: string; readonly reason: string };
export const ApproveModel: Operation<ApproveModelData, ApproveModelVariables> = {
  name: "ApproveModel",
  text: "mutation ApproveModel($id: ID!, $reason: String!) {\n  approveModel(id: $id, reason: $reason) {\n    ... on Model {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RefuseModelData = { readonly refuseModel: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "Model"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RefuseModelVariables = { readonly id: string; readonly reason: string };
export const RefuseModel: Operation<RefuseModelData, RefuseModelVariables> = {
  name: "RefuseModel",
  text: "mutation RefuseModel($id: ID!, $reason: String!) {\n  refuseModel(id: $id, reason: $reason) {\n    ... on Model {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type VetoModelData = { readonly vetoModel: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "Model"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type VetoModelVariables = { readonly id: string; readonly reason: string };
export const VetoModel: Operation<VetoModelData, VetoModelVariables> = {
  name: "VetoModel",
  text: "mutation VetoModel($id: ID!, $reason: String!) {\n  vetoModel(id: $id, reason: $reason) {\n    ... on Model {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type DeprecateModelData = { readonly deprecateModel: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "Model"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type DeprecateModelVariables = { readonly input: DeprecateModelInput };
export const DeprecateModel: Operation<DeprecateModelData, DeprecateModelVariables> = {
  name: "DeprecateModel",
  text: "mutation DeprecateModel($input: DeprecateModelInput!) {\n  deprecateModel(input: $input) {\n    ... on Model {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RetireModelData = { readonly retireModel: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "Model"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RetireModelVariables = { readonly id: string; readonly reason: string };
export const RetireModel: Operation<RetireModelData, RetireModelVariables> = {
  name: "RetireModel",
  text: "mutation RetireModel($id: ID!, $reason: String!) {\n  retireModel(id: $id, reason: $reason) {\n    ... on Model {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type DefineAliasData = { readonly defineAlias: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "Model"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type DefineAliasVariables = { readonly name: string; readonly modelId: string };
export const DefineAlias: Operation<DefineAliasData, DefineAliasVariables> = {
  name: "DefineAlias",
  text: "mutation DefineAlias($name: String!, $modelId: ID!) {\n  defineAlias(name: $name, modelId: $modelId) {\n    ... on Model {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type PlanRecordsData = { readonly planRecords: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: PlanRow })[] } };
export type PlanRecordsVariables = { readonly kinds?: readonly (PlanRecordKind)[] | null; readonly search?: string | null; readonly order?: PlanRecordOrder | null; readonly direction?: SortDirection | null; readonly first?: number | null; readonly after?: string | null };
export const PlanRecords: Operation<PlanRecordsData, PlanRecordsVariables> = {
  name: "PlanRecords",
  text: "query PlanRecords($kinds: [PlanRecordKind!], $search: String, $order: PlanRecordOrder, $direction: SortDirection, $first: Int, $after: String) {\n  planRecords(\n    kinds: $kinds\n    search: $search\n    order: $order\n    direction: $direction\n    first: $first\n    after: $after\n  ) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...PlanRow\n      }\n    }\n  }\n}\nfragment PlanRow on PlanRecord {\n  id\n  kind\n  title\n  fields {\n    name\n    value\n  }\n  dueFrom\n  dueOn\n  source\n  invented\n  state\n  steps {\n    to\n    decided\n  }\n  declaredAt\n  declaredByName\n  version\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type PlanRecordData = { readonly planRecord: PlanRow | null };
export type PlanRecordVariables = { readonly id: string };
export const PlanRecord: Operation<PlanRecordData, PlanRecordVariables> = {
  name: "PlanRecord",
  text: "query PlanRecord($id: ID!) {\n  planRecord(id: $id) {\n    ...PlanRow\n  }\n}\nfragment PlanRow on PlanRecord {\n  id\n  kind\n  title\n  fields {\n    name\n    value\n  }\n  dueFrom\n  dueOn\n  source\n  invented\n  state\n  steps {\n    to\n    decided\n  }\n  declaredAt\n  declaredByName\n  version\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type DeclarePlanRecordData = { readonly declarePlanRecord: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "PlanRecord"; readonly id: string }) };
export type DeclarePlanRecordVariables = { readonly input: DeclarePlanRecordInput };
export const DeclarePlanRecord: Operation<DeclarePlanRecordData, DeclarePlanRecordVariables> = {
  name: "DeclarePlanRecord",
  text: "mutation DeclarePlanRecord($input: DeclarePlanRecordInput!) {\n  declarePlanRecord(input: $input) {\n    ... on PlanRecord {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CorrectPlanRecordData = { readonly correctPlanRecord: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "PlanRecord"; readonly id: string }) };
export type CorrectPlanRecordVariables = { readonly input: CorrectPlanRecordInput };
export const CorrectPlanRecord: Operation<CorrectPlanRecordData, CorrectPlanRecordVariables> = {
  name: "CorrectPlanRecord",
  text: "mutation CorrectPlanRecord($input: CorrectPlanRecordInput!) {\n  correctPlanRecord(input: $input) {\n    ... on PlanRecord {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type MovePlanRecordData = { readonly movePlanRecord: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "PlanRecord"; readonly id: string }) };
export type MovePlanRecordVariables = { readonly input: MovePlanRecordInput };
export const MovePlanRecord: Operation<MovePlanRecordData, MovePlanRecordVariables> = {
  name: "MovePlanRecord",
  text: "mutation MovePlanRecord($input: MovePlanRecordInput!) {\n  movePlanRecord(input: $input) {\n    ... on PlanRecord {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type DecidePlanRecordData = { readonly decidePlanRecord: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "PlanRecord"; readonly id: string }) };
export type DecidePlanRecordVariables = { readonly input: MovePlanRecordInput };
export const DecidePlanRecord: Operation<DecidePlanRecordData, DecidePlanRecordVariables> = {
  name: "DecidePlanRecord",
  text: "mutation DecidePlanRecord($input: MovePlanRecordInput!) {\n  decidePlanRecord(input: $input) {\n    ... on PlanRecord {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ActiveBundleData = { readonly activePolicyBundle: { readonly digest: string; readonly ruleCount: number; readonly keptAt: string | null } };
export type ActiveBundleVariables = {  };
export const ActiveBundle: Operation<ActiveBundleData, ActiveBundleVariables> = {
  name: "ActiveBundle",
  text: "query ActiveBundle {\n  activePolicyBundle {\n    digest\n    ruleCount\n    keptAt\n  }\n}",
};
export type BundleRulesData = { readonly policyRules: readonly (RuleCard)[] };
export type BundleRulesVariables = { readonly digest: string };
export const BundleRules: Operation<BundleRulesData, BundleRulesVariables> = {
  name: "BundleRules",
  text: "query BundleRules($digest: ID!) {\n  policyRules(digest: $digest) {\n    ...RuleCard\n  }\n}\nfragment RuleCard on PolicyRule {\n  id\n  version\n  effect\n  mode\n  when\n  effectiveFrom\n  effectiveTo\n  reason {\n    fr\n    en\n  }\n  legal {\n    text\n    url\n  }\n}",
};
export type PolicyProposalsData = { readonly policyProposals: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: ProposalRow })[] } };
export type PolicyProposalsVariables = { readonly first?: number | null; readonly after?: string | null };
export const PolicyProposals: Operation<PolicyProposalsData, PolicyProposalsVariables> = {
  name: "PolicyProposals",
  text: "query PolicyProposals($first: Int, $after: String) {\n  policyProposals(first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...ProposalRow\n      }\n    }\n  }\n}\nfragment ProposalRow on PolicyProposal {\n  id\n  digest\n  baseDigest\n  motive\n  state\n  proposedAt\n  proposedBy\n  own\n  complianceSigned\n  decidedAt\n  decidedBy\n  decisionReason\n  version\n}",
};
export type BundleDifferencesData = { readonly policyDifferences: readonly (RuleDiff)[] };
export type BundleDifferencesVariables = { readonly from: string; readonly to: string };
export const BundleDifferences: Operation<BundleDifferencesData, BundleDifferencesVariables> = {
  name: "BundleDifferences",
  text: "query BundleDifferences($from: ID!, $to: ID!) {\n  policyDifferences(from: $from, to: $to) {\n    ...RuleDiff\n  }\n}\nfragment RuleDiff on RuleDifference {\n  id\n  kind\n  fields\n  before {\n    ...RuleCard\n  }\n  after {\n    ...RuleCard\n  }\n}\nfragment RuleCard on PolicyRule {\n  id\n  version\n  effect\n  mode\n  when\n  effectiveFrom\n  effectiveTo\n  reason {\n    fr\n    en\n  }\n  legal {\n    text\n    url\n  }\n}",
};
export type CheckPolicyFilesData = { readonly checkPolicyFiles: { readonly digest: string | null; readonly faults: readonly ({ readonly path: string; readonly line: number; readonly column: number; readonly message: string })[]; readonly notices: readonly ({ readonly code: string; readonly rule: string; readonly fr: string; readonly en: string })[]; readonly differences: readonly (RuleDiff)[] } };
export type CheckPolicyFilesVariables = { readonly files: readonly (PolicyFileInput)[] };
export const CheckPolicyFiles: Operation<CheckPolicyFilesData, CheckPolicyFilesVariables> = {
  name: "CheckPolicyFiles",
  text: "query CheckPolicyFiles($files: [PolicyFileInput!]!) {\n  checkPolicyFiles(files: $files) {\n    digest\n    faults {\n      path\n      line\n      column\n      message\n    }\n    notices {\n      code\n      rule\n      fr\n      en\n    }\n    differences {\n      ...RuleDiff\n    }\n  }\n}\nfragment RuleDiff on RuleDifference {\n  id\n  kind\n  fields\n  before {\n    ...RuleCard\n  }\n  after {\n    ...RuleCard\n  }\n}\nfragment RuleCard on PolicyRule {\n  id\n  version\n  effect\n  mode\n  when\n  effectiveFrom\n  effectiveTo\n  reason {\n    fr\n    en\n  }\n  legal {\n    text\n    url\n  }\n}",
};
export type PolicyFilesData = { readonly policyFiles: readonly ({ readonly path: string; readonly text: string })[] };
export type PolicyFilesVariables = { readonly digest: string };
export const PolicyFiles: Operation<PolicyFilesData, PolicyFilesVariables> = {
  name: "PolicyFiles",
  text: "query PolicyFiles($digest: ID!) {\n  policyFiles(digest: $digest) {\n    path\n    text\n  }\n}",
};
export type ProposePolicyBundleData = { readonly proposePolicyBundle: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "PolicyProposal"; readonly id: string }) };
export type ProposePolicyBundleVariables = { readonly input: ProposePolicyBundleInput };
export const ProposePolicyBundle: Operation<ProposePolicyBundleData, ProposePolicyBundleVariables> = {
  name: "ProposePolicyBundle",
  text: "mutation ProposePolicyBundle($input: ProposePolicyBundleInput!) {\n  proposePolicyBundle(input: $input) {\n    ... on PolicyProposal {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ApprovePolicyProposalData = { readonly approvePolicyProposal: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "PolicyProposal"; readonly id: string }) };
export type ApprovePolicyProposalVariables = { readonly id: string; readonly version: number; readonly reason: string; readonly waiver?: string | null };
export const ApprovePolicyProposal: Operation<ApprovePolicyProposalData, ApprovePolicyProposalVariables> = {
  name: "ApprovePolicyProposal",
  text: "mutation ApprovePolicyProposal($id: ID!, $version: Int!, $reason: String!, $waiver: String) {\n  approvePolicyProposal(\n    id: $id\n    version: $version\n    reason: $reason\n    waiver: $waiver\n  ) {\n    ... on PolicyProposal {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RejectPolicyProposalData = { readonly rejectPolicyProposal: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "PolicyProposal"; readonly id: string }) };
export type RejectPolicyProposalVariables = { readonly id: string; readonly version: number; readonly reason: string };
export const RejectPolicyProposal: Operation<RejectPolicyProposalData, RejectPolicyProposalVariables> = {
  name: "RejectPolicyProposal",
  text: "mutation RejectPolicyProposal($id: ID!, $version: Int!, $reason: String!) {\n  rejectPolicyProposal(id: $id, version: $version, reason: $reason) {\n    ... on PolicyProposal {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type WithdrawPolicyProposalData = { readonly withdrawPolicyProposal: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "PolicyProposal"; readonly id: string }) };
export type WithdrawPolicyProposalVariables = { readonly id: string; readonly version: number; readonly reason: string };
export const WithdrawPolicyProposal: Operation<WithdrawPolicyProposalData, WithdrawPolicyProposalVariables> = {
  name: "WithdrawPolicyProposal",
  text: "mutation WithdrawPolicyProposal($id: ID!, $version: Int!, $reason: String!) {\n  withdrawPolicyProposal(id: $id, version: $version, reason: $reason) {\n    ... on PolicyProposal {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ShadowToolsData = { readonly shadowTools: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: ShadowToolRow })[] } };
export type ShadowToolsVariables = { readonly states?: readonly (ShadowToolState)[] | null; readonly search?: string | null; readonly first?: number | null; readonly after?: string | null };
export const ShadowTools: Operation<ShadowToolsData, ShadowToolsVariables> = {
  name: "ShadowTools",
  text: "query ShadowTools($states: [ShadowToolState!], $search: String, $first: Int, $after: String) {\n  shadowTools(states: $states, search: $search, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...ShadowToolRow\n      }\n    }\n  }\n}\nfragment ShadowToolRow on ShadowTool {\n  id\n  name\n  vendor\n  vendorCountry\n  purpose\n  agents\n  answer\n  state\n  declaredAt\n  alternative {\n    id\n    name\n  }\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type DeclareShadowToolData = { readonly declareShadowTool: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "ShadowTool"; readonly id: string }) };
export type DeclareShadowToolVariables = { readonly input: DeclareShadowToolInput };
export const DeclareShadowTool: Operation<DeclareShadowToolData, DeclareShadowToolVariables> = {
  name: "DeclareShadowTool",
  text: "mutation DeclareShadowTool($input: DeclareShadowToolInput!) {\n  declareShadowTool(input: $input) {\n    ... on ShadowTool {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AnswerShadowToolData = { readonly answerShadowTool: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "ShadowTool"; readonly id: string }) };
export type AnswerShadowToolVariables = { readonly input: AnswerShadowToolInput };
export const AnswerShadowTool: Operation<AnswerShadowToolData, AnswerShadowToolVariables> = {
  name: "AnswerShadowTool",
  text: "mutation AnswerShadowTool($input: AnswerShadowToolInput!) {\n  answerShadowTool(input: $input) {\n    ... on ShadowTool {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CloseShadowToolData = { readonly closeShadowTool: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "ShadowTool"; readonly id: string }) };
export type CloseShadowToolVariables = { readonly id: string; readonly reason: string };
export const CloseShadowTool: Operation<CloseShadowToolData, CloseShadowToolVariables> = {
  name: "CloseShadowTool",
  text: "mutation CloseShadowTool($id: ID!, $reason: String!) {\n  closeShadowTool(id: $id, reason: $reason) {\n    ... on ShadowTool {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type BricksData = { readonly bricks: readonly (BrickRow & { readonly usedBy: readonly (UseCaseRow)[] })[] };
export type BricksVariables = {  };
export const Bricks: Operation<BricksData, BricksVariables> = {
  name: "Bricks",
  text: "query Bricks {\n  bricks {\n    ...BrickRow\n    usedBy {\n      ...UseCaseRow\n    }\n  }\n}\nfragment BrickRow on Brick {\n  id\n  slug\n  name\n  description\n  licence\n  repositoryUrl\n  publiccodeUrl\n  state\n  listedAt\n  maintainer {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}\nfragment UseCaseRow on UseCase {\n  id\n  slug\n  name\n  description\n  state\n  labels\n  serviceClass\n  declaredAt\n  organisation {\n    ...OrganisationRef\n  }\n}",
};
export type ListBrickData = { readonly listBrick: ({ readonly __typename: "Brick"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ListBrickVariables = { readonly input: ListBrickInput };
export const ListBrick: Operation<ListBrickData, ListBrickVariables> = {
  name: "ListBrick",
  text: "mutation ListBrick($input: ListBrickInput!) {\n  listBrick(input: $input) {\n    ... on Brick {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type MoveBrickData = { readonly moveBrick: ({ readonly __typename: "Brick"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type MoveBrickVariables = { readonly input: MoveBrickInput };
export const MoveBrick: Operation<MoveBrickData, MoveBrickVariables> = {
  name: "MoveBrick",
  text: "mutation MoveBrick($input: MoveBrickInput!) {\n  moveBrick(input: $input) {\n    ... on Brick {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type UseBrickData = { readonly useBrick: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string }) };
export type UseBrickVariables = { readonly input: UseBrickInput };
export const UseBrick: Operation<UseBrickData, UseBrickVariables> = {
  name: "UseBrick",
  text: "mutation UseBrick($input: UseBrickInput!) {\n  useBrick(input: $input) {\n    ... on UseCase {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type TrainingsData = { readonly trainingDeclarations: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: TrainingRow })[] } };
export type TrainingsVariables = { readonly states?: readonly (TrainingState)[] | null; readonly search?: string | null; readonly first?: number | null; readonly after?: string | null };
export const Trainings: Operation<TrainingsData, TrainingsVariables> = {
  name: "Trainings",
  text: "query Trainings($states: [TrainingState!], $search: String, $first: Int, $after: String) {\n  trainingDeclarations(\n    states: $states\n    search: $search\n    first: $first\n    after: $after\n  ) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...TrainingRow\n      }\n    }\n  }\n}\nfragment TrainingRow on TrainingDeclaration {\n  id\n  year\n  programme\n  audience\n  trained\n  target\n  source\n  state\n  declaredAt\n  version\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type TrainingTotalsData = { readonly trainingTotals: readonly ({ readonly year: number; readonly trained: number; readonly target: number | null; readonly reachedPercent: number | null; readonly validated: number; readonly organisation: OrganisationRef })[] };
export type TrainingTotalsVariables = {  };
export const TrainingTotals: Operation<TrainingTotalsData, TrainingTotalsVariables> = {
  name: "TrainingTotals",
  text: "query TrainingTotals {\n  trainingTotals {\n    year\n    trained\n    target\n    reachedPercent\n    validated\n    organisation {\n      ...OrganisationRef\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type DeclareTrainingData = { readonly declareTraining: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "TrainingDeclaration"; readonly id: string }) };
export type DeclareTrainingVariables = { readonly input: DeclareTrainingInput };
export const DeclareTraining: Operation<DeclareTrainingData, DeclareTrainingVariables> = {
  name: "DeclareTraining",
  text: "mutation DeclareTraining($input: DeclareTrainingInput!) {\n  declareTraining(input: $input) {\n    ... on TrainingDeclaration {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CorrectTrainingData = { readonly correctTraining: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "TrainingDeclaration"; readonly id: string }) };
export type CorrectTrainingVariables = { readonly input: CorrectTrainingInput };
export const CorrectTraining: Operation<CorrectTrainingData, CorrectTrainingVariables> = {
  name: "CorrectTraining",
  text: "mutation CorrectTraining($input: CorrectTrainingInput!) {\n  correctTraining(input: $input) {\n    ... on TrainingDeclaration {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ValidateTrainingData = { readonly validateTraining: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "TrainingDeclaration"; readonly id: string }) };
export type ValidateTrainingVariables = { readonly id: string; readonly version: number };
export const ValidateTraining: Operation<ValidateTrainingData, ValidateTrainingVariables> = {
  name: "ValidateTraining",
  text: "mutation ValidateTraining($id: ID!, $version: Int!) {\n  validateTraining(id: $id, version: $version) {\n    ... on TrainingDeclaration {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type UseCasesData = { readonly useCases: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: UseCaseRow })[] } };
export type UseCasesVariables = { readonly filter?: UseCaseFilter | null; readonly sort?: UseCaseSort | null; readonly first?: number | null; readonly after?: string | null };
export const UseCases: Operation<UseCasesData, UseCasesVariables> = {
  name: "UseCases",
  text: "query UseCases($filter: UseCaseFilter, $sort: UseCaseSort, $first: Int, $after: String) {\n  useCases(filter: $filter, sort: $sort, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...UseCaseRow\n      }\n    }\n  }\n}\nfragment UseCaseRow on UseCase {\n  id\n  slug\n  name\n  description\n  state\n  labels\n  serviceClass\n  declaredAt\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type UseCaseData = { readonly useCase: UseCaseSheet & { readonly usage: Totals } | null };
export type UseCaseVariables = { readonly id: string; readonly from: string; readonly to: string };
export const UseCase: Operation<UseCaseData, UseCaseVariables> = {
  name: "UseCase",
  text: "query UseCase($id: ID!, $from: DateTime!, $to: DateTime!) {\n  useCase(id: $id) {\n    ...UseCaseSheet\n    usage(from: $from, to: $to) {\n      ...Totals\n    }\n  }\n}\nfragment UseCaseSheet on UseCase {\n  ...UseCaseRow\n  maxOutputTokens\n  decisionRole\n  ownerEmail\n  oversight\n  affectsIndividuals\n  staffEffect\n  amendedBy\n  dossier {\n    ...DossierFields\n  }\n  completeness {\n    percent\n    expected\n    missing {\n      field\n      section\n    }\n  }\n  mergedInto {\n    id\n    name\n  }\n  modelNotices {\n    id\n    sentAt\n    endsAt\n    model {\n      id\n      name\n      state\n    }\n    replacement {\n      id\n      name\n    }\n  }\n  declaredBy\n  version\n  materialFields\n  changes {\n    ...ChangeRow\n  }\n  evidence {\n    kind\n    reference\n  }\n  transitions {\n    to\n    allowed\n    reason\n    reasonCode\n    conditions {\n      code\n      met\n      message\n    }\n  }\n  history {\n    at\n    from\n    to\n    by\n    reason\n  }\n  applications {\n    ...ApplicationRow\n  }\n}\nfragment UseCaseRow on UseCase {\n  id\n  slug\n  name\n  description\n  state\n  labels\n  serviceClass\n  declaredAt\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}\nfragment DossierFields on UseCaseDossier {\n  accessibility\n  agents\n  aiActClass\n  aiActRole\n  annexI\n  annexIii\n  appealRoute\n  article63\n  article63Reason\n  beginsOn\n  decisionMention\n  disclosure\n  dpiaSummary\n  dpiaWaived\n  endsOn\n  energy\n  evaluationDueOn\n  exitPlan\n  exitPlanEndsOn\n  facesUsers\n  frequency\n  friaSummary\n  functionDomain\n  geographicScope\n  goal\n  healthForThirdParty\n  humanChannel\n  languages\n  lineage\n  longDescription\n  memberStates\n  methods\n  modalities\n  models\n  nextMilestone\n  nextMilestoneOn\n  previousProcess\n  problem\n  processingRecord\n  profiling\n  procurement\n  prohibitedPractice\n  proportionality\n  proprietary\n  providerEntryUrl\n  publicPage\n  publicationCategory\n  responsibleRole\n  retention\n  reversibilityClause\n  risks\n  roadmapAction\n  toolCallLimit\n  rulesUrl\n  sourceCodeUrl\n  srenHarm\n  srenSensitive\n  suppliers\n  team\n  trainingRequired\n  users\n  architecture\n  contactEmail\n  dataAccess\n  dataDescription\n  dataSharing\n  deployerEntryUrl\n  developedInHouse\n  developmentCleaning\n  developmentCollection\n  developmentDatasets\n  developmentQuantities\n  developmentRepresentativeness\n  maintenance\n  modelArchitecture\n  modelInput\n  modelName\n  modelOutput\n  modelPerformance\n  modelRefined\n  modelTask\n  modelVersion\n  operations\n  parameters\n  postalAddress\n  processIntegration\n  sensitiveAttributes\n  supplierDataAccess\n  supplierRole\n  systemInput\n  systemOutput\n  training\n  benefits {\n    name\n    kind\n    value\n    unit\n    on\n    source\n  }\n  legalBasis {\n    title\n    url\n  }\n  dataSources {\n    title\n    url\n  }\n}\nfragment ChangeRow on UseCaseChange {\n  id\n  state\n  reason\n  right\n  own\n  proposedBy\n  proposedAt\n  changes {\n    field\n    before\n    after\n  }\n}\nfragment ApplicationRow on Application {\n  id\n  slug\n  name\n  environment\n  useCaseId\n  models\n  keys {\n    ...KeyRow\n  }\n  keyRequests {\n    ...KeyRequestRow\n  }\n}\nfragment KeyRow on ApiKey {\n  id\n  prefix\n  status\n  createdAt\n  createdBy\n  expiresAt\n  revokedAt\n}\nfragment KeyRequestRow on KeyRequest {\n  id\n  version\n  state\n  validDays\n  reason\n  requestedAt\n  requestedBy\n  mine\n  closedReason\n}\nfragment Totals on UsageTotals {\n  requests\n  refused\n  inputTokens\n  outputTokens\n  costEuro\n  gpuSeconds\n  kWh\n  kgCO2eq\n  estimatedRequests\n  amounts {\n    quantity\n    amount\n  }\n}",
};
export type ModelsData = { readonly models: readonly ({ readonly id: string; readonly name: string; readonly publisher: string; readonly publisherCountry: string; readonly licence: string; readonly contextWindow: number; readonly aliases: readonly (string)[]; readonly simulatedOnly: boolean })[] };
export type ModelsVariables = {  };
export const Models: Operation<ModelsData, ModelsVariables> = {
  name: "Models",
  text: "query Models {\n  models {\n    id\n    name\n    publisher\n    publisherCountry\n    licence\n    contextWindow\n    aliases\n    simulatedOnly\n  }\n}",
};
export type UseCaseRecordsData = { readonly useCase: { readonly id: string; readonly evaluations: readonly (EvaluationRow)[]; readonly selectionScores: readonly ({ readonly id: string; readonly marks: CriteriaValues; readonly rationale: string; readonly scoredAt: string; readonly state: SelectionScoreState })[]; readonly consultations: readonly ({ readonly id: string; readonly body: string; readonly heldOn: string; readonly opinion: StaffOpinion; readonly summary: string; readonly documentUrl: string | null })[]; readonly bricks: readonly (BrickRow)[]; readonly convergence: { readonly status: ConvergenceStatus; readonly by: string | null; readonly reason: string; readonly target: { readonly id: string; readonly name: string } | null } | null } | null };
export type UseCaseRecordsVariables = { readonly id: string };
export const UseCaseRecords: Operation<UseCaseRecordsData, UseCaseRecordsVariables> = {
  name: "UseCaseRecords",
  text: "query UseCaseRecords($id: ID!) {\n  useCase(id: $id) {\n    id\n    evaluations {\n      ...EvaluationRow\n    }\n    selectionScores {\n      id\n      marks {\n        ...CriteriaValues\n      }\n      rationale\n      scoredAt\n      state\n    }\n    consultations {\n      id\n      body\n      heldOn\n      opinion\n      summary\n      documentUrl\n    }\n    bricks {\n      ...BrickRow\n    }\n    convergence {\n      status\n      by\n      reason\n      target {\n        id\n        name\n      }\n    }\n  }\n}\nfragment EvaluationRow on Evaluation {\n  id\n  body\n  independent\n  plannedAt\n  protocol\n  publicationUrl\n  publishedAt\n  sample\n  state\n  summary\n  verdict\n  metrics {\n    name\n    value\n    unit\n    low\n    high\n    confidence\n    intervalMethod\n    sample\n    source\n  }\n}\nfragment CriteriaValues on Criteria {\n  impact\n  generalisability\n  agentEffects\n  userEffects\n}\nfragment BrickRow on Brick {\n  id\n  slug\n  name\n  description\n  licence\n  repositoryUrl\n  publiccodeUrl\n  state\n  listedAt\n  maintainer {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type AmendUseCaseData = { readonly amendUseCase: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string; readonly state: UseCaseState; readonly version: number }) };
export type AmendUseCaseVariables = { readonly input: AmendUseCaseInput };
export const AmendUseCase: Operation<AmendUseCaseData, AmendUseCaseVariables> = {
  name: "AmendUseCase",
  text: "mutation AmendUseCase($input: AmendUseCaseInput!) {\n  amendUseCase(input: $input) {\n    ... on UseCase {\n      __typename\n      id\n      state\n      version\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RecordConsultationData = { readonly recordConsultation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "StaffConsultation"; readonly id: string }) };
export type RecordConsultationVariables = { readonly input: RecordConsultationInput };
export const RecordConsultation: Operation<RecordConsultationData, RecordConsultationVariables> = {
  name: "RecordConsultation",
  text: "mutation RecordConsultation($input: RecordConsultationInput!) {\n  recordConsultation(input: $input) {\n    ... on StaffConsultation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type DecideConvergenceData = { readonly decideConvergence: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string }) };
export type DecideConvergenceVariables = { readonly input: DecideConvergenceInput };
export const DecideConvergence: Operation<DecideConvergenceData, DecideConvergenceVariables> = {
  name: "DecideConvergence",
  text: "mutation DecideConvergence($input: DecideConvergenceInput!) {\n  decideConvergence(input: $input) {\n    ... on UseCase {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type DeclareUseCaseData = { readonly declareUseCase: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string }) };
export type DeclareUseCaseVariables = { readonly input: DeclareUseCaseInput };
export const DeclareUseCase: Operation<DeclareUseCaseData, DeclareUseCaseVariables> = {
  name: "DeclareUseCase",
  text: "mutation DeclareUseCase($input: DeclareUseCaseInput!) {\n  declareUseCase(input: $input) {\n    ... on UseCase {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type TransitionUseCaseData = { readonly transitionUseCase: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string; readonly state: UseCaseState }) };
export type TransitionUseCaseVariables = { readonly input: TransitionUseCaseInput };
export const TransitionUseCase: Operation<TransitionUseCaseData, TransitionUseCaseVariables> = {
  name: "TransitionUseCase",
  text: "mutation TransitionUseCase($input: TransitionUseCaseInput!) {\n  transitionUseCase(input: $input) {\n    ... on UseCase {\n      __typename\n      id\n      state\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RecordEvidenceData = { readonly recordEvidence: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string }) };
export type RecordEvidenceVariables = { readonly input: RecordEvidenceInput };
export const RecordEvidence: Operation<RecordEvidenceData, RecordEvidenceVariables> = {
  name: "RecordEvidence",
  text: "mutation RecordEvidence($input: RecordEvidenceInput!) {\n  recordEvidence(input: $input) {\n    ... on UseCase {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ConfirmUseCaseChangeData = { readonly confirmUseCaseChange: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string }) };
export type ConfirmUseCaseChangeVariables = { readonly input: DecideUseCaseChangeInput };
export const ConfirmUseCaseChange: Operation<ConfirmUseCaseChangeData, ConfirmUseCaseChangeVariables> = {
  name: "ConfirmUseCaseChange",
  text: "mutation ConfirmUseCaseChange($input: DecideUseCaseChangeInput!) {\n  confirmUseCaseChange(input: $input) {\n    ... on UseCase {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RefuseUseCaseChangeData = { readonly refuseUseCaseChange: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string }) };
export type RefuseUseCaseChangeVariables = { readonly input: DecideUseCaseChangeInput };
export const RefuseUseCaseChange: Operation<RefuseUseCaseChangeData, RefuseUseCaseChangeVariables> = {
  name: "RefuseUseCaseChange",
  text: "mutation RefuseUseCaseChange($input: DecideUseCaseChangeInput!) {\n  refuseUseCaseChange(input: $input) {\n    ... on UseCase {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type WithdrawUseCaseChangeData = { readonly withdrawUseCaseChange: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string }) };
export type WithdrawUseCaseChangeVariables = { readonly input: DecideUseCaseChangeInput };
export const WithdrawUseCaseChange: Operation<WithdrawUseCaseChangeData, WithdrawUseCaseChangeVariables> = {
  name: "WithdrawUseCaseChange",
  text: "mutation WithdrawUseCaseChange($input: DecideUseCaseChangeInput!) {\n  withdrawUseCaseChange(input: $input) {\n    ... on UseCase {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SuspendUseCaseData = { readonly suspendUseCase: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string; readonly state: UseCaseState }) };
export type SuspendUseCaseVariables = { readonly id: string; readonly reason: string };
export const SuspendUseCase: Operation<SuspendUseCaseData, SuspendUseCaseVariables> = {
  name: "SuspendUseCase",
  text: "mutation SuspendUseCase($id: ID!, $reason: String!) {\n  suspendUseCase(id: $id, reason: $reason) {\n    ... on UseCase {\n      __typename\n      id\n      state\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ResumeUseCaseData = { readonly resumeUseCase: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "UseCase"; readonly id: string; readonly state: UseCaseState }) };
export type ResumeUseCaseVariables = { readonly id: string; readonly reason: string };
export const ResumeUseCase: Operation<ResumeUseCaseData, ResumeUseCaseVariables> = {
  name: "ResumeUseCase",
  text: "mutation ResumeUseCase($id: ID!, $reason: String!) {\n  resumeUseCase(id: $id, reason: $reason) {\n    ... on UseCase {\n      __typename\n      id\n      state\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RegisterApplicationData = { readonly registerApplication: ({ readonly __typename: "Application"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RegisterApplicationVariables = { readonly input: RegisterApplicationInput };
export const RegisterApplication: Operation<RegisterApplicationData, RegisterApplicationVariables> = {
  name: "RegisterApplication",
  text: "mutation RegisterApplication($input: RegisterApplicationInput!) {\n  registerApplication(input: $input) {\n    ... on Application {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RequestKeyData = { readonly requestKey: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "KeyRequest"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RequestKeyVariables = { readonly input: RequestKeyInput };
export const RequestKey: Operation<RequestKeyData, RequestKeyVariables> = {
  name: "RequestKey",
  text: "mutation RequestKey($input: RequestKeyInput!) {\n  requestKey(input: $input) {\n    ... on KeyRequest {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ValidateKeyRequestData = { readonly validateKeyRequest: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "KeyRequest"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ValidateKeyRequestVariables = { readonly id: string; readonly version: number };
export const ValidateKeyRequest: Operation<ValidateKeyRequestData, ValidateKeyRequestVariables> = {
  name: "ValidateKeyRequest",
  text: "mutation ValidateKeyRequest($id: ID!, $version: Int!) {\n  validateKeyRequest(id: $id, version: $version) {\n    ... on KeyRequest {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ApproveKeyRequestData = { readonly approveKeyRequest: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "KeyRequest"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ApproveKeyRequestVariables = { readonly id: string; readonly version: number };
export const ApproveKeyRequest: Operation<ApproveKeyRequestData, ApproveKeyRequestVariables> = {
  name: "ApproveKeyRequest",
  text: "mutation ApproveKeyRequest($id: ID!, $version: Int!) {\n  approveKeyRequest(id: $id, version: $version) {\n    ... on KeyRequest {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RefuseKeyRequestData = { readonly refuseKeyRequest: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "KeyRequest"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RefuseKeyRequestVariables = { readonly input: CloseKeyRequestInput };
export const RefuseKeyRequest: Operation<RefuseKeyRequestData, RefuseKeyRequestVariables> = {
  name: "RefuseKeyRequest",
  text: "mutation RefuseKeyRequest($input: CloseKeyRequestInput!) {\n  refuseKeyRequest(input: $input) {\n    ... on KeyRequest {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type DenyKeyRequestData = { readonly denyKeyRequest: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "KeyRequest"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type DenyKeyRequestVariables = { readonly input: CloseKeyRequestInput };
export const DenyKeyRequest: Operation<DenyKeyRequestData, DenyKeyRequestVariables> = {
  name: "DenyKeyRequest",
  text: "mutation DenyKeyRequest($input: CloseKeyRequestInput!) {\n  denyKeyRequest(input: $input) {\n    ... on KeyRequest {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type WithdrawKeyRequestData = { readonly withdrawKeyRequest: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "KeyRequest"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type WithdrawKeyRequestVariables = { readonly input: CloseKeyRequestInput };
export const WithdrawKeyRequest: Operation<WithdrawKeyRequestData, WithdrawKeyRequestVariables> = {
  name: "WithdrawKeyRequest",
  text: "mutation WithdrawKeyRequest($input: CloseKeyRequestInput!) {\n  withdrawKeyRequest(input: $input) {\n    ... on KeyRequest {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type IssueKeyData = { readonly issueKey: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "IssuedKey"; readonly secret: string; readonly key: KeyRow }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type IssueKeyVariables = { readonly id: string; readonly version: number };
export const IssueKey: Operation<IssueKeyData, IssueKeyVariables> = {
  name: "IssueKey",
  text: "mutation IssueKey($id: ID!, $version: Int!) {\n  issueKey(id: $id, version: $version) {\n    ... on IssuedKey {\n      __typename\n      secret\n      key {\n        ...KeyRow\n      }\n    }\n    ...Refused\n  }\n}\nfragment KeyRow on ApiKey {\n  id\n  prefix\n  status\n  createdAt\n  createdBy\n  expiresAt\n  revokedAt\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RotateKeyData = { readonly rotateKey: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "IssuedKey"; readonly secret: string; readonly key: KeyRow }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RotateKeyVariables = { readonly keyId: string };
export const RotateKey: Operation<RotateKeyData, RotateKeyVariables> = {
  name: "RotateKey",
  text: "mutation RotateKey($keyId: ID!) {\n  rotateKey(keyId: $keyId) {\n    ... on IssuedKey {\n      __typename\n      secret\n      key {\n        ...KeyRow\n      }\n    }\n    ...Refused\n  }\n}\nfragment KeyRow on ApiKey {\n  id\n  prefix\n  status\n  createdAt\n  createdBy\n  expiresAt\n  revokedAt\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RevokeKeyData = { readonly revokeKey: ({ readonly __typename: "ApiKey"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RevokeKeyVariables = { readonly input: RevokeKeyInput };
export const RevokeKey: Operation<RevokeKeyData, RevokeKeyVariables> = {
  name: "RevokeKey",
  text: "mutation RevokeKey($input: RevokeKeyInput!) {\n  revokeKey(input: $input) {\n    ... on ApiKey {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RoadmapsData = { readonly roadmaps: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: RoadmapRow })[] } };
export type RoadmapsVariables = { readonly first?: number | null; readonly after?: string | null };
export const Roadmaps: Operation<RoadmapsData, RoadmapsVariables> = {
  name: "Roadmaps",
  text: "query Roadmaps($first: Int, $after: String) {\n  roadmaps(first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...RoadmapRow\n      }\n    }\n  }\n}\nfragment RoadmapRow on Roadmap {\n  id\n  year\n  state\n  submittedAt\n  version\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type RoadmapExercisesData = { readonly roadmapExercises: readonly ({ readonly year: number; readonly deadline: string })[] };
export type RoadmapExercisesVariables = {  };
export const RoadmapExercises: Operation<RoadmapExercisesData, RoadmapExercisesVariables> = {
  name: "RoadmapExercises",
  text: "query RoadmapExercises {\n  roadmapExercises {\n    year\n    deadline\n  }\n}",
};
export type RoadmapData = { readonly roadmap: RoadmapRow & { readonly declaredBy: string; readonly steps: readonly ({ readonly to: RoadmapState; readonly ability: string })[]; readonly content: { readonly dependencies: readonly (DependencyLine)[]; readonly actions: readonly ({ readonly id: string; readonly dependencyId: string; readonly type: RoadmapActionType; readonly title: string; readonly owner: string; readonly start: string; readonly end: string; readonly oneOffCostEuros: number; readonly runDeltaEuros: number; readonly internalCostEuros: number; readonly source: string; readonly usersMigrated: number; readonly usersTotal: number; readonly after: readonly (string)[]; readonly risk: RoadmapActionRisk; readonly progress: RoadmapActionProgress; readonly blocker: string; readonly evidence: string; readonly milestones: readonly ({ readonly title: string; readonly due: string; readonly reached: boolean })[]; readonly blockedBecause: string | null })[]; readonly exitPlans: readonly ({ readonly id: string; readonly dependencyId: string; readonly exportFormat: string; readonly escrow: boolean; readonly reversibilityClause: boolean; readonly durationDays: number; readonly costEuros: number; readonly exercises: readonly ({ readonly date: string; readonly outcome: ExerciseOutcome; readonly days: number; readonly findings: string })[] })[]; readonly trajectory: readonly ({ readonly year: number; readonly sovereignUsersPct: number; readonly sensitiveOnQualifiedPct: number })[]; readonly plannedSpend: readonly ({ readonly year: number; readonly domain: DependencyDomain; readonly euros: number })[]; readonly readiness: readonly ({ readonly code: string; readonly met: boolean; readonly message: string; readonly missing: readonly (string)[] })[] }; readonly history: readonly ({ readonly at: string; readonly from: RoadmapState; readonly to: RoadmapState; readonly by: string; readonly reason: string })[] } | null };
export type RoadmapVariables = { readonly id: string };
export const Roadmap: Operation<RoadmapData, RoadmapVariables> = {
  name: "Roadmap",
  text: "query Roadmap($id: ID!) {\n  roadmap(id: $id) {\n    ...RoadmapRow\n    declaredBy\n    steps {\n      to\n      ability\n    }\n    content {\n      dependencies {\n        ...DependencyLine\n      }\n      actions {\n        id\n        dependencyId\n        type\n        title\n        owner\n        start\n        end\n        oneOffCostEuros\n        runDeltaEuros\n        internalCostEuros\n        source\n        usersMigrated\n        usersTotal\n        after\n        risk\n        progress\n        blocker\n        evidence\n        milestones {\n          title\n          due\n          reached\n        }\n        blockedBecause\n      }\n      exitPlans {\n        id\n        dependencyId\n        exportFormat\n        escrow\n        reversibilityClause\n        durationDays\n        costEuros\n        exercises {\n          date\n          outcome\n          days\n          findings\n        }\n      }\n      trajectory {\n        year\n        sovereignUsersPct\n        sensitiveOnQualifiedPct\n      }\n      plannedSpend {\n        year\n        domain\n        euros\n      }\n      readiness {\n        code\n        met\n        message\n        missing\n      }\n    }\n    history {\n      at\n      from\n      to\n      by\n      reason\n    }\n  }\n}\nfragment RoadmapRow on Roadmap {\n  id\n  year\n  state\n  submittedAt\n  version\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}\nfragment DependencyLine on AssessedDependency {\n  id\n  domain\n  product\n  vendor\n  vendorCountry\n  contractReference\n  users\n  annualCostEuros\n  source\n  renewalDate\n  noticeDate\n  criticality\n  essential\n  labels\n  deployment\n  substitutes\n  lockIn\n  aiGrowth\n  licences\n  target\n  targetProduct\n  targetDate\n  targetSeal\n  replacementSource\n  reachesTarget\n  criteria {\n    immunity\n    substitutability\n    control\n  }\n  sovereignty {\n    objective\n    points\n    maxPoints\n    seal\n  }\n  score {\n    seal\n    score\n    missing\n    totalWeight\n    frameworkVersion\n    terms {\n      objective\n      weight\n      points\n      maxPoints\n      seal\n      worth\n    }\n  }\n}",
};
export type RoadmapReportsData = { readonly roadmapReports: readonly ({ readonly id: string; readonly year: number; readonly computedAt: string; readonly inputDigest: string; readonly windowMonths: number; readonly report: { readonly totalEuros: number; readonly ministries: readonly ({ readonly organisationId: string; readonly organisationName: string; readonly state: RoadmapState | null; readonly late: boolean; readonly dependencies: number; readonly euros: number })[]; readonly vendors: readonly ({ readonly vendor: string; readonly euros: number; readonly lines: number; readonly ministries: number })[]; readonly domains: readonly ({ readonly domain: DependencyDomain; readonly euros: number; readonly lines: number })[]; readonly references: readonly ({ readonly label: string; readonly kind: ReferenceKind; readonly vendor: string | null; readonly domain: DependencyDomain | null; readonly euros: number; readonly declaredEuros: number; readonly source: string })[]; readonly windows: readonly ({ readonly vendor: string; readonly from: string; readonly to: string; readonly actBefore: string; readonly euros: number; readonly ministries: number; readonly renewals: readonly ({ readonly organisationName: string; readonly product: string; readonly date: string; readonly euros: number })[] })[]; readonly savings: { readonly oneOffCostEuros: number; readonly yearlySavingEuros: number; readonly reachedEuros: number; readonly paybackYears: number | null; readonly usersMigrated: number; readonly usersTotal: number }; readonly years: readonly ({ readonly year: number; readonly domain: DependencyDomain; readonly euros: number })[]; readonly seals: readonly ({ readonly seal: number | null; readonly lines: number; readonly euros: number })[]; readonly insourcing: { readonly internalEuros: number; readonly externalRemovedEuros: number; readonly ratio: number }; readonly blocked: readonly ({ readonly organisationName: string; readonly what: string; readonly why: string })[]; readonly untriedExits: readonly ({ readonly organisationName: string; readonly what: string; readonly why: string })[]; readonly frameworkVersion: string } })[] };
export type RoadmapReportsVariables = { readonly year: number };
export const RoadmapReports: Operation<RoadmapReportsData, RoadmapReportsVariables> = {
  name: "RoadmapReports",
  text: "query RoadmapReports($year: Int!) {\n  roadmapReports(year: $year, first: 1) {\n    id\n    year\n    computedAt\n    inputDigest\n    windowMonths\n    report {\n      totalEuros\n      ministries {\n        organisationId\n        organisationName\n        state\n        late\n        dependencies\n        euros\n      }\n      vendors {\n        vendor\n        euros\n        lines\n        ministries\n      }\n      domains {\n        domain\n        euros\n        lines\n      }\n      references {\n        label\n        kind\n        vendor\n        domain\n        euros\n        declaredEuros\n        source\n      }\n      windows {\n        vendor\n        from\n        to\n        actBefore\n        euros\n        ministries\n        renewals {\n          organisationName\n          product\n          date\n          euros\n        }\n      }\n      savings {\n        oneOffCostEuros\n        yearlySavingEuros\n        reachedEuros\n        paybackYears\n        usersMigrated\n        usersTotal\n      }\n      years {\n        year\n        domain\n        euros\n      }\n      seals {\n        seal\n        lines\n        euros\n      }\n      insourcing {\n        internalEuros\n        externalRemovedEuros\n        ratio\n      }\n      blocked {\n        organisationName\n        what\n        why\n      }\n      untriedExits {\n        organisationName\n        what\n        why\n      }\n      frameworkVersion\n    }\n  }\n}",
};
export type OpenRoadmapData = { readonly openRoadmap: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Roadmap"; readonly id: string }) };
export type OpenRoadmapVariables = { readonly organisationId: string; readonly year: number };
export const OpenRoadmap: Operation<OpenRoadmapData, OpenRoadmapVariables> = {
  name: "OpenRoadmap",
  text: "mutation OpenRoadmap($organisationId: ID!, $year: Int!) {\n  openRoadmap(organisationId: $organisationId, year: $year) {\n    ... on Roadmap {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SaveDependencyData = { readonly saveDependency: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Roadmap"; readonly id: string }) };
export type SaveDependencyVariables = { readonly roadmapId: string; readonly version: number; readonly id?: string | null; readonly dependency: DependencyInput };
export const SaveDependency: Operation<SaveDependencyData, SaveDependencyVariables> = {
  name: "SaveDependency",
  text: "mutation SaveDependency($roadmapId: ID!, $version: Int!, $id: ID, $dependency: DependencyInput!) {\n  saveDependency(\n    roadmapId: $roadmapId\n    version: $version\n    id: $id\n    dependency: $dependency\n  ) {\n    ... on Roadmap {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SaveRoadmapActionData = { readonly saveRoadmapAction: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Roadmap"; readonly id: string }) };
export type SaveRoadmapActionVariables = { readonly roadmapId: string; readonly version: number; readonly id?: string | null; readonly action: RoadmapActionInput };
export const SaveRoadmapAction: Operation<SaveRoadmapActionData, SaveRoadmapActionVariables> = {
  name: "SaveRoadmapAction",
  text: "mutation SaveRoadmapAction($roadmapId: ID!, $version: Int!, $id: ID, $action: RoadmapActionInput!) {\n  saveRoadmapAction(\n    roadmapId: $roadmapId\n    version: $version\n    id: $id\n    action: $action\n  ) {\n    ... on Roadmap {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ReportProgressData = { readonly reportProgress: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Roadmap"; readonly id: string }) };
export type ReportProgressVariables = { readonly roadmapId: string; readonly version: number; readonly actionId: string; readonly progress: ActionProgressInput };
export const ReportProgress: Operation<ReportProgressData, ReportProgressVariables> = {
  name: "ReportProgress",
  text: "mutation ReportProgress($roadmapId: ID!, $version: Int!, $actionId: ID!, $progress: ActionProgressInput!) {\n  reportProgress(\n    roadmapId: $roadmapId\n    version: $version\n    actionId: $actionId\n    progress: $progress\n  ) {\n    ... on Roadmap {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SaveExitPlanData = { readonly saveExitPlan: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Roadmap"; readonly id: string }) };
export type SaveExitPlanVariables = { readonly roadmapId: string; readonly version: number; readonly exitPlan: ExitPlanInput };
export const SaveExitPlan: Operation<SaveExitPlanData, SaveExitPlanVariables> = {
  name: "SaveExitPlan",
  text: "mutation SaveExitPlan($roadmapId: ID!, $version: Int!, $exitPlan: ExitPlanInput!) {\n  saveExitPlan(roadmapId: $roadmapId, version: $version, exitPlan: $exitPlan) {\n    ... on Roadmap {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RecordExerciseData = { readonly recordExercise: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Roadmap"; readonly id: string }) };
export type RecordExerciseVariables = { readonly roadmapId: string; readonly version: number; readonly exitPlanId: string; readonly exercise: ExitExerciseInput };
export const RecordExercise: Operation<RecordExerciseData, RecordExerciseVariables> = {
  name: "RecordExercise",
  text: "mutation RecordExercise($roadmapId: ID!, $version: Int!, $exitPlanId: ID!, $exercise: ExitExerciseInput!) {\n  recordExercise(\n    roadmapId: $roadmapId\n    version: $version\n    exitPlanId: $exitPlanId\n    exercise: $exercise\n  ) {\n    ... on Roadmap {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SetTrajectoryData = { readonly setTrajectory: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Roadmap"; readonly id: string }) };
export type SetTrajectoryVariables = { readonly roadmapId: string; readonly version: number; readonly plannedSpend: readonly (PlannedSpendInput)[]; readonly trajectory: readonly (TrajectoryPointInput)[] };
export const SetTrajectory: Operation<SetTrajectoryData, SetTrajectoryVariables> = {
  name: "SetTrajectory",
  text: "mutation SetTrajectory($roadmapId: ID!, $version: Int!, $plannedSpend: [PlannedSpendInput!]!, $trajectory: [TrajectoryPointInput!]!) {\n  setTrajectory(\n    roadmapId: $roadmapId\n    version: $version\n    plannedSpend: $plannedSpend\n    trajectory: $trajectory\n  ) {\n    ... on Roadmap {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RemoveRoadmapLineData = { readonly removeRoadmapLine: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Roadmap"; readonly id: string }) };
export type RemoveRoadmapLineVariables = { readonly roadmapId: string; readonly version: number; readonly kind: RoadmapLineKind; readonly id: string };
export const RemoveRoadmapLine: Operation<RemoveRoadmapLineData, RemoveRoadmapLineVariables> = {
  name: "RemoveRoadmapLine",
  text: "mutation RemoveRoadmapLine($roadmapId: ID!, $version: Int!, $kind: RoadmapLineKind!, $id: ID!) {\n  removeRoadmapLine(\n    roadmapId: $roadmapId\n    version: $version\n    kind: $kind\n    id: $id\n  ) {\n    ... on Roadmap {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type TransitionRoadmapData = { readonly transitionRoadmap: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Roadmap"; readonly id: string }) };
export type TransitionRoadmapVariables = { readonly roadmapId: string; readonly version: number; readonly to: RoadmapState; readonly reason: string };
export const TransitionRoadmap: Operation<TransitionRoadmapData, TransitionRoadmapVariables> = {
  name: "TransitionRoadmap",
  text: "mutation TransitionRoadmap($roadmapId: ID!, $version: Int!, $to: RoadmapState!, $reason: String!) {\n  transitionRoadmap(\n    roadmapId: $roadmapId\n    version: $version\n    to: $to\n    reason: $reason\n  ) {\n    ... on Roadmap {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ConsolidateRoadmapsData = { readonly consolidateRoadmaps: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "RoadmapReport"; readonly id: string }) };
export type ConsolidateRoadmapsVariables = { readonly stateId: string; readonly year: number };
export const ConsolidateRoadmaps: Operation<ConsolidateRoadmapsData, ConsolidateRoadmapsVariables> = {
  name: "ConsolidateRoadmaps",
  text: "mutation ConsolidateRoadmaps($stateId: ID!, $year: Int!) {\n  consolidateRoadmaps(stateId: $stateId, year: $year) {\n    ... on RoadmapReport {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AllocationRoundsData = { readonly allocationRounds: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: RoundRow })[] } };
export type AllocationRoundsVariables = { readonly first?: number | null; readonly after?: string | null };
export const AllocationRounds: Operation<AllocationRoundsData, AllocationRoundsVariables> = {
  name: "AllocationRounds",
  text: "query AllocationRounds($first: Int, $after: String) {\n  allocationRounds(first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...RoundRow\n      }\n    }\n  }\n}\nfragment RoundRow on AllocationRound {\n  id\n  title\n  track\n  state\n  openedAt\n  closesAt\n  effectFrom\n  quarters\n  version\n}",
};
export type AllocationRoundData = { readonly allocationRound: RoundRow & { readonly proposedBy: string | null; readonly proposedAt: string | null; readonly decidedBy: string | null; readonly decidedAt: string | null; readonly decisionReason: string | null; readonly rulesVersion: string; readonly acts: readonly ({ readonly act: string; readonly ability: string })[]; readonly pools: readonly ({ readonly poolId: string; readonly centsPerGpuHour: number })[]; readonly solution: { readonly method: RoundMethod; readonly gapPct: number | null; readonly inputsDigest: string; readonly at: string } | null } | null; readonly roundJobs: readonly ({ readonly id: string; readonly kind: RoundJobKind; readonly state: RoundJobState; readonly progress: number; readonly failure: string | null; readonly createdAt: string; readonly answer: { readonly seconds: number; readonly gapPct: number | null; readonly method: RoundMethod | null; readonly satisfaction: { readonly weighted: number } | null; readonly greedy: { readonly weighted: number } | null } | null })[]; readonly roundRights: readonly ({ readonly id: string; readonly nodeName: string; readonly poolId: string; readonly nominal: number; readonly guarantee: number; readonly validFrom: string; readonly validTo: string | null })[]; readonly roundOpinions: readonly ({ readonly id: string; readonly at: string; readonly by: string; readonly told: string; readonly verdict: OpinionVerdict })[]; readonly pools: readonly ({ readonly id: string; readonly name: string; readonly gpuClass: string; readonly gpuCount: number })[] };
export type AllocationRoundVariables = { readonly id: string };
export const AllocationRound: Operation<AllocationRoundData, AllocationRoundVariables> = {
  name: "AllocationRound",
  text: "query AllocationRound($id: ID!) {\n  allocationRound(id: $id) {\n    ...RoundRow\n    proposedBy\n    proposedAt\n    decidedBy\n    decidedAt\n    decisionReason\n    rulesVersion\n    acts {\n      act\n      ability\n    }\n    pools {\n      poolId\n      centsPerGpuHour\n    }\n    solution {\n      method\n      gapPct\n      inputsDigest\n      at\n    }\n  }\n  roundJobs(roundId: $id) {\n    id\n    kind\n    state\n    progress\n    failure\n    createdAt\n    answer {\n      seconds\n      gapPct\n      method\n      satisfaction {\n        weighted\n      }\n      greedy {\n        weighted\n      }\n    }\n  }\n  roundRights(roundId: $id) {\n    id\n    nodeName\n    poolId\n    nominal\n    guarantee\n    validFrom\n    validTo\n  }\n  roundOpinions(roundId: $id) {\n    id\n    at\n    by\n    told\n    verdict\n  }\n  pools {\n    id\n    name\n    gpuClass\n    gpuCount\n  }\n}\nfragment RoundRow on AllocationRound {\n  id\n  title\n  track\n  state\n  openedAt\n  closesAt\n  effectFrom\n  quarters\n  version\n}",
};
export type RoundPoolsData = { readonly pools: readonly ({ readonly id: string; readonly name: string; readonly gpuClass: string; readonly gpuCount: number; readonly active: boolean })[] };
export type RoundPoolsVariables = {  };
export const RoundPools: Operation<RoundPoolsData, RoundPoolsVariables> = {
  name: "RoundPools",
  text: "query RoundPools {\n  pools {\n    id\n    name\n    gpuClass\n    gpuCount\n    active\n  }\n}",
};
export type ConsolidatedKindsData = { readonly consolidation: { readonly id: string; readonly cells: readonly ({ readonly gpuType: string })[] } | null };
export type ConsolidatedKindsVariables = { readonly id: string };
export const ConsolidatedKinds: Operation<ConsolidatedKindsData, ConsolidatedKindsVariables> = {
  name: "ConsolidatedKinds",
  text: "query ConsolidatedKinds($id: ID!) {\n  consolidation(id: $id) {\n    id\n    cells {\n      gpuType\n    }\n  }\n}",
};
export type OpenRoundData = { readonly openRound: ({ readonly __typename: "AllocationRound"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type OpenRoundVariables = { readonly input: OpenRoundInput };
export const OpenRound: Operation<OpenRoundData, OpenRoundVariables> = {
  name: "OpenRound",
  text: "mutation OpenRound($input: OpenRoundInput!) {\n  openRound(input: $input) {\n    ... on AllocationRound {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type BringNeedsData = { readonly bringNeeds: ({ readonly __typename: "AllocationRound"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type BringNeedsVariables = { readonly input: BringNeedsInput };
export const BringNeeds: Operation<BringNeedsData, BringNeedsVariables> = {
  name: "BringNeeds",
  text: "mutation BringNeeds($input: BringNeedsInput!) {\n  bringNeeds(input: $input) {\n    ... on AllocationRound {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type GiveRoundOpinionData = { readonly giveRoundOpinion: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "RoundOpinion"; readonly id: string }) };
export type GiveRoundOpinionVariables = { readonly input: GiveRoundOpinionInput };
export const GiveRoundOpinion: Operation<GiveRoundOpinionData, GiveRoundOpinionVariables> = {
  name: "GiveRoundOpinion",
  text: "mutation GiveRoundOpinion($input: GiveRoundOpinionInput!) {\n  giveRoundOpinion(input: $input) {\n    ... on RoundOpinion {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RoundLinesData = { readonly roundLines: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: { readonly id: string; readonly title: string; readonly criticality: number; readonly score: number; readonly outcome: RoundLineOutcome | null; readonly amendedReason: string | null; readonly version: number; readonly organisation: OrganisationRef; readonly asks: readonly ({ readonly quarter: string; readonly low: number; readonly likely: number; readonly high: number; readonly minUseful: number })[]; readonly placements: readonly ({ readonly quarter: string; readonly poolId: string; readonly gpus: number })[]; readonly explanations: readonly ({ readonly quarter: string; readonly asked: number; readonly granted: number; readonly binding: RoundBinding; readonly reachable: number; readonly holders: { readonly moreUrgent: number; readonly lessUrgent: number; readonly sameClassOtherMinistry: number; readonly sameClassSameMinistry: number }; readonly unlock: { readonly kind: RoundUnlockKind; readonly gpus: number | null; readonly poolIds: readonly (string)[] } })[] } })[] } };
export type RoundLinesVariables = { readonly roundId: string; readonly first?: number | null; readonly after?: string | null };
export const RoundLines: Operation<RoundLinesData, RoundLinesVariables> = {
  name: "RoundLines",
  text: "query RoundLines($roundId: ID!, $first: Int, $after: String) {\n  roundLines(roundId: $roundId, first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        id\n        title\n        criticality\n        score\n        outcome\n        amendedReason\n        version\n        organisation {\n          ...OrganisationRef\n        }\n        asks {\n          quarter\n          low\n          likely\n          high\n          minUseful\n        }\n        placements {\n          quarter\n          poolId\n          gpus\n        }\n        explanations {\n          quarter\n          asked\n          granted\n          binding\n          reachable\n          holders {\n            moreUrgent\n            lessUrgent\n            sameClassOtherMinistry\n            sameClassSameMinistry\n          }\n          unlock {\n            kind\n            gpus\n            poolIds\n          }\n        }\n      }\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type SolveRoundData = { readonly solveRound: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "RoundJob"; readonly id: string }) };
export type SolveRoundVariables = { readonly roundId: string };
export const SolveRound: Operation<SolveRoundData, SolveRoundVariables> = {
  name: "SolveRound",
  text: "mutation SolveRound($roundId: ID!) {\n  solveRound(roundId: $roundId) {\n    ... on RoundJob {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CancelRoundJobData = { readonly cancelRoundJob: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "RoundJob"; readonly id: string }) };
export type CancelRoundJobVariables = { readonly jobId: string };
export const CancelRoundJob: Operation<CancelRoundJobData, CancelRoundJobVariables> = {
  name: "CancelRoundJob",
  text: "mutation CancelRoundJob($jobId: ID!) {\n  cancelRoundJob(jobId: $jobId) {\n    ... on RoundJob {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type StepRoundData = { readonly stepRound: ({ readonly __typename: "AllocationRound"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type StepRoundVariables = { readonly input: RoundStepInput };
export const StepRound: Operation<StepRoundData, StepRoundVariables> = {
  name: "StepRound",
  text: "mutation StepRound($input: RoundStepInput!) {\n  stepRound(input: $input) {\n    ... on AllocationRound {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type DecideRoundData = { readonly decideRound: ({ readonly __typename: "AllocationRound"; readonly id: string }) | ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type DecideRoundVariables = { readonly input: DecideRoundInput };
export const DecideRound: Operation<DecideRoundData, DecideRoundVariables> = {
  name: "DecideRound",
  text: "mutation DecideRound($input: DecideRoundInput!) {\n  decideRound(input: $input) {\n    ... on AllocationRound {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type AmendRoundGrantData = { readonly amendRoundGrant: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "RoundLine"; readonly id: string }) };
export type AmendRoundGrantVariables = { readonly input: AmendRoundGrantInput };
export const AmendRoundGrant: Operation<AmendRoundGrantData, AmendRoundGrantVariables> = {
  name: "AmendRoundGrant",
  text: "mutation AmendRoundGrant($input: AmendRoundGrantInput!) {\n  amendRoundGrant(input: $input) {\n    ... on RoundLine {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SelectionWeightsOfData = { readonly selectionWeights: readonly (WeightsRow)[] };
export type SelectionWeightsOfVariables = {  };
export const SelectionWeightsOf: Operation<SelectionWeightsOfData, SelectionWeightsOfVariables> = {
  name: "SelectionWeightsOf",
  text: "query SelectionWeightsOf {\n  selectionWeights {\n    ...WeightsRow\n  }\n}\nfragment WeightsRow on SelectionWeights {\n  version\n  reason\n  setAt\n  transversalBonus\n  transversalDomains\n  weights {\n    ...CriteriaValues\n  }\n}\nfragment CriteriaValues on Criteria {\n  impact\n  generalisability\n  agentEffects\n  userEffects\n}",
};
export type SelectionRankingOfData = { readonly selectionRanking: { readonly weights: WeightsRow; readonly rows: readonly (RankedRow)[] } | null };
export type SelectionRankingOfVariables = { readonly version?: number | null };
export const SelectionRankingOf: Operation<SelectionRankingOfData, SelectionRankingOfVariables> = {
  name: "SelectionRankingOf",
  text: "query SelectionRankingOf($version: Int) {\n  selectionRanking(weightsVersion: $version) {\n    weights {\n      ...WeightsRow\n    }\n    rows {\n      ...RankedRow\n    }\n  }\n}\nfragment WeightsRow on SelectionWeights {\n  version\n  reason\n  setAt\n  transversalBonus\n  transversalDomains\n  weights {\n    ...CriteriaValues\n  }\n}\nfragment CriteriaValues on Criteria {\n  impact\n  generalisability\n  agentEffects\n  userEffects\n}\nfragment RankedRow on RankedUseCase {\n  rank\n  total\n  bonus\n  points {\n    ...CriteriaValues\n  }\n  useCase {\n    id\n    name\n    state\n    organisation {\n      ...OrganisationRef\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type ScoreUseCaseData = { readonly scoreUseCase: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "SelectionScore"; readonly id: string }) };
export type ScoreUseCaseVariables = { readonly input: ScoreUseCaseInput };
export const ScoreUseCase: Operation<ScoreUseCaseData, ScoreUseCaseVariables> = {
  name: "ScoreUseCase",
  text: "mutation ScoreUseCase($input: ScoreUseCaseInput!) {\n  scoreUseCase(input: $input) {\n    ... on SelectionScore {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SetSelectionWeightsData = { readonly setSelectionWeights: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "SelectionWeights"; readonly version: number }) };
export type SetSelectionWeightsVariables = { readonly input: SetSelectionWeightsInput };
export const SetSelectionWeights: Operation<SetSelectionWeightsData, SetSelectionWeightsVariables> = {
  name: "SetSelectionWeights",
  text: "mutation SetSelectionWeights($input: SetSelectionWeightsInput!) {\n  setSelectionWeights(input: $input) {\n    ... on SelectionWeights {\n      __typename\n      version\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ConvergingUseCasesData = { readonly convergingUseCases: readonly ({ readonly id: string; readonly name: string; readonly state: UseCaseState; readonly organisation: OrganisationRef; readonly convergence: { readonly status: ConvergenceStatus; readonly by: string | null; readonly reason: string; readonly target: { readonly id: string; readonly name: string } | null } | null })[] };
export type ConvergingUseCasesVariables = {  };
export const ConvergingUseCases: Operation<ConvergingUseCasesData, ConvergingUseCasesVariables> = {
  name: "ConvergingUseCases",
  text: "query ConvergingUseCases {\n  convergingUseCases {\n    id\n    name\n    state\n    organisation {\n      ...OrganisationRef\n    }\n    convergence {\n      status\n      by\n      reason\n      target {\n        id\n        name\n      }\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type PoolsData = { readonly pools: readonly (PoolRow & { readonly live: PoolLiveFigures })[] };
export type PoolsVariables = {  };
export const Pools: Operation<PoolsData, PoolsVariables> = {
  name: "Pools",
  text: "query Pools {\n  pools {\n    ...PoolRow\n    live {\n      ...PoolLiveFigures\n    }\n  }\n}\nfragment PoolRow on Pool {\n  id\n  slug\n  name\n  gpuClass\n  gpuCount\n  acceptedLabels\n  hosting\n  active\n  veto {\n    at\n    reason\n  }\n  invented\n}\nfragment PoolLiveFigures on PoolLive {\n  at\n  replicas\n  physical\n  allocated\n  reserve\n  occupiedWithinRight\n  borrowed\n  lent\n  free\n  rows {\n    ...PoolLiveLine\n  }\n}\nfragment PoolLiveLine on PoolLiveRow {\n  organisation {\n    ...OrganisationRef\n  }\n  nominal\n  guarantee\n  occupied\n  lent\n  borrowed\n  free\n  running\n  waiting\n  gpuSeconds\n  share\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type PoolData = { readonly pool: PoolRow & { readonly deployments: readonly ({ readonly id: string; readonly servedName: string; readonly gpusPerReplica: number; readonly inputPricePerMillion: number; readonly outputPricePerMillion: number; readonly model: { readonly id: string; readonly name: string; readonly publisher: string; readonly licence: string; readonly simulatedOnly: boolean }; readonly endpoints: readonly ({ readonly id: string; readonly url: string; readonly simulated: boolean })[] })[]; readonly allocations: readonly (AllocationRow)[] } | null };
export type PoolVariables = { readonly id: string };
export const Pool: Operation<PoolData, PoolVariables> = {
  name: "Pool",
  text: "query Pool($id: ID!) {\n  pool(id: $id) {\n    ...PoolRow\n    deployments {\n      id\n      servedName\n      gpusPerReplica\n      inputPricePerMillion\n      outputPricePerMillion\n      model {\n        id\n        name\n        publisher\n        licence\n        simulatedOnly\n      }\n      endpoints {\n        id\n        url\n        simulated\n      }\n    }\n    allocations {\n      ...AllocationRow\n    }\n  }\n}\nfragment PoolRow on Pool {\n  id\n  slug\n  name\n  gpuClass\n  gpuCount\n  acceptedLabels\n  hosting\n  active\n  veto {\n    at\n    reason\n  }\n  invented\n}\nfragment AllocationRow on Allocation {\n  id\n  poolId\n  nodeId\n  nodeName\n  nodeType\n  nominal\n  guarantee\n  lendLimit\n  borrowLimit\n  weight\n}",
};
export type PoolLiveData = { readonly pool: { readonly id: string; readonly live: PoolLiveFigures } | null };
export type PoolLiveVariables = { readonly id: string };
export const PoolLive: Operation<PoolLiveData, PoolLiveVariables> = {
  name: "PoolLive",
  text: "query PoolLive($id: ID!) {\n  pool(id: $id) {\n    id\n    live {\n      ...PoolLiveFigures\n    }\n  }\n}\nfragment PoolLiveFigures on PoolLive {\n  at\n  replicas\n  physical\n  allocated\n  reserve\n  occupiedWithinRight\n  borrowed\n  lent\n  free\n  rows {\n    ...PoolLiveLine\n  }\n}\nfragment PoolLiveLine on PoolLiveRow {\n  organisation {\n    ...OrganisationRef\n  }\n  nominal\n  guarantee\n  occupied\n  lent\n  borrowed\n  free\n  running\n  waiting\n  gpuSeconds\n  share\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type SnapshotData = { readonly snapshot: { readonly number: number; readonly publishedAt: string; readonly bundleDigest: string } | null };
export type SnapshotVariables = {  };
export const Snapshot: Operation<SnapshotData, SnapshotVariables> = {
  name: "Snapshot",
  text: "query Snapshot {\n  snapshot {\n    number\n    publishedAt\n    bundleDigest\n  }\n}",
};
export type SetPoolActivityData = { readonly setPoolActivity: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Pool"; readonly id: string }) };
export type SetPoolActivityVariables = { readonly id: string; readonly active: boolean; readonly reason: string };
export const SetPoolActivity: Operation<SetPoolActivityData, SetPoolActivityVariables> = {
  name: "SetPoolActivity",
  text: "mutation SetPoolActivity($id: ID!, $active: Boolean!, $reason: String!) {\n  setPoolActivity(id: $id, active: $active, reason: $reason) {\n    ... on Pool {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type VetoPoolData = { readonly vetoPool: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Pool"; readonly id: string }) };
export type VetoPoolVariables = { readonly id: string; readonly reason: string };
export const VetoPool: Operation<VetoPoolData, VetoPoolVariables> = {
  name: "VetoPool",
  text: "mutation VetoPool($id: ID!, $reason: String!) {\n  vetoPool(id: $id, reason: $reason) {\n    ... on Pool {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type LiftPoolVetoData = { readonly liftPoolVeto: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Pool"; readonly id: string }) };
export type LiftPoolVetoVariables = { readonly id: string; readonly reason: string };
export const LiftPoolVeto: Operation<LiftPoolVetoData, LiftPoolVetoVariables> = {
  name: "LiftPoolVeto",
  text: "mutation LiftPoolVeto($id: ID!, $reason: String!) {\n  liftPoolVeto(id: $id, reason: $reason) {\n    ... on Pool {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type SimulationsData = { readonly simulations: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: SimulationRow & { readonly outcome: { readonly changed: number; readonly coverage: { readonly records: number; readonly replayed: number }; readonly kinds: { readonly refused: number } } | null } })[] } };
export type SimulationsVariables = { readonly first?: number | null; readonly after?: string | null };
export const Simulations: Operation<SimulationsData, SimulationsVariables> = {
  name: "Simulations",
  text: "query Simulations($first: Int, $after: String) {\n  simulations(first: $first, after: $after) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ...SimulationRow\n        outcome {\n          changed\n          coverage {\n            records\n            replayed\n          }\n          kinds {\n            refused\n          }\n        }\n      }\n    }\n  }\n}\nfragment SimulationRow on Simulation {\n  id\n  state\n  progress\n  fromDay\n  toDay\n  legalDay\n  candidateDigest\n  activeDigest\n  createdAt\n  finishedAt\n  failure\n  requestedBy\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type SimulationData = { readonly simulation: SimulationRow & { readonly outcome: { readonly changed: number; readonly servedThenRefused: number; readonly recordsDigest: string; readonly seconds: number; readonly coverage: { readonly records: number; readonly replayed: number; readonly partial: number; readonly impossible: number; readonly notJudged: number; readonly missing: readonly ({ readonly fact: string; readonly records: number })[] }; readonly kinds: SimulatedKinds; readonly ministries: readonly ({ readonly ministryId: string; readonly replayed: number; readonly changed: number; readonly ministry: OrganisationRef | null; readonly kinds: SimulatedKinds })[]; readonly rules: readonly ({ readonly rule: string; readonly changed: number; readonly kinds: SimulatedKinds })[]; readonly pools: readonly ({ readonly poolId: string; readonly poolName: string | null; readonly lost: number; readonly gained: number })[]; readonly differences: readonly ({ readonly rule: string; readonly change: string; readonly fr: string; readonly en: string; readonly before: { readonly version: number; readonly effect: string; readonly mode: string; readonly from: string; readonly to: string | null } | null; readonly after: { readonly version: number; readonly effect: string; readonly mode: string; readonly from: string; readonly to: string | null } | null })[] } | null } | null };
export type SimulationVariables = { readonly id: string };
export const Simulation: Operation<SimulationData, SimulationVariables> = {
  name: "Simulation",
  text: "query Simulation($id: ID!) {\n  simulation(id: $id) {\n    ...SimulationRow\n    outcome {\n      changed\n      servedThenRefused\n      recordsDigest\n      seconds\n      coverage {\n        records\n        replayed\n        partial\n        impossible\n        notJudged\n        missing {\n          fact\n          records\n        }\n      }\n      kinds {\n        ...SimulatedKinds\n      }\n      ministries {\n        ministryId\n        replayed\n        changed\n        ministry {\n          ...OrganisationRef\n        }\n        kinds {\n          ...SimulatedKinds\n        }\n      }\n      rules {\n        rule\n        changed\n        kinds {\n          ...SimulatedKinds\n        }\n      }\n      pools {\n        poolId\n        poolName\n        lost\n        gained\n      }\n      differences {\n        rule\n        change\n        fr\n        en\n        before {\n          version\n          effect\n          mode\n          from\n          to\n        }\n        after {\n          version\n          effect\n          mode\n          from\n          to\n        }\n      }\n    }\n  }\n}\nfragment SimulationRow on Simulation {\n  id\n  state\n  progress\n  fromDay\n  toDay\n  legalDay\n  candidateDigest\n  activeDigest\n  createdAt\n  finishedAt\n  failure\n  requestedBy\n  organisation {\n    ...OrganisationRef\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}\nfragment SimulatedKinds on SimulationKinds {\n  refused\n  admitted\n  clamped\n  warned\n  eased\n  pools\n  reasons\n}",
};
export type SimulationChangesData = { readonly simulationChanges: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly ({ readonly cursor: string; readonly node: { readonly ordinal: number; readonly kind: SimulatedChangeKind; readonly cause: SimulatedChangeCause; readonly rules: readonly (string)[]; readonly records: number; readonly served: number; readonly samples: readonly (string)[]; readonly useCaseId: string | null; readonly useCaseName: string | null; readonly organisation: OrganisationRef | null } })[] } };
export type SimulationChangesVariables = { readonly simulationId: string; readonly filter?: SimulationChangeFilter | null; readonly first?: number | null; readonly after?: string | null };
export const SimulationChanges: Operation<SimulationChangesData, SimulationChangesVariables> = {
  name: "SimulationChanges",
  text: "query SimulationChanges($simulationId: ID!, $filter: SimulationChangeFilter, $first: Int, $after: String) {\n  simulationChanges(\n    simulationId: $simulationId\n    filter: $filter\n    first: $first\n    after: $after\n  ) {\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    edges {\n      cursor\n      node {\n        ordinal\n        kind\n        cause\n        rules\n        records\n        served\n        samples\n        useCaseId\n        useCaseName\n        organisation {\n          ...OrganisationRef\n        }\n      }\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type CandidateBundlesData = { readonly policyBundles: { readonly edges: readonly ({ readonly node: { readonly digest: string; readonly keptAt: string | null; readonly ruleCount: number; readonly active: boolean } })[] } };
export type CandidateBundlesVariables = { readonly first?: number | null };
export const CandidateBundles: Operation<CandidateBundlesData, CandidateBundlesVariables> = {
  name: "CandidateBundles",
  text: "query CandidateBundles($first: Int) {\n  policyBundles(first: $first) {\n    edges {\n      node {\n        digest\n        keptAt\n        ruleCount\n        active\n      }\n    }\n  }\n}",
};
export type RequestSimulationData = { readonly requestSimulation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Simulation"; readonly id: string }) };
export type RequestSimulationVariables = { readonly input: SimulationInput };
export const RequestSimulation: Operation<RequestSimulationData, RequestSimulationVariables> = {
  name: "RequestSimulation",
  text: "mutation RequestSimulation($input: SimulationInput!) {\n  requestSimulation(input: $input) {\n    ... on Simulation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type OpenSimulationData = { readonly openSimulation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Simulation"; readonly id: string }) };
export type OpenSimulationVariables = { readonly id: string };
export const OpenSimulation: Operation<OpenSimulationData, OpenSimulationVariables> = {
  name: "OpenSimulation",
  text: "mutation OpenSimulation($id: ID!) {\n  openSimulation(id: $id) {\n    ... on Simulation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type CancelSimulationData = { readonly cancelSimulation: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Simulation"; readonly id: string }) };
export type CancelSimulationVariables = { readonly id: string };
export const CancelSimulation: Operation<CancelSimulationData, CancelSimulationVariables> = {
  name: "CancelSimulation",
  text: "mutation CancelSimulation($id: ID!) {\n  cancelSimulation(id: $id) {\n    ... on Simulation {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type EmergencyAccessesData = { readonly emergencyAccesses: readonly ({ readonly id: string; readonly role: Role; readonly hours: number; readonly holder: string; readonly reason: string; readonly state: EmergencyAccessState; readonly proposedAt: string; readonly decidedBy: string | null; readonly endsAt: string | null; readonly reviewedBy: string | null; readonly finding: string | null; readonly lasts: boolean; readonly mine: boolean })[] };
export type EmergencyAccessesVariables = { readonly organisationId: string };
export const EmergencyAccesses: Operation<EmergencyAccessesData, EmergencyAccessesVariables> = {
  name: "EmergencyAccesses",
  text: "query EmergencyAccesses($organisationId: ID!) {\n  emergencyAccesses(organisationId: $organisationId) {\n    id\n    role\n    hours\n    holder\n    reason\n    state\n    proposedAt\n    decidedBy\n    endsAt\n    reviewedBy\n    finding\n    lasts\n    mine\n  }\n}",
};
export type AskEmergencyAccessData = { readonly askEmergencyAccess: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "EmergencyAccess"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type AskEmergencyAccessVariables = { readonly input: AskEmergencyAccessInput };
export const AskEmergencyAccess: Operation<AskEmergencyAccessData, AskEmergencyAccessVariables> = {
  name: "AskEmergencyAccess",
  text: "mutation AskEmergencyAccess($input: AskEmergencyAccessInput!) {\n  askEmergencyAccess(input: $input) {\n    ... on EmergencyAccess {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ConfirmEmergencyAccessData = { readonly confirmEmergencyAccess: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "EmergencyAccess"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ConfirmEmergencyAccessVariables = { readonly input: DecideEmergencyAccessInput };
export const ConfirmEmergencyAccess: Operation<ConfirmEmergencyAccessData, ConfirmEmergencyAccessVariables> = {
  name: "ConfirmEmergencyAccess",
  text: "mutation ConfirmEmergencyAccess($input: DecideEmergencyAccessInput!) {\n  confirmEmergencyAccess(input: $input) {\n    ... on EmergencyAccess {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RefuseEmergencyAccessData = { readonly refuseEmergencyAccess: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "EmergencyAccess"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RefuseEmergencyAccessVariables = { readonly input: DecideEmergencyAccessInput };
export const RefuseEmergencyAccess: Operation<RefuseEmergencyAccessData, RefuseEmergencyAccessVariables> = {
  name: "RefuseEmergencyAccess",
  text: "mutation RefuseEmergencyAccess($input: DecideEmergencyAccessInput!) {\n  refuseEmergencyAccess(input: $input) {\n    ... on EmergencyAccess {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ReturnEmergencyAccessData = { readonly returnEmergencyAccess: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "EmergencyAccess"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ReturnEmergencyAccessVariables = { readonly input: DecideEmergencyAccessInput };
export const ReturnEmergencyAccess: Operation<ReturnEmergencyAccessData, ReturnEmergencyAccessVariables> = {
  name: "ReturnEmergencyAccess",
  text: "mutation ReturnEmergencyAccess($input: DecideEmergencyAccessInput!) {\n  returnEmergencyAccess(input: $input) {\n    ... on EmergencyAccess {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RevokeEmergencyAccessData = { readonly revokeEmergencyAccess: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "EmergencyAccess"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RevokeEmergencyAccessVariables = { readonly input: DecideEmergencyAccessInput };
export const RevokeEmergencyAccess: Operation<RevokeEmergencyAccessData, RevokeEmergencyAccessVariables> = {
  name: "RevokeEmergencyAccess",
  text: "mutation RevokeEmergencyAccess($input: DecideEmergencyAccessInput!) {\n  revokeEmergencyAccess(input: $input) {\n    ... on EmergencyAccess {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ReviewEmergencyAccessData = { readonly reviewEmergencyAccess: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "EmergencyAccess"; readonly id: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ReviewEmergencyAccessVariables = { readonly input: DecideEmergencyAccessInput };
export const ReviewEmergencyAccess: Operation<ReviewEmergencyAccessData, ReviewEmergencyAccessVariables> = {
  name: "ReviewEmergencyAccess",
  text: "mutation ReviewEmergencyAccess($input: DecideEmergencyAccessInput!) {\n  reviewEmergencyAccess(input: $input) {\n    ... on EmergencyAccess {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type MeData = { readonly me: { readonly id: string; readonly name: string; readonly email: string; readonly contractor: boolean; readonly mfa: boolean; readonly csrfToken: string; readonly abilities: readonly (string)[]; readonly memberships: readonly ({ readonly id: string; readonly role: Role; readonly validFrom: string; readonly validTo: string | null; readonly organisation: OrganisationRef })[] } | null };
export type MeVariables = {  };
export const Me: Operation<MeData, MeVariables> = {
  name: "Me",
  text: "query Me {\n  me {\n    id\n    name\n    email\n    contractor\n    mfa\n    csrfToken\n    abilities\n    memberships {\n      id\n      role\n      validFrom\n      validTo\n      organisation {\n        ...OrganisationRef\n      }\n    }\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type OrganisationsData = { readonly organisations: readonly (OrganisationRef & { readonly siren: string | null; readonly siret: string | null; readonly parentId: string | null; readonly validFrom: string; readonly validTo: string | null; readonly useCaseCount: number })[] };
export type OrganisationsVariables = { readonly at?: string | null };
export const Organisations: Operation<OrganisationsData, OrganisationsVariables> = {
  name: "Organisations",
  text: "query Organisations($at: DateTime) {\n  organisations(at: $at) {\n    ...OrganisationRef\n    siren\n    siret\n    parentId\n    validFrom\n    validTo\n    useCaseCount\n  }\n}\nfragment OrganisationRef on Organisation {\n  id\n  slug\n  name\n  acronym\n  kind\n}",
};
export type RolesData = { readonly memberships: readonly ({ readonly id: string; readonly role: Role; readonly holder: string; readonly validFrom: string; readonly validTo: string | null })[]; readonly membershipChanges: readonly ({ readonly id: string; readonly act: MembershipAct; readonly role: Role; readonly holder: string; readonly address: string | null; readonly validFrom: string; readonly validTo: string | null; readonly reason: string; readonly state: MembershipChangeState; readonly proposedBy: string; readonly proposedAt: string; readonly own: boolean; readonly mine: boolean })[] };
export type RolesVariables = { readonly organisationId: string };
export const Roles: Operation<RolesData, RolesVariables> = {
  name: "Roles",
  text: "query Roles($organisationId: ID!) {\n  memberships(organisationId: $organisationId) {\n    id\n    role\n    holder\n    validFrom\n    validTo\n  }\n  membershipChanges(organisationId: $organisationId) {\n    id\n    act\n    role\n    holder\n    address\n    validFrom\n    validTo\n    reason\n    state\n    proposedBy\n    proposedAt\n    own\n    mine\n  }\n}",
};
export type ProposeMembershipData = { readonly proposeMembership: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "MembershipChange"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ProposeMembershipVariables = { readonly input: ProposeMembershipInput };
export const ProposeMembership: Operation<ProposeMembershipData, ProposeMembershipVariables> = {
  name: "ProposeMembership",
  text: "mutation ProposeMembership($input: ProposeMembershipInput!) {\n  proposeMembership(input: $input) {\n    ... on MembershipChange {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ProposeMembershipEndData = { readonly proposeMembershipEnd: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "MembershipChange"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ProposeMembershipEndVariables = { readonly input: ProposeMembershipEndInput };
export const ProposeMembershipEnd: Operation<ProposeMembershipEndData, ProposeMembershipEndVariables> = {
  name: "ProposeMembershipEnd",
  text: "mutation ProposeMembershipEnd($input: ProposeMembershipEndInput!) {\n  proposeMembershipEnd(input: $input) {\n    ... on MembershipChange {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type ConfirmMembershipChangeData = { readonly confirmMembershipChange: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "MembershipChange"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type ConfirmMembershipChangeVariables = { readonly input: DecideMembershipChangeInput };
export const ConfirmMembershipChange: Operation<ConfirmMembershipChangeData, ConfirmMembershipChangeVariables> = {
  name: "ConfirmMembershipChange",
  text: "mutation ConfirmMembershipChange($input: DecideMembershipChangeInput!) {\n  confirmMembershipChange(input: $input) {\n    ... on MembershipChange {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type RefuseMembershipChangeData = { readonly refuseMembershipChange: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "MembershipChange"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type RefuseMembershipChangeVariables = { readonly input: DecideMembershipChangeInput };
export const RefuseMembershipChange: Operation<RefuseMembershipChangeData, RefuseMembershipChangeVariables> = {
  name: "RefuseMembershipChange",
  text: "mutation RefuseMembershipChange($input: DecideMembershipChangeInput!) {\n  refuseMembershipChange(input: $input) {\n    ... on MembershipChange {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
export type WithdrawMembershipChangeData = { readonly withdrawMembershipChange: ({ readonly __typename: "Conflict"; readonly code: string; readonly message: string }) | ({ readonly __typename: "Forbidden"; readonly code: string; readonly message: string; readonly action: string; readonly subject: string }) | ({ readonly __typename: "GuardRefusal"; readonly code: string; readonly message: string; readonly conditions: readonly ({ readonly code: string; readonly met: boolean; readonly message: string })[] }) | ({ readonly __typename: "InvalidInput"; readonly code: string; readonly message: string; readonly issues: readonly ({ readonly path: string; readonly message: string })[] }) | ({ readonly __typename: "MembershipChange"; readonly id: string }) | ({ readonly __typename: "NotFound"; readonly code: string; readonly message: string }) };
export type WithdrawMembershipChangeVariables = { readonly input: DecideMembershipChangeInput };
export const WithdrawMembershipChange: Operation<WithdrawMembershipChangeData, WithdrawMembershipChangeVariables> = {
  name: "WithdrawMembershipChange",
  text: "mutation WithdrawMembershipChange($input: DecideMembershipChangeInput!) {\n  withdrawMembershipChange(input: $input) {\n    ... on MembershipChange {\n      __typename\n      id\n    }\n    ...Refused\n  }\n}\nfragment Refused on Refusal {\n  __typename\n  code\n  message\n  ... on InvalidInput {\n    issues {\n      path\n      message\n    }\n  }\n  ... on Forbidden {\n    action\n    subject\n  }\n  ... on GuardRefusal {\n    conditions {\n      code\n      met\n      message\n    }\n  }\n}",
};
