import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import { APPLICATIONS, USE_CASES } from "../../../registry/reads/use-cases.js";
import { ORGANISATIONS, pathOf, ROOT_ID } from "../../../tenancy/reads/organisations.js";
import type { TreeNode } from "../../domain/node.js";
import type { NodeDirectory } from "../../ports/node-directory.port.js";

const FIND = `
  WITH node AS (
    SELECT id, 'organisation' AS type, name, id AS organisation_id, '{}'::uuid[] AS head
      FROM ${ORGANISATIONS} organisation WHERE id = ANY ($1::uuid[])
    UNION ALL
    SELECT id, 'use_case', name, organisation_id, ARRAY[id] FROM ${USE_CASES} use_case WHERE id = ANY ($1::uuid[])
    UNION ALL
    SELECT application.id, 'application', application.name, use_case.organisation_id,
           ARRAY[application.id, use_case.id]
      FROM ${APPLICATIONS} application JOIN ${USE_CASES} use_case ON use_case.id = application.use_case_id
      WHERE application.id = ANY ($1::uuid[])
  )
  SELECT node.id, node.type, node.name, node.organisation_id AS "organisationId",
         node.head || ${pathOf("node.organisation_id")} AS path
    FROM node`;

export class PgNodeDirectory implements NodeDirectory {
  async find(ctx: Context, ids: readonly string[]): Promise<readonly TreeNode[]> {
    return ids.length === 0 ? [] : rowsOf<TreeNode>(ctx, FIND, [ids]);
  }

  async root(ctx: Context): Promise<string> {
    const [row] = await rowsOf<{ id: string }>(ctx, `SELECT id FROM ${ROOT_ID} AS root`);
    if (row === undefined) throw new Error("the organisation tree has no root yet");
    return row.id;
  }
}
