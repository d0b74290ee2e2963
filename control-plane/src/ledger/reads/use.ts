import { ALARMING_CODES } from "@socle/contracts";

/** Reasons of a refused decision that raise an alarm, as the index `request_record_alarm` has them. */
const ALARMING = `$.pools[*].reasons[*] ? (!exists(@.silenced) && (${ALARMING_CODES.map((code) => `@.code == "${code}"`).join(" || ")}))`;

/** The last alarm of each use case since `since`: a part of FROM, to be given an alias. @param since an instant, in SQL */
export const lastAlarmsSince = (since: string): string =>
  `(SELECT use_case_id, max(at) AS at, (array_agg(reason ->> 'code' ORDER BY at DESC))[1] AS code
    FROM request_record, LATERAL jsonb_path_query(decision, '${ALARMING}') AS reason
    WHERE outcome = 'refused' AND decision @? '${ALARMING}' AND at > ${since}
      AND day >= (${since} AT TIME ZONE 'Europe/Paris')::date
    GROUP BY use_case_id)`;

/** Sums of each Paris day and quantity: a part of FROM, to be given an alias. */
export const DAILY_USE =
  "(SELECT day, organisation_id, use_case_id, application_id, pool_id, quantity, amount FROM usage_daily)";

/** One row a request, with what was decided and used. */
export const REQUEST_RECORDS = `(SELECT day, replica, epoch, sequence, at, decision_id, organisation_id, use_case_id,
  application_id, model_id, pool_id, outcome, code, decision, usage FROM request_record)`;
