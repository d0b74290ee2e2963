import { stringify } from "yaml";
import type { SeedDocument } from "../../domain/seed-document.js";

/** The document as a seed file's text; what equals its default is left out where that says more than repeating it. */
export function writeSeed(document: SeedDocument, exportedAt: Date): string {
  const head = `# Socle's registry, exported ${exportedAt.toISOString()}. Keys are hashed: their holders go on using them.\n`;
  return head + stringify(document, { lineWidth: 110, aliasDuplicateObjects: false });
}
