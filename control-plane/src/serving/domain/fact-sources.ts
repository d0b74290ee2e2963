import type { DerogationV1, OrganisationV1, UseCaseV1 } from "@socle/contracts";
import { FACT_SCHEMA } from "@socle/policies";
import type { ApplicationSource, ModelSource, PoolSource, UseCaseSource } from "@socle/policies";
import type { SnapshotContent } from "./snapshot.js";

/** Names of all facts that rules of this release can read, as `part.field`. */
export type SchemaSource = readonly string[];

interface Source<Kind extends string, Content> {
  readonly kind: Kind;
  readonly subjectId: string;
  /** Whose it is; `null` when everybody may read it. */
  readonly organisationId: string | null;
  readonly content: Content;
}

export type FactSource =
  | Source<"use_case", UseCaseSource>
  | Source<"application", ApplicationSource>
  | Source<"model", ModelSource>
  | Source<"pool", PoolSource>
  | Source<"schema", SchemaSource>;

/** Subject of the one source that is about the release. */
export const SCHEMA_SUBJECT = "schema";

const SCHEMA: SchemaSource = Object.entries(FACT_SCHEMA).flatMap(([part, fields]) =>
  Object.keys(fields).map((field) => `${part}.${field}`),
);

/**
 * Everything that rules read in a snapshot, by subject. With a decision record it determines the facts of the decision,
 * and what they would be on another day. No name, no key, no figure of quota.
 */
export function factSources(content: SnapshotContent): readonly FactSource[] {
  const organisations = new Map(content.organisations.map((each) => [each.id, each]));
  const owners = new Map(content.useCases.map(({ id, organisationId }) => [id, organisationId]));
  const shared = { organisationId: null };
  return [
    { kind: "schema", subjectId: SCHEMA_SUBJECT, ...shared, content: SCHEMA },
    ...content.models.map(({ id, name, publisher, provenance }): FactSource => ({
      ...{ kind: "model", subjectId: id, ...shared },
      content: { name, publisher, provenance },
    })),
    ...content.pools.map(({ id, slug, gpuClass, acceptedLabels, hosting, standing }): FactSource => ({
      ...{ kind: "pool", subjectId: id, ...shared },
      content: { slug, gpuClass, acceptedLabels, hosting, standing },
    })),
    ...content.useCases.flatMap((useCase) => useCaseSource(useCase, content.derogations ?? [], organisations)),
    ...content.applications.flatMap(({ id, slug, useCaseId }): FactSource[] => {
      const organisationId = owners.get(useCaseId);
      if (organisationId === undefined) return [];
      return [{ kind: "application", subjectId: id, organisationId, content: { slug, useCaseId } }];
    }),
  ];
}

function useCaseSource(
  { name: _, ...useCase }: UseCaseV1,
  all: readonly DerogationV1[],
  organisations: ReadonlyMap<string, OrganisationV1>,
): FactSource[] {
  const organisation = organisations.get(useCase.organisationId);
  if (organisation === undefined) return [];
  const derogations = all
    .filter(({ useCaseId }) => useCaseId === useCase.id)
    .map(({ useCaseId, rule, from, to, pool }) => ({
      ...{ useCaseId, rule, from, to },
      ...(pool === undefined ? {} : { pool }),
    }));
  const content = {
    useCase,
    derogations,
    organisation: {
      slug: organisation.slug,
      ...(organisation.kind === undefined ? {} : { kind: organisation.kind }),
      path: pathTo(organisation, organisations),
    },
  };
  return [{ kind: "use_case", subjectId: useCase.id, organisationId: organisation.id, content }];
}

/** Slugs from the root to an organisation; a cycle in the data ends the walk. */
function pathTo(from: OrganisationV1, organisations: ReadonlyMap<string, OrganisationV1>): string[] {
  const path: string[] = [];
  const seen = new Set<string>();
  for (let at: OrganisationV1 | undefined = from; at !== undefined && !seen.has(at.id);) {
    seen.add(at.id);
    path.unshift(at.slug);
    at = at.parentId === null ? undefined : organisations.get(at.parentId);
  }
  return path;
}
