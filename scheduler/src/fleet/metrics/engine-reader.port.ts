import type { EngineGauges, EngineKind } from "./engine-gauges.js";
import type { SampleReader } from "./sample-reader.js";

/** How one engine's metrics are read. A new engine is one more file in `engines/`. */
export interface EngineReader {
  readonly kind: EngineKind;
  /** What its metric names begin with. */
  readonly prefix: string;
  /** Names it reads, and no other is kept. */
  readonly names: readonly string[];
  read(reader: SampleReader): EngineGauges;
}
