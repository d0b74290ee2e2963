import type { Context } from "../../../kernel/use-case.js";
import { rowsOf } from "../../../platform/database/pg-transaction.js";
import type { TreeNode } from "../../domain/node.js";
import type { NodeDirectory } from "../../ports/node-directory.port.js";

/** Reads the identifying columns of the tables in which tenancy and registry keep the three kinds of nodes. */
const FIND = `
  WITH node AS (
    SELECT id, 'organisation' AS type, name, id AS organisation_id, '{}'::uuid[] AS head
      FROM organisation WHERE id = ANY ($1::uuid[])
    UNION ALL
    SELECT id, 'use_case', name, organisation_id, ARRAY[id] FROM use_case WHERE id = ANY ($1::uuid[])
    UNION ALL
    SELECT application.id, 'application', application.name, use_case.organisation_id,
           ARRAY[application.id, use_case.id]
      FROM application JOIN use_case ON use_case.id = application.use_case_id
      WHERE application.id = ANY ($1::uuid[])
  )
  SELECT node.id, node.type, node.name, node.organisation_id AS "organisationId",
         node.head || (SELECT array_agg(ancestor_id ORDER BY depth) FROM organisation_closure
                       WHERE descendant_id = node.organisation_id) AS path
    FROM node`;

export class PgNodeDirectory implements NodeDirectory {
  async find(ctx: Context, ids: readonly string[]): Promise<readonly TreeNode[]> {
    return ids.length === 0 ? [] : rowsOf<TreeNode>(ctx, FIND, [ids]);
  }

  async root(ctx: Context): Promise<string> {
    const [row] = await rowsOf<{ id: string }>(ctx, `SELECT id FROM organisation WHERE parent_id IS NULL`);
    if (row === undefined) throw new Error("the organisation tree has no root yet");
    return row.id;
  }
}
