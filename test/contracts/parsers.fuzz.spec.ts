import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileBundle, filesFromTable } from "@socle/policies";
import { decodeBundle, encodeBundle } from "../../control-plane/src/audit/domain/tiles/entry-bundle.js";
import { parseMinimum } from "../../control-plane/src/audit/domain/minimum-index.js";
import { checkpointText, parseCheckpoint } from "../../control-plane/src/audit/domain/note/checkpoint.js";
import {
  NOTE_TYPES,
  noteSigner,
  parseVerifierKey,
  verifierKey,
} from "../../control-plane/src/audit/domain/note/note-key.js";
import { parseNote, printNote, signText, verifyNote } from "../../control-plane/src/audit/domain/note/signed-note.js";
import { parseSubmission, printSubmission } from "../../control-plane/src/audit/domain/witness/add-checkpoint.js";
import { InternalVerifier } from "../../control-plane/src/platform/internal-auth/internal-verifier.js";
import { readCsv } from "../../control-plane/src/platform/sheets/read-csv.js";
import { readXlsx } from "../../control-plane/src/platform/sheets/read-xlsx.js";
import { writeXlsx } from "../../control-plane/src/platform/sheets/write-sheet.js";
import { decodeCursor, encodeCursor } from "../../control-plane/src/platform/graphql/cursor.js";
import { readSeed } from "../../control-plane/src/seed/adapters/yaml/read-seed.js";
import { numberOfTag } from "../../control-plane/src/serving/adapters/http/entity-tag.js";
import { openSignIn, sealSignIn } from "../../control-plane/src/tenancy/adapters/http/sign-in-cookie.js";
import { EventStream } from "../../scheduler/src/request/operations/event-stream.js";
import { bodyOf } from "../../scheduler/src/dispatch/wire/response-body.js";
import { readResponseHead } from "../../scheduler/src/dispatch/wire/response-head.js";
import { readEngine } from "../../scheduler/src/fleet/metrics/read-engine.js";
import { MAX_SAMPLES, readSamples } from "../../scheduler/src/fleet/metrics/prometheus-text.js";
import { readChatRequest } from "../../scheduler/src/request/operations/chat-request.js";
import { readPlainHead } from "../../scheduler/src/ingress/front/request-head.js";
import { Piece } from "../../scheduler/src/kernel/piece.js";
import { openSignedSnapshot } from "../../scheduler/src/sync/snapshot/signed-snapshot.js";
import { hostileBytes, hostileText } from "../builders/hostile-text.arbitrary.js";
import { ruleFile } from "../builders/rule-file.builder.js";

/**
 * Every parser of what comes from outside: whatever it is given, it answers by its own result or its own declared error.
 * That it ends is the runner's limit of time; that it keeps little is shown by the bombs below.
 */
const RUNS = { numRuns: 400 };
const FEW = { numRuns: 60 };
const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const survives = (samples: readonly string[], parse: (text: string) => unknown, runs = RUNS): void =>
  fc.assert(
    fc.property(hostileText(samples), (text) => {
      parse(text);
    }),
    runs,
  );

const log = noteSigner("socle.example/inference", NOTE_TYPES.ed25519, generateKeyPairSync("ed25519").privateKey);
const TEXT = checkpointText({ origin: log.name, size: 300, root: new Uint8Array(32).fill(9) });
const NOTE = printNote({ text: TEXT, signatures: [signText(log, TEXT)] });

describe("on the way of a request", () => {
  const CHAT = [
    JSON.stringify({ model: "m", stream: true, max_tokens: 5, n: 1, messages: [{ role: "user", content: "hé" }] }),
    '{"model":"m","stream_options":{"include_usage":true},"tools":[{"a":[1,2,{"b":null}]}],"messages":[]}',
    '{"messages":[{"content":[{"type":"image_url","image_url":{"url":"data:,"}}]}],"model":"m","cache_salt":"x"}',
  ];

  it("a chat body is read or refused, and what is read lies within it", () => {
    fc.assert(
      fc.property(hostileBytes(CHAT), (body) => {
        const result = readChatRequest(body);
        if (!result.ok) {
          expect(result.refusal.code).toMatch(/^body\./u);
          return;
        }
        const { modelSpan, messagesSpan, model } = result.request;
        expect(JSON.parse(body.subarray(modelSpan.start, modelSpan.end).toString())).toBe(model);
        if (messagesSpan !== null) expect(messagesSpan.end).toBeLessThanOrEqual(body.length);
      }),
      RUNS,
    );
  });

  it("a head is read or left to the full parser", () => {
    const head =
      "POST /v1/chat/completions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 2\r\n";
    survives([head, `${head}authorization: Bearer a\r\n`], readPlainHead);
    survives(
      ["HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n"],
      readResponseHead,
    );
  });

  it("an answer's body ends, goes on or is broken, in whatever pieces it comes", () => {
    const chunked = "5\r\nhello\r\n1;a=b\r\nx\r\n0\r\nt: v\r\n\r\n";
    fc.assert(
      fc.property(hostileBytes([chunked]), fc.nat(20), (bytes, cut) => {
        const body = bodyOf({ kind: "chunked" });
        const buffer = Buffer.concat([Buffer.alloc(64), bytes]);
        const piece = new Piece();
        let state = body.read(buffer, 64, Math.min(64 + cut, buffer.length), piece);
        if (state === "more") state = body.read(buffer, Math.min(64 + cut, buffer.length), buffer.length, piece);
        expect(["more", "end", "broken"]).toContain(state);
        expect(piece.length).toBeLessThanOrEqual(bytes.length);
      }),
      RUNS,
    );
  });

  it("events of an engine are followed, and never are more than what came", () => {
    const stream =
      'data: {"choices":[{"delta":{"content":"a"}}]}\n\ndata: {"choices":[],"usage":{"prompt_tokens":1}}\n\ndata: [DONE]\n\n';
    fc.assert(
      fc.property(fc.array(hostileBytes([stream, ": c\r\n\r\n"]), { maxLength: 4 }), (pieces) => {
        const events = new EventStream();
        let passed = 0;
        for (const bytes of pieces) {
          const piece = Piece.of(bytes);
          events.push(piece);
          passed += piece.length;
        }
        expect(passed).toBeLessThanOrEqual(pieces.reduce((sum, { length }) => sum + length, 0));
      }),
      RUNS,
    );
  });

  it("an engine's metrics are read or given up, within bounds", () => {
    const metrics =
      '# HELP vllm:num_requests_running x\n# TYPE vllm:num_requests_running gauge\nvllm:num_requests_running{model_name="m",x="\\"y\\\\"} 3.0\nvllm:kv_cache_usage_perc 0.5 1700000000\n';
    survives([metrics, "sglang:num_running_reqs 1\n", "llamacpp:kv_cache_usage_ratio 0.1\n"], (text) => {
      const samples = readSamples(text);
      if (samples.ok) expect(samples.samples.length).toBeLessThanOrEqual(MAX_SAMPLES);
      readEngine(text, null);
    });
  });

  it("a snapshot that nobody signed is refused, whatever it is", () => {
    const key = generateKeyPairSync("ed25519").publicKey;
    survives(['{"payload":"{\\"version\\":1}","signature":"AAAA"}'], (text) => {
      expect(openSignedSnapshot(text, [key]).ok).toBe(false);
    });
  });
});

describe("in files", () => {
  it("a seed is read, or its mistakes are told with their places", () => {
    const seeds = [file("control-plane/local/seeds/minimal.yaml"), "version: 1\na: &x {b: 1}\nc: *x\nd: [*x, *x]\n"];
    survives(
      seeds,
      (text) => {
        const reading = readSeed(text);
        if (!reading.ok) for (const { line, column } of reading.mistakes) expect(line * column).toBeGreaterThan(0);
      },
      { numRuns: 150 },
    );
  });

  it("rules are compiled, or their faults are told with their places", () => {
    const path = "family/rule/rule.yaml";
    survives(
      [ruleFile().text],
      (text) => {
        const result = compileBundle([{ path, text }]);
        if (!result.ok) expect(result.errors.length).toBeGreaterThan(0);
      },
      { numRuns: 150 },
    );
  });

  it("a decision table gives rules or faults", () => {
    const cell = fc.oneof(
      fc.constant(null),
      hostileText(["rule", "test", "deny", "family/rule", "use_case.state == 'x'"]),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 8 }), (rows) => {
        const { files, faults } = filesFromTable(rows.map((cells, number) => ({ number: number + 1, cells })));
        expect(files.length > 0 || faults.length > 0).toBe(true);
      }),
      FEW,
    );
  });

  it("a CSV file and a workbook are read to their end, or say why not", async () => {
    const workbook = await writeXlsx([
      ["Référence", "Nombre"],
      ["L-001", 4],
    ]);
    const drained = async (events: AsyncIterable<unknown>): Promise<void> => {
      for await (const event of events) expect(event).toBeTypeOf("object");
    };
    const csv = hostileBytes(['a;b\r\n"1;2";"x""y"\n', "a,b\n1,2\n", "\ufeffa\tb\n"]);
    await fc.assert(
      fc.asyncProperty(csv, (bytes) => drained(readCsv(bytes))),
      { numRuns: 200 },
    );
    await fc.assert(
      fc.asyncProperty(hostileBytes([workbook]), (bytes) => drained(readXlsx(bytes))),
      FEW,
    );
  });
});

describe("in logs", () => {
  it("notes, checkpoints, keys and submissions are themselves or null, and no change of a note is believed", () => {
    survives([NOTE, printSubmission(1, [new Uint8Array(32)], NOTE), verifierKey(log), TEXT], (text) => {
      const note = parseNote(text);
      if (note !== null && note.text !== TEXT) expect(verifyNote(note, [log]).ok).toBe(false);
      const checkpoint = parseCheckpoint(text);
      if (checkpoint !== null) expect(checkpointText(checkpoint)).toBe(text);
      const key = parseVerifierKey(text);
      if (key !== null) expect(verifierKey(key)).toBe(text);
      parseSubmission(text);
      parseMinimum(text);
    });
  });

  it("a bundle is what it was made of, or null", () => {
    const bundle = encodeBundle([Buffer.from("one"), new Uint8Array(), Buffer.from("three")]);
    fc.assert(
      fc.property(hostileBytes([bundle]), (bytes) => {
        const entries = decodeBundle(bytes);
        if (entries !== null) expect(Buffer.from(encodeBundle(entries)).equals(bytes)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe("at the doors of people and replicas", () => {
  it("tokens, cookies, cursors and tags that were not given out open nothing", async () => {
    const { publicKey } = generateKeyPairSync("ed25519");
    const verifier = new InternalVerifier([publicKey]);
    const secret = "s".repeat(32);
    const challenge = { codeVerifier: "v", state: "s", nonce: "n" };
    const sealed = await sealSignIn({ challenge, returnTo: "/" }, secret);
    const token = "Bearer eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJyMSJ9.c2lnbmF0dXJl";
    const call = { method: "GET", path: "/", digest: "" };
    await fc.assert(
      fc.asyncProperty(hostileText([token, sealed]), async (text) => {
        expect((await verifier.verify(text, call)).ok).toBe(false);
        if (text !== sealed) expect(await openSignIn(text, secret)).toBeNull();
        expect(Number.isFinite(numberOfTag(text))).toBe(true);
      }),
      { numRuns: 200 },
    );
    survives([encodeCursor(["2026-11-01T00:00:00.000Z", "id"]), encodeCursor([1, null])], (text) => {
      try {
        for (const part of decodeCursor(text, 2)) expect(["string", "number", "object"]).toContain(typeof part);
      } catch (error) {
        expect((error as Error).message).toBe("after is not a cursor of this list");
      }
    });
  });
});

describe("bombs", () => {
  it("of aliases in YAML are mistakes with a place, not memory", () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const before = level === 0 ? "x" : `*a${String(level - 1)}`;
      return `a${String(level)}: &a${String(level)} [${Array.from({ length: 10 }, () => before).join(", ")}]`;
    });
    expect(readSeed(levels.join("\n")).ok).toBe(false);
    expect(readSeed("a: *nowhere\n").ok).toBe(false);
    expect(compileBundle([{ path: "family/rule/rule.yaml", text: levels.join("\n") }]).ok).toBe(false);
    expect(compileBundle([{ path: "family/rule/rule.yaml", text: "a: *nowhere\n" }]).ok).toBe(false);
  });

  it.each([
    ["brackets", "[".repeat(100_000)],
    ["objects", '{"a":'.repeat(50_000)],
    ["indents", Array.from({ length: 3000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
    ["parentheses", `id: x\nwhen: ${"(".repeat(20_000)}`],
  ])("of %s are refused by every reader of text", (_, bomb) => {
    expect(readSeed(bomb).ok).toBe(false);
    expect(compileBundle([{ path: "family/rule/rule.yaml", text: bomb.slice(0, 60_000) }]).ok).toBe(false);
    expect(readChatRequest(Buffer.from(bomb)).ok).toBe(false);
    expect(readChatRequest(Buffer.from(`{"model":"m","messages":${bomb}`)).ok).toBe(false);
  });
});
