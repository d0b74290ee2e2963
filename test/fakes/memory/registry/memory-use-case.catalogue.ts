import { USE_CASE_STATES } from "@socle/contracts";
import { fold } from "../../../../control-plane/src/kernel/fold.js";
import type { Context } from "../../../../control-plane/src/kernel/use-case.js";
import { wordsOf } from "../../../../control-plane/src/kernel/words.js";
import { decodeCursor, encodeCursor } from "../../../../control-plane/src/platform/graphql/cursor.js";
import type { AiUseCase } from "../../../../control-plane/src/registry/domain/ai-use-case.js";
import { RUNNING_STATES } from "../../../../control-plane/src/registry/domain/life-cycle.js";
import type {
  DueQuery,
  UseCaseCatalogue,
  UseCasePage,
  UseCaseQuery,
  UseCaseSortField,
} from "../../../../control-plane/src/registry/ports/use-case-catalogue.port.js";
import { by, pageOf } from "../memory-list.js";
import type { MemoryUseCaseRepository } from "./memory-use-case.repository.js";

/** An organisation as the catalogue needs it: its name, and itself with everything above it. */
export interface CatalogueOrganisation {
  readonly name: string;
  readonly path: readonly string[];
}

export class MemoryUseCaseCatalogue implements UseCaseCatalogue {
  constructor(
    private readonly repository: MemoryUseCaseRepository,
    private readonly organisations: ReadonlyMap<string, CatalogueOrganisation>,
  ) {}

  async page(_ctx: Context, query: UseCaseQuery): Promise<UseCasePage> {
    const { sort, descending, first } = query;
    const keyOf = (useCase: AiUseCase) => [this.sortKey(useCase, sort), useCase.id] as const;
    const matching = this.repository.where((useCase) => this.matches(useCase, query));
    const after = query.after === null ? null : decodeCursor(query.after, 2);
    const rows = pageOf(matching, keyOf, { first, after }, descending ? "descending" : "ascending");
    return Promise.resolve({
      rows: rows.slice(0, first).map((useCase) => ({ cursor: encodeCursor(keyOf(useCase)), useCase })),
      hasNextPage: rows.length > first,
      totalCount: matching.length,
    });
  }

  findMany(ctx: Context, ids: readonly string[]): Promise<readonly AiUseCase[]> {
    return this.repository.findMany(ctx, ids);
  }

  converging(_ctx: Context): Promise<readonly AiUseCase[]> {
    const decided = this.repository.where(({ convergence }) => convergence !== null);
    return Promise.resolve(decided.sort(by(({ name }) => [fold(name)])));
  }

  dueForEvaluation(_ctx: Context, query: DueQuery): Promise<readonly AiUseCase[]> {
    const { by: latest, organisationId, first } = query;
    const rows = this.repository.where(
      (useCase) =>
        RUNNING_STATES.includes(useCase.state) &&
        useCase.dossier.evaluationDueOn != null &&
        (latest === null || useCase.dossier.evaluationDueOn <= latest) &&
        (organisationId === null || this.pathOf(useCase).includes(organisationId)),
    );
    const after = query.after === null ? null : [query.after.dueOn, query.after.id];
    return Promise.resolve(pageOf(rows, ({ id, dossier }) => [dossier.evaluationDueOn ?? "", id], { first, after }));
  }

  countByOrganisation(_ctx: Context, organisationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const owned = (id: string) => this.repository.where((useCase) => this.pathOf(useCase).includes(id)).length;
    return Promise.resolve(new Map(organisationIds.map((id) => [id, owned(id)])));
  }

  private matches(useCase: AiUseCase, query: UseCaseQuery): boolean {
    return (
      hasWords(`${useCase.name} ${useCase.description} ${useCase.slug}`, query.search) &&
      (query.states.length === 0 || query.states.includes(useCase.state)) &&
      (query.organisationId === null || this.pathOf(useCase).includes(query.organisationId))
    );
  }

  private pathOf(useCase: AiUseCase): readonly string[] {
    return this.organisations.get(useCase.organisationId)?.path ?? [useCase.organisationId];
  }

  private sortKey(useCase: AiUseCase, field: UseCaseSortField): string | number {
    switch (field) {
      case "name":
        return fold(useCase.name);
      case "state":
        return USE_CASE_STATES.indexOf(useCase.state);
      case "declared_at":
        return useCase.declaredAt.toISOString();
      case "organisation":
        return fold(this.organisations.get(useCase.organisationId)?.name ?? "");
    }
  }
}

/** Each word sought is the beginning of one that is there, or that word in the other number. */
function hasWords(text: string, search: string): boolean {
  const sought = wordsOf(search);
  if (sought.length === 0) return search.trim() === "";
  const there = allWordsOf(text);
  return sought.every((word) => there.some((other) => other.startsWith(word) || singular(other) === singular(word)));
}

const allWordsOf = (text: string): readonly string[] => fold(text).split(/[^a-z0-9]+/);
const singular = (word: string): string => word.replace(/[sx]$/, "");
