/** Words that the simulated model writes; each, with the space after it, is one token of `tokenise`. */
export const VOCABULARY: readonly string[] = (
  "la le les une un des du de et pour dans avec sur par chaque entre sans sous depuis vers selon " +
  "demande service agent usager ministère dossier réponse projet règle calcul besoin capacité mesure résultat " +
  "équipe texte donnée modèle question note rapport étape suivi délai avis décision contrôle partage " +
  "présente propose indique permet montre prévoit confirme précise complète assure reprend vérifie " +
  "public commun simple clair utile prêt simulé interne ouvert local régulier complet mutualisé"
).split(" ");
