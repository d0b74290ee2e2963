/**
 * Codes of rules whose refusal somebody has to act on: a possible compromise, and what the law prohibits. Rows D1 and D18.
 * The index `request_record_alarm` names them as well.
 */
export const ALARMING_CODES = [
  "label.classified",
  "decision.autonomous",
  "practice.prohibited",
  "practice.intimate_imagery",
] as const;
