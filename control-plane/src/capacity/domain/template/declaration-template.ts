import { DATA_LABELS } from "@socle/contracts";
import type { AcquisitionMode, CapacityLine, Hosting } from "../declaration/capacity-line.js";
import { choice, field, withKeys, type FieldDraft, type FieldRule, type Template } from "./template-field.js";

const text = (maxLength: number): FieldRule => ({ kind: "text", maxLength });
const integer = (min: number, max: number): FieldRule => ({ kind: "integer", min, max });
const decimal = (min: number, max: number): FieldRule => ({ kind: "decimal", min, max });
const date: FieldRule = { kind: "date", min: "2000-01-01", max: "2060-12-31" };
const optional = { optional: true } as const;

const HOSTING: Readonly<Record<Hosting, string>> = {
  state_internal: "Interne à l'État | State, internal",
  state_community: "Communautaire de l'État | State, community",
  commercial: "Commercial | Commercial",
};
const ACQUISITION: Readonly<Record<AcquisitionMode, string>> = {
  owned: "Achat | Owned",
  leased: "Location | Leased",
  cloud: "Nuage | Cloud",
  market: "Marché | Framework contract",
};

/** Every field of a line, once: the compiler refuses a field of `CapacityLine` that has no entry here. */
const FIELDS: Readonly<Record<keyof CapacityLine, FieldDraft>> = {
  reference: field(
    "Référence | Reference",
    "Votre nom pour la ligne, unique | Your name for the line, unique",
    text(64),
  ),
  site: field("Site | Site", "Ville et bâtiment | Town and building", text(120)),
  region: field("Région | Region", "Région du site | Region of the site", text(80), optional),
  hosting: field("Hébergement | Hosting", "Qui exploite les machines | Who runs the machines", choice(HOSTING)),
  pool: field("Groupe de GPU | Pool", "Identifiant du groupe servi | Slug of the pool they serve", text(60), optional),
  gpuType: field("Type de GPU | GPU type", "Par exemple H100-80GB | For example H100-80GB", { kind: "gpu_type" }),
  gpuCount: field("Nombre de GPU | GPU count", "Au moins 1 | At least 1", integer(1, 100_000)),
  vramGb: field("Mémoire par GPU | Memory per GPU", "D'un GPU | Of one GPU", integer(1, 2_000), {
    unit: "GB",
    ...optional,
  }),
  interconnect: field("Interconnexion | Interconnect", "NVLink, InfiniBand… | NVLink, InfiniBand…", text(80), optional),
  cpuCores: field("Cœurs | Cores", "De la ligne entière | Of the whole line", integer(0, 10_000_000), optional),
  ramGb: field("Mémoire vive | Memory", "De la ligne entière | Of the whole line", integer(0, 100_000_000), {
    unit: "GB",
    ...optional,
  }),
  storageTb: field("Stockage | Storage", "De la ligne entière | Of the whole line", decimal(0, 1_000_000), {
    unit: "TB",
    ...optional,
  }),
  softwareStack: field("Logiciels | Software", "Moteur, orchestrateur | Engine, orchestrator", text(400), optional),
  acquisitionMode: field(
    "Acquisition | Acquisition",
    "Comment ils ont été obtenus | How they were obtained",
    choice(ACQUISITION),
  ),
  acquisitionYear: field("Année d'acquisition | Acquired in", "Année | Year", integer(2000, 2060), optional),
  amortisationEnd: field("Fin d'amortissement | Amortised until", "Date | Date", date, optional),
  supportEnd: field("Fin de support | Supported until", "Date | Date", date, optional),
  annualCostEuros: field(
    "Coût annuel | Annual cost",
    "Amortissement, énergie, hébergement, personnel | Amortisation, energy, hosting, staff",
    decimal(0, 1e9),
    {
      unit: "€",
      ...optional,
    },
  ),
  powerKw: field("Puissance | Power", "En charge | Under load", decimal(0, 100_000), { unit: "kW", ...optional }),
  pue: field("PUE | PUE", "Entre 1 et 5 | Between 1 and 5", decimal(1, 5), optional),
  kgCo2ePerKwh: field(
    "Facteur carbone | Carbon factor",
    "De l'électricité du site | Of the site's electricity",
    decimal(0, 5),
    {
      unit: "kgCO2e/kWh",
      ...optional,
    },
  ),
  qualification: field(
    "Qualification | Qualification",
    "Référence du visa | Reference of the visa",
    text(120),
    optional,
  ),
  qualificationEnd: field("Fin de qualification | Qualified until", "Date | Date", date, optional),
  labels: field(
    "Étiquettes acceptées | Accepted labels",
    "Données que ces GPU peuvent traiter | Data these GPUs may process",
    {
      kind: "labels",
      choices: DATA_LABELS.filter((label) => label !== "classified"),
    },
  ),
  utilisationPercent: field("Utilisation | Utilisation", "Part du temps | Share of the time", decimal(0, 100), {
    unit: "%",
    ...optional,
  }),
  shareablePercent: field(
    "Part partageable | Shareable share",
    "Des GPU de la ligne | Of the line's GPUs",
    decimal(0, 100),
    {
      unit: "%",
      fallback: 0,
    },
  ),
  shareableHoursPerWeek: field("Heures partageables | Shareable hours", "Par semaine | A week", decimal(0, 168), {
    unit: "h",
    fallback: 168,
  }),
  keptGpus: field("GPU conservés | GPUs kept", "Jamais prêtés | Never lent", integer(0, 100_000), { fallback: 0 }),
  availableFrom: field("Disponible du | Available from", "Date | Date", date, optional),
  availableTo: field(
    "Disponible jusqu'au | Available until",
    "Premier jour d'absence | First day gone",
    date,
    optional,
  ),
  constraints: field(
    "Contraintes | Constraints",
    "Ce qui limite l'usage | What limits their use",
    text(1000),
    optional,
  ),
  evidence: field(
    "Preuve | Evidence",
    "Facture, inventaire ou sonde | Invoice, inventory or probe",
    text(400),
    optional,
  ),
};

/** What a line of a capacity declaration asks for. */
export const DECLARATION_TEMPLATE: Template = { target: "declaration", version: 1, fields: withKeys(FIELDS) };
