import type { Assessment } from "./assessments/assessment.js";
import type { Opinion } from "./counsel/opinion.js";
import type { DoctrineNote, Question } from "./counsel/question.js";
import { nextDueOn, type Review } from "./counsel/review.js";
import type { Derogation } from "./derogations/derogation.js";
import type { MarketSearch } from "./derogations/market-search.js";
import type { DeskRecord } from "./desk-record.js";
import type { Incident } from "./incidents/incident.js";

/** How records of one kind are listed. */
export interface ListedBy<Kind extends DeskRecord> {
  /** Fields whose words a search looks in. */
  readonly words: readonly (keyof Kind & string)[];
  /** Day or instant that waits for somebody; `null` when nothing does. */
  readonly due: (record: Kind) => string | null;
  /** Names that no two records share. */
  readonly unique: readonly (keyof Kind & string)[];
}

interface Kinds {
  readonly derogations: ListedBy<Derogation>;
  readonly searches: ListedBy<MarketSearch>;
  readonly questions: ListedBy<Question>;
  readonly doctrine: ListedBy<DoctrineNote>;
  readonly reviews: ListedBy<Review>;
  readonly assessments: ListedBy<Assessment>;
  readonly incidents: ListedBy<Incident>;
  readonly opinions: ListedBy<Opinion>;
}

/** Every kind of record with its lists; `due` compares as a text, an instant being written in UTC. */
export const LISTED: Kinds = {
  derogations: {
    words: ["rule", "motive", "notice"],
    due: ({ state, endsOn }) => (["requested", "endorsed", "granted"].includes(state) ? endsOn : null),
    unique: [],
  },
  searches: { words: ["rule", "offer", "reference"], due: () => null, unique: [] },
  questions: {
    words: ["title", "question", "answer"],
    due: ({ state, dueOn }) => (state === "open" ? dueOn : null),
    unique: [],
  },
  doctrine: { words: ["title", "question", "answer"], due: () => null, unique: [] },
  reviews: { words: ["summary"], due: nextDueOn, unique: [] },
  assessments: {
    words: ["kind", "reference"],
    due: ({ state, reviewOn }) => (state === "done" || state === "to_review" ? reviewOn : null),
    unique: ["useCaseId", "kind", "edition"],
  },
  incidents: {
    words: ["title", "description"],
    due: ({ state, dueAt, notification }) =>
      state === "closed" || notification !== null ? null : (dueAt?.toISOString() ?? null),
    unique: [],
  },
  opinions: { words: ["number", "title", "subject", "text"], due: () => null, unique: ["number"] },
};
