/** Rôles prêtés en urgence : demandés, prêtés par une autre personne, revus par la cellule conformité. */
export const emergency = {
  emergency: {
    title: "Accès d’urgence",
    lead: "Un rôle qu’une personne demande, qu’une autre prête pour un jour au plus, et que la cellule conformité revoit. Les actes faits entre-temps sont au journal et au rapport d’audit.",
    none: "Aucun rôle n’a été prêté ici en urgence",
    what: "%{holder} · « %{role} » pour %{smart_count} heure |||| %{holder} · « %{role} » pour %{smart_count} heures",
    asked: "Demandé le %{date} : %{reason}",
    lasts: "Vaut jusqu’au %{date} ; prêté par %{name}",
    over: "Fini depuis le %{date} ; prêté par %{name} : la cellule conformité doit le revoir",
    reviewed: "Fini depuis le %{date} ; revu par %{name} : %{finding}",
    answers: "ARIANE ou la cellule conformité prête un rôle ; la cellule seule, l’un des siens ou celui d’un auditeur",
    ask: {
      verb: "Demander un rôle en urgence",
      title: "Demander un rôle en urgence",
      lead: "Il vaut dès qu’ARIANE ou la cellule conformité l’a confirmé, prend fin de lui-même, et est revu avant que vous puissiez en avoir un autre. Il ne donne aucun pouvoir sur les rôles, les règles et le journal.",
      done: "Demandé : ARIANE ou la cellule conformité répond.",
      field: { role: "Rôle", hours: "Heures, 24 au plus" },
    },
    confirm: { verb: "Prêter le rôle", title: "Prêter : %{what}", done: "Prêté : il vaut dès maintenant." },
    refuse: { verb: "Refuser", title: "Refuser : %{what}", done: "Refusé : rien ne change." },
    return: { verb: "Rendre", title: "Rendre : %{what}", done: "Rendu : il ne vaut plus." },
    revoke: { verb: "Clore aussitôt", title: "Clore aussitôt : %{what}", done: "Clos : il ne vaut plus." },
    review: {
      verb: "Revoir",
      title: "Revoir : %{what}",
      done: "Revu : le constat est au rapport d’audit.",
    },
  },
};

export const emergencyCodes = {
  emergency_cell_answers: "La cellule conformité seule prête l’un de ses rôles, ou celui d’un auditeur",
  emergency_lapsed: "Demandé il y a plus d’un jour : redemandez-le s’il le faut encore",
  emergency_not_lasting: "Il ne vaut plus, ou n’a pas commencé",
  emergency_not_over: "Il se revoit une fois fini ; il peut être clos avant",
  emergency_reviewed: "Il a déjà été revu",
  emergency_own_review: "Ni qui a tenu le rôle ni qui l’a prêté ne le revoit",
  emergency_elsewhere: "Un rôle se prête là où vous en tenez déjà un, ou au-dessous",
  emergency_one_at_a_time: "Un accès précédent attend, vaut ou reste à revoir : il passe d’abord",
};
