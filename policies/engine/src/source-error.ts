/** A fault in a policy file, as an author can find it. Lines and columns start at 1. */
export interface SourceError {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A policy file as it travels: its path below the policies folder, with `/`, and its whole text. */
export interface PolicyFile {
  readonly path: string;
  readonly text: string;
}

export const formatSourceError = (error: SourceError): string =>
  `${error.path}:${error.line}:${error.column}: ${error.message}`;
