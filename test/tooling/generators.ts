/** A compiled program that writes committed files from the code. */
export interface Generator {
  readonly entry: string;
  readonly args: readonly string[];
  readonly outputs: readonly string[];
}

export const GENERATORS: readonly Generator[] = [];
