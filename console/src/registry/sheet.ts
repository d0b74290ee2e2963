import type { UseCaseData } from "../generated/operations";

/** A use case as its page shows it. */
export type Sheet = NonNullable<UseCaseData["useCase"]>;
