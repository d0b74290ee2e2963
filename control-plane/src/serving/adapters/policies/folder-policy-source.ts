import type { PolicyBundleV1 } from "@socle/contracts";
import { compileBundle, formatSourceError, loadPolicyFiles } from "@socle/policies";
import { ok, refuse, type Result } from "../../../kernel/result.js";
import type { PolicySource } from "../../ports/policy-source.port.js";

/** Reads the folder each time: files that changed take effect without a restart, once they compile. */
export class FolderPolicySource implements PolicySource {
  private last: PolicyBundleV1 | null = null;

  constructor(private readonly folder: string) {}

  bundle(): Result<PolicyBundleV1, string> {
    const files = loadPolicyFiles(this.folder);
    if (this.last !== null && sameFiles(files, this.last.files)) return ok(this.last);
    const result = compileBundle(files);
    if (!result.ok) return refuse(result.errors.map(formatSourceError).join("\n"));
    this.last = { digest: result.bundle.digest, files };
    return ok(this.last);
  }
}

const sameFiles = (left: PolicyBundleV1["files"], right: PolicyBundleV1["files"]): boolean =>
  left.length === right.length &&
  left.every((file, index) => file.path === right[index]?.path && file.text === right[index]?.text);
