/** Effacement de ce qui ouvre une entrée d’un journal de transparence. */
export const salt = {
  salt: {
    field: { log: "Journal", entryId: "Entrée" },
    hint: { entryId: "Identifiant de l’acte, ou réplique/époque/numéro de la requête." },
    log: { GOVERNANCE: "Actes de gouvernance", INFERENCE: "Requêtes" },
    ask: {
      verb: "Demander un effacement",
      title: "Demander qu’une entrée ne puisse plus être ouverte",
      lead: "La loi peut demander que le contenu d’une entrée soit oublié. Votre demande attend trente jours une autre personne de la cellule, qui efface ; le journal le dit.",
      done: "Demandé : une autre personne de la cellule efface sous trente jours.",
    },
    erase: {
      verb: "Effacer",
      title: "Effacer ce qui ouvre une entrée",
      lead: "C’est définitif : plus personne ne pourra montrer à quoi l’entrée engageait. L’entrée reste et le journal se vérifie comme avant. Pour un acte de gouvernance, une autre personne l’a d’abord demandé.",
      done: "Effacé : plus rien n’ouvre cette entrée.",
    },
  },
};

export const saltCodes = {
  log_entry_erased: "Le sel de cette entrée a déjà été effacé",
  log_entry_erasure_not_asked: "Une autre personne de la cellule doit d’abord le demander",
  log_entry_not_published: "L’entrée n’est encore dans aucun point de contrôle : réessayez dans une minute",
};
