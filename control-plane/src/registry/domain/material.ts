import type { AiUseCase } from "./ai-use-case.js";
import type { Dossier } from "./dossier/dossier.js";
import { GUARDS } from "./guards.js";
import type { Reads } from "./reads.js";
import { DECLARED_READS } from "./rule-question.js";
import { STANDING_READS } from "./use-case-standing.js";

/** Fields of a declaration that can be written anew; the dossier is written field by field. */
export const AMENDABLE_FIELDS = [
  ...([
    "name",
    "description",
    "labels",
    "serviceClass",
    "maxOutputTokens",
    "decisionRole",
    "affectsIndividuals",
  ] as const),
  ...(["staffEffect", "ownerEmail", "oversight"] as const),
] as const satisfies readonly (keyof AiUseCase)[];
export type AmendableField = (typeof AMENDABLE_FIELDS)[number];

/**
 * What decides whether a use case stands in a public register, in which, and what its body owes as a provider or a deployer:
 * nobody takes it out of sight, or a duty off their own body, alone.
 */
const PUBLICATION_READS = {
  fields: ["affectsIndividuals", "decisionRole", "labels"],
  dossier: ["publicationCategory", "aiActRole"],
} as const satisfies Reads;

/** Who reads use cases to judge or to publish them: guards of the life cycle, rules at each request, public registers. */
const READERS: readonly Reads[] = [
  ...Object.values(GUARDS).map(({ reads }) => reads),
  ...[DECLARED_READS, STANDING_READS, PUBLICATION_READS],
];
const read = new Set<string>(READERS.flatMap(({ fields }) => fields));
const readOfDossier = new Set<string>(READERS.flatMap(({ dossier }) => dossier));

/** Their names: past the first qualification two people change them, or a concluded assessment. */
export const MATERIAL_FIELDS: readonly string[] = [
  ...AMENDABLE_FIELDS.filter((field) => read.has(field)),
  ...readOfDossier,
];

/** One field that would be, or was, written anew. `null` where there is nothing. */
export interface FieldChange {
  /** A field of the declaration, `dossier.<field>` or `evidence.<kind>`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs between two versions, field by field: the declaration, the dossier, then the pieces. */
export function changesBetween(before: AiUseCase, after: AiUseCase): readonly FieldChange[] {
  const declared = AMENDABLE_FIELDS.map((field) => ({ field, before: before[field], after: after[field] }));
  const parts = [...declared, ...within("dossier", before, after), ...within("evidence", before, after)];
  return parts.filter((change) => !sameValue(change.before, change.after));
}

function within(part: "dossier" | "evidence", before: AiUseCase, after: AiUseCase): readonly FieldChange[] {
  const [old, young]: readonly Readonly<Record<string, unknown>>[] = [before[part], after[part]];
  return [...new Set([...Object.keys(old ?? {}), ...Object.keys(young ?? {})])].map((key) => ({
    field: `${part}.${key}`,
    before: old?.[key] ?? null,
    after: young?.[key] ?? null,
  }));
}

/** True of a change that a verdict can read. */
export function isMaterialChange({ field }: FieldChange): boolean {
  const [part, key] = field.split(".");
  if (key === undefined) return read.has(field);
  return part === "evidence" || readOfDossier.has(key);
}

/** Personal data stays out of the journal: what it became is on the use case. */
const PERSONAL: ReadonlySet<string> = new Set(["ownerEmail"]);

/** Changes as the journal keeps them: field, before, after. */
export const forJournal = (changes: readonly FieldChange[]): readonly (FieldChange | Pick<FieldChange, "field">)[] =>
  changes.map((change) => (PERSONAL.has(change.field) ? { field: change.field } : change));

/** A use case with these changes written into it. */
export function written(useCase: AiUseCase, changes: readonly FieldChange[]): AiUseCase {
  const fields: Record<string, unknown> = {};
  const parts: Record<string, Record<string, unknown>> = {
    dossier: { ...useCase.dossier },
    evidence: { ...useCase.evidence },
  };
  for (const { field, after } of changes) {
    const [part = "", key] = field.split(".");
    if (key === undefined) fields[part] = after;
    else if (after === null) delete parts[part]?.[key];
    else (parts[part] ??= {})[key] = after;
  }
  return {
    ...useCase,
    ...fields,
    dossier: parts.dossier as Dossier,
    evidence: parts.evidence as AiUseCase["evidence"],
  };
}

/** The changes whose field no longer says what it said: somebody wrote it meanwhile. */
export function staleOf(useCase: AiUseCase, changes: readonly FieldChange[]): readonly string[] {
  const asSeen = changes.map(({ field, before }) => ({ field, before: null, after: before }));
  return changesBetween(written(useCase, asSeen), useCase).map(({ field }) => field);
}
