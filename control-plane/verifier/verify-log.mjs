#!/usr/bin/env node
// Verifies a transparency log of Socle from the outside: one file, nothing but Node's standard library, nothing shared
// with what wrote the log.
//
//   node verify-log.mjs --log DIR|URL --key VERIFIER_KEY… [--witness VERIFIER_KEY…] [--since FILE] [--max-age 5m]
//                       [--checkpoint FILE] [--ledger FILE]
//
// --log      a folder with `checkpoint` and `tile/`, or the URL they are served under
// --key      the log's verifier key, `name+id+key`; several when the key was changed
// --witness  a witness's verifier key; its cosignature is then demanded
// --since    a checkpoint seen before (a file): what the log has now must continue it; the file is then replaced
// --max-age  how long ago a witness may have cosigned at most, as 90s, 5m, 2h or 1d; needs --witness
// --checkpoint  a checkpoint (a file) to check the log at, where it has gone on since the ledger was exported
// --ledger   JSON lines with id and quantities: each has its entry, each entry its row, and what the two say is equal. The
//            last line says of which entries they are, how many, their sums, and since when records are kept
//
// Prints a verdict as JSON; one that is not ok says what is wrong, where, and what to do then. Exit code: 0 all holds,
// 1 something does not, 2 it could not be checked.
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

/** What to do about what is wrong. */
const THEN = {
  again:
    "Fetch it again. If it stays so, whoever holds the log changed it: keep this copy, tell the compliance cell, restore the file from a backup.",
  key: "Ask the compliance cell for the log's verifier keys, by another way than from the log. If they are these, keep this copy and tell the cell.",
  history:
    "Keep both checkpoints: together they prove it. Tell the compliance cell and the witness; trust no figure since the older one.",
  witness:
    "Ask the compliance cell whether its witness runs, and which checkpoint it cosigned last (GET /<SHA-256 of the log's name, in hexadecimal>/checkpoint there). If it refuses, look for log.witness_refused in the control plane's log.",
  retention:
    "Ask for the bundles out of the archive or a backup; tell the compliance cell that the law's six months are not kept.",
  ledger:
    "Export log and ledger again, together (npm run -s verify -- --export FOLDER). If it stays so, the ledger was changed after it was logged: tell the compliance cell, restore these rows from a backup.",
};

/** What was found wrong, in which file or record, and what to do then. */
class Broken extends Error {
  constructor(where, why, then = THEN.again) {
    super(why);
    Object.assign(this, { where, then });
  }
}
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
  if (cut === -1 || !text.endsWith("\n")) throw new Broken(what, `${what} is no signed note`);
  const signatures = text
    .slice(cut + 2, -1)
    .split("\n")
    .map((line) => {
      const match = /^— (\S+) ([A-Za-z0-9+/]+=*)$/.exec(line);
      if (!match) throw new Broken(what, `${what} has a line that is no signature`);
      const signature = Buffer.from(match[2], "base64");
      if (signature.length < 5) throw new Broken(what, `${what} has a signature that is none`);
      return { name: match[1], id: signature.readUInt32BE(0), bytes: signature.subarray(4) };
    });
  return { text: text.slice(0, cut + 1), signatures };
}

/** The known keys that signed, and when for a witness's; a wrong signature of a known key condemns the note. */
function signers({ text, signatures }, known, what) {
  const found = [];
  for (const { name, id, bytes } of signatures) {
    const key = known.find((each) => each.name === name && each.id === id);
    if (key === undefined) continue;
    const wrong = new Broken(what, `${what}: the signature of ${name} is wrong`, THEN.key);
    if (bytes.length !== (key.type === 4 ? 72 : 64)) throw wrong;
    const time = key.type === 4 ? bytes.subarray(0, 8).readBigUInt64BE(0) : null;
    const message = time === null ? text : `cosignature/v1\ntime ${time}\n${text}`;
    if (!verify(null, Buffer.from(message), key.key, time === null ? bytes : bytes.subarray(8))) throw wrong;
    found.push({ name, at: time === null ? null : new Date(Number(time) * 1000) });
  }
  return found;
}

function checkpoint(bytes, keys, what) {
  const signed = note(bytes, what);
  const match = /^([^\n]+)\n(0|[1-9][0-9]*)\n([A-Za-z0-9+/]{43}=)\n$/.exec(signed.text);
  if (!match) throw new Broken(what, `${what} is no checkpoint`);
  const logKeys = keys.filter(({ name }) => name === match[1]);
  if (logKeys.length === 0) throw new Broken(what, `${what} is that of another log: ${match[1]}`, THEN.key);
  if (signers(signed, logKeys, what).length === 0) throw new Broken(what, `${what} is not signed by the log`, THEN.key);
  return { origin: match[1], size: Number(match[2]), root: Buffer.from(match[3], "base64"), signed };
}

/** Six months, less a day for the end of February: what may go earlier than that, nobody may remove. */
const LEAST_RETENTION_MS = 181 * 86_400_000;

/** From which entry on the log says that it keeps its bundles; the note is signed as its checkpoints are. */
function minimum(bytes, origin, keys) {
  if (bytes === null) return { index: 0, prunedUntil: null };
  const what = "minimum-index";
  const signed = note(bytes, what);
  const match = /^([^\n]+)\nminimum-index (0|[1-9][0-9]*)\npruned-until ([^\n]+)\n$/.exec(signed.text);
  if (!match || match[1] !== origin) throw new Broken(what, "the note on pruning is not this log's", THEN.key);
  const logKeys = keys.filter(({ name }) => name === origin);
  if (signers(signed, logKeys, what).length === 0)
    throw new Broken(what, "the note on pruning is not signed by the log", THEN.key);
  const prunedUntil = new Date(match[3]);
  if (Number.isNaN(prunedUntil.getTime())) throw new Broken(what, "the note on pruning has no date");
  if (Date.now() - prunedUntil.getTime() < LEAST_RETENTION_MS)
    throw new Broken(
      what,
      `entries up to ${match[3]} were removed: they have to be kept for six months`,
      THEN.retention,
    );
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
    if (at + 2 > bundle.length || end > bundle.length) throw new Broken(path, `${path} is cut off`);
    yield bundle.subarray(at + 2, end);
    at = end;
  }
}

async function whole(read, level, index, width) {
  const path = pathOf(level, index, width);
  const bytes = (await read(path)) ?? (width === WIDTH ? null : await read(pathOf(level, index, WIDTH)));
  if (bytes === null && level === "entries")
    throw new Broken(path, `${path} is missing, and no signed note says that it was pruned`, THEN.retention);
  if (bytes === null) throw new Broken(path, `${path} is missing`);
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
    if (tile.bytes.length < width * 32) throw new Broken(tile.path, `${tile.path} is too short`);
    const pruned = (index + 1) * WIDTH <= from;
    const leaves = pruned ? null : leavesOf(await whole(read, "entries", index, width), width, index, see);
    for (let at = 0; at < width; at += 1) {
      const hash = tile.bytes.subarray(at * 32, at * 32 + 32);
      if (leaves !== null && !hash.equals(leaves[at]))
        throw new Broken(tile.path, `entry ${index * WIDTH + at} is not the one that ${tile.path} has the hash of`);
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
  if (leaves.length < width) throw new Broken(path, `${path} holds ${leaves.length} entries, not ${width}`);
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
        throw new Broken(path, `${path} does not follow from the entries`);
    }
  }
}

// ---- the ledger -------------------------------------------------------------------------------------------------

/** What an entry shows of a record that was written before there were quantities. */
const EARLIER = ["inputTokens", "outputTokens", "costMicroEuro"];

/** The ledger's rows against the log's entries, both ways: none without the other, and equal figures. */
class Ledger {
  rows = new Map();
  totals = new Map();
  /**
   * What the export says of itself; without it, every entry of the log needs its row.
   * @type {{ from: string | null, size?: number, rows?: number, totals?: Record<string, number | string> }}
   */
  summary = { from: null };
  entries = 0;
  lost = [];

  constructor(file) {
    this.file = file;
    for (const [at, line] of readFileSync(file, "utf8").split("\n").entries()) {
      if (line.trim() === "") continue;
      const row = this.#parsed(line, at + 1);
      if (row.summary !== undefined) this.summary = row.summary;
      else this.#take(row, at + 1);
    }
    this.from = this.summary.from === null ? Number.NEGATIVE_INFINITY : Date.parse(this.summary.from);
  }

  #broken(where, why) {
    return new Broken(where === null ? this.file : `${this.file}, ${where}`, why, THEN.ledger);
  }

  #parsed(line, number) {
    try {
      return JSON.parse(line);
    } catch {
      throw this.#broken(`line ${number}`, `line ${number} of the ledger cannot be read`);
    }
  }

  #take(row, number) {
    if (this.rows.has(row.id)) throw this.#broken(`line ${number}`, `record ${row.id} has more than one ledger row`);
    this.rows.set(row.id, row);
    for (const [name, amount] of Object.entries(row.quantities)) {
      if (!Number.isSafeInteger(amount))
        throw this.#broken(`line ${number}`, `record ${row.id}: ${name} is no whole number`);
      this.totals.set(name, (this.totals.get(name) ?? 0n) + BigInt(amount));
    }
  }

  see(entry, index) {
    const row = this.rows.get(entry.id);
    const due = !(Date.parse(entry.at) < this.from);
    if (due) this.entries += 1;
    if (row === undefined) {
      if (due) this.lost.push(`${entry.id} (entry ${index})`);
      return;
    }
    row.seen = true;
    const names = entry.quantities ? Object.keys({ ...entry.quantities, ...row.quantities }) : EARLIER;
    for (const name of names) {
      const kept = row.quantities[name] ?? 0;
      const logged = (entry.quantities ?? entry)[name] ?? 0;
      if (kept !== logged) {
        const where = `record ${entry.id}, entry ${index} of the log`;
        throw this.#broken(where, `record ${entry.id}: ${name} is ${kept} in the ledger, ${logged} in the log`);
      }
    }
  }

  /** @param size entries of the checkpoint that was checked */
  verdict(size) {
    this.#checkPeriod(size);
    const extra = [...this.rows.values()].filter(({ seen }) => !seen).map(({ id }) => id);
    const first = (ids) => ids.slice(0, 3).join(", ");
    if (extra.length > 0)
      throw this.#broken(`record ${extra[0]}`, `${extra.length} ledger rows have no entry, the first ${first(extra)}`);
    if (this.lost.length > 0) {
      const why = `${this.lost.length} of ${this.entries} entries have no ledger row, the first ${first(this.lost)}`;
      throw this.#broken(`record ${this.lost[0]}`, why);
    }
    this.#checkSums();
    return { rows: this.rows.size, entries: this.entries, from: this.summary.from, totals: this.#printed() };
  }

  #checkPeriod(size) {
    const { summary } = this;
    if (summary.size !== undefined && summary.size !== size) {
      const why = `the ledger was exported for ${summary.size} entries, the checkpoint has ${size}`;
      throw this.#broken("last line", `${why}: take the checkpoint of the same export (--checkpoint)`);
    }
    if (summary.from !== null && !(Date.now() - this.from >= LEAST_RETENTION_MS))
      throw this.#broken("last line", `the ledger begins at ${summary.from}: records have to be kept for six months`);
  }

  #checkSums() {
    const { summary } = this;
    const where = "last line";
    if (summary.rows !== undefined && summary.rows !== this.rows.size)
      throw this.#broken(where, `the ledger says that it has ${summary.rows} rows, it has ${this.rows.size}`);
    const said = summary.totals ?? {};
    for (const name of summary.totals === undefined ? [] : new Set([...Object.keys(said), ...this.totals.keys()])) {
      const summed = String(this.totals.get(name) ?? 0n);
      if (String(said[name] ?? 0) !== summed)
        throw this.#broken(where, `the total of ${name} is ${said[name] ?? 0}, its rows and entries sum to ${summed}`);
    }
  }

  #printed() {
    const printed = [...this.totals].map(([name, sum]) => [
      name,
      Number.isSafeInteger(Number(sum)) ? Number(sum) : `${sum}`,
    ]);
    return Object.fromEntries(printed);
  }
}

// ---- the verdict ------------------------------------------------------------------------------------------------

async function verdict(options) {
  const keys = options.key.map(verifierKey);
  const witnesses = options.witness.map(verifierKey);
  const read = reader(options.log);
  const bytes = options.checkpoint === undefined ? await read("checkpoint") : readFileSync(options.checkpoint);
  if (bytes === null) throw new Unreadable("there is no checkpoint");
  const now = checkpoint(bytes, keys, "checkpoint");
  const cosigned = signers(now.signed, witnesses, "checkpoint");
  if (witnesses.length > 0 && cosigned.length === 0)
    throw new Broken("checkpoint", "no witness cosigned the checkpoint", THEN.witness);
  const cosignedAt = newest(cosigned);
  if (options["max-age"] !== undefined) wantYoung(cosignedAt, options["max-age"]);
  const since = options.since === undefined ? null : seenBefore(options.since, keys);
  if (since !== null && since.size > now.size) {
    const why = `the log went back: it had ${since.size} entries, it has ${now.size}`;
    throw new Broken(`checkpoint, against ${options.since}`, why, THEN.history);
  }
  const kept = minimum(await read("minimum-index"), now.origin, keys);
  if (kept.index > now.size)
    throw new Broken("minimum-index", "the note on pruning speaks of more entries than there are", THEN.key);
  const ledger = options.ledger === undefined ? null : new Ledger(options.ledger);
  const ids = new Map();
  const roots = await walk(read, now.size, new Set([now.size, since?.size ?? 0]), kept.index, (bytes, index) => {
    const entry = parsed(bytes, index);
    const before = ids.get(entry.id);
    if (before !== undefined)
      throw new Broken(`entries ${before} and ${index}`, `${entry.id} has more than one entry`, THEN.history);
    ids.set(entry.id, index);
    ledger?.see(entry, index);
  });
  if (!roots.get(now.size).equals(now.root))
    throw new Broken("checkpoint", "the entries do not have the root that was signed", THEN.history);
  if (since !== null && !roots.get(since.size).equals(since.root)) {
    const why = `the log was rewritten: its first ${since.size} entries are not those seen before`;
    throw new Broken(`checkpoint, against ${options.since}`, why, THEN.history);
  }
  const compared = ledger?.verdict(now.size) ?? null;
  if (options.since !== undefined) keep(options.since, bytes);
  return {
    ok: true,
    origin: now.origin,
    size: now.size,
    root: now.root.toString("base64"),
    cosignedBy: cosigned.map(({ name }) => name),
    cosignedAt: cosignedAt?.toISOString() ?? null,
    from: kept.index,
    prunedUntil: kept.prunedUntil,
    continues: since === null ? null : since.size,
    ledger: compared,
  };
}

const newest = (cosigned) => (cosigned.length === 0 ? null : new Date(Math.max(...cosigned.map(({ at }) => at ?? 0))));

const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** How far a witness's clock may be ahead of this one. */
const AHEAD_MS = 300_000;

/** An idle log is cosigned again each minute: an old checkpoint is one that somebody kept, or a witness that is gone. */
function wantYoung(at, asked) {
  const [, count, unit] = /^([0-9]+)([smhd])$/.exec(asked) ?? [];
  if (unit === undefined) throw new Unreadable(`--max-age is not a time such as 5m: ${asked}`);
  if (at === null) throw new Unreadable("--max-age needs --witness: only a cosignature has a time");
  const age = Date.now() - at.getTime();
  const said = `the checkpoint was cosigned last at ${at.toISOString()}`;
  if (age > Number(count) * UNITS[unit])
    throw new Broken("checkpoint", `${said}, longer than ${asked} ago: it is an old one`, THEN.witness);
  if (age < -AHEAD_MS) throw new Broken("checkpoint", `${said}, which is yet to come: a clock is wrong`, THEN.witness);
}

function parsed(entry, index) {
  try {
    return JSON.parse(entry.toString());
  } catch {
    throw new Broken(`entry ${index}`, `entry ${index} cannot be read`);
  }
}

function seenBefore(file, keys) {
  try {
    return checkpoint(readFileSync(file), keys, `${file}, the checkpoint seen before,`);
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
    checkpoint: { type: "string" },
    "max-age": { type: "string" },
  },
});
try {
  if (values.log === undefined || values.key.length === 0) throw new Unreadable("--log and --key are needed");
  console.log(JSON.stringify(await verdict(values), null, 2));
} catch (error) {
  const broken = error instanceof Broken;
  const { where, then } = broken ? error : { where: null, then: "Mend what is said, and verify again." };
  const verdict = broken ? "broken" : "unchecked";
  console.log(JSON.stringify({ ok: false, verdict, why: error.message, where, then }, null, 2));
  process.exitCode = broken ? 1 : 2;
}
