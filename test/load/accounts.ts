import type { ConsoleSession } from "./console-session.ts";
import type { Participant } from "./replay-trace.ts";

/** What one source says of one application, or of all. */
export interface Sums {
  readonly served: number;
  readonly refused: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly microEuros: number;
}

const NOTHING: Sums = { served: 0, refused: 0, inputTokens: 0, outputTokens: 0, microEuros: 0 };
const PAGE = 200;
const microEuros = (euros: number): number => Math.round(euros * 1_000_000);

export function add(a: Sums, b: Sums): Sums {
  return {
    served: a.served + b.served,
    refused: a.refused + b.refused,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    microEuros: a.microEuros + b.microEuros,
  };
}

export function total(list: readonly Sums[]): Sums {
  return list.reduce(add, NOTHING);
}

export function sameSums(a: Sums, b: Sums): boolean {
  return (Object.keys(a) as (keyof Sums)[]).every((name) => a[name] === b[name]);
}

/** What the caller was told in the answers themselves. */
export function clientSums({ outcomes }: Participant): Sums {
  return total(
    outcomes.map((outcome) =>
      "answer" in outcome ? { ...NOTHING, served: 1, ...tokensOf(outcome.answer) } : { ...NOTHING, refused: 1 },
    ),
  );
}

function tokensOf(answer: { inputTokens: number; outputTokens: number; microEuros: number }): Partial<Sums> {
  const { inputTokens, outputTokens, microEuros: cost } = answer;
  return { inputTokens, outputTokens, microEuros: cost };
}

interface Totals {
  readonly requests: number;
  readonly refused: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costEuro: number;
}

/** The ledger's roll-up of today and yesterday, by application. */
export async function ledgerSums(session: ConsoleSession): Promise<Map<string, Sums>> {
  const day = 86_400_000;
  const range = { from: new Date(Date.now() - day).toISOString(), to: new Date(Date.now() + day).toISOString() };
  const { usage } = await session.ask<{ usage: { rows: { groupId: string; totals: Totals }[] } }>(
    `query Ledger($from: DateTime!, $to: DateTime!) {
      usage(from: $from, to: $to, groupBy: APPLICATION) {
        rows { groupId totals { requests refused inputTokens outputTokens costEuro } }
      }
    }`,
    range,
  );
  const sums = new Map<string, Sums>();
  for (const { groupId, totals } of usage.rows) {
    const { requests, refused, inputTokens, outputTokens } = totals;
    const row = {
      served: requests - refused,
      refused,
      inputTokens,
      outputTokens,
      microEuros: microEuros(totals.costEuro),
    };
    sums.set(groupId, add(sums.get(groupId) ?? NOTHING, row));
  }
  return sums;
}

interface RequestNode {
  readonly id: string;
  readonly outcome: string;
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costEuro: number | null;
}

/** Every single request of an application, as the console's list gives them. */
export async function requestsOf(session: ConsoleSession, applicationId: string): Promise<RequestNode[]> {
  const nodes: RequestNode[] = [];
  let after: string | null = null;
  do {
    const { requests }: RequestsPage = await session.ask<RequestsPage>(
      `query Requests($filter: RequestFilter, $first: Int, $after: String) {
        requests(filter: $filter, first: $first, after: $after) {
          edges { node { id outcome inputTokens outputTokens costEuro } }
          pageInfo { hasNextPage endCursor }
        }
      }`,
      { filter: { applicationId }, first: PAGE, after },
    );
    nodes.push(...requests.edges.map(({ node }) => node));
    after = requests.pageInfo.hasNextPage ? requests.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

interface RequestsPage {
  readonly requests: {
    readonly edges: readonly { readonly node: RequestNode }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

export function consoleSums(nodes: readonly RequestNode[]): Sums {
  return total(
    nodes.map(({ outcome, inputTokens, outputTokens, costEuro }) => ({
      served: outcome === "refused" ? 0 : 1,
      refused: outcome === "refused" ? 1 : 0,
      inputTokens: inputTokens ?? 0,
      outputTokens: outputTokens ?? 0,
      microEuros: microEuros(costEuro ?? 0),
    })),
  );
}

/**
 * What the scheduler counted as it wrote its records, from its metrics. A key that nobody knows is on nobody's account.
 */
export async function schedulerSums(inferenceUrl: string): Promise<Sums> {
  const text = await (await fetch(`${inferenceUrl}/metrics`)).text();
  const sum = (name: string, label = ""): number =>
    text
      .split("\n")
      .filter((line) => line.startsWith(`${name}{`) && line.includes(label))
      .reduce((value, line) => value + Number(line.slice(line.lastIndexOf(" "))), 0);
  const refused = sum("socle_requests_total", 'outcome="refused"');
  return {
    served: sum("socle_requests_total") - refused,
    refused: refused - sum("socle_requests_total", 'code="key.unknown"'),
    inputTokens: sum("gen_ai_client_token_usage_sum", 'gen_ai_token_type="input"'),
    outputTokens: sum("gen_ai_client_token_usage_sum", 'gen_ai_token_type="output"'),
    microEuros: sum("socle_used_total", 'quantity="costMicroEuro"'),
  };
}
