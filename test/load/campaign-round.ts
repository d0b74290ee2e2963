import type { RunFile } from "../../scheduler/bench/local-socle.ts";
import { MINISTRIES, type AnsweredCampaign } from "./campaign-answers.ts";
import { ConsoleSession } from "./console-session.ts";
import { eventually } from "./eventually.ts";

type Say = (line: string) => void;

/** Right of a ministry in a pool. */
export interface Right {
  readonly nodeName: string;
  readonly nodeId: string;
  readonly poolId: string;
  readonly nominal: number;
  readonly guarantee: number;
  readonly weight: number;
  readonly lendLimit: number | null;
  readonly borrowLimit: number | null;
}

/** Pool of the sample registry that a round shares out, and the class of its GPUs. */
export const POOL = { slug: "h100-sensible-nord", gpuClass: "H100-80GB" } as const;
const JOB_MS = 30_000;
/** Steps of a sizing that say most of it. */
const WHY = ["peak_per_second", "night_per_second", "within_targets", "replicas_by_day", "spare", "gpus_per_replica"];
const REASON = "Arbitrage de la campagne";

interface SizedNeed {
  readonly reference: string;
  readonly id: string;
}

interface Sizing {
  readonly gpuType: string | null;
  readonly gpus: { readonly low: number; readonly likely: number; readonly high: number } | null;
  readonly unsized: string | null;
  readonly steps: readonly { readonly code: string; readonly value: number; readonly unit: string }[];
}

/** Prints what each need takes and why. */
export async function sizeNeeds(ariane: ConsoleSession, campaign: AnsweredCampaign, say: Say): Promise<void> {
  const { capacityNeeds } = await ariane.ask<{ capacityNeeds: { edges: { node: SizedNeed }[] } }>(
    "query Needs($id: ID) { capacityNeeds(filter: { campaignId: $id }) { edges { node { id reference } } } }",
    { id: campaign.id },
  );
  for (const { node } of capacityNeeds.edges) {
    const { needSizing } = await ariane.ask<{ needSizing: Sizing }>(
      `query Why($id: ID!, $quarter: String!) { needSizing(needId: $id, quarter: $quarter) {
        gpuType gpus { low likely high } unsized steps { code value unit } } }`,
      { id: node.id, quarter: campaign.quarters[0] },
    );
    say(`${node.reference}: ${whyOf(needSizing)}`);
  }
}

function whyOf({ gpuType, gpus, unsized, steps }: Sizing): string {
  if (gpus === null) throw new Error(`a need could not be sized: ${unsized}`);
  const shown = steps
    .filter(({ code }) => WHY.includes(code))
    .map(({ code, value, unit }) => `${code} ${Number(value.toPrecision(4))} ${unit}`);
  return `${gpus.likely} × ${gpuType} (${gpus.low} to ${gpus.high}): ${shown.join(", ")}`;
}

interface Consolidation {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly failure: string | null;
  readonly report: {
    readonly reconciliation: readonly {
      readonly code: string;
      readonly difference: number;
      readonly mustBeZero: boolean;
    }[];
  } | null;
  readonly needs: { readonly edges: readonly { readonly node: { readonly gpuType: string } }[] };
}

/** Adds the campaign up; every line that has to be 0 is 0, and another person stands for the figures. */
export async function consolidate(
  ariane: ConsoleSession,
  reviewer: ConsoleSession,
  campaign: AnsweredCampaign,
  say: Say,
): Promise<Consolidation> {
  const request = `mutation Add($id: ID!) { requestConsolidation(campaignId: $id) {
    __typename ... on Consolidation { id } ... on Refusal { code message } } }`;
  const { requestConsolidation } = await ariane.ask<{ requestConsolidation: { id?: string; message?: string } }>(
    request,
    { id: campaign.id },
  );
  const { id, message } = requestConsolidation;
  if (id === undefined) throw new Error(`requestConsolidation was refused: ${message ?? ""}`);
  const look = `query Added($id: ID!) { consolidation(id: $id) { id state version failure
    report { reconciliation { code difference mustBeZero } } needs(first: 100) { edges { node { gpuType } } } } }`;
  const ask = async () => (await ariane.ask<{ consolidation: Consolidation }>(look, { id })).consolidation;
  const done = await eventually(
    async () => {
      const seen = await ask();
      return seen.state === "COMPUTING" ? null : seen;
    },
    JOB_MS,
    () => "the consolidation was not computed",
  );
  if (done.state !== "COMPUTED") throw new Error(`the consolidation ended ${done.state}: ${done.failure ?? ""}`);
  const checks = (done.report?.reconciliation ?? []).filter(({ mustBeZero }) => mustBeZero);
  const off = checks.filter(({ difference }) => difference !== 0);
  if (checks.length === 0 || off.length > 0)
    throw new Error(`the consolidation does not add up: ${JSON.stringify(off)}`);
  await reviewer.change("reviewConsolidation", "ConsolidationStepInput", "... on Consolidation { state }", {
    id,
    expectedVersion: done.version,
  });
  say(`consolidated: ${checks.map(({ code }) => `${code} 0`).join(", ")}`);
  return done;
}

interface Round {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly solution: { readonly method: string; readonly gapPct: number | null } | null;
}

const ROUND = "id version state solution { method gapPct }";

/** A call on one pool, from its opening to the vote of a second person; what it answers activates it. */
export async function voteRound(
  run: RunFile,
  ariane: ConsoleSession,
  campaign: AnsweredCampaign,
  consolidation: Consolidation,
  say: Say,
): Promise<() => Promise<void>> {
  const aiCell = await ConsoleSession.as(run, "ai_cell");
  const step = (round: Round, name: string) => act(ariane, "stepRound", "RoundStepInput", round, { step: name });
  let round = await ariane.change<Round>("openRound", "OpenRoundInput", `... on AllocationRound { ${ROUND} }`, {
    track: "APPEL",
    title: "Appel de l'automne",
    quarters: [quarterNow(campaign)],
    pools: [{ poolId: await poolId(ariane), centsPerGpuHour: 250 }],
  });
  const kinds = [...new Set(consolidation.needs.edges.map(({ node }) => node.gpuType))];
  round = await act(ariane, "bringNeeds", "BringNeedsInput", round, {
    consolidationId: consolidation.id,
    gpuClasses: kinds.map((gpuType) => ({ gpuType, classes: [POOL.gpuClass] })),
  });
  round = await step(await step(round, "SUBMIT"), "REVIEW");
  await aiCell.change("giveRoundOpinion", "GiveRoundOpinionInput", "... on RoundOpinion { id }", {
    roundId: round.id,
    verdict: "FAVOURABLE",
    told: "Besoins chiffrés par la campagne.",
  });
  round = await step(round, "ARBITRATE");
  round = await solved(ariane, round);
  say(`round on ${POOL.slug} solved: ${round.solution?.method ?? ""}, gap ${round.solution?.gapPct ?? "unknown"} %`);
  await sayLines(ariane, round, say);
  round = await step(round, "PROPOSE");
  round = await act(aiCell, "decideRound", "DecideRoundInput", round, { approve: true });
  say(`proposed by ARIANE, voted by the AI cell: ${round.state.toLowerCase()}`);
  return async () => void (await step(round, "ACTIVATE"));
}

/** The campaign's quarter that today is in. */
function quarterNow({ quarters }: AnsweredCampaign): string {
  const now = new Date();
  const quarter = `${now.getFullYear()}Q${Math.floor(now.getMonth() / 3) + 1}`;
  if (!quarters.includes(quarter)) throw new Error(`the files of test/data/campaign ask nothing for ${quarter}`);
  return quarter;
}

const act = (
  person: ConsoleSession,
  mutation: string,
  input: string,
  { id, version }: Round,
  more: Readonly<Record<string, unknown>>,
): Promise<Round> =>
  person.change<Round>(mutation, input, `... on AllocationRound { ${ROUND} }`, {
    roundId: id,
    expectedVersion: version,
    reason: REASON,
    ...more,
  });

async function poolId(session: ConsoleSession): Promise<string> {
  const { pools } = await session.ask<{ pools: { id: string; slug: string }[] }>("{ pools { id slug } }");
  const pool = pools.find(({ slug }) => slug === POOL.slug);
  if (!pool) throw new Error(`the registry has no pool ${POOL.slug}`);
  return pool.id;
}

async function solved(ariane: ConsoleSession, { id }: Round): Promise<Round> {
  const { solveRound } = await ariane.ask<{ solveRound: { id?: string; message?: string } }>(
    "mutation Solve($id: ID!) { solveRound(roundId: $id) { ... on RoundJob { id } ... on Refusal { code message } } }",
    { id },
  );
  if (solveRound.id === undefined) throw new Error(`solveRound was refused: ${solveRound.message ?? ""}`);
  const query = `query Solved($job: ID!, $id: ID!) {
    roundJob(id: $job) { state failure } allocationRound(id: $id) { ${ROUND} } }`;
  const { roundJob, allocationRound } = await eventually(
    async () => {
      const seen = await ariane.ask<{
        roundJob: { state: string; failure: string | null };
        allocationRound: Round;
      }>(query, { job: solveRound.id, id });
      return seen.roundJob.state === "RUNNING" ? null : seen;
    },
    JOB_MS,
    () => "the round was not solved",
  );
  if (roundJob.state !== "DONE") throw new Error(`the round's job ended ${roundJob.state}: ${roundJob.failure ?? ""}`);
  return allocationRound;
}

interface Line {
  readonly title: string;
  readonly organisation: { readonly name: string };
  readonly explanations: readonly {
    readonly asked: number;
    readonly granted: number;
    readonly binding: string;
    readonly unlock: { readonly kind: string; readonly gpus: number | null };
  }[];
}

async function sayLines(ariane: ConsoleSession, { id }: Round, say: Say): Promise<void> {
  const { roundLines } = await ariane.ask<{ roundLines: { edges: { node: Line }[] } }>(
    `query Lines($id: ID!) { roundLines(roundId: $id) { edges { node { title organisation { name }
      explanations { asked granted binding unlock { kind gpus } } } } } }`,
    { id },
  );
  for (const { node } of roundLines.edges)
    for (const { asked, granted, binding, unlock } of node.explanations)
      say(
        `${node.organisation.name}, ${node.title}: ${granted} of ${asked} GPUs, ${binding.toLowerCase()}` +
          (granted < asked ? `, unlocked by ${unlock.gpus ?? ""} ${unlock.kind.toLowerCase()}` : ""),
      );
}

/** What the two ministries hold in the pool, in their order. */
export async function rightsOf(session: ConsoleSession): Promise<readonly Right[]> {
  const { pools } = await session.ask<{ pools: { slug: string; allocations: Right[] }[] }>(
    "{ pools { slug allocations { nodeName nodeId poolId nominal guarantee weight lendLimit borrowLimit } } }",
  );
  const held = pools.find(({ slug }) => slug === POOL.slug)?.allocations ?? [];
  return MINISTRIES.map(({ name }) => {
    const right = held.find(({ nodeName }) => nodeName === name);
    if (!right) throw new Error(`${name} holds nothing in ${POOL.slug}`);
    return right;
  });
}
