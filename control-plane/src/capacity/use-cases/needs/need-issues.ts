import type { Context } from "../../../kernel/use-case.js";
import type { NeedContent } from "../../domain/need/capacity-need.js";
import { isEditable } from "../../domain/submission/submission-state.js";
import { recordIssue, type FieldIssue } from "../../domain/template/cell-issue.js";
import type { CapacityPorts } from "../../ports/capacity-ports.js";

const unknownUseCase = (slug: string): FieldIssue =>
  recordIssue(
    "need.use_case_unknown",
    "useCase",
    `Aucun cas d'usage ${slug} dans cet organisme.`,
    `This body has no use case ${slug}.`,
  );
const withOthers = (reference: string, state: string): FieldIssue =>
  recordIssue(
    "need.not_editable",
    "reference",
    `Le besoin ${reference} est déjà transmis (${state}) ; il ne change plus.`,
    `The need ${reference} is ${state}; it does not change any more.`,
  );

/** The issue of a need whose use case is not known, or null. */
export async function useCaseIssue(
  ports: Pick<CapacityPorts, "useCases">,
  ctx: Context,
  organisationId: string,
  { useCase }: NeedContent,
): Promise<FieldIssue | null> {
  if (useCase === null) return null;
  return (await ports.useCases.unknown(ctx, organisationId, [useCase])).length === 0 ? null : unknownUseCase(useCase);
}

/** What the records of a file do not say of themselves, by reference: unknown use cases, needs that may not change. */
export async function importedNeedIssues(
  ports: Pick<CapacityPorts, "useCases" | "needs">,
  ctx: Context,
  campaignId: string,
  organisationId: string,
  contents: readonly NeedContent[],
): Promise<ReadonlyMap<string, FieldIssue>> {
  const slugs = [...new Set(contents.flatMap(({ useCase }) => (useCase === null ? [] : [useCase])))];
  const unknown = new Set(await ports.useCases.unknown(ctx, organisationId, slugs));
  const references = contents.map(({ reference }) => reference);
  const stand = await ports.needs.findByReference(ctx, campaignId, organisationId, references);
  const fixed = new Map(stand.filter(({ state }) => !isEditable(state)).map((need) => [need.reference, need.state]));
  const issues = contents.flatMap(({ reference, useCase }) => {
    if (useCase !== null && unknown.has(useCase)) return [[reference, unknownUseCase(useCase)] as const];
    const state = fixed.get(reference);
    return state === undefined ? [] : [[reference, withOthers(reference, state)] as const];
  });
  return new Map(issues);
}
