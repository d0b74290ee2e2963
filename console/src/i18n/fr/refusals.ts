/** Refusals of roadmaps. */
export const roadmapCodes = {
  roadmap_not_found: "Cette feuille de route n’existe pas, ou elle est hors de votre périmètre",
  roadmap_changed: "Quelqu’un a modifié cette feuille de route entre-temps : relisez-la",
  roadmap_closed: "Cette feuille de route ne se modifie plus dans cet état",
  roadmap_circular: "Des actions s’attendent l’une l’autre en boucle",
  roadmap_exists: "Ce ministère a déjà une feuille de route pour cet exercice",
  roadmap_line_in_use: "Une autre ligne en dépend : retirez d’abord celle-là",
  roadmap_line_named_twice: "Deux lignes portent le même identifiant",
  roadmap_no_transition: "Ce passage n’existe pas depuis l’état de la feuille de route",
  roadmap_not_ready: "Il manque de quoi valider la feuille de route",
  roadmap_exercise_not_found: "Cet exercice n’existe pas",
  roadmap_action_not_found: "Cette action n’est pas dans la feuille de route",
  dependency_not_found: "Cette dépendance n’est pas dans l’inventaire",
  exit_plan_not_found: "Ce plan de sortie n’est pas dans la feuille de route",
  ministry_not_found: "Ce ministère n’existe pas, ou il est hors de votre périmètre",
  state_not_found: "L’État n’est pas dans l’annuaire",
};

/** Refusals of allocation rounds. */
export const roundCodes = {
  round_not_found: "Ce tour n’existe pas, ou il est hors de votre périmètre",
  round_line_not_found: "Cette ligne n’est pas dans le tour",
  round_job_not_found: "Ce calcul n’existe pas, ou il est hors de votre périmètre",
  round_job_over: "Ce calcul est terminé",
  round_job_out_of_time:
    "le temps de calcul n’a pas suffi à prouver une réponse. Demandez pour un autre groupe, ou moins de GPU d’écart",
  round_job_solver_failed: "le calculateur s’est arrêté. Relancez le calcul ; s’il s’arrête encore, dites-le à ARIANE",
  round_job_interrupted: "le serveur qui le menait s’est arrêté. Relancez le calcul",
  round_changed: "Quelqu’un a modifié ce tour entre-temps : relisez-le",
  round_bad_dates: "Les dates du tour ne conviennent pas à sa voie",
  round_being_solved: "Ce tour est déjà en cours de résolution",
  round_call_of_the_state: "Un appel à besoins s’ouvre pour tout l’État",
  round_constraint_unmet: "Cette modification ne tient pas dans les contraintes du tour",
  round_deadline_passed: "La date limite des demandes est passée",
  round_empty: "Personne ne demande rien dans ce tour",
  round_inputs_changed: "Des besoins, des groupes ou des droits ont changé pendant le calcul : relancez-le",
  round_need_asked_twice: "Ce besoin est déjà dans le tour",
  round_need_not_accepted: "Ce besoin n’est pas retenu, ou il est d’une autre organisation",
  round_no_longer_fits: "Les droits votés ne tiennent plus : relancez la résolution",
  round_no_opinion: "Personne n’a encore donné d’avis technique",
  round_not_begun: "Rien n’a encore été accordé à ce besoin",
  round_not_proposed: "Personne n’a mis ce tour au vote",
  round_not_solved: "Résolvez le tour d’abord",
  round_not_vital: "Une urgence ne prend que des besoins de criticité 1",
  round_other_organisation: "Ce tour est celui d’une autre organisation",
  round_other_track: "Cet acte n’existe pas pour la voie de ce tour",
  round_over: "Tous les trimestres de cet appel sont passés",
  round_own_organisation: "Votre organisation demande des GPU dans ce tour : une autre en décide",
  round_reviewed: "Il n’y a rien à revoir, ou quelqu’un l’a déjà fait",
  round_same_person: "La personne qui a agi d’abord ne décide pas ensuite",
  round_two_persons: "Cette demande est trop grande pour la règle : des personnes décident",
  round_used_enough: "La règle ne reprend rien à ce droit",
  round_wrong_state: "Cet acte n’existe pas dans l’état de ce tour",
  pool_unchanged: "Le groupe est déjà dans cet état",
  pool_vetoed: "La cellule de conformité tient ce groupe fermé",
  pool_vetoed_already: "Ce groupe est déjà sous veto",
  pool_no_veto: "Ce groupe n’est sous aucun veto",
  pool_not_vetoed: "La cellule de conformité a levé son veto",
  budget_threshold_known: "Ce seuil a déjà été dit",
};

/** Refusals of campaigns and profiles that their own pages do not word. */
export const capacityCodes = {
  consolidation_by_platform: "La plateforme fait ce calcul elle-même",
  consolidation_published_once: "Une autre consolidation de cette campagne est déjà publiée, ou celle-ci a changé",
  export_not_found: "Ce fichier n’existe pas, ou il est hors de votre périmètre",
  profile_version_taken: "Quelqu’un a enregistré une version entre-temps : recommencez",
  reminder_sent: "Ce rappel est déjà parti",
};

export const roundConditions = {
  allocation_pool_capacity: "Le groupe a assez de GPU pour ces droits",
  round_pool_capacity: "Le groupe a assez de GPU pour ce qui est accordé",
  round_under_used: "Le droit est trop peu utilisé, d’un GPU au moins",
  round_no_calendar: "Aucun calendrier d’usage n’était annoncé",
  use_case_alive: "Le cas d’usage n’est ni retiré, ni refusé, ni fusionné",
};
