import { Engine } from "../engine/engine.js";
import type { SequenceSpec } from "../engine/sequence.js";
import type { EngineSettings } from "../engine/settings.js";
import { EngineDriver } from "./engine-driver.js";
import { VirtualClock } from "./virtual-clock.js";

export interface Arrival {
  readonly at: number;
  readonly spec: SequenceSpec;
}

/** When each sequence got where, in milliseconds of engine time. */
export interface Passage {
  readonly id: string;
  readonly arrivedAt: number;
  admittedAt: number;
  firstTokenAt: number;
  finishedAt: number;
  cachedTokens: number;
}

/** Runs arrivals through one engine in virtual time and tells when each of them passed. */
export function replay(settings: EngineSettings, arrivals: readonly Arrival[]): Passage[] {
  const clock = new VirtualClock();
  const passages = new Map<string, Passage>();
  const passage = (id: string): Passage => passages.get(id) as Passage;
  const driver = new EngineDriver(new Engine(settings), clock, {
    admitted: (id, cachedTokens, at) => Object.assign(passage(id), { admittedAt: at, cachedTokens }),
    token: (id, index, at) => {
      if (index === 0) passage(id).firstTokenAt = at;
    },
    finished: (id, at) => {
      passage(id).finishedAt = at;
    },
  });
  for (const { at, spec } of arrivals) {
    const { id } = spec;
    passages.set(id, { id, arrivedAt: at, admittedAt: NaN, firstTokenAt: NaN, finishedAt: NaN, cachedTokens: 0 });
    clock.at(at, () => driver.submit(spec));
  }
  clock.run();
  return [...passages.values()];
}
