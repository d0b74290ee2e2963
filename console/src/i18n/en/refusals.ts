/** Refusals of roadmaps. */
export const roadmapCodes = {
  roadmap_not_found: "This roadmap does not exist, or is out of your scope",
  roadmap_changed: "Somebody changed this roadmap meanwhile: read it again",
  roadmap_closed: "This roadmap does not change any more in this state",
  roadmap_circular: "Actions wait for each other in a circle",
  roadmap_exists: "This ministry has a roadmap for this exercise already",
  roadmap_line_in_use: "Another line depends on it: remove that one first",
  roadmap_line_named_twice: "Two lines have the same identifier",
  roadmap_no_transition: "This step does not exist from the roadmap’s state",
  roadmap_not_ready: "Something is missing to validate the roadmap",
  roadmap_exercise_not_found: "This exercise does not exist",
  roadmap_action_not_found: "This action is not in the roadmap",
  dependency_not_found: "This dependency is not in the inventory",
  exit_plan_not_found: "This exit plan is not in the roadmap",
  ministry_not_found: "This ministry does not exist, or is out of your scope",
  state_not_found: "The State is not in the directory",
};

/** Refusals of allocation rounds. */
export const roundCodes = {
  round_not_found: "This round does not exist, or is out of your scope",
  round_line_not_found: "This line is not in the round",
  round_job_not_found: "This computation does not exist, or is out of your scope",
  round_job_over: "This computation is over",
  round_job_out_of_time: "there was not enough time to prove an answer. Ask for another pool, or for fewer GPUs",
  round_job_solver_failed: "the solver stopped. Start the computation again; if it stops again, tell ARIANE",
  round_job_interrupted: "the server that ran it stopped. Start the computation again",
  round_changed: "Somebody changed this round meanwhile: read it again",
  round_bad_dates: "The dates of the round do not suit its track",
  round_being_solved: "This round is being solved already",
  round_call_of_the_state: "A call for needs is opened for the whole State",
  round_constraint_unmet: "This amendment does not hold within the round’s constraints",
  round_deadline_passed: "The deadline for requests has passed",
  round_empty: "Nobody asks for anything in this round",
  round_inputs_changed: "Needs, pools or rights changed during the computation: start it again",
  round_need_asked_twice: "This need is in the round already",
  round_need_not_accepted: "This need is not taken over, or is another organisation’s",
  round_no_longer_fits: "The voted rights no longer fit: solve again",
  round_no_opinion: "Nobody gave a technical opinion yet",
  round_not_begun: "Nothing was granted to this need yet",
  round_not_proposed: "Nobody put this round to the vote",
  round_not_solved: "Solve the round first",
  round_not_vital: "An emergency takes needs of criticality 1 only",
  round_other_organisation: "This round is another organisation’s",
  round_other_track: "This act does not exist for the round’s track",
  round_over: "All quarters of this call are over",
  round_own_organisation: "Your organisation asks for GPUs in this round: another one decides",
  round_reviewed: "There is nothing to look back at, or somebody did already",
  round_same_person: "Whoever acted first does not decide afterwards",
  round_two_persons: "This request is too large for the rule: people decide",
  round_used_enough: "The rule takes nothing back from this right",
  round_wrong_state: "This act does not exist in the round’s state",
  pool_unchanged: "The pool is in this state already",
  budget_threshold_known: "This threshold was told already",
};

/** Refusals of campaigns and profiles that their own pages do not word. */
export const capacityCodes = {
  consolidation_by_platform: "The platform does this computation itself",
  consolidation_published_once: "Another consolidation of this campaign is published already, or this one changed",
  export_not_found: "This file does not exist, or is out of your scope",
  profile_version_taken: "Somebody registered a version meanwhile: try again",
  reminder_sent: "This reminder went out already",
};

export const roundConditions = {
  allocation_pool_capacity: "The pool has enough GPUs for these rights",
  round_pool_capacity: "The pool has enough GPUs for what is granted",
  round_under_used: "The right is used too little, by a whole GPU at least",
  round_no_calendar: "No calendar of use was announced",
  use_case_alive: "The use case is neither retired, refused nor merged",
};
