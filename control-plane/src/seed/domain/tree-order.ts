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
