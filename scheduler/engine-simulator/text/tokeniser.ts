import { hash } from "node:crypto";
import { VOCABULARY } from "./vocabulary.js";

const KNOWN = new Set(VOCABULARY);
const PIECE = /(<\|[a-z_]{1,20}\|>|w\d{1,9} ?)|(\p{Ll}{1,12})(?!\p{Ll}) ?|[^]/uy;

/**
 * Stand-in for a tokeniser, deterministic and without a vocabulary file. One token each: a control mark `<|name|>`, a
 * filler word `w123 ` (with the space after it, so that a prompt of n tokens is n filler words), a word that the
 * simulated model writes. Everything else is cut into pieces of about four bytes of UTF-8.
 */
export function tokenise(text: string): string[] {
  const tokens: string[] = [];
  let position = 0;
  while (position < text.length) {
    PIECE.lastIndex = position;
    const match = PIECE.exec(text) as RegExpExecArray;
    const whole = match[1] !== undefined || KNOWN.has(match[2] ?? "");
    const piece = whole ? match[0] : fourBytes(text, position);
    tokens.push(piece);
    position += piece.length;
  }
  return tokens;
}

function fourBytes(text: string, start: number): string {
  let end = start;
  let bytes = 0;
  while (end < text.length && bytes < 4) {
    const point = text.codePointAt(end) as number;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    end += point < 0x10000 ? 1 : 2;
  }
  return text.slice(start, end);
}

/** A number for a token, stable across runs; stands for its place in a vocabulary. */
export function tokenId(token: string): number {
  return hash("sha1", token, "buffer").readUInt32BE(0) % 131_072;
}

/** Hashes of the full blocks of a token sequence, each over everything up to its end (48 bits of SHA-1). */
export function blockChain(tokens: readonly string[], blockSize: number, salt: string): number[] {
  const chain: number[] = [];
  let previous = salt;
  for (let end = blockSize; end <= tokens.length; end += blockSize) {
    // Token boundaries are part of the content, hence a separator between them.
    const digest = hash("sha1", `${previous}\u0000${tokens.slice(end - blockSize, end).join("\u0001")}`, "buffer");
    previous = digest.toString("latin1");
    chain.push(digest.readUIntBE(0, 6));
  }
  return chain;
}
