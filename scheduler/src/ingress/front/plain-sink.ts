import type { Socket } from "node:net";
import type { AnswerHead, AnswerMeta, AnswerSink } from "../../kernel/inference.port.js";
import type { Piece } from "../../kernel/piece.js";
import type { InferenceRefusal } from "../../kernel/refusal.js";
import { beginHeaders } from "../rest/begin-headers.js";
import { errorEnvelope } from "../rest/error-envelope.js";
import { refusalAnswer } from "../rest/refusal-answer.js";
import { AnswerWriter } from "./answer-writer.js";

/** What an answer asks of the connection it is written to. */
export interface AnswerHost {
  /** The answer is whole; true when it said that the connection ends with it. */
  answered(closes: boolean): void;
  /** The answer cannot be made whole. */
  broken(): void;
  /** The caller takes less than it is given. */
  full(): void;
  /** No request may follow this one. */
  closing(): boolean;
  /** Now, as HTTP writes it. */
  date(): string;
}

/** Writes one answer as OpenAI's API gives it, straight to the caller's socket. */
export class PlainSink implements AnswerSink {
  private readonly writer: AnswerWriter;
  private decisionId = "";
  private stream = false;
  private closes = false;

  constructor(
    private readonly socket: Socket,
    private readonly host: AnswerHost,
  ) {
    this.writer = new AnswerWriter(socket);
  }

  refuse(refused: InferenceRefusal, meta: AnswerMeta): void {
    const { status, headers, body } = refusalAnswer(refused, meta);
    this.head(status, headers, false);
    this.writer.end(Buffer.from(body));
    this.host.answered(this.closes);
  }

  begin(head: AnswerHead, meta: AnswerMeta): void {
    this.decisionId = meta.decisionId;
    this.stream = head.stream;
    this.head(head.status, beginHeaders(head, meta), head.contentLength === null);
  }

  data(chunk: Buffer): boolean {
    return this.flowing(this.writer.bytes(chunk));
  }

  splice(piece: Piece): boolean {
    return this.flowing(this.writer.piece(piece));
  }

  holds(): boolean {
    return this.socket.writableLength > 0;
  }

  end(): void {
    this.finish(null);
  }

  finish(last: Buffer | null): void {
    this.writer.end(last);
    this.host.answered(this.closes);
  }

  cut(refused: InferenceRefusal): void {
    if (!this.stream) return this.host.broken();
    const envelope = JSON.stringify(errorEnvelope(refused, this.decisionId));
    this.finish(Buffer.from(`event: error\ndata: ${envelope}\n\n`));
  }

  private head(status: number, headers: Readonly<Record<string, string | number>>, chunked: boolean): void {
    this.closes = this.host.closing();
    const connection = this.closes ? "close" : "keep-alive";
    this.writer.head(status, headers, `date: ${this.host.date()}\r\nconnection: ${connection}\r\n`, chunked);
  }

  private flowing(more: boolean): boolean {
    if (!more) this.host.full();
    return more;
  }
}
