import type { Opinion } from "../../../domain/desk/counsel/opinion.js";
import type { DoctrineNote, Question } from "../../../domain/desk/counsel/question.js";
import type { Review } from "../../../domain/desk/counsel/review.js";
import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import type { Desk } from "../desk-records.js";

export const questionDesk = ({ questions }: Pick<DeskPorts, "questions">): Desk<Question> => ({
  store: questions,
  subject: "Question",
  noun: "question",
  kind: ({ topic }) => topic,
});

/** Doctrine is drawn from questions, and published by the same right. */
export const doctrineDesk = ({ doctrine }: Pick<DeskPorts, "doctrine">): Desk<DoctrineNote> => ({
  store: doctrine,
  subject: "Question",
  noun: "doctrine",
});

export const reviewDesk = ({ reviews }: Pick<DeskPorts, "reviews">): Desk<Review> => ({
  store: reviews,
  subject: "Review",
  noun: "review",
});

export const opinionDesk = ({ opinions }: Pick<DeskPorts, "opinions">): Desk<Opinion> => ({
  store: opinions,
  subject: "Opinion",
  noun: "opinion",
  author: ({ recordedBy }) => recordedBy,
});
