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

interface Replaced {
  readonly name: string;
  readonly sunset?: { readonly replacement?: string | null | undefined } | null | undefined;
}

/** Models in an order in which what replaces another comes before it. */
export const replacementsFirst = <Model extends Replaced>(models: readonly Model[]): Model[] =>
  pointedAtFirst(
    models,
    ({ name }) => name,
    ({ sunset }) => [sunset?.replacement],
  );

interface Pointing {
  readonly slug: string;
  readonly convergence?: { readonly target?: string | null | undefined } | null | undefined;
  readonly mergedInto?: string | null | undefined;
}

/** Use cases in an order in which what others converge to, or were merged into, comes before them. */
export const targetsFirst = <UseCase extends Pointing>(useCases: readonly UseCase[]): UseCase[] =>
  pointedAtFirst(
    useCases,
    ({ slug }) => slug,
    ({ convergence, mergedInto }) => [convergence?.target, mergedInto],
  );

function pointedAtFirst<Item>(
  items: readonly Item[],
  nameOf: (item: Item) => string,
  targetsOf: (item: Item) => readonly (string | null | undefined)[],
): Item[] {
  const byName = new Map(items.map((item) => [nameOf(item), item]));
  const ordered = new Set<Item>();
  const under = new Set<Item>();
  const place = (item: Item | undefined): void => {
    if (item === undefined || ordered.has(item) || under.has(item)) return;
    under.add(item);
    for (const target of targetsOf(item)) if (target) place(byName.get(target));
    ordered.add(item);
  };
  items.forEach(place);
  return [...ordered];
}
