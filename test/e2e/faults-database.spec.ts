import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { LocalSocle } from "../../scheduler/bench/local-socle.ts";
import { createTestDatabase, startTestServer, type TestServer } from "../fakes/postgres.ts";
import { SlowLink } from "../fakes/slow-link.ts";
import { ConsoleSession } from "../load/console-session.ts";
import { applicationsOf, becomesReady, eventually, ledgerHolds } from "./faults-accounts.ts";
import { BUDGETED_KEY, faultsScene, UNBOUND_KEY } from "./faults-scene.ts";
import { Traffic, type Seen } from "./faults-traffic.ts";

const CALLERS = 4;
let database: TestServer | null = null;
let link: SlowLink;
let socle: LocalSocle | null = null;
const traffic: Traffic[] = [];

beforeAll(async () => {
  database = await startTestServer();
  link = new SlowLink(database.port);
  await link.open();
  const { ownerUrl } = await createTestDatabase(database.port);
  socle = await LocalSocle.start(faultsScene, ownerUrl.replace(`:${database.port}/`, `:${link.port}/`));
}, 240_000);

afterEach(async () => {
  for (const each of traffic) await each.stop();
});

afterAll(async () => {
  await socle?.stop();
  link.close();
  await database?.stop();
}, 60_000);

it("serves on while PostgreSQL takes 2 s for each word, dies and comes back, and the ledger misses nothing", async () => {
  if (socle === null) throw new Error("Socle did not start");
  const { consoleUrl, inferenceUrl } = socle.run;
  const auditor = await ConsoleSession.as(socle.run, "auditor");
  const applications = await applicationsOf(auditor);
  const unbound = new Traffic(() => inferenceUrl, [UNBOUND_KEY], CALLERS);
  const budgeted = new Traffic(() => inferenceUrl, [BUDGETED_KEY], CALLERS);
  traffic.push(unbound, budgeted);
  const answeredTo = ({ seen }: Traffic): number => seen.filter(({ outcome }) => outcome === "answered").length;
  const someMore = async (of: Traffic): Promise<unknown> => {
    const answered = (): number => answeredTo(of);
    const before = answered();
    return eventually(
      () => Promise.resolve(answered()),
      (count) => count >= before + 20,
      "traffic is answered",
    );
  };
  await someMore(budgeted);

  link.delayMs = 2_000;
  const before = answeredTo(unbound);
  // People get their page, or are told at once that it takes too long; every caller was answered again and again meanwhile.
  const page = await applicationsOf(auditor).catch((error: unknown) => String(error));
  const tooLong = "Error: GraphQL: The database does not answer; try again in a few seconds.";
  expect([applications, tooLong]).toContainEqual(page);
  expect(answeredTo(unbound) - before).toBeGreaterThan(5 * CALLERS);

  link.cut();
  await someMore(unbound);
  link.delayMs = 0;
  link.mend();
  await becomesReady(consoleUrl);
  await someMore(budgeted);
  for (const each of traffic) await each.stop();
  const unanswered = ({ seen }: Traffic): Seen[] => seen.filter(({ outcome }) => outcome !== "answered");
  expect(unanswered(unbound)).toEqual([]);
  // Under a hard ceiling a replica goes as far as what it holds, and says so.
  for (const seen of unanswered(budgeted))
    expect(seen).toMatchObject({ outcome: "refused", code: "budget.lease_expired" });
  await ledgerHolds(auditor, applications, [...unbound.seen, ...budgeted.seen]);
});
