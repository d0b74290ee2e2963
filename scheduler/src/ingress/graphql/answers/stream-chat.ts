import type { AnswerHead, AnswerMeta, AnswerRecords, AnswerSink } from "../../../kernel/inference.port.js";
import type { InferenceRefusal } from "../../../kernel/refusal.js";
import { chat } from "../../../request/operations/chat.js";
import { endObject } from "./answer-objects.js";
import type { Typed } from "./answer-objects.js";
import type { CallContext } from "../call-context.js";
import { chatBody, labelsHeader } from "./chat-body.js";
import type { ChatInput } from "./chat-body.js";
import type { EventForm } from "./event-form.js";
import { EventQueue } from "./event-queue.js";
import { answerFault, deltaObjects, parseAnswer } from "./model-server-answer.js";
import type { GraphqlPorts } from "../ports.js";
import { refusalObject } from "./refusal-object.js";

/** Runs one chat as a stream of members of `ChatEvent`. Ending the stream early cancels the model server at once. */
export function streamChat<Shown>(
  ports: GraphqlPorts,
  input: ChatInput,
  call: CallContext,
  form: EventForm<Shown>,
): EventQueue<Shown> {
  const events = new EventQueue<Shown>();
  const submission = ports.submit(
    {
      requestId: call.requestId,
      authorization: call.authorization,
      labels: labelsHeader(input, call.labels),
      decisionRef: call.decisionRef,
      traceparent: call.traceparent,
      operation: chat,
      contentType: chat.mediaType,
      body: chatBody(input, true),
      receivedAt: call.receivedAt,
    },
    new StreamSink(events, form),
  );
  const gone = (): void => void events.return();
  events.attach(submission, () => call.signal.removeEventListener("abort", gone));
  call.signal.addEventListener("abort", gone, { once: true });
  if (call.signal.aborted) gone();
  return events;
}

const FIELD = "data:";
const DONE = "[DONE]";
const BLANK = 0x20;

function afterBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) <= BLANK) at += 1;
  return at;
}

function beforeBlanks(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && text.charCodeAt(at - 1) <= BLANK) at -= 1;
  return at;
}

class StreamSink<Shown> implements AnswerSink {
  private readonly whole: Buffer[] = [];
  private head: AnswerHead | null = null;
  private meta: AnswerMeta | null = null;
  private failed = false;

  constructor(
    private readonly events: EventQueue<Shown>,
    private readonly form: EventForm<Shown>,
  ) {}

  refuse(refusal: InferenceRefusal, meta: AnswerMeta): void {
    this.push(refusalObject(refusal, meta));
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
    if (!this.failed && this.meta !== null) this.push(endObject(this.meta, usage));
    this.events.end();
  }

  cut(refusal: InferenceRefusal, { usage, decision }: AnswerRecords): void {
    const meta = this.meta ?? { requestId: "", decisionId: decision.id };
    if (!this.failed) this.push(refusalObject(refusal, meta, usage));
    this.events.end();
  }

  private readEvents(text: string): boolean {
    let more = true;
    // Places in the text instead of its lines: most events are spliced from it and never stand alone.
    for (let at = 0; at < text.length;) {
      const newline = text.indexOf("\n", at);
      const end = newline === -1 ? text.length : newline;
      if (text.startsWith(FIELD, at))
        more = this.readEvent(text, afterBlanks(text, at + FIELD.length, end), end) ?? more;
      at = end + 1;
    }
    return more;
  }

  /** `null` for what is no event: the end mark, an empty field. */
  private readEvent(text: string, from: number, end: number): boolean | null {
    const to = beforeBlanks(text, from, end);
    if (to === from || (to - from === DONE.length && text.startsWith(DONE, from))) return null;
    const spliced = this.failed ? null : (this.form.splice?.(text, from, to) ?? null);
    return spliced === null ? this.readAnswer(this.head, text.slice(from, to)) : this.events.push(spliced);
  }

  private readAnswer(head: AnswerHead | null, text: string): boolean {
    if (this.failed || head === null || this.meta === null) return true;
    const answer = parseAnswer(text);
    const fault = answerFault(head, answer);
    if (fault !== null) {
      this.failed = true;
      return this.push(refusalObject(fault, this.meta));
    }
    if (answer === null) return true;
    this.form.learn?.(text, answer);
    let more = true;
    for (const delta of deltaObjects(answer)) more = this.push(delta);
    return more;
  }

  private push(event: Typed): boolean {
    return this.events.push(this.form.show(event));
  }
}
