import type { IncomingMessage } from "node:http";

/** Values of one request's cookies; the first of a name wins. */
export function cookieOf(request: IncomingMessage, name: string): string | null {
  for (const pair of (request.headers.cookie ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}

export interface CookieSettings {
  readonly secure: boolean;
  readonly path: string;
  /** Zero removes the cookie. */
  readonly maxAgeSeconds: number;
}

/** Never readable by scripts, never sent with another site's form. */
export const setCookie = (name: string, value: string, { secure, path, maxAgeSeconds }: CookieSettings): string =>
  `${name}=${value}; Path=${path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
