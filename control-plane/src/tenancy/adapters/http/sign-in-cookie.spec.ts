import { describe, expect, it } from "vitest";
import { localPath, openSignIn, sealSignIn } from "./sign-in-cookie.js";

const pending = { challenge: { state: "s", nonce: "n", codeVerifier: "v" }, returnTo: "/usages" };
const secret = "a secret of more than thirty-two characters";

describe("a sign-in under way", () => {
  it("comes back as it was, unreadable in between", async () => {
    const sealed = await sealSignIn(pending, secret);
    expect(Buffer.from(sealed, "base64url").toString()).not.toContain("usages");
    expect(await openSignIn(sealed, secret)).toEqual(pending);
  });

  it("is not believed when absent, changed or sealed by another installation", async () => {
    const sealed = await sealSignIn(pending, secret);
    const parts = sealed.split(".");
    parts[3] = [...(parts[3] ?? "")].reverse().join("");
    expect(await openSignIn(null, secret)).toBeNull();
    expect(await openSignIn(parts.join("."), secret)).toBeNull();
    expect(await openSignIn(sealed, `${secret}!`)).toBeNull();
  });

  it.each(["/", "/usages/1?tab=keys#top"])("returns to %s", (path) => {
    expect(localPath(path)).toBe(path);
  });

  it.each([undefined, "", "usages", "//evil.example", "/\\evil.example", "https://evil.example", "/a\nb", ["/"]])(
    "goes home instead of %j",
    (path) => {
      expect(localPath(path)).toBe("/");
    },
  );
});
