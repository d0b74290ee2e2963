import type { Assessment } from "../../domain/desk/assessments/assessment.js";
import type { Opinion } from "../../domain/desk/counsel/opinion.js";
import type { DoctrineNote, Question } from "../../domain/desk/counsel/question.js";
import type { Review } from "../../domain/desk/counsel/review.js";
import type { Derogation } from "../../domain/desk/derogations/derogation.js";
import type { MarketSearch } from "../../domain/desk/derogations/market-search.js";
import type { Incident } from "../../domain/desk/incidents/incident.js";
import type { DerogationNotices } from "./derogation-notices.port.js";
import type { DeskDirectory } from "./desk-directory.port.js";
import type { DeskStore } from "./desk-store.port.js";
import type { RuleBook } from "./rule-book.port.js";

/** The desk's own records. */
export interface DeskStores {
  readonly derogations: DeskStore<Derogation>;
  readonly searches: DeskStore<MarketSearch>;
  readonly questions: DeskStore<Question>;
  readonly doctrine: DeskStore<DoctrineNote>;
  readonly reviews: DeskStore<Review>;
  readonly assessments: DeskStore<Assessment>;
  readonly incidents: DeskStore<Incident>;
  readonly opinions: DeskStore<Opinion>;
}

/** Everything that the desk's use cases reach the outside through. */
export interface DeskPorts extends DeskStores {
  readonly notices: DerogationNotices;
  readonly directory: DeskDirectory;
  readonly rules: RuleBook;
}
