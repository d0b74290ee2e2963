import { INFERENCE_ERRORS, type IncidentReceiptV1, type IncidentReportV1 } from "@socle/contracts";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../kernel/clock.js";
import type { HeldBytes } from "../kernel/held-bytes.js";
import type { HttpRoute } from "../kernel/http-route.port.js";
import { refusal, type InferenceRefusal } from "../kernel/refusal.js";
import type { Core } from "../request/create-core.js";
import { errorEnvelope } from "./rest/error-envelope.js";
import { bodyTurnedAway, readBody } from "./rest/read-body.js";
import { requestContext } from "./rest/request-context.js";

export const INCIDENTS = "/v1/incidents";
const MAX_BODY_BYTES = 64 * 1024;
/** What one application may send to one replica in a minute: each wakes people up. */
const PER_MINUTE = 10;
const MINUTE_MS = 60_000;
const KEY = /^[\w.:-]{8,60}$/;

export interface IncidentParts {
  readonly replica: string;
  readonly identify: Core["identify"];
  readonly clock: Clock;
  readonly held: HeldBytes;
  /** The control plane's answer; rejects when it gave none. */
  readonly report: (report: IncidentReportV1) => Promise<{ readonly status: number; readonly text: string }>;
}

type Told = { readonly id: string } | InferenceRefusal;

/**
 * An application tells of an incident of its own use case, under its key; one whose use case is suspended as well. Nothing is
 * kept here: without the control plane's receipt the caller is told to send it again under the same key.
 */
export const createIncidentRoute = (parts: IncidentParts): HttpRoute => {
  const sent = new Map<string, { readonly since: number; readonly count: number }>();

  const tooMany = (application: string): InferenceRefusal | null => {
    const now = parts.clock.monotonic();
    const window = sent.get(application);
    const fresh = window === undefined || now - window.since >= MINUTE_MS;
    const { since, count } = fresh ? { since: now, count: 0 } : window;
    const retryAfterSeconds = Math.ceil((since + MINUTE_MS - now) / 1_000);
    if (count >= PER_MINUTE)
      return refusal("rate.exceeded", `${PER_MINUTE} incidents a minute at most.`, { retryAfterSeconds });
    sent.set(application, { since, count: count + 1 });
    return null;
  };

  const passOn = async (applicationId: string, key: string, body: Buffer): Promise<Told> => {
    const said = parsed(body);
    if (said === undefined) return refusal("body.malformed", "The body is no JSON.");
    const answer = await parts.report({ replica: parts.replica, applicationId, key, said }).catch(() => null);
    if (answer === null || answer.status >= 500 || answer.status === 429) return AWAY;
    if (answer.status === 201) return JSON.parse(answer.text) as IncidentReceiptV1;
    const { code, issues } = (parsed(Buffer.from(answer.text)) ?? {}) as { code?: string; issues?: unknown };
    return refusal("body.malformed", `The report was refused (${code ?? String(answer.status)}).`, {
      details: { code, issues },
    });
  };

  return {
    path: INCIDENTS,
    handle(request, response) {
      const { requestId, authorization } = requestContext(request, parts.clock.monotonic());
      const end = (told: Told): void => answerWith(response, requestId, told);
      if (request.method !== "POST") return end(refusal("method.not_allowed", "Use POST here."));
      const holder = parts.identify(authorization);
      const known = holder.ok || holder.refusal.code === "use_case.suspended" ? holder.caller : null;
      if (known === null) return end(holder.ok ? AWAY : holder.refusal);
      const key = keyOf(request);
      if (key === null) return end(NO_KEY);
      const { id } = known.application;
      const refused = bodyTurnedAway(request, "application/json", MAX_BODY_BYTES) ?? tooMany(id);
      if (refused !== null) return end(refused);
      readBody(request, MAX_BODY_BYTES, parts.held.open(), (read) => {
        if (read === null) return;
        if (!read.ok) return end(read.refusal);
        void passOn(id, key, read.body).then(end);
      });
    },
  };
};

const AWAY = refusal("control_plane.unavailable", "Nothing was recorded: send it again under the same key.", {
  retryAfterSeconds: 5,
});
const NO_KEY = refusal("body.malformed", "Name the report: 8 to 60 letters, figures or . _ : - in Idempotency-Key.", {
  param: "idempotency-key",
});

const keyOf = (request: IncomingMessage): string | null => {
  const given = request.headers["idempotency-key"];
  return typeof given === "string" && KEY.test(given) ? given : null;
};

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8")) as unknown;
  } catch {
    return undefined;
  }
}

function answerWith(response: ServerResponse, requestId: string, told: Told): void {
  const isRefused = "code" in told;
  const body = JSON.stringify(isRefused ? errorEnvelope(told, "none") : { id: told.id, object: "incident" });
  const retry =
    isRefused && told.retryAfterSeconds !== undefined ? { "retry-after": String(told.retryAfterSeconds) } : {};
  response.writeHead(isRefused ? INFERENCE_ERRORS[told.code].status : 201, {
    ...{ "content-type": "application/json", "content-length": Buffer.byteLength(body), "x-request-id": requestId },
    // A report is no decision about a request.
    ...{ "x-socle-decision": "none", ...retry },
  });
  response.end(body);
}
