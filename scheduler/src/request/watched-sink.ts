import type { AnswerHead, AnswerMeta, AnswerRecords, AnswerSink } from "../kernel/inference.port.js";
import type { Piece } from "../kernel/piece.js";
import type { InferenceRefusal } from "../kernel/refusal.js";

/** A sink that tells when its answer is over; what the sink behind it does not know is done in its other words. */
export class WatchedSink implements Required<AnswerSink> {
  private headGiven = false;

  constructor(
    private readonly sink: AnswerSink,
    private readonly over: () => void,
  ) {}

  /** The caller has the head of its answer. */
  get begun(): boolean {
    return this.headGiven;
  }

  /** The caller left: the answer is over without a word. */
  left(): void {
    this.over();
  }

  refuse(refused: InferenceRefusal, meta: AnswerMeta): void {
    this.over();
    this.sink.refuse(refused, meta);
  }

  begin(head: AnswerHead, meta: AnswerMeta): void {
    this.headGiven = true;
    this.sink.begin(head, meta);
  }

  data(chunk: Buffer): boolean {
    return this.sink.data(chunk);
  }

  splice(piece: Piece): boolean {
    return this.sink.splice === undefined ? this.sink.data(piece.copy()) : this.sink.splice(piece);
  }

  holds(): boolean {
    return this.sink.holds?.() ?? false;
  }

  end(records: AnswerRecords): void {
    this.over();
    this.sink.end(records);
  }

  finish(last: Buffer, records: AnswerRecords): void {
    this.over();
    if (this.sink.finish !== undefined) return this.sink.finish(last, records);
    this.sink.data(last);
    this.sink.end(records);
  }

  cut(refused: InferenceRefusal, records: AnswerRecords): void {
    this.over();
    this.sink.cut(refused, records);
  }
}
