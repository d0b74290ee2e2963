import OpenAI from "openai";
import type { Refusal } from "./caller.ts";

type Say = (line: string) => void;

interface RuleReason {
  readonly rule: string;
  readonly fr: string;
  readonly legal: readonly { readonly text: string }[];
  readonly remedy?: { readonly fr: string };
}

interface RuleRefusal {
  readonly decision_id?: string;
  readonly details?: { readonly pools?: readonly { readonly pool: string; readonly reasons: readonly RuleReason[] }[] };
}

/** Health data of a third party and a special category, of a use case that has neither assessment nor certified pool. */
const RAISED_LABELS = "health,special_category";
const AT_LEAST_RULES = 3;

/**
 * Raises the labels of one request above what the use case and every pool are cleared for. Each pool must name three
 * rules or more, each with its legal text and what would make it pass.
 */
export async function refusedByRules(target: { url: string; key: string; model: string }, say: Say): Promise<Refusal> {
  const error = await denied(target);
  const { decision_id: decision, details } = error.error as RuleRefusal;
  const pools = details?.pools ?? [];
  if (decision === undefined || pools.length === 0)
    throw new Error(`the refusal names no decision or no pool: ${error.message}`);
  for (const { pool, reasons } of pools) {
    const explained = reasons.filter(({ legal, remedy }) => legal.length > 0 && remedy !== undefined);
    if (new Set(explained.map(({ rule }) => rule)).size < AT_LEAST_RULES)
      throw new Error(`pool ${pool} is refused by ${explained.map(({ rule }) => rule).join(", ")} only`);
  }
  const first = pools[0]?.reasons ?? [];
  say(`raised to ${RAISED_LABELS}: refused on ${pools.length} pools, decision ${decision}, by ${first.length} rules:`);
  for (const { rule, fr, legal, remedy } of first)
    say(`  ${rule}: ${fr} [${legal.map(({ text }) => text).join(" ; ")}] → ${remedy?.fr ?? ""}`);
  return { status: error.status as number, code: error.code ?? "", message: error.message };
}

async function denied({ url, key, model }: { url: string; key: string; model: string }) {
  const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: key, maxRetries: 0, timeout: 60_000 });
  try {
    const body = { model, messages: [{ role: "user" as const, content: "Résume ce compte rendu." }], max_tokens: 8 };
    await client.chat.completions.create(body, { headers: { "x-socle-labels": RAISED_LABELS } });
  } catch (error) {
    if (error instanceof OpenAI.APIError && error.status === 403 && error.code === "policy.denied") return error;
    throw error;
  }
  throw new Error(`a request raised to ${RAISED_LABELS} was served`);
}
