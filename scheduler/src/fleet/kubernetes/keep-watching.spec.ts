import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../kernel/clock.js";
import { KeptWatch, WATCH_SETTINGS } from "./keep-watching.js";
import type { SessionFault, SessionListener } from "./session.port.js";

const fault = (retryAfterSeconds = 0): SessionFault => ({ reason: "status 503", retryAfterSeconds });

/** Sessions that do what the test says. */
const opened = () => {
  const sessions: { listener: SessionListener<string>; stopped: boolean }[] = [];
  const told: string[][] = [];
  const reachable: (boolean | string)[] = [];
  const watch = new KeptWatch<string>(
    (listener) => {
      const session = { listener, stopped: false };
      sessions.push(session);
      return { stop: () => void (session.stopped = true) };
    },
    {
      told: (objects) => void told.push([...objects]),
      reachable: (yes, why) => void reachable.push(yes || (why?.reason ?? "")),
    },
    WATCH_SETTINGS,
    systemClock,
    () => 1,
  );
  return { watch, sessions, told, reachable, last: () => sessions.at(-1)?.listener as SessionListener<string> };
};

describe("a kept watch", () => {
  beforeEach(
    () =>
      void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] }),
  );
  afterEach(() => void vi.useRealTimers());

  it("opens the next session after an end, ever later while none lives long", () => {
    const { sessions, last, watch } = opened();
    const waits: number[] = [];
    for (let turn = 1; turn <= 8; turn += 1) {
      const before = performance.now();
      last().ended(fault());
      while (sessions.length === turn) vi.advanceTimersByTime(50);
      waits.push(performance.now() - before);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    vi.advanceTimersByTime(WATCH_SETTINGS.stableMs);
    last().ended(fault());
    vi.advanceTimersByTime(500);
    expect(sessions).toHaveLength(10);
    watch.stop();
  });

  it("does not ask before the server said, within reason", () => {
    const { sessions, last, watch } = opened();
    last().ended(fault(7));
    vi.advanceTimersByTime(6_900);
    expect(sessions).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(sessions).toHaveLength(2);
    last().ended(fault(86_400));
    vi.advanceTimersByTime(WATCH_SETTINGS.maxDelayMs);
    expect(sessions).toHaveLength(3);
    watch.stop();
  });

  it("gives up a session that falls silent, and keeps one that is heard", () => {
    const { sessions, reachable, last, watch } = opened();
    for (let turn = 0; turn < 4; turn += 1) {
      last().heard();
      vi.advanceTimersByTime(30_000);
    }
    expect(sessions).toHaveLength(1);
    vi.advanceTimersByTime(WATCH_SETTINGS.silenceMs);
    expect(reachable).toEqual([true, "silent"]);
    expect(sessions[0]?.stopped).toBe(true);
    watch.stop();
  });

  it("begins anew with a list from time to time, or when told to", () => {
    const { sessions, last, watch } = opened();
    watch.renew(5_000);
    vi.advanceTimersByTime(4_000);
    expect(sessions).toHaveLength(1);
    vi.advanceTimersByTime(2_000);
    expect(sessions).toHaveLength(2);
    for (let turn = 0; turn < 12; turn += 1) {
      last().heard();
      vi.advanceTimersByTime(30_000);
    }
    expect(sessions).toHaveLength(3);
    watch.stop();
  });

  it("hears nothing of sessions that are over, and none after its stop", () => {
    const { sessions, told, reachable, watch } = opened();
    const first = sessions[0]?.listener;
    first?.told(["a"], 0);
    first?.ended(fault());
    first?.told(["late"], 0);
    first?.ended(fault());
    vi.advanceTimersByTime(500);
    expect(sessions).toHaveLength(2);
    watch.stop();
    sessions[1]?.listener.heard();
    sessions[1]?.listener.told(["later"], 0);
    sessions[1]?.listener.ended(fault());
    vi.advanceTimersByTime(600_000);
    expect({ sessions: sessions.length, told, reachable }).toEqual({ sessions: 2, told: [["a"]], reachable: [] });
    expect(sessions[1]?.stopped).toBe(true);
  });
});
