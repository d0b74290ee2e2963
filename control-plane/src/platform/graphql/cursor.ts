import { GraphQLError } from "graphql";

/** Largest page that one query may ask for. */
const MAX_PAGE = 200;

/** Opaque to clients; to us the sort key of the row it stands for. */
export const encodeCursor = (key: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** The sort key of a cursor with `length` parts; a cursor that we did not make is the caller's mistake. */
export function decodeCursor(cursor: string, length: number): readonly (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    const isPart = (part: unknown) => part === null || typeof part === "string" || typeof part === "number";
    if (Array.isArray(key) && key.length === length && key.every(isPart)) return key;
  } catch {
    // Falls through to the one answer for every unreadable cursor.
  }
  throw badInput("after is not a cursor of this list");
}

/** The instant that a part of a cursor is; a part that is none is the caller's mistake too. */
export function instantOf(part: string | number | null | undefined): Date {
  const instant = new Date(part ?? Number.NaN);
  if (Number.isNaN(instant.getTime())) throw badInput("after is not a cursor of this list");
  return instant;
}

/** Page size within bounds; zero, negative and huge pages are the caller's mistake. */
export function pageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MAX_PAGE) return first;
  throw badInput(`first must be between 1 and ${MAX_PAGE}`);
}

const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });

interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}
export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface CountedConnection<Node> extends Connection<Node> {
  readonly totalCount: number;
}

/** A page from `first + 1` rows: the extra one only tells that there is more. */
export function connectionOf<Row, Node>(
  rows: readonly Row[],
  first: number,
  keyOf: (row: Row) => readonly (string | number | null)[],
  nodeOf: (row: Row) => Node,
): Connection<Node> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: encodeCursor(keyOf(row)), node: nodeOf(row) }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}
