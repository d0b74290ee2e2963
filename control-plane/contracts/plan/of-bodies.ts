import type { PlanKind } from "./plan-kind.js";
import { day, due, label, LATER, score, state, text } from "./plan-words.js";

/** What one body keeps, within its own scope. */
export const OF_BODIES = {
  sourcing: {
    subject: "SourcingDecision",
    label: label("Réutiliser, acheter, développer", "Reuse, buy, build"),
    lead: label(
      "La décision que la circulaire sur les achats numériques demande : mutualiser d'abord, puis l'étagère, puis développer.",
      "The decision that the circular on digital purchases asks for: share first, then the shelf, then build.",
    ),
    ofBody: true,
    due: due("Décision attendue", "Decision due"),
    fields: {
      need: text("Besoin", "Need"),
      reuse: text("Solutions existantes cherchées", "Existing solutions looked for"),
      market: text("Offres sur étagère", "Offers on the shelf"),
      choice: {
        kind: "choice",
        label: label("Choix", "Choice"),
        choices: {
          reuse: label("réutiliser ou mutualiser", "reuse or share"),
          buy: label("acheter sur étagère", "buy off the shelf"),
          build: label("développer", "build"),
        },
      },
      grounds: text("Motifs", "Grounds"),
      immunity: score("Immunité aux lois extraterritoriales", "Immunity to extraterritorial law"),
      substitutability: score("Substituabilité", "Substitutability"),
      control: score("Maîtrise par l'État", "Control by the State"),
      cost: {
        kind: "whole",
        label: label("Coût sur trois ans", "Cost over three years"),
        unit: "€",
        min: 0,
        max: 1e12,
      },
    },
    states: {
      draft: state("en préparation", "draft", ["arbitrated"]),
      arbitrated: state("arbitrée", "arbitrated", [], { decided: true }),
    },
  },
  lever: {
    subject: "Lever",
    label: label("Leviers", "Levers"),
    lead: label(
      "Les sept leviers que la cellule de l'IA dans l'État mobilise, et où ils en sont dans chaque organisme.",
      "The seven levers of the State's AI cell, and how far each body is with them.",
    ),
    ofBody: true,
    due: due("Échéance", "Due"),
    fields: {
      lever: {
        kind: "choice",
        label: label("Levier", "Lever"),
        choices: {
          organisation: label("organisation et métiers", "organisation and trades"),
          skills: label("compétences", "skills"),
          training: label("accompagnement et formation", "support and training"),
          dialogue: label("dialogue social", "social dialogue"),
          urbanisation: label("urbanisation des systèmes d'information", "information system urbanisation"),
          infrastructure: label("mutualisation des infrastructures", "shared infrastructure"),
          funding: label("financement", "funding"),
        },
      },
      action: text("Action", "Action"),
      result: text("Résultat", "Result", LATER),
    },
    states: {
      planned: state("prévue", "planned", ["engaged", "dropped"]),
      engaged: state("engagée", "engaged", ["achieved", "dropped"]),
      achieved: state("achevée", "achieved", [], { needs: ["result"] }),
      dropped: state("abandonnée", "dropped", []),
    },
  },
  mission: {
    subject: "AuditMission",
    label: label("Missions d'audit", "Audit missions"),
    lead: label(
      "Du plan à la suite donnée : échantillon, constats, réponses de l'organisme, recommandations suivies.",
      "From the plan to the follow-up: sample, findings, answers of the body, recommendations followed.",
    ),
    ofBody: true,
    due: due("Remise du rapport", "Report due", true),
    fields: {
      scope: text("Périmètre", "Scope"),
      from: day("Période du", "Period from"),
      to: day("au", "to"),
      plan: text("Plan", "Plan"),
      sample: text("Échantillon et comment il est tiré", "Sample, and how it is drawn", LATER),
      findings: text("Constats", "Findings", LATER),
      answers: text("Réponses de l'organisme", "Answers of the body", LATER),
      followUp: text("Suites", "Follow-up", LATER),
    },
    states: {
      planned: state("prévue", "planned", ["running"]),
      running: state("en cours", "running", ["contradictory"], { needs: ["sample"] }),
      contradictory: state("en phase contradictoire", "answered by the body", ["closed"], { needs: ["findings"] }),
      closed: state("close", "closed", [], { needs: ["answers", "followUp"], decided: true }),
    },
  },
  contact: {
    subject: "Contact",
    label: label("Correspondants", "Contacts"),
    lead: label(
      "Qui répond, dans chaque organisme, des données (AMDAC), de la sécurité (FSSI) et de la protection des données (DPD).",
      "Who answers in each body for data (AMDAC), for security (FSSI) and for data protection (DPO).",
    ),
    ofBody: true,
    due: due("Fin de fonction", "End of office"),
    fields: {
      office: {
        kind: "choice",
        label: label("Fonction", "Office"),
        choices: {
          amdac: label("AMDAC", "AMDAC"),
          fssi: label("FSSI", "FSSI"),
          dpd: label("DPD", "DPO"),
        },
      },
      email: { kind: "email", label: label("Adresse de fonction", "Address of the office"), max: 200 },
      deputy: { kind: "email", label: label("Suppléance", "Deputy"), max: 200, ...LATER },
    },
    states: {
      current: state("en fonction", "in office", ["ended"]),
      ended: state("fin de fonction", "ended", []),
    },
  },
} as const satisfies Readonly<Record<string, PlanKind>>;
