import type { Bench } from "../result.ts";
import { encodeRecord } from "./encode-record.bench.ts";
import { eventStream } from "./event-stream.bench.ts";
import { graphqlEvent } from "./graphql-event.bench.ts";
import { pick } from "./pick.bench.ts";
import { policies } from "./policies.bench.ts";
import { policy } from "./policy.bench.ts";
import { requestMetrics } from "./request-metrics.bench.ts";
import { reserve } from "./reserve.bench.ts";
import { scanBody } from "./scan-body.bench.ts";
import { scrapeGauges } from "./scrape-gauges.bench.ts";
import { wireRead } from "./wire-read.bench.ts";

/** One hot function each, in the order of a request's life. */
export const microBenches: readonly Bench[] = [
  scanBody,
  policies,
  policy,
  reserve,
  scrapeGauges,
  pick,
  wireRead,
  eventStream,
  graphqlEvent,
  requestMetrics,
  encodeRecord,
];
