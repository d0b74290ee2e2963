import type pg from "pg";
import { DATA_LABELS, type DataLabel, type PoolV1, type SnapshotV1 } from "@socle/contracts";
import { modelFacts, poolFacts, todayFacts, useCaseFacts, type Bundle } from "@socle/policies";

/** A window of decisions, written straight into the tables: what is measured is reading and judging. */
export interface WindowSize {
  readonly ministries: number;
  readonly useCases: number;
  readonly pools: number;
  readonly days: number;
  readonly records: number;
}

const id = (kind: string, number: number): string =>
  `0190${kind}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;
export const STATE = id("0001", 1);
export const dayOf = (index: number): string => new Date(Date.UTC(2026, 8, 1 + index)).toISOString().slice(0, 10);

/** Always the same sequence, so that every run measures the same window. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** The registry that decided: use cases with floors of every kind, pools of every hosting, one model on all of them. */
export function syntheticSnapshot({ ministries, useCases, pools }: WindowSize): Omit<SnapshotV1, "policies"> {
  const roll = dice(1);
  const floors: readonly DataLabel[][] = [["public"], ["internal"], ["personal"], ["internal", "sren31"], ["health"]];
  const hostings = ["state_internal", "state_community", "commercial"] as const;
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
  return {
    ...{ version: 1, number: 1, issuedAt: 0, maxStalenessSeconds: 86_400, staleLabels: ["public"] },
    organisations: [
      { id: STATE, slug: "etat", name: "État", parentId: null },
      ...numbers(ministries).map((n) => ({
        id: id("0002", n),
        slug: `m-${n}`,
        name: `Ministère ${n}`,
        parentId: STATE,
      })),
    ],
    useCases: numbers(useCases).map((n) => ({
      ...{ id: id("0003", n), slug: `cas-${n}`, name: `Cas ${n}`, organisationId: id("0002", (n % ministries) + 1) },
      ...{
        state: "deployed",
        labels: floors[n % floors.length] ?? [],
        serviceClass: "standard",
        maxOutputTokens: 8192,
      },
      standing: {
        ...{ processingRecord: n % 3 > 0, dpia: n % 2 > 0, oversight: true, evaluationDueOn: dayOf(400) },
        ...{ decisionRole: "assist", staffEffect: "augmentation", facesUsers: false, proprietary: false },
        ...{ aiActClass: "minimal", prohibitedPractice: "none", annexIii: "none" },
      },
    })),
    applications: numbers(useCases).map((n) => ({
      ...{ id: id("0004", n), slug: `app-${n}`, name: `Application ${n}`, useCaseId: id("0003", n), keys: [] },
      models: null,
    })),
    models: [
      {
        ...{ id: id("0005", 1), name: "modele", publisher: "editeur", contextWindow: 32_768 },
        provenance: {
          publisherCountry: "FR",
          weights: "open",
          format: "safetensors",
          sha256: "00",
          runsIn: "own_pool",
          trainingOnInputs: "never",
        },
      },
    ],
    aliases: [],
    pools: numbers(pools).map((n): PoolV1 => ({
      ...{ id: id("0006", n), slug: `pool-${n}`, name: `Groupe ${n}`, gpuClass: "H100", gpuCount: 64, active: true },
      acceptedLabels: DATA_LABELS.filter((label) => label !== "classified" && (n % 2 > 0 || label !== "health")),
      hosting: hostings[n % hostings.length],
      standing: {
        qualifications: ["secnumcloud", "hds"].slice(0, n % 3).map((scheme) => ({
          ...{ scheme: scheme as "hds", service: "service", covers: true, reference: "ref" },
          ...{ from: "2024-01-01", to: dayOf(20 + roll(200)) },
        })),
        ...{ locations: ["FR"], supportAccessCountries: ["FR"], tenancy: "dedicated", sealLevel: n % 5 },
        ...{ operatorCountry: "FR", nonEuHoldingMax: 0, nonEuHoldingTotal: 0, nonEuLawExposure: false },
      },
    })),
    ...{ deployments: [], allocations: [], budgets: [], limits: [] },
  };
}

/** Writes records as schedulers ship them, of requests whose size is hardly ever the same twice. */
export async function plantWindow(owner: pg.Client, size: WindowSize, active: Bundle): Promise<void> {
  const snapshot = syntheticSnapshot(size);
  await owner.query(`SELECT set_config('socle.scope', '*', false), set_config('socle.actor', 'system:bench', false)`);
  for (const { id: own, slug, name, parentId } of snapshot.organisations)
    await owner.query(
      `INSERT INTO organisation (id, slug, name, kind, parent_id, valid_from) VALUES ($1, $2, $3, $4, $5, '2020-01-01')`,
      [own, slug, name, parentId === null ? "state" : "ministry", parentId],
    );
  // The transparency log's copy is another bench's subject.
  await owner.query(`ALTER TABLE request_record DISABLE TRIGGER USER`);
  const roll = dice(2);
  for (let day = 0; day < size.days; day += 1) {
    await owner.query(`SELECT ledger_begin_day($1)`, [dayOf(day)]);
    const records = Math.floor(size.records / size.days);
    for (let from = 0; from < records; from += 5000) {
      const rows = Array.from({ length: Math.min(5000, records - from) }, (_, index) =>
        recordRow(snapshot, active, dayOf(day), day * records + from + index + 1, roll),
      );
      await owner.query(ADD, [JSON.stringify(rows)]);
    }
    await owner.query(COUNT, [dayOf(day), records]);
  }
  await owner.query(`VACUUM ANALYZE request_record`);
}

const ADD = `INSERT INTO request_record (day, replica, epoch, sequence, decision_id, at, organisation_id, use_case_id,
    application_id, model_id, outcome, code, decision, usage)
  SELECT day, 'banc', 1, sequence, "decisionId", at, "organisationId", "useCaseId", "applicationId", "modelId", outcome,
    code, decision, usage
  FROM jsonb_to_recordset($1::jsonb) AS it(day date, sequence bigint, "decisionId" text, at timestamptz,
    "organisationId" uuid, "useCaseId" uuid, "applicationId" uuid, "modelId" uuid, outcome text, code text,
    decision jsonb, usage jsonb)`;
const COUNT = `INSERT INTO usage_daily (day, organisation_id, quantity, amount, newest)
  VALUES ($1, '${STATE}', 'requests', $2, now())`;

function recordRow(
  snapshot: Omit<SnapshotV1, "policies">,
  active: Bundle,
  day: string,
  sequence: number,
  roll: (sides: number) => number,
): object {
  const n = roll(snapshot.useCases.length);
  const [useCase, application, model] = [snapshot.useCases[n], snapshot.applications[n], snapshot.models[0]];
  if (useCase === undefined || application === undefined || model === undefined) throw new Error("an empty registry");
  const added: DataLabel[] = roll(10) === 0 ? ["personal"] : [];
  const labels = DATA_LABELS.filter((label) => useCase.labels.includes(label) || added.includes(label));
  const request = {
    labels,
    askedLabels: added,
    stream: roll(2) > 0,
    decisionRef: false,
    toolCalls: 0,
    maxOutputTokens: 1 + roll(8192),
  };
  const at = Date.parse(`${day}T12:00:00Z`);
  const pools = snapshot.pools.map((pool) => {
    const facts = {
      ...{ today: todayFacts(day), useCase: useCaseFacts(useCase, [], day), model: modelFacts(model), request },
      organisation: { slug: "m", kind: "ministry", path: ["etat", "m"] },
      ...{ application: { slug: application.slug }, pool: poolFacts(pool, day) },
    };
    const { eligible, findings } = active.evaluate(facts, at);
    const reasons = findings.map(({ rule }) => ({
      ...{ rule: rule.id, version: rule.version, effect: rule.effect, code: rule.reason.code },
    }));
    return { poolId: pool.id, eligible, reasons };
  });
  const served = pools.some(({ eligible }) => eligible);
  const { organisationId } = useCase;
  const names = { applicationId: application.id, useCaseId: useCase.id, organisationId, modelId: model.id };
  const decisionId = `banc-1-${sequence}`;
  const [outcome, code] = served ? ["served", null] : ["refused", "pool.none_eligible"];
  const decision = {
    ...{ id: decisionId, at, ...names, keyId: id("0007", n), requestedModel: "modele", labels, stream: request.stream },
    ...{
      asked: { labels: added, maxOutputTokens: request.maxOutputTokens },
      outcome,
      code,
      status: served ? 200 : 403,
    },
    ...{ snapshotNumber: 1, bundleDigest: active.digest, pools, levels: [], endpoint: null },
    stages: { ingress: 0.1, identify: 0.02, admit: 0.2, pick: 0.05, firstByte: 40, total: 300 },
  };
  const usage = served ? { quantities: { inputTokens: 500, outputTokens: 200 }, totalMs: 300 } : null;
  return { day, sequence, decisionId, at: new Date(at), ...names, outcome, code, decision, usage };
}
