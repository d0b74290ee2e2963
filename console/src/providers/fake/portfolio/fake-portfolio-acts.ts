import type {
  AnswerShadowToolInput,
  CorrectTrainingInput,
  DecideConvergenceInput,
  DeclareShadowToolInput,
  DeclareTrainingInput,
  ListBrickInput,
  MoveBrickInput,
  RecordConsultationInput,
  UseBrickInput,
} from "../../../generated/operations";
import { forbidden, refused } from "../fake-acts";
import { type Filter, found } from "../fake-connection";
import { evaluationQueries } from "./fake-evaluation-acts";
import { organisationById } from "../fake-organisations";
import type { FakePerson } from "../fake-persons";
import { selectionQueries } from "./fake-selection-acts";
import type { FakeUseCase } from "../fake-use-cases";
import type { World } from "../fake-world";

type ViewOf = (useCase: FakeUseCase) => object;

/** What bodies declare beside use cases, and the acts on it. */
export function portfolioQueries(world: World, person: FakePerson, viewOf: ViewOf) {
  return {
    ...selectionQueries(world, person, viewOf),
    ...evaluationQueries(world, person, viewOf),
    ...toolQueries(world, person, viewOf),
    ...brickQueries(world, person, viewOf),
    ...trainingQueries(world, person),
    ...actsOnUseCases(world, person, viewOf),
  };
}

function toolQueries({ portfolio: { tools }, useCases }: World, person: FakePerson, viewOf: ViewOf) {
  const may = (ability: string): boolean => person.abilities.includes(ability);
  const view = (tool: (typeof tools)[number]) => {
    const alternative = useCases.find((one) => one.id === tool.alternativeId);
    return {
      __typename: "ShadowTool",
      ...tool,
      organisation: organisationById(tool.organisationId),
      alternative: alternative === undefined ? null : viewOf(alternative),
    };
  };
  const change = (id: string, ability: string, fields: Partial<(typeof tools)[number]>) => {
    const tool = tools.find((one) => one.id === id);
    if (tool === undefined) return refused("NotFound", "shadow_tool.not_found");
    if (!may(ability)) return forbidden(ability);
    if (tool.state === "CLOSED") return refused("Conflict", "shadow_tool.closed");
    Object.assign(tool, fields);
    return view(tool);
  };
  return {
    shadowTools: (args: Filter) => {
      const page = found(tools, args, (tool) => `${tool.name} ${tool.vendor} ${tool.purpose}`);
      return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: view(node) })) };
    },
    declareShadowTool({ input }: { input: DeclareShadowToolInput }) {
      if (!may("declare:ShadowTool")) return forbidden("declare:ShadowTool");
      const { idempotencyKey: _key, agents, ...said } = input;
      const tool = {
        ...said,
        agents: agents ?? null,
        id: `tool-${tools.length + 1}`,
        declaredAt: new Date().toISOString(),
        answer: null,
        alternativeId: null,
        state: "DECLARED" as const,
      };
      tools.push(tool);
      return view(tool);
    },
    answerShadowTool: ({ input }: { input: AnswerShadowToolInput }) =>
      change(input.id, "select:ShadowTool", {
        answer: input.answer,
        alternativeId: input.alternativeId ?? null,
        state: "ANSWERED",
      }),
    closeShadowTool: ({ id }: { id: string }) => change(id, "update:ShadowTool", { state: "CLOSED" }),
  };
}

function brickQueries({ portfolio: { bricks }, useCases }: World, person: FakePerson, viewOf: ViewOf) {
  const may = (ability: string): boolean => person.abilities.includes(ability);
  const view = (brick: (typeof bricks)[number]) => ({
    __typename: "Brick",
    ...brick,
    maintainer: organisationById(brick.organisationId),
    usedBy: useCases.filter(({ id }) => brick.usedBy.includes(id)).map(viewOf),
  });
  return {
    bricks: () => bricks.map(view),
    listBrick({ input }: { input: ListBrickInput }) {
      if (!may("declare:Brick")) return forbidden("declare:Brick");
      if (bricks.some(({ slug }) => slug === input.slug)) return refused("Conflict", "brick.slug_taken");
      const brick = {
        ...input,
        publiccodeUrl: input.publiccodeUrl ?? null,
        id: `brick-${bricks.length + 1}`,
        listedAt: new Date().toISOString(),
        state: "LISTED" as const,
        usedBy: [],
      };
      bricks.push(brick);
      return view(brick);
    },
    moveBrick({ input }: { input: MoveBrickInput }) {
      const brick = bricks.find(({ id }) => id === input.id);
      if (brick === undefined) return refused("NotFound", "brick.not_found");
      if (!may("manage:Brick")) return forbidden("manage:Brick");
      if (brick.state === input.to) return refused("Conflict", "brick.no_transition");
      brick.state = input.to;
      return view(brick);
    },
    useBrick({ input }: { input: UseBrickInput }) {
      const brick = bricks.find(({ id }) => id === input.brickId);
      const useCase = useCases.find(({ id }) => id === input.useCaseId);
      if (brick === undefined || useCase === undefined) return refused("NotFound", "brick.not_found");
      if (!may("update:UseCase")) return forbidden("update:UseCase");
      brick.usedBy.push(useCase.id);
      return { __typename: "UseCase", ...viewOf(useCase) };
    },
  };
}

function trainingQueries({ portfolio: { trainings } }: World, person: FakePerson) {
  const may = (ability: string): boolean => person.abilities.includes(ability);
  const view = (training: (typeof trainings)[number]) => ({
    __typename: "TrainingDeclaration",
    ...training,
    organisation: organisationById(training.organisationId),
  });
  return {
    trainingDeclarations: (args: Filter) => {
      const page = found(trainings, args, ({ programme, audience }) => `${programme} ${audience}`);
      return { ...page, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: view(node) })) };
    },
    trainingTotals: () => totalsOf(trainings),
    declareTraining({ input }: { input: DeclareTrainingInput }) {
      if (!may("declare:Training")) return forbidden("declare:Training");
      const same = trainings.some(
        ({ organisationId, year, programme }) =>
          organisationId === input.organisationId && year === input.year && programme === input.programme,
      );
      if (same) return refused("Conflict", "training.declared");
      const { idempotencyKey: _key, target, source, ...said } = input;
      const training = {
        ...said,
        target: target ?? null,
        source: source ?? null,
        id: `training-${trainings.length + 1}`,
        declaredAt: new Date().toISOString(),
        declaredBy: person.id,
        state: "DECLARED" as const,
        version: 1,
      };
      trainings.push(training);
      return view(training);
    },
    correctTraining({ input }: { input: CorrectTrainingInput }) {
      const training = trainings.find(({ id }) => id === input.id);
      if (training === undefined) return refused("NotFound", "training.not_found");
      if (!may("update:Training")) return forbidden("update:Training");
      if (training.version !== input.version) return refused("Conflict", "record.changed");
      const { trained, target, version } = input;
      Object.assign(training, { trained, target: target ?? null, state: "DECLARED", version: version + 1 });
      return view(training);
    },
    validateTraining({ id, version }: { id: string; version: number }) {
      const training = trainings.find((one) => one.id === id);
      if (training === undefined) return refused("NotFound", "training.not_found");
      if (!may("validate:Training")) return forbidden("validate:Training");
      if (training.version !== version) return refused("Conflict", "record.changed");
      training.state = "VALIDATED";
      training.version += 1;
      return view(training);
    },
  };
}

type Training = World["portfolio"]["trainings"][number];

function totalsOf(trainings: readonly Training[]) {
  const ministryOf = (id: string) => {
    const body = organisationById(id);
    return body?.kind === "MINISTRY" || body === null ? body : organisationById(body.parentId);
  };
  const keyOf = ({ year, organisationId }: Training): string => `${year} ${ministryOf(organisationId)?.id ?? ""}`;
  const groups = new Map<string, Training[]>();
  for (const row of trainings) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups.values()].map((rows) => {
    const sum = (of: (row: Training) => number): number => rows.reduce((total, row) => total + of(row), 0);
    const aimed = rows.filter(({ target }) => target !== null);
    const target = aimed.reduce((total, row) => total + (row.target ?? 0), 0);
    const trained = aimed.reduce((total, row) => total + row.trained, 0);
    return {
      year: rows[0]?.year,
      organisation: ministryOf(rows[0]?.organisationId ?? ""),
      trained: sum((row) => row.trained),
      validated: sum((row) => (row.state === "VALIDATED" ? row.trained : 0)),
      target: aimed.length === 0 ? null : target,
      reachedPercent: aimed.length === 0 ? null : Math.round((1000 * trained) / target) / 10,
    };
  });
}

function actsOnUseCases(
  { portfolio: { consultations, convergences }, useCases }: World,
  person: FakePerson,
  viewOf: ViewOf,
) {
  const may = (ability: string): boolean => person.abilities.includes(ability);
  return {
    convergingUseCases: () => useCases.filter(({ id }) => convergences.has(id)).map(viewOf),
    recordConsultation({ input }: { input: RecordConsultationInput }) {
      if (!may("update:UseCase")) return forbidden("update:UseCase");
      if (Date.parse(input.heldOn) > Date.now())
        return refused("InvalidInput", "input.invalid", { issues: [{ path: "heldOn", message: "In the future." }] });
      const { documentUrl, ...said } = input;
      const consultation = {
        ...said,
        documentUrl: documentUrl ?? null,
        id: `consultation-${consultations.length + 1}`,
      };
      consultations.push(consultation);
      return { __typename: "StaffConsultation", ...consultation };
    },
    decideConvergence({ input }: { input: DecideConvergenceInput }) {
      const useCase = useCases.find(({ id }) => id === input.id);
      if (useCase === undefined) return refused("NotFound", "use_case.not_found");
      if (!may("select:UseCase")) return forbidden("select:UseCase");
      if (useCase.version !== input.version) return refused("Conflict", "use_case.changed");
      if (input.targetId != null && convergences.get(input.targetId)?.status === "CONVERGE")
        return refused("Conflict", "convergence.no_target");
      const { status, reason, by, targetId } = input;
      convergences.set(input.id, { status, reason, by: by ?? null, targetId: targetId ?? null });
      useCase.version += 1;
      return { __typename: "UseCase", ...viewOf(useCase) };
    },
  };
}
