import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkpointText, parseCheckpoint } from "./checkpoint.js";
import { NOTE_TYPES, noteSigner, parseVerifierKey, verifierKey } from "./note-key.js";
import { cosign, parseNote, printNote, signText, verifyNote } from "./signed-note.js";

const log = noteSigner("socle.example/inference", NOTE_TYPES.ed25519, generateKeyPairSync("ed25519").privateKey);
const witness = noteSigner("witness.example/w1", NOTE_TYPES.cosignature, generateKeyPairSync("ed25519").privateKey);
const text = checkpointText({ origin: log.name, size: 42, root: new Uint8Array(32) });
const note = { text, signatures: [signText(log, text), cosign(witness, text, new Date("2026-11-24T10:00:00Z"))] };

describe("a signed note", () => {
  it("is verified as the specification's own example is", () => {
    const verifier = parseVerifierKey("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
    const printed =
      "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
    const parsed = parseNote(printed);
    expect(verifier === null || parsed === null ? null : verifyNote(parsed, [verifier])).toMatchObject({ ok: true });
    expect(verifier === null ? null : verifierKey(verifier)).toBe(
      "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    );
  });

  it("has one spelling of its verifier key", () => {
    const key = verifierKey(log);
    for (const other of [`${key}A`, `${key}=`, `${key}====`, key.replace(/.$/u, (last) => `${last}AA`)])
      expect(parseVerifierKey(other)).toBeNull();
    expect(parseVerifierKey(key)).toMatchObject({ name: log.name, keyId: log.keyId });
  });

  it("carries the log's signature and the witness's, with its time", () => {
    const parsed = parseNote(printNote(note));
    expect(parsed === null ? null : verifyNote(parsed, [log, witness])).toMatchObject({
      ok: true,
      by: [{ at: null }, { at: new Date("2026-11-24T10:00:00Z") }],
    });
  });

  it("counts for nothing when nobody known signed, or when a known key's signature is wrong", () => {
    expect(verifyNote(note, [])).toEqual({ ok: false, why: "unsigned" });
    const other = { ...note, text: text.replace("42", "43") };
    expect(verifyNote(other, [log])).toEqual({ ok: false, why: "wrong_signature" });
    expect(verifyNote(other, [witness])).toEqual({ ok: false, why: "wrong_signature" });
  });

  it("is refused when any byte of it differs", () => {
    const printed = Buffer.from(printNote(note));
    fc.assert(
      fc.property(fc.nat(printed.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(printed);
        changed[at] = (changed[at] ?? 0) ^ change;
        const parsed = parseNote(changed.toString());
        if (parsed === null) return;
        const verdict = verifyNote(parsed, [log, witness]);
        if (verdict.ok) expect([verdict.by.length, parsed.text]).not.toEqual([2, text.replace("42", "43")]);
        expect(verdict.ok && verdict.by.length === 2 && parsed.text !== text).toBe(false);
      }),
    );
  });

  it("never makes anything but a note of what it is given", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (given) => {
        const parsed = parseNote(given);
        if (parsed !== null) expect(printNote(parsed)).toBe(given);
      }),
    );
  });
});

describe("a checkpoint", () => {
  it("gives back origin, size and root", () => {
    expect(parseCheckpoint(text)).toMatchObject({ origin: log.name, size: 42 });
  });

  it.each([
    ["a size with a leading zero", "o\n042\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"],
    ["a root of another length", "o\n42\nAAAA\n"],
    ["an extension line", "o\n42\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nmore\n"],
    ["no origin", "\n42\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"],
    ["no end of line", "o\n42\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="],
    ["a root that is not canonical", "o\n42\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n"],
  ])("is none with %s", (_what, wrong) => {
    expect(parseCheckpoint(wrong)).toBeNull();
  });
});
