import type { PlanKind } from "./plan-kind.js";
import { day, due, label, LATER, line, state, text, url } from "./plan-words.js";

/** What the State says to all, and everybody reads. */
export const OF_THE_STATE = {
  deadline: {
    subject: "Deadline",
    label: label("Échéances", "Deadlines"),
    lead: label(
      "Ce que le plan annonce pour un jour ou pour une période.",
      "What the plan announces for a day or for a period.",
    ),
    ofBody: false,
    due: due("Échéance", "Due", true),
    fields: { promise: text("Engagement", "Commitment"), evidence: url("Preuve", "Evidence") },
    states: {
      awaited: state("attendue", "awaited", ["kept", "missed"]),
      missed: state("manquée", "missed", ["kept"]),
      kept: state("tenue", "kept", []),
    },
  },
  partnership: {
    subject: "Partnership",
    label: label("Partenariats", "Partnerships"),
    lead: label(
      "Partenariats structurants et base industrielle et technologique du numérique (BITN) : leur objet, leur contrepartie, la réversibilité.",
      "Structuring partnerships and the industrial and technological base of digital (BITN): their scope, what is given in return, how to leave.",
    ),
    ofBody: false,
    due: due("Fin", "End"),
    fields: {
      partner: line("Partenaire", "Partner"),
      country: { kind: "country", label: label("Pays", "Country") },
      field: {
        kind: "choice",
        label: label("Domaine", "Field"),
        choices: {
          ai: label("IA générative", "generative AI"),
          cloud: label("cloud souverain", "sovereign cloud"),
          compute: label("calcul", "compute"),
          security: label("cybersécurité", "cybersecurity"),
          software: label("logiciels", "software"),
          research: label("recherche", "research"),
        },
      },
      base: {
        kind: "choice",
        label: label("Relève de la BITN", "Part of the BITN"),
        choices: { yes: label("oui", "yes"), no: label("non", "no") },
      },
      scope: text("Objet", "Scope"),
      counterpart: text("Contrepartie", "Given in return", LATER),
      reversibility: text("Réversibilité", "How to leave", LATER),
    },
    states: {
      talks: state("en discussion", "in talks", ["active", "ended"]),
      active: state("engagé", "active", ["ended"], { needs: ["counterpart", "reversibility"] }),
      ended: state("terminé", "ended", []),
    },
  },
  standard: {
    subject: "Standard",
    label: label("Standards communs", "Common standards"),
    lead: label("Ce qu'ARIANE fixe pour tous.", "What ARIANE sets for everybody."),
    ofBody: false,
    due: due("Applicable à partir du", "Applies from"),
    fields: {
      version: line("Version", "Version", { max: 40 }),
      scope: text("À quoi il s'applique", "What it applies to"),
      reference: url("Texte", "Text"),
    },
    states: {
      draft: state("en projet", "draft", ["in_force"]),
      in_force: state("en vigueur", "in force", ["replaced"]),
      replaced: state("remplacé", "replaced", []),
    },
  },
  agreement: {
    subject: "FrameworkAgreement",
    label: label("Accords-cadres", "Framework agreements"),
    lead: label(
      "Ce que l'État négocie avec les organisations syndicales, et ce qui en est appliqué.",
      "What the State negotiates with the trade unions, and what of it is applied.",
    ),
    ofBody: false,
    due: due("Signature attendue", "Signature due"),
    fields: {
      parties: text("Parties", "Parties"),
      scope: text("Objet", "Scope"),
      training: text("Plan de formation", "Training plan", LATER),
      reference: url("Texte", "Text"),
    },
    states: {
      negotiation: state("en négociation", "in negotiation", ["signed", "abandoned"]),
      signed: state("signé", "signed", ["applied"], { needs: ["training"] }),
      applied: state("appliqué", "applied", []),
      abandoned: state("abandonné", "abandoned", []),
    },
  },
  extension: {
    subject: "LabelExtension",
    label: label("Extension de SecNumCloud", "Extension of SecNumCloud"),
    lead: label(
      "L'extension du label aux opérateurs d'importance vitale, secteur par secteur.",
      "The label's extension to operators of vital importance, sector by sector.",
    ),
    ofBody: false,
    due: due("Entrée en vigueur", "Comes into force"),
    fields: {
      sector: line("Secteur", "Sector"),
      operators: { kind: "whole", label: label("Opérateurs", "Operators"), min: 0, max: 100_000, ...LATER },
      duty: text("Obligation", "Duty"),
      reference: url("Texte", "Text"),
    },
    states: {
      studied: state("à l'étude", "studied", ["decided", "abandoned"]),
      decided: state("décidée", "decided", ["in_force"]),
      in_force: state("en vigueur", "in force", []),
      abandoned: state("abandonnée", "abandoned", []),
    },
  },
  guide: {
    subject: "UsageGuide",
    label: label("Guide d'usage", "Usage guide"),
    lead: label(
      "Les versions du guide d'usage de l'IA, et la mention qu'un contenu partiellement généré porte.",
      "Versions of the guide to the use of AI, and the mention that partially generated content carries.",
    ),
    ofBody: false,
    due: due("Applicable à partir du", "Applies from", true),
    fields: {
      version: line("Version", "Version", { max: 40 }),
      principles: text("Principes, un par ligne", "Principles, one a line"),
      mention: text("Mention d'un contenu partiellement généré", "Mention of partially generated content", {
        max: 500,
      }),
      reference: url("Texte", "Text"),
    },
    states: {
      draft: state("en projet", "draft", ["published"]),
      published: state("publiée", "published", ["replaced"], { decided: true }),
      replaced: state("remplacée", "replaced", []),
    },
  },
  indicator: {
    subject: "Indicator",
    label: label("Indicateurs", "Indicators"),
    lead: label(
      "Ce que l'enquête auprès de 2 000 agents et d'autres mesures ont dit, dans leurs propres mots.",
      "What the survey of 2,000 agents and other measures said, in their own words.",
    ),
    ofBody: false,
    due: due("Prochaine mesure", "Next measure"),
    fields: {
      wording: text("Formulation exacte", "Exact wording", { max: 500 }),
      value: { kind: "number", label: label("Valeur", "Value"), min: -1e12, max: 1e12 },
      unit: {
        kind: "choice",
        label: label("Unité", "Unit"),
        choices: {
          percent: label("%", "%"),
          agents: label("agents", "agents"),
          hours: label("heures", "hours"),
          euros: label("€", "€"),
          count: label("nombre", "count"),
        },
      },
      population: line("Population", "Population"),
      measured: day("Mesuré le", "Measured on"),
      reference: url("Publication", "Publication"),
    },
    states: {
      stated: state("en cours", "current", ["replaced"]),
      replaced: state("remplacé par une mesure plus récente", "replaced by a later measure", []),
    },
  },
  offer: {
    subject: "TrainingOffer",
    label: label("Offre de formation", "Training offers"),
    lead: label(
      "Ce que les ISP, l'Inria, l'IHEMI, Mentor et d'autres proposent aux agents et à leurs cadres.",
      "What the ISP, Inria, IHEMI, Mentor and others offer to agents and their managers.",
    ),
    ofBody: false,
    due: due("Ouverture", "Opens"),
    fields: {
      provider: line("Organisme", "Provider"),
      audience: line("Public", "Audience"),
      programme: text("Programme", "Programme"),
      reference: url("Inscription", "Registration"),
    },
    states: {
      announced: state("annoncée", "announced", ["open"]),
      open: state("ouverte", "open", ["closed"]),
      closed: state("fermée", "closed", ["open"]),
    },
  },
} as const satisfies Readonly<Record<string, PlanKind>>;
