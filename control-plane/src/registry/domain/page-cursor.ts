/** Where a page starts: after the row whose sort key and id these are. */
export interface PagePosition {
  readonly key: string;
  readonly id: string;
}

export const encodeCursor = (position: PagePosition): string =>
  Buffer.from(JSON.stringify([position.key, position.id]), "utf8").toString("base64url");

/** Reads a cursor; `null` when the text is none of ours, which then means the first page. */
export function decodeCursor(cursor: string): PagePosition | null {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(parsed)) return null;
    const [key, id] = parsed as unknown[];
    return typeof key === "string" && typeof id === "string" ? { key, id } : null;
  } catch {
    return null;
  }
}
