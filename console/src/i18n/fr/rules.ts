/** Refusals of policy bundles and of what rules guard. */
export const policyCodes = {
  policy_bundle_not_found: "Ce recueil de règles n’existe pas",
  policy_bundle_unchanged: "Ces règles sont déjà en vigueur",
  policy_bundle_unreadable: "Ce recueil ne se charge plus",
  policy_bundle_active_unreadable: "Les règles en vigueur ne se chargent plus",
  policy_proposal_not_found: "Cette proposition n’existe pas, ou elle est hors de votre périmètre",
  policy_proposal_decided: "Cette proposition est déjà tranchée",
  policy_proposal_own: "Vous l’avez proposée : une autre personne l’approuve",
  policy_proposal_no_compliance: "L’une des deux signatures est celle de la cellule conformité",
  policy_proposal_not_own: "Seul son auteur retire une proposition ; rejetez-la",
  policy_proposal_base_moved: "D’autres règles sont entrées en vigueur entre-temps : proposez à nouveau",
  policy_proposal_not_ready: "Ces règles ne sont pas prêtes à entrer en vigueur",
  simulation_not_done: "Cette simulation n’a pas encore de résultat",
  policy_proposal_stale: "Quelqu’un a modifié cette proposition entre-temps : relisez-la",
  deployment_rule_refused: "Des règles interdisent ce déploiement",
  pool_rule_refused: "Des règles interdisent d’ouvrir ce groupe",
};

/** What a set of rules needs before it comes into force. */
export const policyConditions = {
  policy_proposal_simulated:
    "Qui approuve a ouvert une simulation de cette proposition, pour tout l’État, sur ses 14 derniers jours",
  policy_proposal_observed:
    "Les règles qui refuseraient ce qui est servi aujourd’hui ont été observées 14 jours, ou deux personnes de la cellule conformité disent pourquoi non",
};

/** What each rule that comes with the software says when it fires, by its code. */
export const ruleConditions = {
  batch_preferred_order:
    "Le traitement par lots préfère le groupe le plus souverain, puis le plus sobre, puis le moins cher",
  decision_autonomous: "Ce cas d’usage prend seul des décisions, ou on ignore ce qu’il décide",
  decision_unreferenced: "Cette requête prépare une décision sans en donner la référence (en-tête x-decision-ref)",
  dependency_foreign_pool:
    "Ce groupe relève d’un contrôle hors de l’Union, ou on ignore s’il en relève, et le cas d’usage n’a pas de sortie organisée",
  dependency_no_exit_plan:
    "Une dépendance à une interface propriétaire, ou dont on ignore si elle l’est, est sans plan de sortie en vigueur",
  dependency_not_reversible:
    "Une dépendance à une interface propriétaire est sans clause de réversibilité, ou n’est pas inscrite à la feuille de route du ministère",
  dpia_missing: "L’analyse d’impact relative à la protection des données n’est pas faite",
  dr_commercial:
    "Une offre commerciale ne reçoit de la Diffusion Restreinte que qualifiée SecNumCloud, homologuée DR et dédiée",
  dr_not_accredited: "Ce groupe n’est pas homologué Diffusion Restreinte, ou son interconnexion ne l’est pas",
  evaluation_due_in_30_days: "Une évaluation est due dans les 30 jours : passé ce terme, les requêtes seront refusées",
  evaluation_due_soon: "Une évaluation est due dans les 60 jours",
  evaluation_not_dated: "Le jour de la prochaine évaluation de ce cas d’usage n’est pas fixé",
  evaluation_overdue: "L’évaluation prévue n’a pas eu lieu",
  evaluation_stop_ahead: "Sans évaluation d’ici là, cette requête serait refusée dans les 30 jours",
  health_not_certified: "Ce groupe n’est pas certifié HDS à ce jour, ou stocke hors de l’Espace économique européen",
  high_risk_not_ready:
    "Ce système, à haut risque ou dont on ignore s’il l’est, n’a pas son analyse d’impact, son enregistrement, son contrôle humain ou l’information de ses agents",
  high_risk_not_ready_yet:
    "À partir du 2 décembre 2027, ce système, à haut risque ou dont on ignore s’il l’est, sera refusé sans analyse d’impact, enregistrement, contrôle humain et information des agents",
  high_risk_product_not_watched:
    "Ce système relève de l’annexe I, ou on ignore s’il en relève, et son contrôle humain n’est pas décrit ou ses agents n’en sont pas informés",
  high_risk_product_not_watched_yet:
    "À partir du 2 août 2028, ce système, de l’annexe I ou dont on ignore s’il en relève, sera refusé sans contrôle humain décrit ni information des agents",
  label_classified: "La plateforme ne reçoit aucune donnée classifiée : un poste habilité les traite",
  label_dr_not_accepted: "Ce groupe ne reçoit pas de données de Diffusion Restreinte",
  label_health_not_accepted: "Ce groupe ne reçoit pas de données de santé",
  label_internal_not_accepted: "Ce groupe ne reçoit pas de données internes à l’administration",
  label_personal_not_accepted: "Ce groupe ne reçoit pas de données à caractère personnel",
  label_public_not_accepted: "Ce groupe est réservé : il ne reçoit pas de données publiques",
  label_raised: "Les catégories de données demandées ont été complétées par celles du cas d’usage",
  label_secret_pro_not_accepted: "Ce groupe ne reçoit pas de données couvertes par le secret professionnel",
  label_special_category_not_accepted: "Ce groupe ne reçoit pas de catégories particulières de données personnelles",
  label_sren31_not_accepted: "Ce groupe ne reçoit pas de données d’une sensibilité particulière (loi SREN, article 31)",
  model_hash_unknown: "L’empreinte des poids de ce modèle n’est pas connue",
  model_not_evaluated: "Ce modèle d’un pays tiers n’a pas passé d’évaluation",
  model_place_unknown: "On ne sait pas si ce modèle s’exécute dans nos groupes ou chez un fournisseur",
  model_third_country: "Les poids de ce modèle viennent d’un pays tiers, ou on ignore d’où",
  model_trains_on_inputs: "Ce modèle apprend, ou peut apprendre, de ce qui lui est soumis",
  model_unsafe_format: "Le format des poids de ce modèle peut exécuter du code (pickle), ou n’est pas connu",
  output_clamped: "La longueur demandée est ramenée au maximum du cas d’usage",
  personal_no_record: "Ce traitement de données personnelles n’est pas au registre",
  personal_no_record_yet: "Cet essai sur des données personnelles n’est pas encore au registre",
  personal_not_recorded: "Ce cas d’usage traite des données personnelles et n’est pas au registre des traitements",
  personal_transfer:
    "Ce groupe traite hors de l’Espace économique européen sans garantie enregistrée, ou son lieu n’est pas connu",
  pool_dr_with_public: "Ce groupe mêlerait la Diffusion Restreinte à des données publiques",
  pool_not_accredited:
    "Ce groupe dit accepter la Diffusion Restreinte sans homologation en vigueur, ou sans interconnexion homologuée",
  pool_not_described: "Le lieu ou le partage de ce groupe n’est pas connu",
  pool_qualification_expiring: "Une qualification de ce groupe expire dans moins de 90 jours",
  pool_shared_tenancy:
    "Ce groupe partagé, ou dont le partage n’est pas connu, n’est pas destiné à toutes les catégories de données de la requête",
  practice_intimate_imagery: "La génération d’images intimes sans consentement est interdite",
  practice_not_screened:
    "On ignore si ce cas d’usage relève d’une pratique interdite : sa classe au sens du règlement sur l’IA n’est pas déclarée",
  practice_prohibited: "Cette pratique est interdite par l’article 5 du règlement sur l’IA",
  relation_not_human:
    "Les usagers ne sont pas informés qu’ils parlent à une IA, ou n’ont pas d’accès à un agent, ou on ignore si le cas d’usage s’adresse à eux",
  relation_tell_users: "Dire à l’usager qu’il s’adresse à une IA, et comment joindre un agent",
  sren31_foreign_control:
    "Ce service est exposé, ou on ignore s’il l’est, à un contrôle ou à un accès hors de l’Union européenne",
  sren31_not_qualified: "Ce service n’a pas, à ce jour, de qualification SecNumCloud ou équivalente",
  staff_not_consulted:
    "Les représentants du personnel n’ont pas été consultés, ou ne le sont plus valablement, et personne ne les en a dispensés",
  staff_substitution: "Ce cas d’usage remplace des agents, ou on ignore ce qu’il change à leur travail",
  tools_beyond_limit: "Cette requête dépasse le nombre d’appels d’outils du cas d’usage, ou personne ne l’a déclaré",
  use_case_not_accredited:
    "Le système d’information de ce cas d’usage n’est pas homologué, ou son homologation a pris fin",
  use_case_not_runnable: "Ce cas d’usage n’est pas dans un état qui permet son exécution",
  vendor_api_exceptional:
    "Usage exceptionnel d’une interface hors Union européenne, compté dans le rapport de dépendances",
  vendor_api_not_authorised: "L’usage d’une interface hors Union européenne doit être autorisé par le ministère",
  vendor_api_not_public:
    "Seules des données publiques vont à l’interface non qualifiée d’un fournisseur, ou à un modèle dont le lieu d’exécution n’est pas connu",
  review_unfavourable: "L’avis de la cellule conformité en vigueur est défavorable",
  review_overdue: "Une condition de l’avis de la cellule conformité est échue",
  assessment_lapsed: "Une analyse conclue ne tient plus",
  policy_unreadable: "Les règles en vigueur ne se chargent pas, ce qui vaut un refus",
  pool_inactive: "Ce groupe est fermé",
};
