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
    const matching = [...this.repository.rows.values()]
      .filter((useCase) => this.matches(useCase, query))
      .map((useCase) => ({ key: this.sortKey(useCase, query.sort), id: useCase.id, useCase }))
      .sort((a, b) => (query.descending ? compare(b, a) : compare(a, b)));
    const after = query.after === null ? null : positionOf(query.after);
    const left =
      after === null ? matching : matching.filter((row) => compare(row, after) * (query.descending ? -1 : 1) > 0);
    return Promise.resolve({
      rows: left
        .slice(0, query.first)
        .map((row) => ({ cursor: encodeCursor([row.key, row.id]), useCase: row.useCase })),
      hasNextPage: left.length > query.first,
      totalCount: matching.length,
    });
  }

  async findMany(_ctx: Context, ids: readonly string[]): Promise<readonly AiUseCase[]> {
    return Promise.resolve([...this.repository.rows.values()].filter((useCase) => ids.includes(useCase.id)));
  }

  async converging(_ctx: Context): Promise<readonly AiUseCase[]> {
    const decided = [...this.repository.rows.values()].filter(({ convergence }) => convergence !== null);
    return Promise.resolve(decided.sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1)));
  }

  async dueForEvaluation(_ctx: Context, { by, organisationId, first, after }: DueQuery): Promise<readonly AiUseCase[]> {
    const keyOf = (useCase: AiUseCase): string => `${useCase.dossier.evaluationDueOn ?? ""} ${useCase.id}`;
    const rows = [...this.repository.rows.values()].filter(
      (useCase) =>
        RUNNING_STATES.includes(useCase.state) &&
        useCase.dossier.evaluationDueOn != null &&
        (by === null || useCase.dossier.evaluationDueOn <= by) &&
        (organisationId === null || this.pathOf(useCase).includes(organisationId)) &&
        (after === null || keyOf(useCase) > `${after.dueOn} ${after.id}`),
    );
    return Promise.resolve(rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).slice(0, first + 1));
  }

  async countByOrganisation(_ctx: Context, organisationIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const owned = (id: string) =>
      [...this.repository.rows.values()].filter((useCase) => this.pathOf(useCase).includes(id)).length;
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

  private sortKey(useCase: AiUseCase, field: UseCaseSortField): string {
    switch (field) {
      case "name":
        return fold(useCase.name);
      case "state":
        return String(USE_CASE_STATES.indexOf(useCase.state) + 1);
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

interface Position {
  readonly key: string;
  readonly id: string;
}

function positionOf(cursor: string): Position {
  const [key, id] = decodeCursor(cursor, 2);
  return { key: String(key), id: String(id) };
}

/** Keys that are numbers compare as numbers. */
function compare(a: Position, b: Position): number {
  const [left, right] = /^\d+$/.test(a.key + b.key) ? [Number(a.key), Number(b.key)] : [a.key, b.key];
  if (left !== right) return left < right ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
