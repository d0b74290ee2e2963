import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { IncidentReportV1 } from "@socle/contracts";
import { compileBundle } from "@socle/policies";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { hashOfKey, snapshot, useCase } from "../../../test/builders/snapshot.builder.js";
import { identify } from "../identity/identify.js";
import { systemClock } from "../kernel/clock.js";
import { HeldBytes } from "../kernel/held-bytes.js";
import { compileSnapshot } from "../kernel/snapshot/compile-snapshot.js";
import { createIncidentRoute } from "./incident-route.js";

let server: Server | null = null;
let reports: IncidentReportV1[] = [];
let answers: () => Promise<{ status: number; text: string }>;
beforeEach(() => {
  reports = [];
  answers = () => Promise.resolve({ status: 201, text: JSON.stringify({ id: "incident-1" }) });
});
afterEach(() => {
  server?.close();
  server = null;
});

const SAID = { title: "Réponse trompeuse", description: "Un barème périmé", harms: ["fundamental_rights"] };

const compileBundleOf = ({ policies }: ReturnType<typeof snapshot>) => {
  const compiled = compileBundle(policies.files);
  if (!compiled.ok) throw new Error("the builder's rules compile");
  return compiled.bundle;
};

/** Sends reports to the route as the caller of the snapshot's only key. */
async function open(given = snapshot()) {
  const compiled = compileSnapshot(given, compileBundleOf(given));
  const route = createIncidentRoute({
    ...{ replica: "r1", clock: systemClock, held: new HeldBytes(1_000_000) },
    identify: (authorization) => identify(authorization, compiled, Date.now()),
    report: (report) => (reports.push(report), answers()),
  });
  server = createServer((request, response) => route.handle(request, response)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return async (headers: Record<string, string> = {}, body = JSON.stringify(SAID), method = "POST") => {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/incidents`, {
      method,
      headers: { ...OWN, "content-type": "application/json", "idempotency-key": "report-0001", ...headers },
      ...(method === "POST" ? { body } : {}),
    });
    const said = (await answer.json()) as { readonly id?: string; readonly error?: { readonly code: string } };
    return {
      status: answer.status,
      code: said.error?.code,
      id: said.id,
      retryAfter: answer.headers.get("retry-after"),
    };
  };
}

const KEY = "socle_incidents_incidents_incidents";
const OWN = { authorization: `Bearer ${KEY}` };
/** The builder's snapshot, whose first key is ours. */
const ours = (fields: Parameters<typeof useCase>[0] = {}) => {
  const { applications, ...base } = snapshot({ useCases: [useCase(fields)] });
  const held = { id: "key", hash: hashOfKey(KEY), expiresAt: Date.now() + 86_400_000, revokedAt: null };
  return { ...base, applications: applications.map((each) => ({ ...each, keys: [held] })) };
};

describe("an application", () => {
  it("tells of an incident of its own use case, whoever it says it is, and is given its id", async () => {
    const send = await open(ours());
    expect(await send()).toMatchObject({ status: 201, id: "incident-1" });
    expect(reports).toMatchObject([{ replica: "r1", key: "report-0001", said: SAID }]);
    expect(reports[0]?.applicationId).toBe("application");
  });

  it("whose use case is suspended is heard as well", async () => {
    expect(await (await open(ours({ state: "suspended" })))()).toMatchObject({ status: 201 });
  });

  it.each([
    ["without a key", { authorization: "" }, 401, "key.missing"],
    ["with a key that nobody holds", { authorization: "Bearer socle_elsewhere_elsewhere_else" }, 401, "key.unknown"],
    ["without a name for its report", { "idempotency-key": "" }, 400, "body.malformed"],
    ["in another form", { "content-type": "text/plain" }, 415, "media_type.unsupported"],
  ] as const)("%s tells nothing", async (_how, headers, status, code) => {
    expect(await (await open(ours()))(headers)).toMatchObject({ status, code });
    expect(reports).toEqual([]);
  });

  it("that asks, or says nothing that can be read, is told what to do", async () => {
    const send = await open(ours());
    expect(await send({}, "", "GET")).toMatchObject({ status: 405 });
    expect(await send({}, "{")).toMatchObject({ status: 400, code: "body.malformed" });
    answers = () => Promise.resolve({ status: 400, text: JSON.stringify({ code: "input.invalid", issues: [] }) });
    expect(await send()).toMatchObject({ status: 400, code: "body.malformed" });
  });

  it("is told to come back when the control plane is away, or faulty", async () => {
    const send = await open(ours());
    answers = () => Promise.reject(new Error("away"));
    expect(await send()).toMatchObject({ status: 503, code: "control_plane.unavailable", retryAfter: "5" });
    answers = () => Promise.resolve({ status: 500, text: "" });
    expect(await send()).toMatchObject({ status: 503 });
  });

  it("sends ten a minute at most", async () => {
    const send = await open(ours());
    const statuses = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await send()).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 201), 429]);
  });
});
