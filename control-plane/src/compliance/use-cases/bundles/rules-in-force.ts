import { formatSourceError } from "@socle/policies";
import type { RuleGround } from "../../../kernel/refusal.js";
import { refuse, type Result } from "../../../kernel/result.js";
import type { RuleWords } from "../../../kernel/rule-words.js";
import type { Context } from "../../../kernel/use-case.js";
import { loadBundle, type LoadedBundle } from "../../domain/bundles/loaded-bundle.js";
import { groundOf } from "../../domain/bundles/rule-ground.js";
import type { ActiveRules } from "../../ports/bundles/active-rules.port.js";
import type { BuiltInBundle } from "../../ports/bundles/built-in-bundle.port.js";
import type { BundleRepository } from "../../ports/bundles/bundle-repository.port.js";

/** Compiled bundles that are kept in memory: the one in force, and those that are compared with it. */
const MOST = 8;

/** Activations whose rules are kept in words from the start: what records of the last months name. */
const RECENT = 20;

/** The bundle activated last, or the built-in one while there is none; compiled once. */
export class RulesInForce implements ActiveRules, RuleWords {
  private readonly loaded = new Map<string, LoadedBundle>();
  private readonly words = new Map<string, RuleGround>();
  private recalled = false;

  constructor(
    private readonly bundles: Pick<BundleRepository, "active" | "activations" | "find">,
    private readonly builtIn: BuiltInBundle,
  ) {}

  async current(ctx: Context): Promise<Result<LoadedBundle, string>> {
    const activation = await this.bundles.active(ctx);
    if (!this.recalled) await this.recall(ctx);
    return activation === null ? this.fromSoftware() : this.byDigest(ctx, activation.digest);
  }

  find(rule: string, version: number): RuleGround | undefined {
    const name = `${rule}@${version}`;
    if (!this.words.has(name)) this.fromSoftware();
    return this.words.get(name);
  }

  /** Bundles that were in force lately: an explanation asked for today may name their rules. */
  private async recall(ctx: Context): Promise<void> {
    for (const { digest } of await this.bundles.activations(ctx, RECENT)) {
      const kept = await this.bundles.find(ctx, digest);
      const result = kept === null ? null : loadBundle(kept.source.files);
      if (result?.ok === true) this.tell(result.value);
    }
    this.recalled = true;
  }

  private fromSoftware(): Result<LoadedBundle, string> {
    const result = this.builtIn.load();
    return result.ok ? { ok: true, value: this.tell(result.value) } : result;
  }

  private tell(loaded: LoadedBundle): LoadedBundle {
    for (const rule of loaded.bundle.rules) this.words.set(`${rule.id}@${rule.version}`, groundOf(rule));
    return loaded;
  }

  async byDigest(ctx: Context, digest: string): Promise<Result<LoadedBundle, string>> {
    const known = this.loaded.get(digest);
    if (known !== undefined) return { ok: true, value: known };
    const builtIn = this.builtIn.load();
    if (builtIn.ok && builtIn.value.source.digest === digest) return builtIn;
    const kept = await this.bundles.find(ctx, digest);
    if (kept === null) return refuse(`there is no bundle ${digest}`);
    return this.remember(digest, loadBundle(kept.source.files));
  }

  /** A bundle of another engine's time may not load any more, or mean something else: it is then not put in force. */
  private remember(digest: string, result: ReturnType<typeof loadBundle>): Result<LoadedBundle, string> {
    if (!result.ok) return refuse(result.refusal.map(formatSourceError).join("\n"));
    const found = result.value.source.digest;
    if (found !== digest) return refuse(`the bundle ${digest} reads as ${found} by this version of the engine`);
    for (const oldest of [...this.loaded.keys()].slice(0, Math.max(0, this.loaded.size - MOST + 1)))
      this.loaded.delete(oldest);
    this.loaded.set(digest, this.tell(result.value));
    return result;
  }
}
