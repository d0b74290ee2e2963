/** Sums of each Paris day and quantity: a part of FROM, to be given an alias. */
export const DAILY_USE =
  "(SELECT day, organisation_id, use_case_id, application_id, pool_id, quantity, amount FROM usage_daily)";

/** One row a request, with what was decided and used. */
export const REQUEST_RECORDS = `(SELECT day, replica, epoch, sequence, at, decision_id, organisation_id, use_case_id,
  application_id, model_id, pool_id, outcome, code, decision, usage FROM request_record)`;
