export const BEGIN_CALLS = `INSERT INTO lease_call (replica, epoch, call, answer, answered_at)
  VALUES ($1, $2, 0, NULL, $3) ON CONFLICT DO NOTHING`;
export const LOCK_CALLS = `SELECT call, answer, lost FROM lease_call WHERE replica = $1 AND epoch = $2 FOR UPDATE`;
export const SAVE_CALL = `UPDATE lease_call SET call = $3, answer = $4::jsonb, answered_at = $5
  WHERE replica = $1 AND epoch = $2`;
export const ACTIVE_REPLICAS = `SELECT DISTINCT replica FROM lease_call WHERE answered_at >= $1 AND NOT lost
  ORDER BY replica`;
export const FIND_EPOCH = `SELECT answered_at, lost FROM lease_call WHERE replica = $1 AND epoch = $2`;
export const LOCK_EPOCH = `${FIND_EPOCH} FOR UPDATE`;
export const MARK_LOST = `UPDATE lease_call SET lost = true WHERE replica = $1 AND epoch = $2`;

const HOLDING = `budget_id, period_start, replica, epoch, outstanding`;
export const HELD = `SELECT ${HOLDING} FROM lease_holding WHERE replica = $1 AND epoch = ANY ($2::bigint[])`;
export const HOLDINGS = `SELECT ${HOLDING} FROM lease_holding
  WHERE replica = $3 AND (budget_id, period_start) IN (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]))`;
export const HOLDINGS_OF_BUDGET = `SELECT ${HOLDING} FROM lease_holding WHERE budget_id = $1
  ORDER BY period_start, replica, epoch`;

/** The ceiling's row is shared-locked so that an amount set at the same moment is either read or applied afterwards. */
const beginPeriods = (table: string, amount: string): string =>
  `INSERT INTO budget_period (budget_id, period_start, period_end, organisation_id, amount)
  SELECT ceiling.id, it.period_start, it.period_end, ceiling.organisation_id, ceiling.${amount}
    FROM unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[]) AS it(budget_id, period_start, period_end)
    JOIN ${table} AS ceiling ON ceiling.id = it.budget_id
    WHERE NOT EXISTS (SELECT FROM budget_period known
                      WHERE known.budget_id = it.budget_id AND known.period_start = it.period_start)
    ORDER BY ceiling.id, it.period_start
    FOR SHARE OF ceiling
  ON CONFLICT DO NOTHING`;
export const BEGIN_BUDGET_PERIODS = beginPeriods("budget", "amount");
export const BEGIN_LIMIT_WINDOWS = beginPeriods("usage_limit", "value");

/** Windows of limits, at most a few thousand at once, that nobody is working on. */
const ENDED_WINDOWS = `SELECT budget_id, period_start FROM budget_period
  WHERE period_end < $1 AND budget_id IN (SELECT id FROM usage_limit)
  ORDER BY budget_id, period_start LIMIT 5000 FOR UPDATE SKIP LOCKED`;
export const FORGET_WINDOWS = `WITH ended AS MATERIALIZED (${ENDED_WINDOWS}),
  freed AS (DELETE FROM lease_holding USING ended
    WHERE lease_holding.budget_id = ended.budget_id AND lease_holding.period_start = ended.period_start
    RETURNING lease_holding.budget_id)
  SELECT budget_id, period_start, (SELECT count(*) FROM freed) AS freed FROM ended`;
export const DELETE_PERIODS = `DELETE FROM budget_period WHERE (budget_id, period_start) IN
  (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]))`;

/** One order for everybody, so that two transactions never wait for each other. */
export const LOCK_PERIODS = `SELECT budget_id, period_start, period_end, organisation_id, amount, settled, leased
  FROM budget_period
  WHERE (budget_id, period_start) IN (SELECT * FROM unnest($1::uuid[], $2::timestamptz[]))
  ORDER BY budget_id, period_start FOR UPDATE`;

/** Writes fewer rows than there are differences when a grant does not fit: the caller then gives up the transaction. */
export const APPLY_DELTAS = `UPDATE budget_period SET
    settled = budget_period.settled + it.settled,
    leased = budget_period.leased + it.leased,
    overrun = CASE WHEN it.granted > 0 THEN overrun ELSE greatest(overrun,
      budget_period.settled + it.settled + budget_period.leased + it.leased - amount) END
  FROM unnest($1::uuid[], $2::timestamptz[], $3::bigint[], $4::bigint[], $5::bigint[])
    AS it(budget_id, period_start, settled, leased, granted)
  WHERE budget_period.budget_id = it.budget_id AND budget_period.period_start = it.period_start
    AND (it.granted = 0
         OR budget_period.settled + it.settled + budget_period.leased + it.leased <= budget_period.amount)`;

export const DELETE_HOLDINGS = `DELETE FROM lease_holding WHERE (budget_id, period_start, replica, epoch) IN
  (SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::bigint[]))`;
export const SAVE_HOLDINGS = `INSERT INTO lease_holding (budget_id, period_start, replica, epoch, outstanding)
  SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::bigint[], $5::bigint[])
  ON CONFLICT (budget_id, period_start, replica, epoch) DO UPDATE SET outstanding = excluded.outstanding`;
