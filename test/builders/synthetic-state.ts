import type { DataLabel } from "@socle/contracts";
import type { Quarter } from "../../control-plane/src/capacity/domain/campaign/quarter.ts";
import type {
  ConsolidationInput,
  LineInput,
  NeedInput,
} from "../../control-plane/src/capacity/domain/consolidation/consolidation-input.ts";
import type { Criticality, NeedContent } from "../../control-plane/src/capacity/domain/need/capacity-need.ts";
import { aLine } from "./capacity.builder.ts";
import { randomFrom } from "./random.ts";

/** How big a State to invent. */
export interface StateSize {
  readonly ministries: number;
  readonly needsEach: number;
  readonly quarters: number;
  readonly seed: number;
}

const QUARTERS: readonly Quarter[] = ["2026Q4", "2027Q1", "2027Q2", "2027Q3", "2027Q4", "2028Q1", "2028Q2", "2028Q3"];
const MODELS = ["mistral-small-3.2-24b", "qwen3-8b", "llama-3.3-70b", "devstral-small-24b", "qwen3-30b-a3b"] as const;
const LABELS: readonly (readonly DataLabel[])[] = [
  ["internal"],
  ["internal", "personal"],
  ["internal", "health"],
  ["internal", "dr"],
];
const OPEN: readonly DataLabel[] = ["public", "internal", "personal"];
const POOLS = [
  { slug: "h100-ouvert", gpuType: "H100-80GB", labels: OPEN, gpus: 96, observed: 92 },
  { slug: "h100-sensible", gpuType: "H100-80GB", labels: [...OPEN, "health", "secret_pro"], gpus: 64, observed: 64 },
  { slug: "h200-ouvert", gpuType: "H200-141GB", labels: OPEN, gpus: 32, observed: null },
  { slug: "a100-restreint", gpuType: "A100-80GB", labels: [...OPEN, "dr"], gpus: 48, observed: 60 },
] as const satisfies ConsolidationInput["pools"];
const REGIONS = ["Île-de-France", "Bretagne", "Occitanie"] as const;

const uuid = (kind: number, number: number): string =>
  `01890000-0000-7000-8${kind.toString(16).padStart(3, "0")}-${number.toString(16).padStart(12, "0")}`;

/** Ministries with needs, lines of GPUs and rights in four pools; one need in thirty names a model that nobody knows. */
export function syntheticState({ ministries, needsEach, quarters, seed }: StateSize): ConsolidationInput {
  const random = randomFrom(seed);
  const upTo = (count: number): number => Math.floor(random() * count);
  const pick = <Item>(items: readonly Item[]): Item => items[upTo(items.length)] as Item;
  const horizon = QUARTERS.slice(0, quarters);
  const bodies = Array.from({ length: ministries }, (_, at) => ({
    id: uuid(1, at + 1),
    slug: `ministere-${at + 1}`,
    name: `Ministère ${at + 1}`,
  }));
  const needOf = (ministryId: string, number: number): NeedInput => {
    const model = number % 30 === 29 ? "modele-inconnu" : pick(MODELS);
    const content: NeedContent = {
      reference: `besoin-${number}`,
      title: `Besoin ${number}`,
      useCase: null,
      profile: number % 20 === 7 ? "training" : "interactive",
      model,
      labels: pick(LABELS),
      criticality: (1 + upTo(4)) as Criticality,
      users: null,
      peakConcurrency: number % 11 === 3 ? 1 + upTo(60) : null,
      peakHourPercent: 10 + upTo(6),
      inputTokens: 200 + upTo(4000),
      inputTokensP95: null,
      outputTokens: 50 + upTo(800),
      outputTokensP95: null,
      contextMax: null,
      ttftTargetMs: number % 3 === 0 ? 1500 + upTo(4000) : null,
      itlTargetMs: number % 4 === 0 ? 60 + upTo(100) : null,
      availabilityPercent: null,
      batchablePercent: upTo(3) * 20,
      figures: pick(["declared", "measured", "estimated"] as const),
      fundingLine: null,
      justification: "Courrier des usagers",
      quantities: horizon.map((quarter, at) => {
        const likely = Math.round((500 + upTo(40_000)) * 1.08 ** at);
        return { quarter, low: Math.round(likely * 0.7), likely, high: Math.round(likely * 1.6) };
      }),
    };
    const id = uuid(2, Number.parseInt(ministryId.slice(-6), 16) * 10_000 + number);
    return {
      id,
      ministryId,
      organisationId: ministryId,
      content,
      model,
    };
  };
  const lineOf = (ministryId: string, number: number): LineInput => {
    const { slug, gpuType, labels } = POOLS[number % POOLS.length] ?? POOLS[0];
    const gpuCount = 1 + upTo(12);
    return {
      id: uuid(3, Number.parseInt(ministryId.slice(-6), 16) * 100 + number),
      ministryId,
      line: aLine({
        reference: `ligne-${number}`,
        site: "Osny",
        region: pick(REGIONS),
        pool: number < 3 ? slug : null,
        gpuType,
        gpuCount,
        acquisitionYear: 2023 + upTo(3),
        supportEnd: number === 1 ? "2027-06-30" : null,
        annualCostEuros: gpuCount * (9000 + upTo(4000)),
        pue: 1.2 + upTo(4) / 10,
        qualification: number === 2 ? "SNC-2024-07" : null,
        qualificationEnd: number === 2 ? "2027-01-15" : null,
        labels,
        utilisationPercent: upTo(101),
        shareablePercent: 10 * upTo(11),
        keptGpus: upTo(gpuCount + 1),
        availableFrom: number === 3 ? "2027-01-01" : null,
      }),
    };
  };
  return {
    campaign: { id: uuid(0, 1), name: "Campagne d'automne 2026", quarters: horizon },
    ministries: bodies,
    needs: bodies.flatMap(({ id }) => Array.from({ length: needsEach }, (_, at) => needOf(id, at))),
    lines: bodies.flatMap(({ id }) => Array.from({ length: 5 }, (_, at) => lineOf(id, at))),
    allocations: bodies.flatMap(({ id }, at) =>
      [0, 1].map((which) => {
        const { slug, gpuType, labels } = POOLS[(at + 2 * which) % POOLS.length] ?? POOLS[0];
        const nominal = (1 + upTo(400)) / 100;
        const usedP95 = at % 3 === 0 ? Math.round(nominal * upTo(100)) / 100 : null;
        return { id: uuid(4, at * 10 + which), ministryId: id, pool: slug, gpuType, labels, nominal, usedP95 };
      }),
    ),
    pools: POOLS,
    profiles: [],
  };
}
