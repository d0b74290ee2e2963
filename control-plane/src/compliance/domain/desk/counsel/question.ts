import { addDays } from "@socle/contracts";
import { conflict } from "../../../../kernel/refusal.js";
import { ok, refuse, type Result } from "../../../../kernel/result.js";
import type { Day } from "../calendar-day.js";
import { next, type DeskRecord } from "../desk-record.js";

export const QUESTION_TOPICS = ["ethics", "legal", "technical"] as const;
export type QuestionTopic = (typeof QUESTION_TOPICS)[number];
export const QUESTION_STATES = ["open", "answered", "published"] as const;

/** Days within which the desk means to answer; the desk's own aim, no text sets one. */
export const ANSWER_DAYS: Readonly<Record<QuestionTopic, number>> = { ethics: 30, legal: 15, technical: 10 };

/** What a ministry asks the compliance cell; seen by that ministry and by those who answer. */
export interface Question extends DeskRecord {
  readonly topic: QuestionTopic;
  readonly title: string;
  readonly question: string;
  readonly answer: string | null;
  /** Rules that it is about, `family/rule`. */
  readonly rules: readonly string[];
  readonly state: (typeof QUESTION_STATES)[number];
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly dueOn: Day;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
  /** The doctrine that was drawn from it. */
  readonly doctrineId: string | null;
}

export const dueOn = (topic: QuestionTopic, askedOn: Day): Day => addDays(askedOn, ANSWER_DAYS[topic]);

/** An answer may be bettered until doctrine is drawn from it. */
export const answered = (
  question: Question,
  answer: Pick<Question, "answer" | "rules" | "answeredBy" | "answeredAt">,
): Result<Question> =>
  question.state === "published"
    ? refuse(conflict("question.published", "Doctrine was drawn from it; publish another note instead."))
    : ok(next(question, { ...answer, state: "answered" }));

export const drawnFrom = (question: Question, doctrineId: string): Result<Question> =>
  question.state === "answered"
    ? ok(next(question, { doctrineId, state: "published" }))
    : refuse(conflict("question.not_answered", `A question that is ${question.state} gives no doctrine.`));

export const DOCTRINE_STATES = ["published", "withdrawn"] as const;

/** An answer that holds for everybody, in words that name no ministry. */
export interface DoctrineNote extends DeskRecord {
  readonly topic: QuestionTopic;
  readonly title: string;
  readonly question: string;
  readonly answer: string;
  readonly rules: readonly string[];
  readonly state: (typeof DOCTRINE_STATES)[number];
  readonly publishedBy: string;
  readonly publishedAt: Date;
  readonly withdrawnReason: string | null;
}

export const withdrawn = (note: DoctrineNote, reason: string): Result<DoctrineNote> =>
  note.state === "withdrawn"
    ? refuse(conflict("doctrine.withdrawn", "The note is withdrawn already."))
    : ok(next(note, { state: "withdrawn", withdrawnReason: reason }));
