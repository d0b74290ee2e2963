import { parisDay, type DerogationV1 } from "@socle/contracts";
import {
  blocks,
  modelFacts,
  organisationFacts,
  poolFacts,
  todayFacts,
  useCaseFacts,
  type Bundle,
  type Rule,
  type UseCaseSource,
  type Verdict,
} from "@socle/policies";
import type { Condition } from "../../../kernel/refusal.js";
import type { GuardQuestion, RuleGuard } from "../../../kernel/rule-guard.js";
import type { Context } from "../../../kernel/use-case.js";
import { lapsedKinds, type Assessment } from "../../domain/desk/assessments/assessment.js";
import { obstacleOf, type Review } from "../../domain/desk/counsel/review.js";
import { groundOf } from "../../domain/bundles/rule-ground.js";
import type { GuardPorts } from "../../ports/bundles/guard-ports.js";

/** What all questions of one call are judged by. */
interface Bench {
  readonly bundle: Bundle;
  readonly now: Date;
  readonly day: string;
  readonly derogations: readonly DerogationV1[];
  readonly bodies: ReadonlyMap<string, UseCaseSource["organisation"]>;
  readonly reviews: readonly Review[];
  readonly assessments: readonly Assessment[];
}

type UseCaseQuestion = Extract<GuardQuestion, { readonly subject: "use_case" }>;
const isUseCase = (question: GuardQuestion): question is UseCaseQuestion => question.subject === "use_case";

/** Asks the rules in force about records, as the scheduler asks them about requests. */
export class RegistryGuard implements RuleGuard {
  constructor(private readonly ports: GuardPorts) {}

  async judge(ctx: Context, questions: readonly GuardQuestion[]): Promise<readonly (readonly Condition[])[]> {
    if (questions.length === 0) return [];
    const current = await this.ports.active.current(ctx);
    if (!current.ok) return questions.map(() => [unreadable(current.refusal)]);
    const useCases = questions.filter(isUseCase).map(({ useCase }) => useCase.organisationId);
    const now = ctx.clock.now();
    const bench: Bench = {
      ...{ bundle: current.value.bundle, now, day: parisDay(now) },
      derogations: useCases.length === 0 ? [] : await this.ports.derogations(ctx),
      bodies: useCases.length === 0 ? new Map() : await this.ports.bodies(ctx, [...new Set(useCases)]),
      reviews: useCases.length === 0 ? [] : await this.ports.reviews(ctx, idsOf(questions)),
      assessments: useCases.length === 0 ? [] : await this.ports.assessments(ctx, idsOf(questions)),
    };
    return questions.map((question) => [
      ...verdictOn(question, bench).findings.filter(blocks).map(asCondition),
      ...reviewed(question, bench),
      ...lapsed(question, bench),
    ]);
  }
}

function verdictOn(question: GuardQuestion, bench: Bench): Verdict {
  const { bundle, day } = bench;
  const [today, now] = [todayFacts(day), bench.now.getTime()];
  switch (question.subject) {
    case "use_case":
      return bundle.guard("use_case", { today, ...factsOf(question, bench) }, now);
    case "model":
      return bundle.guard("model", { today, model: modelFacts(question.model) }, now);
    case "deployment":
      return bundle.guard(
        "deployment",
        { today, model: modelFacts(question.model), pool: poolFacts(question.pool, day) },
        now,
      );
    case "pool":
      return bundle.guard("pool", { today, pool: poolFacts(question.pool, day) }, now);
  }
}

const idsOf = (questions: readonly GuardQuestion[]): readonly string[] => [
  ...new Set(questions.filter(isUseCase).map(({ useCase }) => useCase.id)),
];

const OBSTACLES = {
  "review.unfavourable": "The opinion of the compliance cell that stands on it is unfavourable.",
  "review.overdue": "A condition of the compliance cell's opinion is past its day.",
} as const;

/** What the compliance cell thinks of a use case is no rule, and keeps it back all the same. */
function reviewed(question: GuardQuestion, { reviews, day }: Bench): readonly Condition[] {
  if (!isUseCase(question)) return [];
  const { id } = question.useCase;
  const code = obstacleOf(
    reviews.filter(({ useCaseId }) => useCaseId === id),
    day,
  );
  return code === null ? [] : [{ code, met: false, message: OBSTACLES[code] }];
}

/** What was concluded and holds no longer counts as if it were missing: an accreditation that ended, a questioned analysis. */
function lapsed(question: GuardQuestion, { assessments, day }: Bench): readonly Condition[] {
  if (!isUseCase(question)) return [];
  const { id } = question.useCase;
  const kinds = lapsedKinds(
    assessments.filter(({ useCaseId }) => useCaseId === id),
    day,
  );
  const message = `An assessment that was concluded holds no longer: ${kinds.join(", ")}.`;
  return kinds.length === 0 ? [] : [{ code: "assessment.lapsed", met: false, message }];
}

/** A derogation for one pool lifts nothing here, where no pool is known: a state is entered for all of them. */
function factsOf({ useCase }: UseCaseQuestion, { derogations, day, bodies }: Bench) {
  const body = bodies.get(useCase.organisationId) ?? { slug: "", path: [] };
  return { organisation: organisationFacts(body), useCase: useCaseFacts(useCase, derogations, day) };
}

const asCondition = ({ rule, faulted }: { readonly rule: Rule; readonly faulted: boolean }): Condition => ({
  code: rule.reason.code,
  met: false,
  message: faulted ? `The rule ${rule.id} could not be evaluated, which counts as a no.` : rule.reason.en,
  rule: groundOf(rule),
});

/** A fault never permits, here as for requests. */
const unreadable = (faults: string): Condition => ({
  code: "policy.unreadable",
  met: false,
  message: `The rules in force do not load: ${faults}`,
});
