import { createHmac } from "node:crypto";

/** Organisations whose salts are kept at hand. */
const MOST_KEPT = 10_000;

/**
 * Salts of model servers' prefix caches (vLLM's `cache_salt`): one for each organisation, that nobody can guess or choose,
 * so that nobody can tell by the time of an answer what another has asked. The same at every replica with the same key.
 */
export interface CacheSalts {
  /** `own`: the caller's own salt as it wrote it, which parts the organisation's cache further; `null` without one. */
  saltOf(organisationId: string, own: string | null): string;
}

/** `secret`: what the salts are derived from; at least as hard to guess as they have to be. */
export const createCacheSalts = (secret: Buffer): CacheSalts => {
  const kept = new Map<string, string>();
  const derive = (text: string): string => createHmac("sha256", secret).update(text).digest("base64url");
  return {
    saltOf(organisationId, own) {
      if (own !== null) return derive(JSON.stringify(["prefix-cache", organisationId, own]));
      const known = kept.get(organisationId);
      if (known !== undefined) return known;
      if (kept.size >= MOST_KEPT) kept.clear();
      const salt = derive(JSON.stringify(["prefix-cache", organisationId]));
      kept.set(organisationId, salt);
      return salt;
    },
  };
};
