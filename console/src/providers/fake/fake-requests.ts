import type { RequestRow } from "../../generated/operations";
import { organisationById } from "./fake-organisations";
import type { FakePool } from "./fake-pools";
import type { FakeUseCase } from "./fake-use-cases";

type Pattern = readonly [
  outcome: "served" | "refused" | "failed" | "cancelled",
  code: string | null,
  totalMs: number,
  status: number,
];

const PATTERNS: readonly Pattern[] = [
  ["refused", "pool.none_eligible", 0.9, 503],
  ["served", null, 2140, 200],
  ["refused", "budget.exceeded", 0.6, 429],
  ["served", null, 12_800, 200],
  ["refused", "key.expired", 0.1, 401],
  ["served", null, 860, 200],
  ["failed", "endpoint.cut", 9200, 502],
  ["refused", "use_case.suspended", 0.2, 403],
  ["cancelled", null, 3700, 499],
  ["served", null, 3100, 200],
];
const COUNT = 64;

/** The last requests, newest first, in a fixed pattern. */
export function makeRequests(useCases: readonly FakeUseCase[], now: Date): RequestRow[] {
  const callers = useCases.filter((one) => one.applications.length > 0);
  return Array.from({ length: COUNT }, (_, index) => {
    const [outcome, code, totalMs, status] = PATTERNS[index % PATTERNS.length] ?? PATTERNS[1]!;
    const useCase = callers[index % callers.length]!;
    const application = useCase.applications[index % 2] ?? useCase.applications[0]!;
    const answered = outcome !== "refused";
    return {
      id: `r1-01KAT${String(7_204_118 - index)}-${String(4000 - index)}7QK2`,
      at: new Date(now.getTime() - 32_000 - index * 47_000).toISOString(),
      outcome,
      code,
      status,
      useCaseId: useCase.id,
      useCaseName: useCase.name,
      applicationName: application.name,
      modelName: "redaction-24b",
      poolName: answered ? "H100 · Sensible · Nord" : null,
      inputTokens: answered ? 1820 + index * 7 : null,
      outputTokens: answered ? 240 + index : null,
      costEuro: answered ? 0.0041 : null,
      amounts: answered ? [{ quantity: "costMicroEuro", amount: 0.0041 }] : [],
      firstTokenMs: answered ? 310 : null,
      totalMs,
      organisation: organisationById(useCase.organisationId),
    };
  });
}

const SOVEREIGNTY = {
  rule: "SOUV-04",
  version: 3,
  effect: "deny",
  code: "qualification.expired",
  fr: "Donnée d’une sensibilité particulière : le cloud commercial doit être qualifié le jour de la requête.",
  en: "Data of particular sensitivity: the commercial cloud must be qualified on the day of the request.",
  legal: [{ text: "Loi n° 2024-449, article 31", url: "https://www.legifrance.gouv.fr/" }],
  derogable: true,
  silenced: null,
};
const SECURITY = {
  rule: "SECU-16",
  version: 2,
  effect: "deny",
  code: "label.not_accepted",
  fr: "Une requête va sur un groupe de même sensibilité.",
  en: "A request goes to a pool of the same sensitivity.",
  legal: [{ text: "ANSSI, IA générative, R16", url: null }],
  derogable: false,
  silenced: null,
};

/** The full decision of one request. */
export function decisionOf(summary: RequestRow, pools: readonly FakePool[]) {
  const served = summary.outcome === "served";
  const reached =
    summary.code === null || ["pool.none_eligible", "budget.exceeded", "endpoint.cut"].includes(summary.code);
  const none = summary.code === "pool.none_eligible";
  const spent = summary.code === "budget.exceeded";
  const levels = [
    level("app", summary.applicationName ?? "", "request", 40, 1, 16, true),
    level("use-case", summary.useCaseName ?? "", "token", 12_000_000, 2868, 812_400, true),
    level(
      "ministry",
      summary.organisation?.name ?? "",
      "micro_euro",
      9_500_000_000,
      4100,
      spent ? 900 : 3_379_600_000,
      !spent,
    ),
    level("state", "État", "micro_euro", 120_000_000_000, 4100, 41_200_000_000, true),
  ];
  return {
    summary,
    labels: ["personal"],
    snapshotNumber: 48_211,
    bundleDigest: "sha256:9f3c2d71e40a55b81c0de9a7b21a",
    stages: stagesOf(summary.totalMs, reached, served || summary.outcome !== "refused"),
    pools: reached ? pools.map((pool, index) => verdict(pool, index, none)) : [],
    levels: reached && !none ? levels : [],
    endpoint: summary.outcome === "refused" ? null : ENDPOINT,
    cachedInputTokens: served ? 1024 : null,
    estimated: summary.outcome === "failed",
    gpuSeconds: served ? 0.82 : null,
    kWh: served ? 0.00021 : null,
    kgCO2eq: served ? 0.0000092 : null,
    energyMethod: "ecologits",
    simulated: true,
    remedies: served ? [] : remediesOf(summary.code),
  };
}

const ENDPOINT = {
  url: "http://127.0.0.1:8101",
  deploymentId: "dep-nord-0",
  profile: "round-robin",
  attempts: 1,
  scores: [
    { endpointId: "e1", url: "http://127.0.0.1:8101", score: 1 },
    { endpointId: "e2", url: "http://127.0.0.1:8102", score: 0.92 },
  ],
};

function stagesOf(totalMs: number, reached: boolean, dispatched: boolean) {
  const early = [
    { name: "ingress", ms: 0.12 },
    { name: "identify", ms: 0.05 },
  ];
  if (!reached) return [...early, { name: "total", ms: totalMs }];
  const admitted = [...early, { name: "admit", ms: 0.31 }];
  return dispatched
    ? [...admitted, { name: "pick", ms: 0.02 }, { name: "firstByte", ms: 310 }, { name: "total", ms: totalMs }]
    : [...admitted, { name: "total", ms: totalMs }];
}

function verdict(pool: FakePool, index: number, none: boolean) {
  const reasons = index === 0 ? (none ? [SOVEREIGNTY] : []) : index === 1 ? [SOVEREIGNTY] : [SECURITY];
  return { poolId: pool.id, poolName: pool.name, eligible: reasons.length === 0, reasons };
}

function level(id: string, name: string, unit: string, ceiling: number, asked: number, held: number, ok: boolean) {
  return {
    nodeId: id,
    nodeName: name,
    ceilingId: `c-${id}`,
    unit,
    ceiling,
    asked,
    held,
    left: null,
    reserved: null,
    ok,
  };
}

function remediesOf(code: string | null) {
  const retry = { code: "retry", fr: "Réessayer plus tard", en: "Try again later", actor: "caller" };
  const raise = {
    code: "budget.raise",
    fr: "Augmenter le budget du ministère",
    en: "Raise the ministry’s budget",
    actor: "ministry",
  };
  const derogate = {
    code: "derogation",
    fr: "Demander une dérogation à SOUV-04",
    en: "Ask for a derogation from SOUV-04",
    actor: "compliance",
  };
  const renew = { code: "key.renew", fr: "Délivrer une nouvelle clé", en: "Issue a new key", actor: "ministry" };
  if (code === "budget.exceeded") return [raise, retry];
  if (code === "pool.none_eligible") return [derogate, retry];
  if (code?.startsWith("key.") === true) return [renew];
  return [retry];
}
