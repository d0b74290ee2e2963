import { Agent, request } from "undici";
import type { EndpointTrust } from "../kernel/endpoint-trust.js";
import { PUBLIC_TRUST } from "../kernel/endpoint-trust.js";
import { guardedLookup } from "../kernel/guarded-lookup.js";
import type { Probe } from "../fleet/probe.port.js";

const answers = async (
  dispatcher: Agent,
  url: string,
  timeoutMs: number,
  headers: Record<string, string>,
): Promise<boolean> => {
  try {
    const response = await request(url, { dispatcher, headers, signal: AbortSignal.timeout(timeoutMs) });
    await response.body.dump();
    return response.statusCode >= 200 && response.statusCode < 300;
  } catch {
    return false;
  }
};

/** `/health`, which vLLM, SGLang, TEI and llama.cpp have; `/v1/models` for servers that do not. */
export const createProbe = (
  timeoutMs: number,
  endpointKey: (variable: string) => string | null,
  trust: EndpointTrust = PUBLIC_TRUST,
): Probe => {
  // Probes are rare: nothing is kept open for the next.
  const agent = new Agent({ connect: { ca: [...trust], lookup: guardedLookup }, pipelining: 0 });
  return async ({ endpoint }) => {
    const key = endpoint.apiKeyVariable === null ? null : endpointKey(endpoint.apiKeyVariable);
    const headers: Record<string, string> = key === null ? {} : { authorization: `Bearer ${key}` };
    const base = endpoint.url.replace(/\/+$/, "");
    return (
      (await answers(agent, `${base}/health`, timeoutMs, headers)) ||
      (await answers(agent, `${base}/v1/models`, timeoutMs, headers))
    );
  };
};
