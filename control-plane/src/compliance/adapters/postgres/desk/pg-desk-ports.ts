import type { DeskPorts } from "../../../ports/desk/desk-ports.js";
import type { RuleBook } from "../../../ports/desk/rule-book.port.js";
import {
  ASSESSMENTS,
  DEROGATIONS,
  DOCTRINE,
  INCIDENTS,
  OPINIONS,
  QUESTIONS,
  REVIEWS,
  SEARCHES,
} from "./desk-tables.js";
import { PgDerogationNotices } from "./pg-derogation-notices.js";
import { PgDeskDirectory } from "./pg-desk-directory.js";
import { ofItsRules, ofOneRule, PgDeskStore } from "./pg-desk.store.js";

/** The desk on PostgreSQL. */
export const pgDeskPorts = (rules: RuleBook): DeskPorts => ({
  derogations: new PgDeskStore(DEROGATIONS, ofOneRule),
  searches: new PgDeskStore(SEARCHES, ofOneRule),
  questions: new PgDeskStore(QUESTIONS, ofItsRules),
  doctrine: new PgDeskStore(DOCTRINE, ofItsRules),
  reviews: new PgDeskStore(REVIEWS),
  assessments: new PgDeskStore(ASSESSMENTS),
  incidents: new PgDeskStore(INCIDENTS),
  opinions: new PgDeskStore(OPINIONS),
  notices: new PgDerogationNotices(),
  directory: new PgDeskDirectory(),
  rules,
});
