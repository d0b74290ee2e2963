import type { PlanEvaluationInput, PublishEvaluationInput } from "../../../generated/operations";
import { forbidden, refused } from "../fake-acts";
import { connection, type Filter, found, type Page } from "../fake-connection";
import type { FakePerson } from "../fake-persons";
import type { FakeEvaluation } from "./fake-portfolio";
import type { FakeUseCase } from "../fake-use-cases";
import type { World } from "../fake-world";

const RUNNING = ["EXPERIMENT", "EVALUATED", "DEPLOYED", "GENERALISED"];

/** Evaluations, what is due, and the acts on them. */
export function evaluationQueries(world: World, person: FakePerson, viewOf: (useCase: FakeUseCase) => object) {
  const { evaluations } = world.portfolio;
  const may = (ability: string): boolean => person.abilities.includes(ability);
  const evaluated = (id: string) => world.useCases.find((one) => one.id === id);
  const view = (evaluation: FakeEvaluation) => {
    const useCase = evaluated(evaluation.useCaseId);
    return { __typename: "Evaluation", ...evaluation, useCase: useCase === undefined ? null : viewOf(useCase) };
  };
  const publish = (input: PublishEvaluationInput, independent: boolean) => {
    const evaluation = evaluations.find(({ id }) => id === input.id);
    if (evaluation === undefined) return refused("NotFound", "evaluation.not_found");
    const ability = independent ? "select:Evaluation" : "validate:Evaluation";
    if (!may(ability)) return forbidden(ability);
    const unmet = (code: string, condition: string) =>
      refused("GuardRefusal", code, { conditions: [{ code: condition, met: false, message: condition }] });
    if (evaluation.independent !== independent) return unmet("evaluation.not_yours", "evaluation.publisher");
    if (evaluation.state !== "RUNNING") return refused("Conflict", "evaluation.not_running");
    if (input.metrics.length === 0) return unmet("evaluation.guard_unmet", "evaluation.measured");
    Object.assign(evaluation, {
      metrics: input.metrics.map((metric) => ({
        ...{ low: null, high: null, sample: null, source: null, confidence: null },
        ...metric,
        intervalMethod: metric.low == null ? "NONE" : "GIVEN",
      })),
      verdict: input.verdict,
      summary: input.summary,
      publicationUrl: input.publicationUrl ?? null,
      publishedAt: new Date().toISOString(),
      state: "PUBLISHED",
    });
    const useCase = evaluated(evaluation.useCaseId);
    if (useCase !== undefined) {
      const reference = `evaluation:${evaluation.id}`;
      const pieces = independent
        ? { EVALUATION: reference, INDEPENDENT_EVALUATION: reference }
        : { EVALUATION: reference };
      useCase.evidence = { ...useCase.evidence, ...pieces };
      useCase.version += 1;
    }
    return view(evaluation);
  };
  return {
    evaluations: (args: Filter) => {
      const page = found(evaluations, args, ({ body, protocol }) => `${body} ${protocol}`);
      return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: view(node) })) };
    },
    dueEvaluations: (args: Page & { by?: string | null }) => {
      const dueOn = ({ dossier }: FakeUseCase): string => (dossier["evaluationDueOn"] as string | undefined) ?? "";
      const due = world.useCases
        .filter((one) => RUNNING.includes(one.state) && dueOn(one) !== "")
        .filter((one) => args.by == null || dueOn(one) <= args.by)
        .sort((a, b) => dueOn(a).localeCompare(dueOn(b)));
      return connection(due.map(viewOf), args);
    },
    planEvaluation({ input }: { input: PlanEvaluationInput }) {
      if (evaluated(input.useCaseId) === undefined) return refused("NotFound", "use_case.not_found");
      if (!may("declare:Evaluation")) return forbidden("declare:Evaluation");
      const { idempotencyKey: _key, sample, ...said } = input;
      const evaluation: FakeEvaluation = {
        ...said,
        sample: sample ?? null,
        id: `evaluation-${evaluations.length + 1}`,
        plannedAt: new Date().toISOString(),
        publicationUrl: null,
        publishedAt: null,
        state: "PLANNED",
        summary: null,
        verdict: null,
        metrics: [],
      };
      evaluations.push(evaluation);
      return view(evaluation);
    },
    beginEvaluation({ id }: { id: string }) {
      const evaluation = evaluations.find((one) => one.id === id);
      if (evaluation === undefined) return refused("NotFound", "evaluation.not_found");
      if (!may("update:Evaluation")) return forbidden("update:Evaluation");
      if (evaluation.state !== "PLANNED") return refused("Conflict", "evaluation.not_planned");
      Object.assign(evaluation, { state: "RUNNING" });
      return view(evaluation);
    },
    publishEvaluation: ({ input }: { input: PublishEvaluationInput }) => publish(input, false),
    publishIndependentEvaluation: ({ input }: { input: PublishEvaluationInput }) => publish(input, true),
  };
}
