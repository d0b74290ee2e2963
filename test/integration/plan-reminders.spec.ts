import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, parisDay } from "@socle/contracts";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import { PlanWatch } from "../../control-plane/src/plan/adapters/jobs/plan-watch.js";
import { PgPlanRecordStore } from "../../control-plane/src/plan/adapters/postgres/pg-plan-record.store.js";
import { PgPlanReminders } from "../../control-plane/src/plan/adapters/postgres/pg-plan-reminders.js";
import type { PlanRecord } from "../../control-plane/src/plan/domain/plan-record.js";
import { SmtpMailer } from "../../control-plane/src/platform/mail/smtp-mailer.js";
import { aPlanRecord } from "../builders/plan-record.builder.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { useDatabase } from "../fakes/database.js";
import { turn } from "../fakes/kept-jobs.js";
import { signedInAs } from "../fakes/signed-in.js";
import { startMailServer, type TestMailServer } from "../fakes/smtp-server.js";

const database = useDatabase();
const system = systemActor("test");
const store = new PgPlanRecordStore();
const inDays = (days: number): string => addDays(parisDay(Date.now()), days);
let tree: SampleTree;
let server: TestMailServer;

const kept = async (fields: Partial<PlanRecord> & Pick<PlanRecord, "organisationId" | "kind" | "state" | "title">) => {
  const record = aPlanRecord({ id: systemIds.next(), dueFrom: null, ...fields });
  await database.write(system, (ctx) => store.insert(ctx, record));
  return record;
};
const watchOn = (url: URL): PlanWatch => {
  const mailer = new SmtpMailer({ server: url, from: "socle@test.example" });
  return new PlanWatch(database.transactions, new PgPlanReminders(), mailer, new URL("https://socle.example"));
};
const subjects = (): readonly string[] =>
  server.mails.map(({ data }) => decoded(/^Subject: ((?:.*\n[ \t])*.*)$/mu.exec(data)?.[1] ?? ""));
/** Words of a header as RFC 2047 writes them. */
const decoded = (header: string): string =>
  header
    .replaceAll(/\?=\s+=\?/gu, "?==?")
    .replaceAll(/=\?utf-8\?([qb])\?([^?]*)\?=/giu, (_, way: string, text: string) =>
      way.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString()
        : decodeURIComponent(text.replaceAll("_", " ").replaceAll("%", "%25").replaceAll("=", "%")),
    );

beforeAll(async () => {
  tree = await plantTree(database);
  server = await startMailServer();
  await signedInAs(database, "http://localhost", "ai_cell", tree.ariane);
  await signedInAs(database, "http://localhost", "declarant", tree.economie);
  await signedInAs(database, "http://localhost", "declarant", tree.culture);
  await signedInAs(database, "http://localhost", "auditor", tree.etat);
});
afterAll(() => server.stop());

describe("days of the plan", () => {
  it("are reminded of by mail, once, to those who keep the kind, and to nobody else", async () => {
    await kept({ organisationId: tree.etat, kind: "deadline", state: "awaited", title: "Bientôt", dueOn: inDays(6) });
    await kept({ organisationId: tree.etat, kind: "deadline", state: "kept", title: "Tenue", dueOn: inDays(6) });
    await kept({ organisationId: tree.etat, kind: "deadline", state: "awaited", title: "Loin", dueOn: inDays(31) });
    const own = { organisationId: tree.dgfip, kind: "sourcing", state: "draft" } as const;
    await kept({ ...own, title: "Acheter ou développer", dueOn: inDays(0) });
    await watchOn(server.url).run(turn);
    await watchOn(server.url).run(turn);
    expect(subjects().toSorted()).toEqual([
      expect.stringContaining("Acheter ou développer"),
      expect.stringContaining("Bientôt"),
    ]);
    const mailOf = (title: string) => server.mails[subjects().findIndex((subject) => subject.includes(title))];
    const [deadline, sourcing] = [mailOf("Bientôt"), mailOf("Acheter")];
    expect([deadline?.to.length, sourcing?.to.length]).toEqual([1, 1]);
    expect(deadline?.to).not.toEqual(sourcing?.to);
    expect(deadline?.data).toContain("https://socle.example/plan?open=3D");
    expect(deadline?.data).not.toMatch(/^(?:to|cc|bcc):.*test\.example/imu);
  });

  it("wait for a mail server that is away, and are told of again when another day is set", async () => {
    const port = Number(server.url.port);
    const record = await kept({
      ...{ organisationId: tree.etat, kind: "deadline", state: "awaited", title: "Pendant la panne", dueOn: inDays(1) },
    });
    await server.stop();
    await expect(watchOn(server.url).run(turn)).rejects.toThrow("1 of 1 failed");
    server = await startMailServer(port);
    await watchOn(server.url).run(turn);
    expect(subjects()).toEqual([expect.stringContaining("Pendant la panne")]);
    await database.write(system, (ctx) => store.update(ctx, { ...record, dueOn: inDays(7), version: 2 }));
    await watchOn(server.url).run(turn);
    expect(subjects()).toHaveLength(2);
  });
});
