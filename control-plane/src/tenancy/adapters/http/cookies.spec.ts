import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { cookieOf, setCookie } from "./cookies.js";

const sent = (cookie: string | undefined): IncomingMessage => ({ headers: { cookie } }) as IncomingMessage;

describe("cookies", () => {
  it("are found by their whole name, the first one counting", () => {
    expect(cookieOf(sent("a=1; socle_session=x=y; socle_session=z"), "socle_session")).toBe("x=y");
    expect(cookieOf(sent("not_socle_session=1"), "socle_session")).toBeNull();
    expect(cookieOf(sent(undefined), "socle_session")).toBeNull();
  });

  it("are hidden from scripts and other sites, and kept to TLS where there is TLS", () => {
    const settings = { path: "/", maxAgeSeconds: 60 };
    expect(setCookie("a", "1", { ...settings, secure: true })).toBe(
      "a=1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax; Secure",
    );
    expect(setCookie("a", "1", { ...settings, secure: false })).toBe("a=1; Path=/; Max-Age=60; HttpOnly; SameSite=Lax");
  });
});
