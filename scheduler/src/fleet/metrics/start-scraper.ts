import type { EndpointId } from "@socle/contracts";
import type { Clock } from "../../kernel/clock.js";
import type { PlacedEndpoint } from "../../kernel/snapshot/compiled-snapshot.js";
import type { ReadMetrics } from "./endpoint-metrics.port.js";
import type { EngineKind } from "./engine-gauges.js";
import type { GaugeBoard } from "./gauge-board.js";
import { scrapeEndpoint } from "./scrape-endpoint.js";
import type { ScrapeMemory } from "./scrape-endpoint.js";

/** An endpoint to scrape, with this replica's counts of sequences given to it and seen end there. */
export interface ScrapeTarget {
  readonly placed: PlacedEndpoint;
  /** By its pod's label; `null` to find out by the names it publishes. */
  readonly engine: EngineKind | null;
  readonly dispatched: number;
  readonly finished: number;
}

export interface ScraperParts {
  readonly targets: () => readonly ScrapeTarget[];
  readonly target: (endpointId: EndpointId) => ScrapeTarget | undefined;
  readonly read: ReadMetrics;
  readonly board: GaugeBoard;
  readonly clock: Clock;
  /** In [0, 1): spreads scrapes over the interval, so that replicas do not ask an engine all at once. */
  readonly random: () => number;
  readonly intervalMs: number;
}

interface Course extends ScrapeMemory {
  timer: NodeJS.Timeout | null;
  failures: number;
}

/** An endpoint that publishes nothing is asked at most this much less often. */
const SLOWEST = 30;

/** Scrapes every endpoint about once an interval, each on its own course; one that fails is asked ever more slowly. */
export const startScraper = (parts: ScraperParts): { stop(): void } => {
  const courses = new Map<EndpointId, Course>();
  let stopped = false;

  const scrape = async (id: EndpointId, course: Course): Promise<void> => {
    const target = parts.target(id);
    if (target === undefined) return;
    course.engine = target.engine ?? course.engine;
    const result = await scrapeEndpoint(parts.read, target.placed, course);
    // The engine wrote its gauges just before its answer came: the counts that belong to them are those of now.
    const after = parts.target(id);
    if (!result.ok) return void (course.failures += 1);
    course.failures = 0;
    course.engine = result.gauges.engine;
    if (after === undefined) return;
    const { dispatched, finished } = after;
    parts.board.put(id, { at: parts.clock.monotonic(), gauges: result.gauges, dispatched, finished });
  };

  const schedule = (id: EndpointId, course: Course, delayMs: number): void => {
    if (stopped) return;
    course.timer = setTimeout(() => void turn(id, course), delayMs).unref();
  };

  const turn = async (id: EndpointId, course: Course): Promise<void> => {
    await scrape(id, course);
    if (courses.get(id) !== course) return;
    const slower = Math.min(SLOWEST, 2 ** Math.min(course.failures, 10));
    schedule(id, course, parts.intervalMs * slower * (0.9 + 0.2 * parts.random()));
  };

  const follow = (): void => {
    const known = new Map(parts.targets().map((target) => [target.placed.endpoint.id, target]));
    for (const [id, course] of courses) {
      if (known.has(id)) continue;
      if (course.timer !== null) clearTimeout(course.timer);
      courses.delete(id);
    }
    parts.board.keepOnly(known);
    for (const [id, { engine }] of known) {
      if (courses.has(id)) continue;
      const course: Course = { engine, places: null, timer: null, failures: 0 };
      courses.set(id, course);
      schedule(id, course, parts.intervalMs * parts.random());
    }
  };

  follow();
  const follower = setInterval(follow, parts.intervalMs).unref();
  return {
    stop() {
      stopped = true;
      clearInterval(follower);
      for (const { timer } of courses.values()) if (timer !== null) clearTimeout(timer);
    },
  };
};
