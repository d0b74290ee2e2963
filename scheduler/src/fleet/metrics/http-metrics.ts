import { Agent, request } from "undici";
import { PUBLIC_TRUST } from "../../kernel/endpoint-trust.js";
import type { EndpointTrust } from "../../kernel/endpoint-trust.js";
import { guardedLookup } from "../../kernel/guarded-lookup.js";
import type { PlacedEndpoint } from "../../kernel/snapshot/compiled-snapshot.js";
import type { MetricsAnswer, ReadMetrics } from "./endpoint-metrics.port.js";

export interface HttpMetricsSettings {
  readonly timeoutMs: number;
  /** An answer longer than this is given up: memory does not depend on what a server writes. */
  readonly maxBytes: number;
  readonly endpointKey: (variable: string) => string | null;
  readonly trust?: EndpointTrust;
}

const IDLE_SOCKET_MS = 10_000;

/** Scrapes over connections of their own, so that a slow `/metrics` never takes a place from an answer. */
export const createHttpMetrics = (settings: HttpMetricsSettings): { read: ReadMetrics; close(): Promise<void> } => {
  const agent = new Agent({
    connections: 1,
    keepAliveTimeout: IDLE_SOCKET_MS,
    maxResponseSize: settings.maxBytes,
    connect: { timeout: settings.timeoutMs, lookup: guardedLookup, ca: [...(settings.trust ?? PUBLIC_TRUST)] },
  });

  const headersFor = ({ endpoint }: PlacedEndpoint): Record<string, string> => {
    const key = endpoint.apiKeyVariable === null ? null : settings.endpointKey(endpoint.apiKeyVariable);
    const accept = { accept: "text/plain; version=0.0.4, application/json" };
    return key === null ? accept : { ...accept, authorization: `Bearer ${key}` };
  };

  return {
    async read(placed, path): Promise<MetricsAnswer> {
      try {
        const signal = AbortSignal.timeout(settings.timeoutMs);
        const url = `${placed.endpoint.url.replace(/\/+$/, "")}${path}`;
        const response = await request(url, { dispatcher: agent, headers: headersFor(placed), signal });
        if (response.statusCode === 200) return { ok: true, text: await response.body.text() };
        await response.body.dump();
        return { ok: false, status: response.statusCode };
      } catch {
        return { ok: false, status: null };
      }
    },
    close: () => agent.destroy(),
  };
};
