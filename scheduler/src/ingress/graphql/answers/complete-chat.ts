import type { AnswerHead, AnswerMeta, AnswerRecords, AnswerSink } from "../../../kernel/inference.port.js";
import type { InferenceRefusal } from "../../../kernel/refusal.js";
import { chat } from "../../../request/operations/chat.js";
import { metaFields, usageObject } from "./answer-objects.js";
import type { Typed } from "./answer-objects.js";
import type { CallContext } from "../call-context.js";
import { chatBody, labelsHeader } from "./chat-body.js";
import type { ChatInput } from "./chat-body.js";
import { answerFault, choiceObject, parseAnswer } from "./model-server-answer.js";
import type { GraphqlPorts } from "../ports.js";
import { refusalObject } from "./refusal-object.js";

/** Runs one chat to its end. Cancelled with the caller; resolves to a member of `ChatResult`, never rejects. */
export function completeChat(ports: GraphqlPorts, input: ChatInput, call: CallContext): Promise<Typed> {
  return new Promise((resolve) => {
    const cancel = (): void => submission.cancel();
    const settle = (result: Typed): void => {
      call.signal.removeEventListener("abort", cancel);
      resolve(result);
    };
    const submission = ports.submit(
      {
        requestId: call.requestId,
        authorization: call.authorization,
        labels: labelsHeader(input, call.labels),
        decisionRef: call.decisionRef,
        traceparent: call.traceparent,
        operation: chat,
        contentType: chat.mediaType,
        body: chatBody(input, false),
        receivedAt: call.receivedAt,
      },
      new CompletionSink(settle),
    );
    call.signal.addEventListener("abort", cancel, { once: true });
    if (call.signal.aborted) cancel();
  });
}

/** Gathers one whole answer. */
class CompletionSink implements AnswerSink {
  private readonly pieces: Buffer[] = [];
  private head: AnswerHead | null = null;
  private meta: AnswerMeta | null = null;

  constructor(private readonly resolve: (result: Typed) => void) {}

  refuse(refusal: InferenceRefusal, meta: AnswerMeta): void {
    this.resolve(refusalObject(refusal, meta));
  }

  begin(head: AnswerHead, meta: AnswerMeta): void {
    this.head = head;
    this.meta = meta;
  }

  data(chunk: Buffer): boolean {
    this.pieces.push(chunk);
    return true;
  }

  end({ usage }: AnswerRecords): void {
    const { head, meta } = this;
    if (head === null || meta === null) return;
    const answer = parseAnswer(Buffer.concat(this.pieces).toString("utf8"));
    const fault = answerFault(head, answer);
    if (fault !== null || answer === null) return this.resolve(refusalObject(fault ?? UNREADABLE, meta, usage));
    this.resolve({
      __typename: "ChatCompletion",
      id: answer.id ?? meta.decisionId,
      model: answer.model ?? "",
      choices: (answer.choices ?? []).map(choiceObject),
      usage: usageObject(usage),
      ...metaFields(meta),
    });
  }

  cut(refusal: InferenceRefusal, { usage, decision }: AnswerRecords): void {
    const meta = this.meta ?? { requestId: "", decisionId: decision.id };
    this.resolve(refusalObject(refusal, meta, usage));
  }
}

const UNREADABLE: InferenceRefusal = {
  code: "endpoint.failed",
  message: "The model server gave no answer that can be read.",
  param: null,
};
