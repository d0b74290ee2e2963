/** Roles held in an organisation, and what two people make of those that judge the others. */
export const roles = {
  roles: {
    title: "Qui y tient un rôle",
    caption: "Rôles tenus aujourd’hui dans cette organisation",
    holder: "Personne",
    role: "Rôle",
    since: "Depuis le",
    until: "Jusqu’au",
    none: "Personne ne tient de rôle ici aujourd’hui",
    waiting: "Rôles qui attendent la cellule conformité",
    give: "%{holder} recevrait le rôle « %{role} »",
    end: "%{holder} perdrait le rôle « %{role} »",
    by: "Proposé par %{name} le %{date}",
    own: "Une autre personne de la cellule conformité décide : ni qui l’a proposé, ni qui tient le rôle",
    cell: "La cellule conformité décide",
    notYou: "ARIANE propose ces rôles, la cellule conformité les confirme",
    propose: {
      verb: "Proposer un rôle",
      title: "Proposer un rôle de la cellule conformité ou d’auditeur",
      lead: "Il vaut dès qu’une personne de la cellule conformité, autre que vous et que la personne concernée, l’a confirmé.",
      done: "Proposé : la cellule conformité le confirme.",
      field: { name: "Prénom et nom", email: "Adresse électronique", role: "Rôle", endsOn: "Dernier jour" },
      hint: { email: "Qui se connecte avec cette adresse tient le rôle." },
    },
    proposeEnd: {
      verb: "Proposer la fin",
      title: "Proposer que %{holder} ne soit plus « %{role} »",
      lead: "Le rôle reste tenu jusqu’à ce qu’une autre personne de la cellule conformité confirme. La dernière personne de la cellule garde le sien.",
      done: "Proposé : la cellule conformité le confirme.",
    },
    confirm: { verb: "Confirmer", title: "Confirmer : %{change}", done: "Confirmé : cela vaut dès maintenant." },
    refuse: { verb: "Refuser", title: "Refuser : %{change}", done: "Refusé : rien ne change." },
    withdraw: { verb: "Retirer", title: "Retirer : %{change}", done: "Retiré : rien ne change." },
  },
};

export const roleCodes = {
  membership_countersigned: "Ce rôle se propose, et la cellule conformité le confirme",
  membership_nobody_confirms: "Personne ne pourrait le confirmer",
  membership_change_waits: "Une proposition sur ce rôle de cette personne attend déjà",
  membership_own_change: "Il s’agit de votre rôle : une autre personne de la cellule décide",
  membership_over: "Le rôle serait fini avant de commencer : proposez-le à nouveau",
  membership_not_countersigned: "Ce rôle prend fin sans contreseing",
  membership_not_held: "Ce rôle est déjà fini, ou n’a pas commencé",
  membership_held: "Cette personne tient déjà ce rôle ici",
  membership_not_yours: "Ce rôle n’est pas à vous de donner ou de retirer",
  membership_contractor: "Un prestataire ne valide rien",
  organisation_roles_would_change:
    "Un rôle de la cellule conformité ou d’un auditeur commencerait ou cesserait de valoir : faites-le d’abord confirmer",
};

export const roleConditions = {
  membership_two_people: "Le rôle est proposé par ARIANE et confirmé par la cellule conformité",
  membership_somebody_confirms: "Une personne de la cellule conformité confirme : ni qui propose, ni qui tient le rôle",
  membership_within_reach: "ARIANE donne et retire les rôles qui valent pour tout l’État",
  membership_not_own: "Une autre personne donne et retire les rôles de chacun",
  membership_not_contractor: "Qui valide est un agent de l’administration",
};
