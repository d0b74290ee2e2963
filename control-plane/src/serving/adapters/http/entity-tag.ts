/** A snapshot's number as an entity tag. */
export const entityTag = (number: number): string => `"${number}"`;

/** The number in `If-None-Match`; 0, older than any snapshot, when there is none to read. */
export function numberOfTag(tag: string | undefined): number {
  const digits = /^(?:W\/)?"(\d{1,15})"$/.exec(tag?.trim() ?? "")?.[1];
  return digits === undefined ? 0 : Number(digits);
}
