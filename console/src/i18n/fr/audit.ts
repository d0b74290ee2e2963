export const audit = {
  audit: {
    lead: "Ce qu’un auditeur demande d’une période : chiffres recomptés dans les enregistrements, constats d’abord.",
    computed: "Du %{from} au %{to} inclus, jours de Paris. Calculé le %{at}.",
    from: "Du",
    to: "Au",
    show: "Afficher",
    thisMonth: "Ce mois",
    lastMonth: "Le mois dernier",
    print: "Version à imprimer",
    notYou: "Le rapport d’audit est réservé à la cellule conformité, à ARIANE et aux auditeurs.",
    nothingFound: "Rien dans ces chiffres n’appelle d’examen.",
    table: "Tableau : %{title}",
    noLine: "Aucune ligne dans cette période.",
    fault: {
      day: "Indiquez deux jours.",
      order: "Le dernier jour précède le premier.",
      long: "La période dépasse 366 jours.",
    },
  },
};
