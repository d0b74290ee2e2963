#!/usr/bin/env node
// Verifies a transparency log of Socle from the outside: one file, nothing but Node's standard library, nothing shared
// with what wrote the log.
//
//   node verify-log.mjs --log DIR|URL --key VERIFIER_KEY… [--witness VERIFIER_KEY…] [--since FILE] [--ledger FILE]
//
// --log      a folder with `checkpoint` and `tile/`, or the URL they are served under
// --key      the log's verifier key, `name+id+key`; several when the key was changed
// --witness  a witness's verifier key; its cosignature is then demanded
// --since    a checkpoint seen before (a file): what the log has now must continue it; the file is then replaced
// --ledger   JSON lines with id and quantities: each has its entry, and what the two say is equal
// --from     first entry to check; without it, the one that the log's own signed note on pruning names, if there is one
//
// Prints a verdict as JSON. Exit code: 0 all holds, 1 something does not, 2 it could not be checked.
import { createHash, createPublicKey, verify } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";

const WIDTH = 256;
const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const [LEAF, NODE] = [Buffer.from([0]), Buffer.from([1])];
const leafHash = (entry) => sha256(LEAF, entry);
const nodeHash = (left, right) => sha256(NODE, left, right);
const EMPTY = sha256();

/** What the log was found to have done wrong. */
class Broken extends Error {}
/** What keeps it from being checked. */
class Unreadable extends Error {}

// ---- reading ----------------------------------------------------------------------------------------------------

function reader(place) {
  if (!/^https?:/.test(place))
    return async (path) => {
      try {
        return await readFile(join(place, path));
      } catch (error) {
        if (error.code === "ENOENT") return null;
        throw new Unreadable(`${path}: ${error.message}`);
      }
    };
  return async (path) => {
    const response = await fetch(`${place.replace(/\/$/, "")}/${path}`, { signal: AbortSignal.timeout(30_000) }).catch(
      (error) => {
        throw new Unreadable(`${path}: ${error.message}`);
      },
    );
    if (response.status === 404) return null;
    if (!response.ok) throw new Unreadable(`${path}: status ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  };
}

const pathOf = (level, index, width) => {
  const groups = [];
  for (let rest = index, first = true; first || rest > 0; rest = Math.floor(rest / 1000), first = false)
    groups.unshift(`${first ? "" : "x"}${String(rest % 1000).padStart(3, "0")}`);
  return `tile/${level}/${groups.join("/")}${width === WIDTH ? "" : `.p/${width}`}`;
};

// ---- notes ------------------------------------------------------------------------------------------------------

function verifierKey(text) {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text);
  const bytes = match && Buffer.from(match[3], "base64");
  if (!bytes || bytes.length !== 33 || ![1, 4].includes(bytes[0])) throw new Unreadable(`not a verifier key: ${text}`);
  const id = sha256(`${match[1]}\n`, bytes).readUInt32BE(0);
  if (id !== parseInt(match[2], 16))
    throw new Unreadable(`the id of this verifier key is not that of its key: ${text}`);
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), bytes.subarray(1)]);
  return { name: match[1], id, type: bytes[0], key: createPublicKey({ key: der, format: "der", type: "spki" }) };
}

function note(bytes, what) {
  const text = bytes.toString();
  const cut = text.lastIndexOf("\n\n");
  if (cut === -1 || !text.endsWith("\n")) throw new Broken(`${what} is no signed note`);
  const signatures = text
    .slice(cut + 2, -1)
    .split("\n")
    .map((line) => {
      const match = /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line);
      if (!match) throw new Broken(`${what} has a line that is no signature`);
      const signature = Buffer.from(match[2], "base64");
      if (signature.length < 5) throw new Broken(`${what} has a signature that is none`);
      return { name: match[1], id: signature.readUInt32BE(0), bytes: signature.subarray(4) };
    });
  return { text: text.slice(0, cut + 1), signatures };
}

/** Names of the known keys that signed; a wrong signature of a known key condemns the note. */
function signers({ text, signatures }, known, what) {
  const names = [];
  for (const { name, id, bytes } of signatures) {
    const key = known.find((each) => each.name === name && each.id === id);
    if (key === undefined) continue;
    if (bytes.length !== (key.type === 4 ? 72 : 64)) throw new Broken(`${what}: the signature of ${name} is wrong`);
    const time = key.type === 4 ? bytes.subarray(0, 8).readBigUInt64BE(0) : null;
    const message = time === null ? text : `cosignature/v1\ntime ${time}\n${text}`;
    if (!verify(null, Buffer.from(message), key.key, time === null ? bytes : bytes.subarray(8)))
      throw new Broken(`${what}: the signature of ${name} is wrong`);
    names.push(key);
  }
  return names;
}

function checkpoint(bytes, keys, what) {
  const signed = note(bytes, what);
  const match = /^([^\n]+)\n(0|[1-9][0-9]*)\n([A-Za-z0-9+/]{43}=)\n$/.exec(signed.text);
  if (!match) throw new Broken(`${what} is no checkpoint`);
  const logKeys = keys.filter(({ name }) => name === match[1]);
  if (logKeys.length === 0) throw new Broken(`${what} is that of another log: ${match[1]}`);
  if (signers(signed, logKeys, what).length === 0) throw new Broken(`${what} is not signed by the log`);
  return { origin: match[1], size: Number(match[2]), root: Buffer.from(match[3], "base64"), signed };
}

/** Six months, less a day for the end of February: what may go earlier than that, nobody may remove. */
const LEAST_RETENTION_MS = 181 * 86_400_000;

/** From which entry on the log says that it keeps its bundles; the note is signed as its checkpoints are. */
function minimum(bytes, origin, keys) {
  if (bytes === null) return { index: 0, prunedUntil: null };
  const signed = note(bytes, "the note on pruning");
  const match = /^([^\n]+)\nminimum-index (0|[1-9][0-9]*)\npruned-until ([^\n]+)\n$/.exec(signed.text);
  if (!match || match[1] !== origin) throw new Broken("the note on pruning is not this log's");
  if (
    signers(
      signed,
      keys.filter(({ name }) => name === origin),
      "the note on pruning",
    ).length === 0
  )
    throw new Broken("the note on pruning is not signed by the log");
  const prunedUntil = new Date(match[3]);
  if (Number.isNaN(prunedUntil.getTime())) throw new Broken("the note on pruning has no date");
  if (Date.now() - prunedUntil.getTime() < LEAST_RETENTION_MS)
    throw new Broken(`entries up to ${match[3]} were removed: they have to be kept for six months`);
  return { index: Number(match[2]), prunedUntil: match[3] };
}

// ---- the tree ---------------------------------------------------------------------------------------------------

/** Root of any size while leaves are added one after the other: complete subtrees of the left, largest first. */
class Frontier {
  size = 0;
  subtrees = [];
  add(leaf) {
    this.subtrees.push(leaf);
    for (let size = ++this.size; size % 2 === 0; size /= 2) {
      const right = this.subtrees.pop();
      this.subtrees.push(nodeHash(this.subtrees.pop(), right));
    }
  }
  root() {
    return this.subtrees.length === 0 ? EMPTY : this.subtrees.reduceRight((right, left) => nodeHash(left, right));
  }
}

function* entriesOf(bundle, path) {
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + (at + 2 <= bundle.length ? bundle.readUInt16BE(at) : 0);
    if (at + 2 > bundle.length || end > bundle.length) throw new Broken(`${path} is cut off`);
    yield bundle.subarray(at + 2, end);
    at = end;
  }
}

async function whole(read, level, index, width) {
  const path = pathOf(level, index, width);
  const bytes = (await read(path)) ?? (width === WIDTH ? null : await read(pathOf(level, index, WIDTH)));
  if (bytes === null) throw new Broken(`${path} is missing`);
  return { path, bytes };
}

/** Reads every entry up to `size`, rebuilds every tile, and tells the root at each size that is asked for. */
async function walk(read, size, asked, from, see) {
  const frontier = new Frontier();
  const roots = new Map([[0, EMPTY]]);
  const levels = [];
  for (let index = 0; index * WIDTH < size; index += 1) {
    const width = Math.min(size - index * WIDTH, WIDTH);
    const tile = await whole(read, 0, index, width);
    if (tile.bytes.length < width * 32) throw new Broken(`${tile.path} is too short`);
    const pruned = (index + 1) * WIDTH <= from;
    const leaves = pruned ? null : leavesOf(await whole(read, "entries", index, width), width, index, see);
    for (let at = 0; at < width; at += 1) {
      const hash = tile.bytes.subarray(at * 32, at * 32 + 32);
      if (leaves !== null && !hash.equals(leaves[at]))
        throw new Broken(`entry ${index * WIDTH + at} is not the one that ${tile.path} has the hash of`);
      frontier.add(hash);
      if (asked.has(frontier.size)) roots.set(frontier.size, frontier.root());
    }
    if (width === WIDTH) climb(levels, 1, tileRoot(tile.bytes));
  }
  await checkUpperTiles(read, levels);
  return roots;
}

function leavesOf({ path, bytes }, width, index, see) {
  const leaves = [];
  for (const entry of entriesOf(bytes, path)) {
    if (leaves.length === width) break;
    see(entry, index * WIDTH + leaves.length);
    leaves.push(leafHash(entry));
  }
  if (leaves.length < width) throw new Broken(`${path} holds ${leaves.length} entries, not ${width}`);
  return leaves;
}

function tileRoot(tile) {
  let row = Array.from({ length: WIDTH }, (_, index) => tile.subarray(index * 32, index * 32 + 32));
  while (row.length > 1) row = row.flatMap((left, index) => (index % 2 === 0 ? [nodeHash(left, row[index + 1])] : []));
  return row[0];
}

function climb(levels, level, hash) {
  const tiles = (levels[level] ??= { full: [], open: [] });
  tiles.open.push(hash);
  if (tiles.open.length < WIDTH) return;
  const tile = Buffer.concat(tiles.open);
  tiles.full.push(tile);
  tiles.open = [];
  climb(levels, level + 1, tileRoot(tile));
}

/** Tiles above the leaves say nothing new; a proof out of a wrong one would not verify, so they are compared too. */
async function checkUpperTiles(read, levels) {
  for (const [level, tiles] of levels.entries()) {
    if (tiles === undefined) continue;
    const rows = tiles.open.length > 0 ? [...tiles.full, Buffer.concat(tiles.open)] : tiles.full;
    for (const [index, expected] of rows.entries()) {
      const { path, bytes } = await whole(read, level, index, expected.length / 32);
      if (!bytes.subarray(0, expected.length).equals(expected))
        throw new Broken(`${path} does not follow from the entries`);
    }
  }
}

// ---- the ledger -------------------------------------------------------------------------------------------------

/** What an entry shows of a record that was written before there were quantities. */
const EARLIER = ["inputTokens", "outputTokens", "costMicroEuro"];

class Ledger {
  rows = new Map();
  totals = {};
  twice = [];
  constructor(file) {
    for (const line of readFileSync(file, "utf8").split("\n")) {
      if (line.trim() === "") continue;
      const row = JSON.parse(line);
      this.rows.set(row.id, row);
      for (const [name, amount] of Object.entries(row.quantities))
        this.totals[name] = (this.totals[name] ?? 0) + amount;
    }
  }
  see(entry) {
    const row = this.rows.get(entry.id);
    if (row === undefined) return;
    if (row.seen) this.twice.push(entry.id);
    row.seen = true;
    const names = entry.quantities ? Object.keys({ ...entry.quantities, ...row.quantities }) : EARLIER;
    for (const name of names) {
      const kept = row.quantities[name] ?? 0;
      const logged = (entry.quantities ?? entry)[name] ?? 0;
      if (kept !== logged)
        throw new Broken(`record ${entry.id}: ${name} is ${kept} in the ledger, ${logged} in the log`);
    }
  }
  verdict() {
    const missing = [...this.rows.values()].filter(({ seen }) => !seen).map(({ id }) => id);
    if (missing.length > 0)
      throw new Broken(`${missing.length} ledger rows have no entry, the first ${missing.slice(0, 3).join(", ")}`);
    if (this.twice.length > 0) throw new Broken(`record ${this.twice[0]} has more than one entry`);
    return { rows: this.rows.size, totals: this.totals };
  }
}

// ---- the verdict ------------------------------------------------------------------------------------------------

async function verdict(options) {
  const keys = options.key.map(verifierKey);
  const witnesses = options.witness.map(verifierKey);
  const read = reader(options.log);
  const bytes = await read("checkpoint");
  if (bytes === null) throw new Unreadable("there is no checkpoint");
  const now = checkpoint(bytes, keys, "the checkpoint");
  const cosigned = signers(now.signed, witnesses, "the checkpoint").map(({ name }) => name);
  if (witnesses.length > 0 && cosigned.length === 0) throw new Broken("no witness cosigned the checkpoint");
  const since = options.since === undefined ? null : seenBefore(options.since, keys);
  if (since !== null && since.size > now.size)
    throw new Broken(`the log went back: it had ${since.size} entries, it has ${now.size}`);
  const kept = minimum(await read("minimum-index"), now.origin, keys);
  const from = Number(options.from ?? kept.index);
  if (kept.index > now.size) throw new Broken("the note on pruning speaks of more entries than there are");
  const ledger = options.ledger === undefined ? null : new Ledger(options.ledger);
  const ids = new Set();
  const roots = await walk(read, now.size, new Set([now.size, since?.size ?? 0]), from, (entry, index) => {
    const { id } = parsed(entry, index);
    if (ids.has(id)) throw new Broken(`${id} has more than one entry`);
    ids.add(id);
    ledger?.see(parsed(entry, index));
  });
  if (!roots.get(now.size).equals(now.root)) throw new Broken("the entries do not have the root that was signed");
  if (since !== null && !roots.get(since.size).equals(since.root))
    throw new Broken(`the log was rewritten: its first ${since.size} entries are not those seen before`);
  if (options.since !== undefined) keep(options.since, bytes);
  return {
    ok: true,
    origin: now.origin,
    size: now.size,
    root: now.root.toString("base64"),
    cosignedBy: cosigned,
    from,
    prunedUntil: kept.prunedUntil,
    continues: since === null ? null : since.size,
    ledger: ledger?.verdict() ?? null,
  };
}

function parsed(entry, index) {
  try {
    return JSON.parse(entry.toString());
  } catch {
    throw new Broken(`entry ${index} cannot be read`);
  }
}

function seenBefore(file, keys) {
  try {
    return checkpoint(readFileSync(file), keys, "the checkpoint seen before");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}

function keep(file, bytes) {
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
}

const { values } = parseArgs({
  options: {
    log: { type: "string" },
    key: { type: "string", multiple: true, default: [] },
    witness: { type: "string", multiple: true, default: [] },
    since: { type: "string" },
    ledger: { type: "string" },
    from: { type: "string" },
  },
});
try {
  if (values.log === undefined || values.key.length === 0) throw new Unreadable("--log and --key are needed");
  console.log(JSON.stringify(await verdict(values), null, 2));
} catch (error) {
  const broken = error instanceof Broken;
  console.log(JSON.stringify({ ok: false, verdict: broken ? "broken" : "unchecked", why: error.message }, null, 2));
  process.exitCode = broken ? 1 : 2;
}
