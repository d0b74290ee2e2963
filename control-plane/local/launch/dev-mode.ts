import { spawn, type ChildProcess } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../config/settings.ts";
import type { Installation } from "./installation.ts";

const SETTLED_AFTER = 400;
const COMPILED: Readonly<Record<string, string>> = {
  "control-plane/dist": "control-plane",
  "scheduler/dist": "scheduler",
};

/** Compiles on every change and gives each process its new code. Returns what ends the compilers. */
export function developInPlace(installation: Installation, say: (line: string) => void): () => void {
  const compilers = [
    compiler([join(ROOT, "node_modules/typescript/bin/tsc"), "-b", "-w", "--preserveWatchOutput", ...PROGRAMS], ROOT),
    compiler([join(ROOT, "node_modules/vite/bin/vite.js"), "build", "--watch"], join(ROOT, "console")),
  ];
  const watchers = Object.entries(COMPILED).map(([folder, name]) => {
    let settle: NodeJS.Timeout | null = null;
    return watch(join(ROOT, folder), { recursive: true }, (_event, file) => {
      if (file === null || !file.endsWith(".js")) return;
      if (settle !== null) clearTimeout(settle);
      settle = setTimeout(() => {
        say(`${name} has new code`);
        void installation.recycle(name);
      }, SETTLED_AFTER);
    });
  });
  return () => {
    for (const watcher of watchers) watcher.close();
    for (const child of compilers) child.kill("SIGTERM");
  };
}

const PROGRAMS = ["control-plane/contracts", "policies/engine", "control-plane", "scheduler"];

function compiler(args: readonly string[], cwd: string): ChildProcess {
  return spawn(process.execPath, args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
}
