// npm run smoke: the main job once, through the public interfaces only, in a temporary installation.
import { readFileSync } from "node:fs";
import { LocalSocle, type RunFile } from "../../scheduler/bench/local-socle.ts";
import {
  clientSums,
  consoleSums,
  ledgerSums,
  requestsOf,
  sameSums,
  schedulerSums,
  total,
  type Sums,
} from "./accounts.ts";
import { mistralCaller, mistralStream, openAiCaller, type Refusal } from "./caller.ts";
import { runCampaign } from "./campaign-answers.ts";
import { consolidate, sizeNeeds, voteRound } from "./campaign-round.ts";
import { ConsoleSession } from "./console-session.ts";
import { proveEnforcement } from "./enforced-share.ts";
import { governApplication, type GovernedApplication } from "./governance-path.ts";
import { checkLogs } from "./log-check.ts";
import { refusedByRules } from "./refused-by-rules.ts";
import { replayTrace, type Participant } from "./replay-trace.ts";
import { agreementTable, trafficTable } from "./smoke-report.ts";
import { fillerPrompt, readAzureTrace } from "./trace.ts";

const TRACE = new URL("../data/traces/azure-2023-conversation-300.csv", import.meta.url);
const MODEL = "mistral-small-3.2-24b";
/** 84 seconds of the trace in 8. */
const COMPRESSION = 10;
const SUSPENSION_BOUND_MS = 5000;
const LEDGER_WAIT_MS = 20_000;
/**
 * A suspended use case, labels raised above what rules allow, the sample registry's own limit of 40 requests at once for
 * one application, and a line in which a slow machine lets a request wait too long.
 */
const EXPECTED_REFUSALS = ["use_case.suspended", "policy.denied", "concurrency.exceeded", "pool.saturated"];
/** Three sample applications beside the governed one: with it, four applications of three ministries. */
const SAMPLES = ["memoire-ia-prod", "synthese-dossiers-essai", "diplo-ia-traduction"] as const;

const begin = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - begin) / 1000).toFixed(1).padStart(5)} s  ${line}`);

function check(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

async function participantsOf(
  run: RunFile,
  governed: GovernedApplication,
  auditor: ConsoleSession,
): Promise<Participant[]> {
  const { useCases } = await auditor.ask<{
    useCases: { edges: { node: { applications: { id: string; slug: string; name: string }[] } }[] };
  }>("{ useCases(first: 100) { edges { node { applications { id slug name } } } } }");
  const applications = useCases.edges.flatMap(({ node }) => node.applications);
  const make = (name: string, ministry: string, caller: Participant["caller"]): Participant => {
    const found = applications.find((one) => one.slug === name || one.name === name);
    if (!found) throw new Error(`the registry shows no application ${name}`);
    return { application: found.name, applicationId: found.id, ministry, caller, outcomes: [] };
  };
  const url = run.inferenceUrl;
  const callers = [
    (target: { key: string; model: string }) => openAiCaller({ url, ...target }, false),
    (target: { key: string; model: string }) => openAiCaller({ url, ...target }, true),
    (target: { key: string; model: string }) => mistralCaller({ url, ...target }),
  ];
  const samples = SAMPLES.map((slug, index) => {
    const sample = run.keys.find(({ application }) => application === slug);
    if (!sample) throw new Error(`run.json has no key of ${slug}`);
    const caller = callers[index % callers.length] as (target: { key: string; model: string }) => Participant["caller"];
    return make(slug, sample.ministry, caller(sample));
  });
  const own = openAiCaller({ url, key: governed.key, model: MODEL }, true);
  return [make(governed.application, "economie", own), ...samples];
}

/** From the moment compliance suspends to the first refusal, with calls going on all the time. */
async function suspendAndMeasure(
  run: RunFile,
  useCaseId: string,
  participant: Participant,
): Promise<[number, Refusal]> {
  const compliance = await ConsoleSession.as(run, "compliance");
  const start = performance.now();
  await compliance.suspend(useCaseId, "Contrôle de la cellule conformité");
  for (;;) {
    const outcome = await participant.caller.call(fillerPrompt(4, 1), 1);
    participant.outcomes.push(outcome);
    const elapsed = performance.now() - start;
    if ("refusal" in outcome) return [elapsed, outcome.refusal];
    check(elapsed < SUSPENSION_BOUND_MS, `the use case was still served ${elapsed.toFixed(0)} ms after its suspension`);
  }
}

async function account(run: RunFile, auditor: ConsoleSession, participants: readonly Participant[]): Promise<void> {
  const client = total(participants.map(clientSums));
  const deadline = performance.now() + LEDGER_WAIT_MS;
  let sources: Record<string, Sums> = {};
  let agree = false;
  while (!agree && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const ledger = await ledgerSums(auditor);
    const lists = await Promise.all(participants.map(({ applicationId }) => requestsOf(auditor, applicationId)));
    sources = {
      "client SDKs": client,
      scheduler: await schedulerSums(run.inferenceUrl),
      ledger: total(participants.map(({ applicationId }) => ledger.get(applicationId) ?? total([]))),
      "console API": total(lists.map(consoleSums)),
    };
    const each = participants.every(({ applicationId }, index) => {
      const own = clientSums(participants[index] as Participant);
      const list = consoleSums(lists[index] ?? []);
      return sameSums(own, list) && sameSums(own, ledger.get(applicationId) ?? total([]));
    });
    agree = each && Object.values(sources).every((sums) => sameSums(sums, client));
  }
  console.log(`\n${trafficTable(participants)}\n\n${agreementTable(sources)}\n`);
  refusalsAreExpected(participants);
  check(agree, "the sums do not agree: see the tables above");
  say("client, scheduler, ledger and console API agree to the token and the micro-euro, application by application");
}

function refusalsAreExpected(participants: readonly Participant[]): void {
  const refusals = participants
    .flatMap(({ outcomes }) => outcomes)
    .flatMap((outcome) => ("refusal" in outcome ? [outcome.refusal] : []));
  for (const code of new Set(refusals.map((refusal) => refusal.code)))
    say(`refused by ${code}: ${refusals.filter((refusal) => refusal.code === code).length}`);
  const other = refusals.find(({ code }) => !EXPECTED_REFUSALS.includes(code));
  check(other === undefined, `an unexpected refusal: ${other?.status} ${other?.code}: ${other?.message}`);
}

async function checkMistralStream(run: RunFile, auditor: ConsoleSession, participant: Participant): Promise<void> {
  const sample = run.keys.find(({ application }) => application === "diplo-ia-traduction");
  const target = { url: run.inferenceUrl, key: sample?.key ?? "", model: sample?.model ?? "" };
  const known = new Set((await requestsOf(auditor, participant.applicationId)).map(({ id }) => id));
  const pieces = await mistralStream(target, fillerPrompt(20, 7), 12);
  const deadline = performance.now() + LEDGER_WAIT_MS;
  for (;;) {
    const fresh = (await requestsOf(auditor, participant.applicationId)).find(({ id }) => !known.has(id));
    if (fresh) return check(fresh.outputTokens === pieces, `streamed ${pieces} tokens, recorded ${fresh.outputTokens}`);
    check(performance.now() < deadline, "the streamed request never reached the ledger");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function smoke(socle: LocalSocle): Promise<void> {
  const { run } = socle;
  say(`started: console ${run.consoleUrl}, inference ${run.inferenceUrl}`);
  const governed = await governApplication(run, MODEL, say);
  const auditor = await ConsoleSession.as(run, "auditor");
  const participants = await participantsOf(run, governed, auditor);
  const own = participants[0] as Participant;
  await firstCall(own);
  const refused = await refusedByRules({ url: run.inferenceUrl, key: governed.key, model: MODEL }, say);
  own.outcomes.push({ refusal: refused });
  const trace = readAzureTrace(TRACE);
  say(`replaying ${trace.length} requests of the Azure conversation trace, ${COMPRESSION} times as fast`);
  await replayTrace(trace, participants, COMPRESSION);
  say("replayed");
  const [elapsed, refusal] = await suspendAndMeasure(run, governed.useCaseId, own);
  check(
    refusal.status === 403 && refusal.code === "use_case.suspended",
    `refused, but by ${refusal.status} ${refusal.code}`,
  );
  say(
    `suspended by compliance: refused after ${elapsed.toFixed(0)} ms (bound 5000): ${refusal.code}: ${refusal.message}`,
  );
  await campaign(run, auditor, participants);
  await account(run, auditor, participants);
  await checkMistralStream(run, auditor, participants[3] as Participant);
  say("a stream through Mistral's SDK is recorded as it was received");
  await checkLogs(socle.home, say);
}

/** From declared needs to voted GPUs, and the share of real traffic before and after the vote takes effect. */
async function campaign(run: RunFile, auditor: ConsoleSession, participants: readonly Participant[]): Promise<void> {
  const ariane = await ConsoleSession.as(run, "ariane_operator");
  const answered = await runCampaign(run, ariane, say);
  await sizeNeeds(ariane, answered, say);
  const reviewer = await ConsoleSession.colleague(run, "ariane_operator");
  const consolidation = await consolidate(ariane, reviewer, answered, say);
  const activate = await voteRound(run, ariane, answered, consolidation, say);
  await proveEnforcement({ run, ariane, auditor, participants, say }, activate);
}

/** A new key reaches the scheduler with the next snapshot; until then it is unknown. */
async function firstCall(participant: Participant): Promise<void> {
  const deadline = performance.now() + SUSPENSION_BOUND_MS;
  for (;;) {
    const outcome = await participant.caller.call(fillerPrompt(8, 3), 4);
    // A key that nobody knows belongs to no application: this refusal is on nobody's account.
    if ("answer" in outcome) return void participant.outcomes.push(outcome);
    check(outcome.refusal.code === "key.unknown", `first call: ${outcome.refusal.code}: ${outcome.refusal.message}`);
    check(performance.now() < deadline, "the new key is still unknown after 5 s");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The sample registry as on its first day: the sums are of this run's calls alone. */
function withoutPast(): string {
  const file = new URL("../../control-plane/local/seeds/notre-ia.yaml", import.meta.url);
  const [registry = ""] = readFileSync(file, "utf8").split(/^past:$/mu);
  return registry;
}

let socle: LocalSocle | null = null;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
try {
  socle = await LocalSocle.start(withoutPast());
  await smoke(socle);
} catch (error) {
  console.error(`smoke: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await socle?.stop();
}
if (process.exitCode === undefined) say("passed");
