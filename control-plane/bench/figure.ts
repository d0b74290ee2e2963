import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** One measured figure of a bench of the control plane. */
export interface Figure {
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  readonly target: number | null;
}

/** Loads a compiled module of the control plane by its path below `src`; its types come from the source. */
export async function compiled<Module>(path: string): Promise<Module> {
  const url = new URL(`../dist/control-plane/src/${path}`, import.meta.url);
  if (!existsSync(fileURLToPath(url))) throw new Error("the control plane is not built: run npm run build first");
  return (await import(url.href)) as Module;
}
