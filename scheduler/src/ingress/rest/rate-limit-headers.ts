import type { RateLimitState, RateWindow } from "../../kernel/inference.port.js";

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** A duration as OpenAI's reset headers write it: `20ms`, `1s`, `6m0s`, `3h0m0s`. */
export const resetTime = (milliseconds: number): string => {
  if (milliseconds < 1_000) return `${Math.ceil(milliseconds)}ms`;
  const seconds = Math.ceil(milliseconds / 1_000);
  const rest = `${seconds % 60}s`;
  if (milliseconds < MINUTE) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  return milliseconds < HOUR ? `${minutes}m${rest}` : `${Math.floor(minutes / 60)}h${minutes % 60}m${rest}`;
};

const windowHeaders = (name: string, window: RateWindow | null): Record<string, string> =>
  window === null
    ? {}
    : {
        [`x-ratelimit-limit-${name}`]: String(window.limit),
        [`x-ratelimit-remaining-${name}`]: String(window.remaining),
        [`x-ratelimit-reset-${name}`]: resetTime(window.resetMs),
      };

/** Rate limits of the path as OpenAI's API names them; none when nothing limits the request. */
export const rateLimitHeaders = (state: RateLimitState | null | undefined): Record<string, string> =>
  state == null ? {} : { ...windowHeaders("requests", state.requests), ...windowHeaders("tokens", state.tokens) };
