import { readdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { MigrationInterface } from "typeorm";

/** The same relative place in the source tree and in the compiled one. */
const FOLDER = fileURLToPath(new URL("../../../../migrations/", import.meta.url));
const NAME = /^(\d{13})-([A-Z]\w+)\.(?:js|ts)$/;

export type MigrationClass = new () => MigrationInterface;

interface MigrationFile {
  readonly name: string;
  readonly path: string;
}

function migrationFiles(): MigrationFile[] {
  return readdirSync(FOLDER)
    .filter((file) => !file.endsWith(".d.ts"))
    .flatMap((file) => {
      const match = NAME.exec(file);
      return match ? [{ name: `${match[2]}${match[1]}`, path: `${FOLDER}${file}`, stamp: match[1] ?? "" }] : [];
    })
    .sort((left, right) => left.stamp.localeCompare(right.stamp));
}

/** Class names of every migration of this build, oldest first. */
export const migrationNames = (): string[] => migrationFiles().map((file) => file.name);

/** The migrations themselves, oldest first. */
export async function loadMigrations(): Promise<MigrationClass[]> {
  const classes: MigrationClass[] = [];
  for (const file of migrationFiles()) {
    const module = (await import(pathToFileURL(file.path).href)) as Record<string, unknown>;
    const migration = module[file.name];
    if (typeof migration !== "function") throw new Error(`${file.path} does not export class ${file.name}.`);
    classes.push(migration as MigrationClass);
  }
  return classes;
}
