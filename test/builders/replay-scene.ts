import { DATA_LABELS, USE_CASE_STATES } from "@socle/contracts";
import type { DataLabel, PoolV1, SnapshotV1 } from "@socle/contracts";
import { compileBundle, loadPolicyFiles, ParisCalendar, type Bundle, type PolicyFile } from "@socle/policies";
import fc from "fast-check";
import { fileURLToPath } from "node:url";
import { FactBook, type SourceVersion } from "../../control-plane/src/compliance/domain/simulation/fact-book.js";
import type { RecordedDecision } from "../../control-plane/src/compliance/domain/simulation/recorded-decision.js";
import { factSources } from "../../control-plane/src/serving/domain/fact-sources.js";
import { judge } from "../../scheduler/src/admission/admit.js";
import { compileSnapshot } from "../../scheduler/src/kernel/snapshot/compile-snapshot.js";
import { aDeployment } from "./inference-scene.js";
import { hashOfKey, snapshot, useCase } from "./snapshot.builder.js";
import { DECLARED, FRENCH, OURS } from "./standing.builder.js";

export const RULES_OF_THE_STATE: readonly PolicyFile[] = loadPolicyFiles(
  fileURLToPath(new URL("../../policies", import.meta.url)),
);

export function bundleOf(files: readonly PolicyFile[]): Bundle {
  const result = compileBundle(files);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.bundle;
}

/** One request to be judged: what its caller wrote, and when. */
export interface Asked {
  readonly header: string | null;
  readonly maximum: number | null;
  readonly at: number;
}

const calendar = new ParisCalendar();

/** Records of requests as the scheduler judges them on a snapshot, as a replay reads them. */
export function recordsOf(source: SnapshotV1, bundle: Bundle, requests: readonly Asked[]): RecordedDecision[] {
  const compiled = compileSnapshot({ ...source, issuedAt: Number.MAX_SAFE_INTEGER }, bundle);
  const caller = compiled.callers.get(hashOfKey("sk-test"));
  if (caller === undefined) throw new Error("the snapshot has no caller");
  return requests.map(({ header, maximum, at }, index) => {
    const request = {
      model: "model",
      stream: index % 2 === 0,
      sequences: 1,
      outputParam: "max_tokens",
      servedBy: null,
      textBytes: 100,
      beyondText: false,
      decisionRef: null,
      toolCalls: 0,
    };
    const result = judge(compiled, caller, { ...request, maxOutputTokens: maximum, labelsHeader: header }, at);
    const { labels, asked, pools } = result.ok ? result.candidate : result.assessment;
    return {
      id: `r-${source.number}-${index}`,
      organisationId: caller.organisation.id,
      useCaseId: caller.useCase.id,
      applicationId: caller.application.id,
      modelId: "model",
      day: calendar.dayAt(at),
      outcome: result.ok ? "served" : "refused",
      code: result.ok ? null : result.refusal.code,
      snapshotNumber: source.number,
      bundleDigest: bundle.digest,
      request: JSON.stringify({ labels, stream: request.stream, asked }),
      pools: JSON.stringify(pools),
    };
  });
}

/** A book that holds what was archived of these snapshots. */
export function bookOf(...snapshots: readonly SnapshotV1[]): FactBook {
  const numbers = new Set(snapshots.map(({ number }) => number));
  const versions = new Map<string, SourceVersion[]>();
  for (const each of [...snapshots].sort((a, b) => a.number - b.number))
    for (const { subjectId, content } of factSources(each)) {
      const stored = JSON.parse(JSON.stringify(content)) as unknown;
      versions.set(subjectId, [...(versions.get(subjectId) ?? []), { fromNumber: each.number, content: stored }]);
    }
  const book = new FactBook((number) => numbers.has(number));
  for (const [subject, held] of versions) book.add(subject, held);
  return book;
}

const labels = fc.uniqueArray(fc.constantFrom(...DATA_LABELS), { maxLength: 3 });
const day = fc.constantFrom("2026-08-31", "2026-09-15", "2027-03-01");
const flags = { requiredKeys: [] };
const pool = (id: string): fc.Arbitrary<PoolV1> =>
  fc
    .record({
      id: fc.constant(id),
      slug: fc.constant(id),
      name: fc.constant(id),
      gpuClass: fc.constant("gpu"),
      gpuCount: fc.constant(8),
      acceptedLabels: fc.uniqueArray(fc.constantFrom(...DATA_LABELS), { minLength: 3 }),
      active: fc.boolean(),
      hosting: fc.constantFrom("state_internal", "state_community", "commercial"),
      standing: fc.record(
        {
          qualifications: fc.array(
            fc.record({
              scheme: fc.constantFrom("secnumcloud", "hds"),
              service: fc.constant("service"),
              covers: fc.boolean(),
              reference: fc.constant("ref"),
              from: fc.constant("2024-01-01"),
              to: day,
            }),
            { maxLength: 2 },
          ),
          locations: fc.constantFrom(["FR"], ["US"]),
          tenancy: fc.constantFrom("dedicated", "shared"),
          sealLevel: fc.nat(4),
        },
        flags,
      ),
    })
    .map((each) => ({ ...each, standing: { ...FRENCH, ...each.standing } }));

/** Snapshots of one use case, one model and three pools, of which a good part can serve it under the State's rules. */
export const anySnapshot: fc.Arbitrary<SnapshotV1> = fc
  .record({
    number: fc.integer({ min: 1, max: 1000 }),
    pools: fc.tuple(pool("pool-1"), pool("pool-2"), pool("pool-3")),
    state: fc.constantFrom(...USE_CASE_STATES, "deployed", "deployed", "deployed"),
    labels,
    standing: fc.record(
      {
        dpia: fc.boolean(),
        processingRecord: fc.boolean(),
        annexIii: fc.constantFrom("none", "education"),
        exitPlan: fc.boolean(),
        oversight: fc.boolean(),
      },
      flags,
    ),
    provenance: fc.record(
      {
        format: fc.constantFrom("safetensors", "safetensors", "pickle"),
        publisherCountry: fc.constantFrom("FR", "US"),
      },
      flags,
    ),
    /** Whether one lifts a rule: nowhere, everywhere or on one pool alone. */
    lifted: fc.constantFrom(null, {}, { pool: "pool-1" }),
  })
  .map(({ number, pools, state, labels: floor, standing, provenance, lifted }) =>
    snapshot({
      number,
      pools,
      useCases: [useCase({ state, labels: floor, standing: { ...DECLARED, ...standing } })],
      models: snapshot().models.map((model) => ({ ...model, provenance: { ...OURS, ...provenance } })),
      deployments: pools.map(({ id }) => aDeployment({ id: `on-${id}`, poolId: id })),
      derogations:
        lifted === null
          ? []
          : [
              {
                ...{ id: "d", useCaseId: "use-case", authority: "prime_minister", ...lifted },
                ...{ rule: "sovereignty/sren31-secnumcloud", from: "2026-01-01", to: "2026-09-15" },
              },
            ],
    }),
  );

const MINUTE = 60_000;
export const anyAsked: fc.Arbitrary<Asked> = fc.record({
  header: fc.option(labels.map((each: readonly DataLabel[]) => each.join(","))),
  maximum: fc.option(fc.integer({ min: 1, max: 3000 })),
  at: fc
    .integer({ min: Date.parse("2026-08-30") / MINUTE, max: Date.parse("2026-09-20") / MINUTE })
    .map((at) => at * MINUTE),
});
