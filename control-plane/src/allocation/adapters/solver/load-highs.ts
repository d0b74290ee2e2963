import { createRequire } from "node:module";
import type { Highs } from "highs";

/** A fresh solver runtime. The package's types describe its CommonJS build, so that is the one loaded. */
export const loadHighs = (): Promise<Highs> => (createRequire(import.meta.url)("highs") as () => Promise<Highs>)();
