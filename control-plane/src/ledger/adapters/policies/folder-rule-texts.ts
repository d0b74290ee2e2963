import { compileBundle, loadPolicyFiles, type Bundle } from "@socle/policies";
import type { Clock } from "../../../kernel/clock.js";
import type { RuleText, RuleTexts } from "../../ports/rule-texts.port.js";

/** How long a bundle is kept before the folder is looked at again. */
const FRESH_MS = 30_000;

/** Texts of the rules in a folder; while it does not compile, those of the last bundle that did. */
export class FolderRuleTexts implements RuleTexts {
  private bundle: Bundle | null = null;
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly folder: string,
    private readonly clock: Clock,
  ) {}

  find(rule: string, version: number): RuleText | undefined {
    const found = this.current()?.find(rule, version);
    if (found === undefined) return undefined;
    const { fr, en } = found.reason;
    return { fr, en, legal: found.legal, derogable: found.derogable !== null };
  }

  private current(): Bundle | null {
    const now = this.clock.now().getTime();
    if (now - this.readAt < FRESH_MS) return this.bundle;
    this.readAt = now;
    const result = compileBundle(loadPolicyFiles(this.folder));
    if (result.ok) this.bundle = result.bundle;
    return this.bundle;
  }
}
