import { DATA_LABELS } from "@socle/contracts";
import type { Quarter } from "../campaign/quarter.js";
import type { FigureOrigin, NeedContent, NeedProfile } from "../need/capacity-need.js";
import { choice, field, withKeys, type FieldDraft, type FieldRule, type Template } from "./template-field.js";

const text = (maxLength: number): FieldRule => ({ kind: "text", maxLength });
const integer = (min: number, max: number): FieldRule => ({ kind: "integer", min, max });
const percent: FieldRule = { kind: "decimal", min: 0, max: 100 };
const TOKENS = integer(1, 10_000_000);
const optional = { optional: true } as const;

const PROFILES: Readonly<Record<NeedProfile, string>> = {
  interactive: "Interactif | Interactive",
  batch: "Différé | Batch",
  training: "Entraînement | Training",
};
const ORIGINS: Readonly<Record<FigureOrigin, string>> = {
  declared: "Déclarés | Declared",
  measured: "Mesurés | Measured",
  estimated: "Estimés | Estimated",
};

/** Every field but the quantities, once: the compiler refuses a field of `NeedContent` that has no entry here. */
const FIELDS: Readonly<Record<Exclude<keyof NeedContent, "quantities">, FieldDraft>> = {
  reference: field(
    "Référence | Reference",
    "Votre nom pour le besoin, unique | Your name for the need, unique",
    text(64),
  ),
  title: field("Intitulé | Title", "En quelques mots | In a few words", text(160)),
  useCase: field("Cas d'usage | Use case", "Identifiant du cas d'usage | Slug of the use case", text(60), optional),
  profile: field("Profil | Profile", "Comment les GPU serviraient | How the GPUs would be used", choice(PROFILES)),
  model: field("Modèle | Model", "Modèle ou classe de capacité | Model or class of capability", text(120)),
  labels: field("Étiquettes | Labels", "Données traitées | Data processed", {
    kind: "labels",
    choices: DATA_LABELS.filter((label) => label !== "classified"),
  }),
  criticality: field(
    "Criticité | Criticality",
    "De 1, servi en premier, à 4 | From 1, served first, to 4",
    integer(1, 4),
  ),
  users: field("Utilisateurs | Users", "Personnes | People", integer(0, 100_000_000), optional),
  peakConcurrency: field(
    "Simultanés | At once",
    "Requêtes au pire moment | Requests at the worst moment",
    integer(0, 10_000_000),
    optional,
  ),
  peakHourPercent: field(
    "Heure de pointe | Peak hour",
    "Part d'un jour dans son heure la plus chargée | Share of a day in its busiest hour",
    percent,
    {
      unit: "%",
      fallback: 12,
    },
  ),
  inputTokens: field("Jetons en entrée | Input tokens", "Moyenne d'une requête | Mean of a request", TOKENS),
  inputTokensP95: field("Jetons en entrée, p95 | Input tokens, p95", "95e centile | 95th percentile", TOKENS, optional),
  outputTokens: field("Jetons en sortie | Output tokens", "Moyenne d'une requête | Mean of a request", TOKENS),
  outputTokensP95: field(
    "Jetons en sortie, p95 | Output tokens, p95",
    "95e centile | 95th percentile",
    TOKENS,
    optional,
  ),
  contextMax: field("Contexte | Context", "Jetons au plus | Tokens at most", TOKENS, optional),
  ttftTargetMs: field("Premier jeton | First token", "95e centile | 95th percentile", integer(1, 3_600_000), {
    unit: "ms",
    ...optional,
  }),
  itlTargetMs: field("Entre jetons | Between tokens", "95e centile | 95th percentile", integer(1, 60_000), {
    unit: "ms",
    ...optional,
  }),
  availabilityPercent: field("Disponibilité | Availability", "Part du temps | Share of the time", percent, {
    unit: "%",
    ...optional,
  }),
  batchablePercent: field(
    "Différable | Deferrable",
    "Part qui peut tourner la nuit | Share that may run at night",
    percent,
    {
      unit: "%",
      fallback: 0,
    },
  ),
  figures: field("Chiffres | Figures", "D'où ils viennent | Where they come from", choice(ORIGINS), {
    fallback: "declared",
  }),
  fundingLine: field(
    "Ligne budgétaire | Funding line",
    "Programme et action | Programme and action",
    text(120),
    optional,
  ),
  justification: field("Justification | Justification", "Pourquoi | Why", text(2000)),
};

/** Fields of a need that every campaign asks for. */
export const NEED_KEYS = Object.keys(FIELDS) as readonly (keyof typeof FIELDS)[];

export const QUANTITY_LEVELS = ["low", "likely", "high"] as const;
export type QuantityLevel = (typeof QUANTITY_LEVELS)[number];
const LEVEL_WORDS: Readonly<Record<QuantityLevel, readonly [string, string]>> = {
  low: ["bas", "low"],
  likely: ["probable", "likely"],
  high: ["haut", "high"],
};

/** Key of a quantity's field, such as `2026Q4_likely`. */
export const quantityKey = (quarter: Quarter, level: QuantityLevel): string => `${quarter}_${level}`;

const quantityFields = (quarters: readonly Quarter[]): Readonly<Record<string, FieldDraft>> =>
  Object.fromEntries(
    quarters.flatMap((quarter) =>
      QUANTITY_LEVELS.map((level) => {
        const [fr, en] = LEVEL_WORDS[level];
        const help = "Requêtes par jour, ou heures de GPU du trimestre | Requests a day, or GPU-hours of the quarter";
        return [
          quantityKey(quarter, level),
          field(`${quarter} ${fr} | ${quarter} ${en}`, help, { kind: "decimal", min: 0, max: 1e10 }),
        ];
      }),
    ),
  );

/** What a need asks for, in a campaign of these quarters. */
export const needTemplate = (quarters: readonly Quarter[]): Template => ({
  target: "need",
  version: 1,
  fields: withKeys({ ...FIELDS, ...quantityFields(quarters) }),
});
