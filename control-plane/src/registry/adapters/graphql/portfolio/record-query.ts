import { decodeCursor, pageSize } from "../../../../platform/graphql/cursor.js";
import type { RecordQuery } from "../../../ports/record-store.port.js";

/** What a list of records was asked for; arguments that are left out may come as undefined. */
interface Asked {
  readonly organisationId?: string | null | undefined;
  readonly states?: readonly string[] | null | undefined;
  readonly search?: string | null | undefined;
  readonly first: number;
  readonly after?: string | null | undefined;
}

export const recordQuery = ({ organisationId, states, search, first, after }: Asked): RecordQuery => ({
  organisationId: organisationId ?? null,
  states: states ?? [],
  search: search ?? "",
  first: pageSize(first),
  after: after == null ? null : String(decodeCursor(after, 1)[0]),
});
