import type { LookupAddress } from "node:dns";
import { describe, expect, it } from "vitest";
import { guardedLookup } from "./guarded-lookup.js";

const asked = (name: string, all: boolean): Promise<string | LookupAddress[] | { code?: string }> =>
  new Promise((resolve) => guardedLookup(name, { all }, (error, address) => resolve(error ?? address)));

// A literal is resolved to itself, as a name would be to that address.
describe("where a model server's name leads", () => {
  it.each(["169.254.169.254", "::ffff:169.254.169.254", "fe80::1", "fd00:ec2::254", "0.0.0.0", "::", "224.0.0.1"])(
    "is not followed to %s",
    async (address) => {
      expect(await asked(address, true)).toMatchObject({ code: "EFORBIDDEN" });
      expect(await asked(address, false)).toMatchObject({ code: "EFORBIDDEN" });
    },
  );

  it.each(["127.0.0.1", "10.1.2.3", "::1", "192.168.1.1", "2001:db8::1"])("is followed to %s", async (address) => {
    expect(await asked(address, false)).toBe(address);
    expect(await asked(address, true)).toMatchObject([{ address }]);
  });

  it("says what the resolver says of a name that there is not", async () => {
    expect(await asked("no-such-host.invalid", true)).toMatchObject({ code: expect.any(String) as string });
  });
});
