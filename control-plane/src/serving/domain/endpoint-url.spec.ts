import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endpointUrl } from "./endpoint-url.js";

describe("endpoint URLs", () => {
  it.each([
    ["http://127.0.0.1:8000", "http://127.0.0.1:8000"],
    ["https://inference.ministry.example/mistral/v1/", "https://inference.ministry.example/mistral"],
    ["http://10.0.0.4:8000/v1", "http://10.0.0.4:8000"],
  ])("takes %s as %s", (given, base) => {
    expect(endpointUrl(given)).toEqual({ ok: true, value: base });
  });

  it.each(["file:///etc/passwd", "ftp://host/", "gopher://host/", "javascript:alert(1)", "//host", "", "host:80/x"])(
    "refuses %s",
    (given) => {
      expect(endpointUrl(given).ok).toBe(false);
    },
  );

  it.each([
    "http://169.254.169.254/latest",
    "http://2852039166/",
    "http://0xA9.0xFE.0xA9.0xFE",
    "http://[::ffff:169.254.169.254]:80",
    "http://[fe80::1]:8000",
    "http://[fd00:ec2::254]/",
    "http://0.0.0.0:4000",
    "http://[::]:4000",
    "http://224.0.0.1/",
  ])("refuses %s: other things than model servers answer there", (given) => {
    expect(endpointUrl(given)).toEqual({ ok: false, refusal: expect.stringContaining("link-local") as string });
  });

  it.each(["http://user:secret@host/", "http://user@host/", "http://host/?key=1", "http://host/#v1"])(
    "refuses what hides in %s, without repeating it",
    (given) => {
      const result = endpointUrl(given);
      expect(result.ok).toBe(false);
      expect(JSON.stringify(result)).not.toContain("secret");
    },
  );

  it("is the same when applied to its own answer", () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const once = endpointUrl(url);
        if (once.ok) expect(endpointUrl(once.value)).toEqual(once);
      }),
    );
  });
});
