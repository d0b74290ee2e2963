import type { DecisionV1, RefusalCode, UsageV1 } from "@socle/contracts";
import { decision, usage } from "../builders/records.builder.js";

interface Sink {
  refuse(refusal: { code: RefusalCode; message: string; param: string | null }, meta: Meta): void;
  begin(head: Head, meta: Meta): void;
  data(chunk: Buffer): boolean;
  end(records: { decision: DecisionV1; usage: UsageV1 | null }): void;
  cut(
    refusal: { code: RefusalCode; message: string; param: string | null },
    records: { decision: DecisionV1; usage: UsageV1 | null },
  ): void;
}
interface Head {
  status: number;
  contentType: string;
  stream: boolean;
  contentLength: number | null;
}
export interface Meta {
  requestId: string;
  decisionId: string;
  poolId: string | null;
  poolSlug: string | null;
  overhead: Record<"ingress" | "identify" | "admit" | "queue" | "pick", number>;
}
interface Asked {
  requestId: string;
  authorization: string | null;
  labels: string | null;
  traceparent: string | null;
  body: Buffer;
}

/** The scheduler's entry with an answer that a spec plays by hand. Keeps what it was asked and told. */
export class ScriptedInference {
  readonly asked: Asked[] = [];
  readonly sinks: Sink[] = [];
  cancelled = 0;
  resumed = 0;
  /** What happens to a request as soon as it comes. */
  onSubmit: (sink: Sink, meta: Meta) => void = () => {};

  readonly submit = (request: Asked, sink: Sink) => {
    this.asked.push(request);
    this.sinks.push(sink);
    const meta = this.meta(request.requestId);
    this.onSubmit(sink, meta);
    return {
      decisionId: meta.decisionId,
      cancel: () => void (this.cancelled += 1),
      resume: () => void (this.resumed += 1),
    };
  };

  meta(requestId = "request-1"): Meta {
    return {
      requestId,
      decisionId: `decision-${this.asked.length}`,
      poolId: "pool",
      poolSlug: "pool-north",
      overhead: { ingress: 0, identify: 0, admit: 0, queue: 0, pick: 0 },
    };
  }

  body(index = 0): unknown {
    return JSON.parse(this.asked[index]?.body.toString() ?? "null");
  }
}

export const records = (used: Partial<UsageV1> = {}) => ({ decision: decision(), usage: usage(used) });
export const jsonHead: Head = { status: 200, contentType: "application/json", stream: false, contentLength: null };
export const streamHead: Head = { status: 200, contentType: "text/event-stream", stream: true, contentLength: null };

export const completion = (content: string): Buffer =>
  Buffer.from(
    JSON.stringify({
      id: "chatcmpl-1",
      model: "model",
      choices: [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }],
    }),
  );

/** One server-sent event of an answer. */
export const delta = (content: string, finish: string | null = null): Buffer =>
  Buffer.from(
    `data: ${JSON.stringify({ id: "chatcmpl-1", choices: [{ index: 0, delta: { content }, finish_reason: finish }] })}\n\n`,
  );
