import { type ReactNode, createContext, use, useEffect, useMemo, useState } from "react";

export interface Crumb {
  readonly label: string;
  /** Where it leads; the last one, the page itself, has none. */
  readonly to?: string;
}

interface CrumbState {
  readonly crumbs: readonly Crumb[];
  readonly setCrumbs: (crumbs: readonly Crumb[]) => void;
}

const CrumbContext = createContext<CrumbState>({ crumbs: [], setCrumbs: () => undefined });

export function CrumbProvider({ children }: { readonly children: ReactNode }) {
  const [crumbs, setCrumbs] = useState<readonly Crumb[]>([]);
  const state = useMemo(() => ({ crumbs, setCrumbs }), [crumbs]);
  return <CrumbContext value={state}>{children}</CrumbContext>;
}

export const useCrumbList = (): readonly Crumb[] => use(CrumbContext).crumbs;

/** A page names its path in the top bar. */
export function useCrumbs(crumbs: readonly Crumb[]): void {
  const { setCrumbs } = use(CrumbContext);
  const text = JSON.stringify(crumbs);
  useEffect(() => setCrumbs(JSON.parse(text) as readonly Crumb[]), [setCrumbs, text]);
}
