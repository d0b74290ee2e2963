import type { PolicyFile } from "@socle/policies";

/** Rules to try, as somebody writes them. */
export interface CandidateDraft {
  readonly files: readonly PolicyFile[];
  /** The files stand beside, or in the place of, those of the active bundle; otherwise they are the whole bundle. */
  readonly onTopOfActive: boolean;
  /** Ids of active rules to leave out. */
  readonly without: readonly string[];
}

const ID = /^id:[ \t]*["']?([a-z][a-z0-9-]*\/[a-z][a-z0-9-]*)["']?[ \t]*(?:#.*)?$/m;

/** Files of the candidate bundle. A file goes by the id that it names, whatever folder it was taken from. */
export function candidateFiles(active: readonly PolicyFile[], draft: CandidateDraft): readonly PolicyFile[] {
  const placed = draft.files.map(({ path, text }) => {
    const id = ID.exec(text)?.[1];
    return { path: id === undefined ? path : `${id}/rule.yaml`, text };
  });
  if (!draft.onTopOfActive) return placed;
  const replaced = new Set([...placed.map(({ path }) => path), ...draft.without.map((id) => `${id}/rule.yaml`)]);
  return [...active.filter(({ path }) => !replaced.has(path)), ...placed];
}
