import type { StoredChange } from "../../ports/simulation/simulation-store.port.js";

const HEADER = [
  ...["ministry", "organisation", "use_case", "change", "cause", "rules", "decisions", "of_which_served", "samples"],
] as const;

/** Changes as rows of a sheet, the header first; names where they are known, otherwise ids. */
export const changeRows = (
  changes: readonly StoredChange[],
  names: ReadonlyMap<string, string>,
): readonly (readonly (string | number)[])[] => {
  const named = (id: string | null): string => (id === null ? "" : (names.get(id) ?? id));
  return [
    HEADER,
    ...changes.map(({ ministryId, organisationId, useCaseId, kind, cause, rules, records, served, samples }) => [
      ...[named(ministryId), named(organisationId), named(useCaseId), kind, cause, rules.join(" ")],
      ...[records, served, samples.join(" ")],
    ]),
  ];
};
