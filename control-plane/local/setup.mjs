// Installs the dependencies when the lock file asks for it and makes sure that the scripts that follow run on the
// Node.js that npm installs. Runs on Node 20 before anything is installed: built-in modules and Node 20 syntax only.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = [24, 11];
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const modules = join(root, "node_modules");
const stampFile = join(modules, ".socle-setup");
const lockFolder = join(root, ".setup-lock");

/** What the installed tree depends on: any change of it installs again. */
function wantedStamp() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return createHash("sha256").update(lock).update(`${process.platform} ${process.arch}`).digest("hex");
}

function installedStamp() {
  try {
    return readFileSync(stampFile, "utf8").trim();
  } catch {
    return "";
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** True when this process holds the lock; false when another one holds it and lives. */
function tryLock() {
  try {
    mkdirSync(lockFolder);
    writeFileSync(join(lockFolder, "pid"), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const holder = lockHolder();
  if (holder !== null && !isAlive(holder)) rmSync(lockFolder, { recursive: true, force: true });
  return false;
}

function lockHolder() {
  try {
    const pid = Number(readFileSync(join(lockFolder, "pid"), "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function sleep(milliseconds) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Settings of the caller's npm that would leave parts out of the tree. */
function installEnvironment() {
  const env = { ...process.env };
  const unwanted =
    /^(node_env|npm_config_(omit|include|production|only|optional|dev|ignore_scripts|engine_strict|global|location|prefix|workspace|workspaces|dry_run|package_lock_only))$/i;
  for (const name of Object.keys(env)) if (unwanted.test(name)) delete env[name];
  return env;
}

function install() {
  console.log("Installing dependencies (once; about a minute)…");
  const flags = [
    "ci",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    "--engine-strict=false",
    "--ignore-scripts=false",
    "--include=dev",
    "--include=optional",
  ];
  const npm = process.env.npm_execpath;
  const viaNode = npm !== undefined && /npm-cli\.c?js$/.test(npm);
  const [command, args] = viaNode ? [process.execPath, [npm, ...flags]] : ["npm", flags];
  const result = spawnSync(command, args, {
    cwd: root,
    env: installEnvironment(),
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (result.error !== undefined) fail(`npm could not be started: ${result.error.message}`);
  if (result.status !== 0) fail("npm ci failed; its own message stands above.");
}

/** npm 10 leaves `.bin/node` out when several node-* packages are optional dependencies. */
function linkNode() {
  const link = join(modules, ".bin", "node");
  const target = `../node-${process.platform}-${process.arch}/bin/node`;
  if (!existsSync(join(modules, ".bin", target))) return;
  if (existsSync(link)) return;
  try {
    if (lstatSync(link).isSymbolicLink()) unlinkSync(link);
  } catch {
    // There is no dangling link to remove.
  }
  symlinkSync(target, link);
}

function checkNode() {
  const own = join(modules, ".bin", "node");
  const version = existsSync(own)
    ? spawnSync(own, ["--version"], { encoding: "utf8" }).stdout.trim().slice(1)
    : process.versions.node;
  const [major, minor] = version.split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  fail(
    `Socle runs on Node.js ${NEEDED.join(".")} or newer. npm brings it on Linux x64 and arm64; on ` +
      `${process.platform} ${process.arch} install it yourself (found ${version}).`,
  );
}

function fail(message) {
  console.error(`setup: ${message}`);
  process.exit(1);
}

function setup() {
  const wanted = wantedStamp();
  let announced = false;
  while (installedStamp() !== wanted) {
    if (!tryLock()) {
      if (!announced) console.log("Another process is installing the dependencies; waiting for it…");
      announced = true;
      sleep(300);
      continue;
    }
    try {
      if (installedStamp() !== wanted) {
        install();
        writeFileSync(stampFile, `${wanted}\n`);
      }
    } finally {
      rmSync(lockFolder, { recursive: true, force: true });
    }
  }
  linkNode();
  checkNode();
}

try {
  setup();
} catch (error) {
  const reasons = {
    ENOSPC: "the disk is full",
    EACCES: "the folder cannot be written",
    EROFS: "the folder is read-only",
  };
  fail(reasons[error.code] === undefined ? error.message : `${reasons[error.code]}: ${error.path ?? root}`);
}
