import { compileBundle, formatSourceError, loadPolicyFiles, type PolicyFile } from "@socle/policies";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { LoadedBundle } from "../../domain/bundles/loaded-bundle.js";
import type { BuiltInBundle } from "../../ports/bundles/built-in-bundle.port.js";

/** Reads the folder each time: files that changed take effect without a restart, once they compile. */
export class FolderBundle implements BuiltInBundle {
  private last: LoadedBundle | null = null;

  constructor(private readonly folder: string) {}

  load(): Result<LoadedBundle, string> {
    const files = loadPolicyFiles(this.folder);
    if (this.last !== null && sameFiles(files, this.last.source.files)) return ok(this.last);
    const result = compileBundle(files);
    if (!result.ok) return refuse(result.errors.map(formatSourceError).join("\n"));
    this.last = { source: { digest: result.bundle.digest, files }, bundle: result.bundle };
    return ok(this.last);
  }
}

const sameFiles = (left: readonly PolicyFile[], right: readonly PolicyFile[]): boolean =>
  left.length === right.length &&
  left.every((file, index) => file.path === right[index]?.path && file.text === right[index]?.text);
