import type { AnswerHead, AnswerMeta, AnswerRecords, AnswerSink } from "../../../kernel/inference.port.js";
import type { InferenceRefusal } from "../../../kernel/refusal.js";
import { endObject } from "./answer-objects.js";
import type { Typed } from "./answer-objects.js";
import type { CallContext } from "../call-context.js";
import { chatBody, labelsHeader } from "./chat-body.js";
import type { ChatInput } from "./chat-body.js";
import { EventQueue } from "./event-queue.js";
import { answerFault, deltaObjects, parseAnswer } from "./model-server-answer.js";
import type { GraphqlPorts } from "../ports.js";
import { refusalObject } from "./refusal-object.js";

/** Runs one chat as a stream of members of `ChatEvent`. Ending the stream early cancels the model server at once. */
export function streamChat(ports: GraphqlPorts, input: ChatInput, call: CallContext): EventQueue<Typed> {
  const events = new EventQueue<Typed>();
  const submission = ports.submit(
    {
      requestId: call.requestId,
      authorization: call.authorization,
      labels: labelsHeader(input, call.labels),
      traceparent: call.traceparent,
      body: chatBody(input, true),
      receivedAt: call.receivedAt,
    },
    new StreamSink(events),
  );
  const gone = (): void => void events.return();
  events.attach(submission, () => call.signal.removeEventListener("abort", gone));
  call.signal.addEventListener("abort", gone, { once: true });
  if (call.signal.aborted) gone();
  return events;
}

const DONE = "[DONE]";

class StreamSink implements AnswerSink {
  private readonly whole: Buffer[] = [];
  private head: AnswerHead | null = null;
  private meta: AnswerMeta | null = null;
  private failed = false;

  constructor(private readonly events: EventQueue<Typed>) {}

  refuse(refusal: InferenceRefusal, meta: AnswerMeta): void {
    this.events.push(refusalObject(refusal, meta));
    this.events.end();
  }

  begin(head: AnswerHead, meta: AnswerMeta): void {
    this.head = head;
    this.meta = meta;
  }

  data(chunk: Buffer): boolean {
    if (this.head?.stream) return this.readEvents(chunk.toString("utf8"));
    this.whole.push(chunk);
    return true;
  }

  end({ usage }: AnswerRecords): void {
    if (this.head !== null && !this.head.stream) this.readAnswer(this.head, Buffer.concat(this.whole).toString("utf8"));
    if (!this.failed && this.meta !== null) this.events.push(endObject(this.meta, usage));
    this.events.end();
  }

  cut(refusal: InferenceRefusal, { usage, decision }: AnswerRecords): void {
    const meta = this.meta ?? { requestId: "", decisionId: decision.id };
    if (!this.failed) this.events.push(refusalObject(refusal, meta, usage));
    this.events.end();
  }

  private readEvents(text: string): boolean {
    let more = true;
    for (const line of text.split("\n")) {
      if (!line.startsWith("data:")) continue;
      const data = line.slice(5).trim();
      if (data !== "" && data !== DONE) more = this.readAnswer(this.head, data);
    }
    return more;
  }

  private readAnswer(head: AnswerHead | null, text: string): boolean {
    if (this.failed || head === null || this.meta === null) return true;
    const answer = parseAnswer(text);
    const fault = answerFault(head, answer);
    if (fault !== null) {
      this.failed = true;
      return this.events.push(refusalObject(fault, this.meta));
    }
    let more = true;
    for (const delta of answer === null ? [] : deltaObjects(answer)) more = this.events.push(delta);
    return more;
  }
}
