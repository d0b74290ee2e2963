interface Branch {
  readonly slug: string;
  readonly parent?: string | null;
}

/** Parents before children, by slug within a level; the document was checked: one root, no cycle. */
export function parentsFirst<T extends Branch>(organisations: readonly T[]): T[] {
  const depthOf = (slug: string | null | undefined): number => {
    const organisation = organisations.find((candidate) => candidate.slug === slug);
    return organisation === undefined ? 0 : 1 + depthOf(organisation.parent);
  };
  return organisations.toSorted((a, b) => depthOf(a.slug) - depthOf(b.slug) || (a.slug < b.slug ? -1 : 1));
}

interface Pointing {
  readonly slug: string;
  readonly convergence?: { readonly target?: string | null | undefined } | null | undefined;
  readonly mergedInto?: string | null | undefined;
}

/** Use cases in an order in which what others converge to, or were merged into, comes before them. */
export function targetsFirst<UseCase extends Pointing>(useCases: readonly UseCase[]): UseCase[] {
  const bySlug = new Map(useCases.map((useCase) => [useCase.slug, useCase]));
  const ordered = new Set<UseCase>();
  const under = new Set<UseCase>();
  const place = (useCase: UseCase | undefined): void => {
    if (useCase === undefined || ordered.has(useCase) || under.has(useCase)) return;
    under.add(useCase);
    for (const target of [useCase.convergence?.target, useCase.mergedInto]) if (target) place(bySlug.get(target));
    ordered.add(useCase);
  };
  useCases.forEach(place);
  return [...ordered];
}
