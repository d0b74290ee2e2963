import type { Typed } from "./answer-objects.js";
import type { ModelServerAnswer } from "./model-server-answer.js";

/** What a subscriber is given for each event of its stream; one form serves one stream. */
export interface EventForm<Shown> {
  show(event: Typed): Shown;
  /** The form of a model server's event by its JSON alone, which is `text` from `from` to `to`; `null` when it has to be parsed. */
  splice?(text: string, from: number, to: number): Shown | null;
  /** Is told of each event that was parsed and is no fault. */
  learn?(json: string, answer: ModelServerAnswer): void;
}
