import { expect, it } from "vitest";
import { createCacheSalts } from "./cache-salt.js";

const salts = createCacheSalts(Buffer.from("secret"));

it("gives an organisation one salt, at every replica with the same secret, and another organisation another", () => {
  const salt = salts.saltOf("finance", null);
  expect(salt).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(salts.saltOf("finance", null)).toBe(salt);
  expect(createCacheSalts(Buffer.from("secret")).saltOf("finance", null)).toBe(salt);
  expect(createCacheSalts(Buffer.from("other")).saltOf("finance", null)).not.toBe(salt);
  expect(salts.saltOf("health", null)).not.toBe(salt);
});

it("keeps a caller's own salt inside its organisation: another's cannot be named", () => {
  const finance = salts.saltOf("finance", null);
  expect(salts.saltOf("health", finance)).not.toBe(finance);
  expect(salts.saltOf("finance", "team")).not.toBe(finance);
  expect(salts.saltOf("health", "team")).not.toBe(salts.saltOf("finance", "team"));
});
