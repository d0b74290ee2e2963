import type { PlacedEndpoint } from "../kernel/snapshot/compiled-snapshot.js";

/** Asks a model server whether it serves. Never throws; bounded in time. */
export type Probe = (placed: PlacedEndpoint) => Promise<boolean>;
