import {
  parisDay,
  readUsage,
  type DecisionV1,
  type EarlierUsageV1,
  type RequestRecordV1,
  type UsageV1,
} from "@socle/contracts";
import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { organisationsBelow } from "../../../tenancy/reads/organisations.js";
import type { Dimensions, LedgerEntry } from "../../domain/ledger-entry.js";
import type { RequestCatalogue, RequestCursor, RequestFilter } from "../../ports/request-catalogue.port.js";

type Row = Dimensions & {
  readonly replica: string;
  readonly epoch: string;
  readonly sequence: string;
  readonly decision: DecisionV1;
  readonly usage: UsageV1 | EarlierUsageV1 | null;
};

const COLUMNS = `day::text AS day, organisation_id AS "organisationId", use_case_id AS "useCaseId",
  application_id AS "applicationId", model_id AS "modelId", pool_id AS "poolId", replica, epoch, sequence, decision, usage`;

/** Each parameter that is null leaves its condition out. The days say which partitions need not be looked at. */
const PAGE = `SELECT ${COLUMNS} FROM request_record
  WHERE ($1::text[] IS NULL OR outcome = ANY ($1))
    AND ($2::text[] IS NULL OR code = ANY ($2))
    AND ($3::uuid IS NULL OR use_case_id = $3)
    AND ($4::uuid IS NULL OR organisation_id IN ${organisationsBelow("$4")})
    AND ($5::uuid IS NULL OR application_id = $5)
    AND ($6::timestamptz IS NULL OR at >= $6)
    AND ($7::timestamptz IS NULL OR at < $7)
    AND ($8::text IS NULL OR decision_id = $8)
    AND ($9::timestamptz IS NULL OR (at, decision_id) < ($9, $10::text))
    AND ($14::text IS NULL OR decision #>> '{asked,decisionRef}' = $14)
    AND ($12::date IS NULL OR day >= $12)
    AND ($13::date IS NULL OR day <= $13)
  ORDER BY at DESC, decision_id DESC LIMIT $11`;
const FIND = `SELECT ${COLUMNS} FROM request_record WHERE decision_id = $1 LIMIT 1`;

export class PgRequestCatalogue implements RequestCatalogue {
  async page(
    ctx: Context,
    filter: RequestFilter,
    first: number,
    after: RequestCursor | null,
  ): Promise<readonly LedgerEntry[]> {
    const { outcomes, codes, useCaseId, organisationId, applicationId, from, to, decisionId } = filter;
    const conditions = [outcomes, codes, useCaseId, organisationId, applicationId, from, to, decisionId];
    const cursor = after === null ? [null, null] : [new Date(after.at), after.decisionId];
    const until = after === null ? to : new Date(Math.min(after.at, to?.getTime() ?? after.at));
    const days = [from, until].map((instant) => (instant === undefined ? null : parisDay(instant)));
    const reference = filter.decisionRef ?? null;
    const parameters = [...conditions.map((value) => value ?? null), ...cursor, first, ...days, reference];
    return (await rowsOf<Row>(ctx, PAGE, parameters)).map(entryOfRow);
  }

  async find(ctx: Context, decisionId: string): Promise<LedgerEntry | null> {
    const [row] = await rowsOf<Row>(ctx, FIND, [decisionId]);
    return row === undefined ? null : entryOfRow(row);
  }
}

function entryOfRow({ replica, epoch, sequence, decision, usage: written, ...dimensions }: Row): LedgerEntry {
  const usage = written === null ? null : readUsage(written);
  const record: RequestRecordV1 = { replica, epoch: Number(epoch), sequence: Number(sequence), decision, usage };
  return { ...dimensions, record };
}
