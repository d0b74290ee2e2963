/** What a ministry declares of a use case that passes the first guards; as the API takes it, but for the organisation. */
export const aDeclaration = {
  name: "Langage clair",
  description: "Réécrit les courriers en langage clair.",
  labels: ["internal"],
  serviceClass: "INTERACTIVE",
  maxOutputTokens: 1024,
  decisionRole: "ASSIST",
  affectsIndividuals: false,
  staffEffect: "AUGMENTATION",
  ownerEmail: "owner@economie.example",
  oversight: "Chaque courrier est relu et signé par un agent.",
} as const;
