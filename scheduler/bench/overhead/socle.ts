import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { LocalSocle } from "../local-socle.ts";
import { withChildren } from "./cpu-time.ts";
import { JSON_HEADERS, type Subject } from "./subject.ts";
import { DECLARED_DOSSIER, DECLARED_EVIDENCE, DECLARED_ROLE, declaredModel } from "../declared.ts";

const KEY = "socle_bench-key-of-this-machine-only";

/** A registry of one application, with budgets on every level so that each request pays for its reservations. */
function scene(upstreamPort: number, model: string): object {
  const budgets = ["organisation:etat", "organisation:ministere", "use-case:mesure", "application:banc"].flatMap(
    (node) => [
      { node, unit: "token", period: "month", amount: 1e12 },
      { node, unit: "euro", period: "month", amount: 1e8 },
    ],
  );
  return {
    version: 1,
    organisations: [
      { slug: "etat", name: "État", kind: "state" },
      { slug: "ministere", name: "Ministère", kind: "ministry", parent: "etat" },
    ],
    models: [declaredModel(model, 131072)],
    pools: [
      {
        slug: "banc",
        name: "Banc",
        gpuClass: "none",
        gpuCount: 8,
        acceptedLabels: ["public", "internal"],
        hosting: "state_internal",
        standing: { locations: ["FR"], tenancy: "dedicated" },
        invented: true,
        deployments: [
          {
            model,
            gpusPerReplica: 1,
            profile: {
              alphaSeconds: 0.0001,
              betaSeconds: 0,
              prefillSecondsPerToken: 0,
              referenceBatch: 64,
              maxSequences: 100000,
            },
            price: { inputPerMillion: 0.2, outputPerMillion: 0.6 },
            energy: { kWhPerMillionTokens: 0.1, kgCO2eqPerKWh: 0.05, method: "bench" },
            // One address by many names: an endpoint is given a step of prompts at most, and none may have to wait.
            endpoints: Array.from({ length: 16 }, (_, index) => ({
              url: `http://127.0.0.1:${upstreamPort}/e${index}`,
            })),
          },
        ],
      },
    ],
    useCases: [
      {
        slug: "mesure",
        name: "Mesure",
        description: "Mesure de ce que coûte une requête gouvernée",
        organisation: "ministere",
        state: "deployed",
        labels: ["internal"],
        ...DECLARED_ROLE,
        dossier: DECLARED_DOSSIER,
        evidence: DECLARED_EVIDENCE,
        applications: [{ slug: "banc", name: "Banc", models: [model], keys: [{ secret: KEY }] }],
      },
    ],
    allocations: [{ pool: "banc", node: "organisation:ministere", nominal: 8, guarantee: 8 }],
    budgets,
    limits: [{ node: "application:banc", concurrency: 100000 }],
  };
}

const SUBSCRIPTION = `subscription ($input: ChatInput!) { chat(input: $input) { __typename
  ... on ChatDelta { index content role finishReason } ... on ChatEnd { decisionId usage { outputTokens cost } }
  ... on Refusal { code message } } }`;

/** The same request as a GraphQL subscription over server-sent events. */
export function asSubscription(socle: Subject): Subject {
  return {
    ...socle,
    name: "socle_graphql",
    path: "/graphql/stream",
    headers: { ...socle.headers, accept: "text/event-stream" },
    endMark: "event: complete",
    bodyOf: ({ model, max_tokens: maxTokens, seed, messages }) => {
      const said = messages.map(({ role, content }) => ({ role: role.toUpperCase(), content }));
      return { query: SUBSCRIPTION, variables: { input: { model, maxTokens, seed, messages: said } } };
    },
  };
}

/** The same request with a field that only the full parser decides on: what node:http in front costs. */
export function throughFullParser(socle: Subject): Subject {
  return { ...socle, name: "socle_node_http", headers: { ...socle.headers, te: "trailers" } };
}

/** Socle as it is installed: key, policy, reservation on four levels, usage and decision records, control plane running. */
export async function startSocle(upstreamPort: number, model: string): Promise<Subject> {
  const socle = await LocalSocle.start(scene(upstreamPort, model));
  const { inferenceUrl, processes } = socle.run;
  const { version } = JSON.parse(
    readFileSync(fileURLToPath(new URL("../../package.json", import.meta.url)), "utf8"),
  ) as {
    version: string;
  };
  const pidsOf = (pids: readonly (number | null)[]): number[] =>
    pids.filter((pid) => pid !== null).flatMap((pid) => withChildren(pid));
  return {
    name: "socle",
    title: `Socle ${version}`,
    port: Number(new URL(inferenceUrl).port),
    path: "/v1/chat/completions",
    headers: { ...JSON_HEADERS, authorization: `Bearer ${KEY}` },
    model,
    pids: pidsOf([processes.scheduler]),
    besides: { name: "control_plane", pids: pidsOf([processes.controlPlane]) },
    stop: () => socle.stop(),
  };
}
