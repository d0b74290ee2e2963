import { z } from "zod";
import { readUsage, type EarlierUsageV1, type UsageBatchV1 } from "@socle/contracts";
import type { BatchFault } from "../../domain/batch.js";

const id = z.guid();
/** A declared endpoint's id, or `cluster/namespace/uid` of a pod that a scheduler found. */
const endpointId = z.string().min(1).max(500);
const count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);
const millis = z.number().int().min(0).max(8.64e15);
const text = z.string().max(500);

/** In the present shape, whichever it comes in; a quantity that only a newer scheduler knows is counted all the same. */
const usage = z.preprocess(
  presentUsage,
  z.looseObject({
    applicationId: id,
    useCaseId: id,
    organisationId: id,
    poolId: id,
    modelId: id,
    quantities: z.record(z.string().min(1).max(64), count),
    estimated: z.boolean(),
    charges: z
      .array(z.looseObject({ ceilingId: id, periodStart: millis, amount: count }))
      .max(1_000)
      .optional(),
  }),
);

function presentUsage(written: unknown): unknown {
  return typeof written === "object" && written !== null ? readUsage(written as EarlierUsageV1) : written;
}

const decision = z.looseObject({
  id: z.string().min(1).max(200),
  at: millis,
  applicationId: id.nullable(),
  useCaseId: id.nullable(),
  organisationId: id.nullable(),
  modelId: id.nullable(),
  labels: z.array(text),
  asked: z.looseObject({ labels: z.array(text), maxOutputTokens: z.number().nonnegative() }).optional(),
  outcome: z.enum(["served", "refused", "failed", "cancelled"]),
  code: text.nullable(),
  status: z.number().int(),
  snapshotNumber: count,
  bundleDigest: text,
  pools: z.array(z.looseObject({ poolId: id, eligible: z.boolean(), reasons: z.array(z.looseObject({ rule: text })) })),
  levels: z.array(z.looseObject({ nodeId: id, ceilingId: id })),
  endpoint: z.looseObject({ endpointId, deploymentId: id, poolId: id }).nullable(),
  stages: z.looseObject({ total: z.number() }),
});

const batch = z.object({
  replica: z.string().min(1).max(200),
  epoch: count,
  records: z
    .array(
      z.looseObject({
        replica: text,
        epoch: count,
        sequence: count.min(1),
        decision,
        usage: usage.nullable(),
      }),
    )
    .max(10_000),
  setAside: z.array(count.min(1)).max(10_000).optional(),
});

export type ParsedBatch =
  | { readonly ok: true; readonly batch: UsageBatchV1 }
  | { readonly ok: false; readonly fault: Extract<BatchFault, { kind: "MalformedRecord" }> };

/** A batch as it must arrive; a fault names the sequence of the first record at fault, 0 for the batch itself. */
export function parseUsageBatch(raw: unknown): ParsedBatch {
  const parsed = batch.safeParse(raw);
  if (parsed.success) return { ok: true, batch: parsed.data as unknown as UsageBatchV1 };
  const [issue] = parsed.error.issues;
  const [section, position] = issue?.path ?? [];
  const record = section === "records" && typeof position === "number" ? recordAt(raw, position) : undefined;
  const where = issue?.path.slice(record === undefined ? 0 : 2).join(".") ?? "";
  return {
    ok: false,
    fault: { kind: "MalformedRecord", sequence: sequenceOf(record), message: `${where}: ${issue?.message ?? ""}` },
  };
}

const recordAt = (raw: unknown, position: number): unknown =>
  (raw as { readonly records: readonly unknown[] }).records[position];

const sequenceOf = (record: unknown): number =>
  typeof record === "object" && record !== null && "sequence" in record && typeof record.sequence === "number"
    ? record.sequence
    : 0;
