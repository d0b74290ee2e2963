import type { DataLabel } from "@socle/contracts";
import { inLanguage, type ReportLanguage } from "../../../../kernel/report-table.js";
import type { ConsolidationState } from "../../../domain/consolidation/consolidation-life.js";
import type { FigureNote } from "../../../domain/consolidation/consolidation.js";
import type { Unsized } from "../../../domain/consolidation/demand/size-campaign.js";
import type { ReconciliationLine } from "../../../domain/consolidation/reconciliation.js";
import type { Expiry } from "../../../domain/consolidation/signals/expiries.js";
import type { Zone } from "../../../domain/consolidation/zone.js";
import type { Hosting } from "../../../domain/declaration/capacity-line.js";
import type { Basis } from "../../../domain/profiles/source.js";

type Words<Code extends string> = Readonly<Record<Code, string>>;

const STATE: Words<ConsolidationState> = {
  computing: "en calcul | being computed",
  computed: "à relire | to be reviewed",
  reviewed: "relue | reviewed",
  published: "publiée | published",
  failed: "échouée | failed",
  cancelled: "annulée | cancelled",
};
const ZONE: Words<Zone> = {
  open: "courante | ordinary",
  sensitive: "sensible | sensitive",
  dr: "diffusion restreinte | restricted",
};
const HOSTING: Words<Hosting> = {
  state_internal: "interne à l’État | internal to the State",
  state_community: "communautaire de l’État | community of the State",
  commercial: "commerciale | commercial",
};
const LABEL: Words<DataLabel> = {
  public: "publiques | public",
  internal: "internes | internal",
  personal: "personnelles | personal",
  special_category: "catégories particulières | special categories",
  health: "santé | health",
  secret_pro: "secret professionnel | professional secrecy",
  sren31: "sensibles (SREN 31) | sensitive (SREN 31)",
  dr: "diffusion restreinte | restricted",
  classified: "classifiées | classified",
};
const BASIS: Words<Basis | FigureNote["basis"]> = {
  declared: "déclaré | declared",
  measured: "mesuré | measured",
  published: "publié | published",
  estimated: "calculé | computed",
};
const EXPIRY: Words<Expiry["kind"]> = {
  qualification: "qualification | qualification",
  support: "support | support",
  availability: "disponibilité | availability",
  amortisation: "amortissement | amortisation",
};
const UNSIZED: Words<Unsized["why"]> = {
  no_gpu_kind: "aucun GPU ne prend ces données | no GPU takes these data",
  model_unknown: "modèle sans profil connu | model without a known profile",
  no_configuration: "aucune configuration ne tient les objectifs | no configuration meets the targets",
};
const EQUALITY: Words<ReconciliationLine["code"]> = {
  granted_and_unmet_are_need: "Couverts + non couverts = besoins | Granted + unmet = needs",
  cells_are_needs: "Somme des cellules = somme des besoins | Sum of cells = sum of needs",
  cells_are_declared_lines: "Déclarés des cellules = lignes déclarées | Declared in cells = declared lines",
  cells_are_rights: "Alloués des cellules = droits | Allocated in cells = rights",
  pools_are_verified: "GPU des groupes et GPU vérifiés | GPUs of pools and verified GPUs",
  granted_within_rights: "Couverts et droits | Granted and rights",
};
/** Figures by their columns, with how each is got. */
const FIGURE: Words<string> = {
  demand: "Besoin | Demand",
  declared: "Déclarés | Declared",
  verified: "Vérifiés | Verified",
  offered: "Offerts | Offered",
  allocated: "Alloués | Allocated",
  usedP95: "Utilisés, p95 | Used, p95",
  idleLendable: "Oisifs prêtables | Idle, lendable",
  granted: "Couverts | Granted",
  unmet: "Non couverts | Unmet",
};
const METHOD: Words<string> = {
  demand: "dimensionnement | sizing",
  declared:
    "lignes acceptées, présentes le premier jour du trimestre | accepted lines, there on the first day of the quarter",
  verified:
    "vus dans le groupe que sert la ligne, au plus ce qui est déclaré | seen in the pool that the line serves, at most what is declared",
  offered: "déclarés × part partageable, arrondi par défaut | declared × shareable share, rounded down",
  allocated:
    "droits dans les groupes, hors droits contenus dans un autre | rights in pools that no right above contains",
  usedP95:
    "grand livre : 95e centile des GPU moyens par jour, 90 jours | ledger: 95th percentile of daily mean GPUs, 90 days",
  idleLendable:
    "min(offerts, déclarés − le plus grand des gardés et des employés) | min(offered, declared − greater of kept and in use)",
  granted:
    "besoin probable couvert par des droits, les plus critiques d’abord | likely demand covered by rights, most critical first",
  unmet: "besoin probable − couverts | likely demand − granted",
};
const CITED: Words<string> = {
  "savings/1": "GPU gardés pour des trimestres entiers | GPUs kept on for whole quarters",
  "k-3-85/1":
    "Au moins trois ministères par ligne, aucun au-dessus de 85 % | At least three ministries a row, none above 85 %",
};

const KINDS = {
  state: STATE,
  zone: ZONE,
  hosting: HOSTING,
  label: LABEL,
  basis: BASIS,
  expiry: EXPIRY,
  unsized: UNSIZED,
  equality: EQUALITY,
  figure: FIGURE,
  method: METHOD,
} as const;
export type WordsOf = (kind: keyof typeof KINDS, code: string) => string;

/** Name of a ministry by its id. */
export type NameOf = (ministryId: string) => string;

/** Codes of a consolidation in words, for pages that people print; what has none is printed as it is. */
export const consolidationWords =
  (language: ReportLanguage): WordsOf =>
  (kind, code) =>
    inLanguage((KINDS[kind] as Words<string>)[code] ?? code, language);

/** A method by its version, `savings/1` or `k-3-85/1`, with what it does. */
export function methodWords(method: string, language: ReportLanguage): string {
  const version = method.split(";")[0] ?? method;
  const words = CITED[version];
  return words === undefined ? method : `${inLanguage(words, language)} (${version})`;
}
