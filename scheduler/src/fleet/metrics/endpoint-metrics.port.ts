import type { PlacedEndpoint } from "../../kernel/snapshot/compiled-snapshot.js";

/** A model server's answer, as far as scraping needs it. */
export type MetricsAnswer =
  | { readonly ok: true; readonly text: string }
  /** `status` is null when nothing came: refused, late, cut or too long. */
  | { readonly ok: false; readonly status: number | null };

/** Reads a path below an endpoint's base URL. Never throws; bounded in time and size. */
export type ReadMetrics = (placed: PlacedEndpoint, path: string) => Promise<MetricsAnswer>;
