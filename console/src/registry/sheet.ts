import type { UseCaseData, UseCaseRecordsData } from "../generated/operations";

/** A use case as its page shows it. */
export type Sheet = NonNullable<UseCaseData["useCase"]>;

export type Records = NonNullable<UseCaseRecordsData["useCase"]>;
