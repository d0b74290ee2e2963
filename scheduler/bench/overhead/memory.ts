import { readFileSync } from "node:fs";
import type { Report } from "../result.ts";
import type { Subject } from "./subject.ts";
import { measure } from "./window.ts";

const STREAMS_PER_SECOND = 250;
const OPENING_MS = 4_000;
/** 52 pieces at this pace last longer than the opening: all streams are open at once. */
const SLOW_PACE_MS = 120;
const GROWTH_REQUESTS = 200_000;
const GROWTH_MS = 100_000;
const SMALL = { characters: 700, paceMs: 1 };

/** Resident memory of some processes, kB. */
function residentKb(pids: readonly number[]): number {
  const of = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  return pids.reduce((sum, pid) => sum + of(pid), 0);
}

/** Memory that about a thousand open streams take, by the most that was seen. */
export async function openStreams(socle: Subject, report: Report): Promise<void> {
  const before = residentKb(socle.pids);
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, residentKb(socle.pids))), 100);
  try {
    const slow = { ...SMALL, paceMs: SLOW_PACE_MS };
    const { completed } = await measure(socle, slow, { openPerSecond: STREAMS_PER_SECOND }, OPENING_MS);
    const value = (most - before) / completed;
    report({ bench: "overhead", metric: "kb_per_stream", value, unit: "kB", target: 40 });
  } finally {
    clearInterval(watch);
  }
}

/** Growth of the process over 200,000 requests, or as many as 100 s take, after a warm-up. */
export async function growth(socle: Subject, report: Report): Promise<void> {
  await measure(socle, SMALL, { closed: 64 }, 5_000);
  const before = residentKb(socle.pids);
  const { completed } = await measure(socle, SMALL, { closed: 64 }, GROWTH_MS, GROWTH_REQUESTS);
  const value = (residentKb(socle.pids) / before - 1) * 100;
  report({ bench: "overhead", metric: "rss_growth_pct", value, unit: "%", target: 5 });
  report({ bench: "overhead", metric: "rss_growth_requests", value: completed, unit: "", target: null });
}
