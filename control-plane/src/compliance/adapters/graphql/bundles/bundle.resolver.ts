import { Inject } from "@nestjs/common";
import { Args, ID, Int, Query, Resolver } from "@nestjs/graphql";
import { workloadPolicies, type Bundle } from "@socle/policies";
import { GraphQLError } from "graphql";
import type { PersonActor } from "../../../../kernel/actor.js";
import { parisDay } from "@socle/contracts";
import type { Result } from "../../../../kernel/result.js";
import type { Context, UseCaseRunner } from "../../../../kernel/use-case.js";
import { connectionOf, decodeCursor, pageSize, type Connection } from "../../../../platform/graphql/cursor.js";
import { CurrentActor } from "../../../../platform/graphql/current-actor.decorator.js";
import { USE_CASE_RUNNER } from "../../../../platform/tokens.js";
import { BUNDLE_PORTS } from "../../../bundles.tokens.js";
import { bundleNotices } from "../../../domain/bundles/bundle-notices.js";
import { diffRules } from "../../../domain/bundles/diff-bundles.js";
import { loadBundle, type LoadedBundle } from "../../../domain/bundles/loaded-bundle.js";
import type { BundlePorts } from "../../../ports/bundles/bundle-ports.js";
import {
  PolicyBundleConnectionType,
  PolicyBundleType,
  PolicyCheckType,
  PolicyFileInput,
  PolicyFileType,
  PolicyRuleType,
  RuleDifferenceType,
} from "./bundle.types.js";
import { differenceView, keptView, loadedView, ruleView } from "./bundle.views.js";

const Digest = (name = "digest") => Args(name, { type: () => ID });

/** What the rules are; everybody who is signed in reads them. */
@Resolver(() => PolicyBundleType)
export class BundleResolver {
  constructor(
    @Inject(USE_CASE_RUNNER) private readonly runner: UseCaseRunner,
    @Inject(BUNDLE_PORTS) private readonly ports: BundlePorts,
  ) {}

  @Query(() => PolicyBundleType, { description: "The rules in force." })
  activePolicyBundle(@CurrentActor() actor: PersonActor): Promise<PolicyBundleType> {
    return this.runner.read(actor, async (ctx) => {
      const current = readable(await this.ports.active.current(ctx));
      return loadedView(current, await this.ports.bundles.find(ctx, current.source.digest));
    });
  }

  @Query(() => PolicyBundleConnectionType, { description: "Bundles on record, latest first." })
  policyBundles(
    @CurrentActor() actor: PersonActor,
    @Args("search", { type: () => String, nullable: true }) search: string | null,
    @Args("first", { type: () => Int, nullable: true, defaultValue: 25 }) first: number,
    @Args("after", { type: () => String, nullable: true }) after: string | null,
  ): Promise<Connection<PolicyBundleType>> {
    const from = after == null ? null : String(decodeCursor(after, 1)[0]);
    return this.runner.read(actor, async (ctx) => {
      const current = await this.ports.active.current(ctx);
      const active = current.ok ? current.value.source.digest : null;
      const page = { search: search ?? null, first: pageSize(first), after: from };
      const rows = await this.ports.bundles.page(ctx, page);
      return connectionOf(
        rows,
        page.first,
        ({ source }) => [source.digest],
        (kept) => keptView(kept, active),
      );
    });
  }

  @Query(() => [PolicyRuleType], { description: "By id." })
  policyRules(@CurrentActor() actor: PersonActor, @Digest() digest: string): Promise<PolicyRuleType[]> {
    return this.runner.read(actor, async (ctx) => [...rulesOf(await this.loaded(ctx, digest))].map(ruleView));
  }

  @Query(() => [PolicyFileType], { description: "The files of a bundle, to be changed and proposed again." })
  policyFiles(@CurrentActor() actor: PersonActor, @Digest() digest: string): Promise<PolicyFileType[]> {
    return this.runner.read(actor, async (ctx) => [...(await this.loaded(ctx, digest)).source.files]);
  }

  @Query(() => [RuleDifferenceType], { description: "Rules added, removed and changed from one bundle to another." })
  policyDifferences(
    @CurrentActor() actor: PersonActor,
    @Digest("from") from: string,
    @Digest("to") to: string,
  ): Promise<RuleDifferenceType[]> {
    return this.runner.read(actor, async (ctx) => {
      const [before, after] = [await this.loaded(ctx, from), await this.loaded(ctx, to)];
      return diffRules(before.bundle.rules, after.bundle.rules).map(differenceView);
    });
  }

  @Query(() => PolicyCheckType, { description: "Loads files without keeping them, and says what they would change." })
  checkPolicyFiles(
    @CurrentActor() actor: PersonActor,
    @Args("files", { type: () => [PolicyFileInput] }) files: PolicyFileType[],
  ): Promise<PolicyCheckType> {
    const loaded = loadBundle(files);
    if (!loaded.ok) return Promise.resolve({ digest: null, faults: loaded.refusal, notices: [], differences: [] });
    const { source, bundle } = loaded.value;
    return this.runner.read(actor, async (ctx) => {
      const base = readable(await this.ports.active.current(ctx)).bundle.rules;
      const notices = bundleNotices(bundle.rules, base, parisDay(ctx.clock.now()));
      return {
        digest: source.digest,
        faults: [],
        notices,
        differences: diffRules(base, bundle.rules).map(differenceView),
      };
    });
  }

  @Query(() => String, {
    description:
      "Kubernetes admission policies with the same CEL, for the rules that guard workloads on that day (today).",
  })
  clusterPolicies(
    @CurrentActor() actor: PersonActor,
    @Digest() digest: string,
    @Args("day", { type: () => String, nullable: true }) day: string | null,
  ): Promise<string> {
    return this.runner.read(actor, async (ctx) => {
      const { bundle } = await this.loaded(ctx, digest);
      return exported(bundle, day ?? parisDay(ctx.clock.now()));
    });
  }

  private async loaded(ctx: Context, digest: string): Promise<LoadedBundle> {
    return readable(await this.ports.active.byDigest(ctx, digest));
  }
}

const rulesOf = ({ bundle }: LoadedBundle) => bundle.rules.toSorted((a, b) => (a.id < b.id ? -1 : 1));

function exported(bundle: Bundle, day: string): string {
  try {
    return workloadPolicies(bundle, day);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new GraphQLError(error.message, { extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
  }
}

/** A bundle that is not there, or does not load any more, is what the caller asked for: it is told so. */
function readable(result: Result<LoadedBundle, string>): LoadedBundle {
  if (result.ok) return result.value;
  throw new GraphQLError(result.refusal, { extensions: { code: "policy_bundle.unreadable", http: { status: 404 } } });
}
