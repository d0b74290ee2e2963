/** Refusals of policy bundles and of what rules guard. */
export const policyCodes = {
  policy_bundle_not_found: "There is no such set of rules",
  policy_bundle_unchanged: "These rules are in force already",
  policy_bundle_unreadable: "This set of rules no longer loads",
  policy_bundle_active_unreadable: "The rules in force no longer load",
  policy_proposal_not_found: "There is no such proposal, or it is out of your scope",
  policy_proposal_decided: "This proposal was decided already",
  policy_proposal_own: "You proposed it: another person approves it",
  policy_proposal_no_compliance: "One of the two signatures is the compliance cell’s",
  policy_proposal_not_own: "Its author alone takes a proposal back; reject it",
  policy_proposal_base_moved: "Other rules came into force meanwhile: propose again",
  policy_proposal_not_ready: "These rules are not ready to come into force",
  simulation_not_done: "This simulation has no result yet",
  policy_proposal_stale: "Somebody changed this proposal meanwhile: look at it again",
  deployment_rule_refused: "Rules forbid this deployment",
  pool_rule_refused: "Rules forbid opening this pool",
};

/** What a set of rules needs before it comes into force. */
export const policyConditions = {
  policy_proposal_simulated:
    "Whoever approves has opened a simulation of this proposal, for the whole State, over its last 14 days",
  policy_proposal_observed:
    "Rules that would refuse what is served today were in shadow for 14 days, or two people of the compliance cell say why not",
};

/** What each rule that comes with the software says when it fires, by its code. */
export const ruleConditions = {
  batch_preferred_order: "Batch prefers the most sovereign pool, then the most sober, then the cheapest",
  decision_autonomous: "This use case takes decisions alone, or nobody said what it decides",
  decision_unreferenced: "This request prepares a decision and does not name it (header x-decision-ref)",
  dependency_foreign_pool:
    "This pool is under control from outside the Union, or nobody said, and the use case has no organised way out",
  dependency_no_exit_plan:
    "A dependency on an interface that is proprietary, or of which nobody said, has no exit plan in force",
  dependency_not_reversible:
    "A dependency on a proprietary interface has no reversibility clause, or is not on the ministry’s roadmap",
  dpia_missing: "The data protection impact assessment is not done",
  dr_commercial:
    "A commercial offer takes restricted data only when SecNumCloud-qualified, accredited for DR and dedicated",
  dr_not_accredited: "This pool, or its interconnection, is not accredited for restricted data",
  evaluation_due_in_30_days: "An evaluation is due within 30 days: past that day requests are refused",
  evaluation_due_soon: "An evaluation is due within 60 days",
  evaluation_not_dated: "The day on which this use case is evaluated again is not set",
  evaluation_overdue: "The evaluation that was due has not taken place",
  evaluation_stop_ahead: "Without an evaluation, this request would be refused within 30 days",
  health_not_certified: "This pool is not HDS-certified today, or stores outside the European Economic Area",
  high_risk_not_ready:
    "This system, high-risk or of which nobody said, lacks its impact assessment, its registration, its oversight or the information of its workers",
  high_risk_not_ready_yet:
    "From 2 December 2027 this system, high-risk or of which nobody said, will be refused without its assessment, registration, oversight and the information of its workers",
  high_risk_product_not_watched:
    "This system is a product of annex I, or nobody said, and its oversight is not described or its workers are not informed",
  high_risk_product_not_watched_yet:
    "From 2 August 2028 this system, a product of annex I or of which nobody said, will be refused without described oversight and the information of its workers",
  label_classified: "The platform takes no classified data: they belong on an accredited workstation",
  label_dr_not_accepted: "This pool takes no restricted data",
  label_health_not_accepted: "This pool takes no health data",
  label_internal_not_accepted: "This pool takes no data internal to the administration",
  label_personal_not_accepted: "This pool takes no personal data",
  label_public_not_accepted: "This pool is reserved: it takes no public data",
  label_raised: "The labels asked for were raised to those of the use case",
  label_secret_pro_not_accepted: "This pool takes no data covered by professional secrecy",
  label_special_category_not_accepted: "This pool takes no special categories of personal data",
  label_sren31_not_accepted: "This pool takes no data of particular sensitivity (SREN law, article 31)",
  model_hash_unknown: "The hash of this model’s weights is not known",
  model_not_evaluated: "This model from a third country has not passed an evaluation",
  model_place_unknown: "Nobody said whether this model runs in our pools or at a vendor",
  model_third_country: "The weights of this model come from a third country, or nobody said from where",
  model_trains_on_inputs: "This model may learn from what it is given",
  model_unsafe_format: "The format of this model’s weights can run code (pickle), or is not known",
  output_clamped: "The length asked for is brought down to the use case’s maximum",
  personal_no_record: "This processing of personal data is not in the record",
  personal_no_record_yet: "This experiment on personal data is not in the record yet",
  personal_not_recorded: "This use case processes personal data and is not in the record of processing",
  personal_transfer:
    "This pool processes outside the European Economic Area without a recorded safeguard, or nobody said where",
  pool_dr_with_public: "This pool would mix restricted data with public data",
  pool_not_accredited:
    "This pool says that it takes restricted data without an accreditation in force, or without an accredited interconnection",
  pool_not_described: "The place or the tenancy of this pool is not known",
  pool_qualification_expiring: "A qualification of this pool ends within 90 days",
  pool_shared_tenancy:
    "This pool, shared or with a tenancy that is not known, is not meant for every data label of the request",
  practice_intimate_imagery: "Generating intimate imagery without consent is prohibited",
  practice_not_screened:
    "Nobody said whether this use case is a prohibited practice: its class under the AI Act is not declared",
  practice_prohibited: "This practice is prohibited by article 5 of the AI Act",
  relation_not_human:
    "Users are not told that they meet an AI, or cannot reach a person, or nobody said whether it faces users",
  relation_tell_users: "Tell the user that they meet an AI, and how to reach a person",
  sren31_foreign_control:
    "This service is exposed to control or access from outside the European Union, or nobody said that it is not",
  sren31_not_qualified: "This service holds no SecNumCloud or equivalent qualification today",
  staff_not_consulted:
    "Staff representatives were not consulted, or their consultation has lapsed, and nobody found that none is required",
  staff_substitution: "This use case replaces agents, or nobody said what it does to their work",
  tools_beyond_limit: "This request comes to more tool calls than its use case may make, or nobody declared how many",
  use_case_not_accredited: "The information system of this use case is not accredited, or its accreditation has ended",
  use_case_not_runnable: "This use case is not in a state in which it may run",
  vendor_api_exceptional:
    "Exceptional use of an interface from outside the European Union, counted in the dependency report",
  vendor_api_not_authorised: "Use of an interface from outside the European Union must be authorised by the ministry",
  vendor_api_not_public:
    "Only public data go to an interface of a vendor that is not qualified, or to a model of which nobody said where it runs",
  review_unfavourable: "The opinion of the compliance cell that stands on it is unfavourable",
  review_overdue: "A condition of the compliance cell’s opinion is past its day",
  assessment_lapsed: "An assessment that was concluded holds no longer",
  policy_unreadable: "The rules in force do not load, which counts as a no",
  pool_inactive: "This pool is closed",
};
