import type { AiUseCase } from "./ai-use-case.js";
import type { Dossier, DossierField } from "./dossier/dossier.js";

export type DeclaredField = Exclude<keyof AiUseCase, "dossier">;

/** Which fields of a use case something reads: what may change a verdict. */
export interface Reads {
  readonly fields: readonly DeclaredField[];
  readonly dossier: readonly DossierField[];
}

/** The part of a use case that whoever says what it reads is shown: the compiler lets it look at nothing else. */
export type Seen<Field extends DeclaredField, Of extends DossierField> = Pick<AiUseCase, Field> & {
  readonly dossier: Pick<Dossier, Of>;
};
