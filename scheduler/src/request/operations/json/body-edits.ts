import type { Span } from "../operation.js";

/** Text in the place of a body's bytes. */
export interface BodyEdit extends Span {
  readonly text: string;
}

/** Text before the byte at an offset. */
export const inserted = (offset: number, text: string): BodyEdit => ({ start: offset, end: offset, text });

/** Another model's name where a server knows the model by another; `null` where it does not. */
export const renamed = (
  { model, modelSpan }: { readonly model: string; readonly modelSpan: Span },
  servedName: string,
): BodyEdit | null => (servedName === model ? null : { ...modelSpan, text: JSON.stringify(servedName) });

/** The body with its edits, none of which meets another; in parts, so that a large body is never copied. */
export const edited = (body: Buffer, edits: readonly (BodyEdit | null)[]): readonly Buffer[] => {
  const wanted = edits.filter((edit) => edit !== null);
  if (wanted.length === 0) return [body];
  wanted.sort((a, b) => a.start - b.start);
  const pieces: Buffer[] = [];
  let from = 0;
  for (const edit of wanted) {
    pieces.push(body.subarray(from, edit.start), Buffer.from(edit.text, "latin1"));
    from = edit.end;
  }
  pieces.push(body.subarray(from));
  return pieces;
};
