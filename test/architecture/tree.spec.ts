import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { architecture, ROOMS } from "./rules.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
})
  .split("\n")
  .filter((file) => file !== "" && existsSync(join(root, file)));
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const ground = new Set(["kernel", "platform", "seed"]);

const TOP = [
  ...["control-plane", "scheduler", "console", "policies", "charts", "migrations", "test"],
  ...["package.json", "package-lock.json", "tsconfig.json", "nest-cli.json", "README.md", "LICENSE", "publiccode.yml"],
];

describe("the tree", () => {
  it("has nothing new at the top", () => {
    const visible = new Set(files.map((file) => file.split("/")[0] ?? "").filter((name) => !name.startsWith(".")));
    expect([...visible].filter((name) => !TOP.includes(name))).toEqual([]);
  });

  it("has no drawer for odds and ends", () => {
    const drawer = /(^|\/)(utils?|helpers?|common|managers?|misc)(\.[^/]*)?(\/|$)/i;
    expect(files.filter((file) => drawer.test(file))).toEqual([]);
  });

  it("names files in kebab-case, components in PascalCase", () => {
    const odd = sources.filter((file) => {
      const name = basename(file);
      if (/^\d{13}-[A-Z][A-Za-z]+\.ts$/.test(name)) return !file.startsWith("migrations/");
      return !(/^[a-z0-9]+([-.][a-z0-9]+)*\.(ts|mjs|tsx)$/.test(name) || /^[A-Z][A-Za-z]+(\.spec)?\.tsx$/.test(name));
    });
    expect(odd).toEqual([]);
  });

  it("has a door and a page for every room", () => {
    const rooms = Object.keys(architecture.rooms[ROOMS] ?? {});
    const lacking = rooms.flatMap((room) =>
      (ground.has(room) ? ["README.md"] : ["README.md", "index.ts"]).flatMap((name) =>
        existsSync(join(root, ROOMS, room, name)) ? [] : [`${room}/${name}`],
      ),
    );
    expect(lacking).toEqual([]);
  });

  it.each(Object.entries(architecture.rooms))("declares every room of %s, and no other", (folder, declared) => {
    const rooms = new Set(
      files
        .flatMap((file) => (file.startsWith(`${folder}/`) ? [file.slice(folder.length + 1)] : []))
        .flatMap((file) => (file.includes("/") ? [file.split("/")[0]] : [])),
    );
    expect(Object.keys(declared).toSorted()).toEqual([...rooms].toSorted());
  });

  it("has no barrel but the doors", () => {
    const doors = /^(control-plane\/(src\/[^/]+|contracts)|policies\/engine\/src|console\/src\/.+)\/index\.tsx?$/;
    expect(sources.filter((file) => /(^|\/)index\.tsx?$/.test(file) && !doors.test(file))).toEqual([]);
  });
});

const CLOCK = "scheduler/src/kernel/clock.ts";

describe("the sources", () => {
  it("export by name", () => {
    const byDefault = sources.filter(
      (file) =>
        /^export default /m.test(read(file)) &&
        !/(^|\/)(vite|vitest|knip|dependency-cruiser)[^/]*config[^/]*$/.test(file),
    );
    expect(byDefault).toEqual([]);
  });

  it("leave nothing for later and switch no rule off", () => {
    const marks = new RegExp(["TO" + "DO", "FIX" + "ME", "(es|ox)lint-" + "disable", "@ts-" + "ignore"].join("|"));
    expect(sources.filter((file) => marks.test(read(file)))).toEqual([]);
  });

  it("ask the scheduler's one clock for the time", () => {
    const asking = sources.filter(
      (file) => file.startsWith("scheduler/src/") && !/\.(spec|behaviour)\.ts$/.test(file) && file !== CLOCK,
    );
    expect(asking.filter((file) => /\b(performance|Date)\.now\(/.test(read(file)))).toEqual([]);
  });

  it("keep decisions synchronous", () => {
    const deciding = sources.filter(
      (file) =>
        architecture.pure.some((folder) => file.startsWith(`${folder}/`)) && !/\.(spec|behaviour)\.ts$/.test(file),
    );
    expect(deciding.filter((file) => /\basync\b|\bawait\b|\bPromise\b/.test(read(file)))).toEqual([]);
  });
});

describe("the migrations", () => {
  const migrations = files.filter((file) => /^migrations\/\d+-.*\.ts$/.test(file)).toSorted();

  it("have distinct stamps and say what they do", () => {
    const stamps = migrations.map((file) => basename(file).slice(0, 13));
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(migrations.filter((file) => !/^\d{13}-[A-Z][A-Za-z]+\.ts$/.test(basename(file)))).toEqual([]);
  });

  it("export one class named after the file, with a way back", () => {
    const wrong = migrations.filter((file) => {
      const [stamp, name] = basename(file, ".ts").split("-");
      const text = read(file);
      return !text.includes(`export class ${name ?? ""}${stamp ?? ""} `) || !/async down\(/.test(text);
    });
    expect(wrong).toEqual([]);
  });
});
