import type {
  DeclareUseCaseInput,
  EvidenceKind,
  GrantAllocationInput,
  IssueKeyInput,
  RecordEvidenceInput,
  RegisterApplicationInput,
  RevokeKeyInput,
  SetBudgetInput,
  TransitionUseCaseInput,
  UseCaseState,
} from "../../generated/operations";
import { leftOf, makeBudget } from "./fake-budgets";
import { transitionsOf } from "./fake-life-cycle";
import { organisationById } from "./fake-organisations";
import type { FakePerson } from "./fake-persons";
import type { FakeUseCase } from "./fake-use-cases";
import type { World } from "./fake-world";

const CELL_EVIDENCE: readonly EvidenceKind[] = ["INDEPENDENT_EVALUATION", "SELECTION_SCORE", "CAPACITY_NEED"];

export const refused = (kind: string, code: string, more: object = {}) => ({
  __typename: kind,
  code,
  message: code,
  ...more,
});
export const forbidden = (ability: string) => {
  const [action = "", subject = ""] = ability.split(":");
  return refused("Forbidden", "role.missing", { action, subject });
};

/** The mutations, on the in-memory world: enough of the rules for every answer that the console must show. */
export function makeActs(world: World, person: FakePerson, viewOf: (useCase: FakeUseCase) => object) {
  const find = (id: string) => world.useCases.find((one) => one.id === id);
  const may = (ability: string): boolean => person.abilities.includes(ability);
  const move = (useCase: FakeUseCase, to: UseCaseState, reason: string, act: string) => {
    useCase.history.push({ at: new Date().toISOString(), from: useCase.state, to, by: person.id, reason });
    useCase.state = to;
    useCase.version += 1;
    const { id, organisationId } = useCase;
    world.record({
      actor: person.id,
      useCase: act,
      subjectType: "UseCase",
      subjectId: id,
      organisationId,
      data: { reason },
    });
    return { __typename: "UseCase", ...viewOf(useCase) };
  };
  return {
    declareUseCase({ input }: { input: DeclareUseCaseInput }) {
      if (!may("declare:UseCase")) return forbidden("declare:UseCase");
      const at = new Date().toISOString();
      const useCase: FakeUseCase = {
        ...input,
        labels: [...input.labels],
        affectsIndividuals: input.affectsIndividuals ?? false,
        staffEffect: input.staffEffect ?? "AUGMENTATION",
        amendedBy: null,
        dossier: { ...input.dossier },
        id: `uc-${world.useCases.length + 1}`,
        slug: "nouveau",
        state: "IDEA",
        declaredBy: person.id,
        declaredAt: at,
        version: 1,
        history: [{ at, from: null, to: "IDEA", by: person.id, reason: null }],
        evidence: {},
        applications: [],
      };
      world.useCases.push(useCase);
      return { __typename: "UseCase", ...viewOf(useCase) };
    },
    transitionUseCase({ input }: { input: TransitionUseCaseInput }) {
      const useCase = find(input.id);
      if (useCase === undefined) return refused("NotFound", "use_case.not_found");
      if (useCase.version !== input.version) return refused("Conflict", "use_case.stale");
      const step = transitionsOf(useCase, person).find((one) => one.to === input.to);
      if (step === undefined) return refused("Conflict", "use_case.no_transition");
      if (step.reasonCode === "role.missing") return forbidden("validate:UseCase");
      if (!step.allowed) return refused("GuardRefusal", "use_case.guard_unmet", { conditions: step.conditions });
      return move(useCase, input.to, input.reason, "registry.transition-use-case");
    },
    recordEvidence({ input }: { input: RecordEvidenceInput }) {
      const useCase = find(input.id);
      if (useCase === undefined) return refused("NotFound", "use_case.not_found");
      if (useCase.version !== input.version) return refused("Conflict", "use_case.stale");
      const ability = CELL_EVIDENCE.includes(input.kind) ? "select:UseCase" : "update:UseCase";
      if (!may(ability)) return forbidden(ability);
      useCase.evidence = { ...useCase.evidence, [input.kind]: input.reference };
      return move(useCase, useCase.state, `${input.kind}: ${input.reference}`, "registry.record-evidence");
    },
    suspendUseCase({ id, reason }: { id: string; reason: string }) {
      const useCase = find(id);
      if (useCase === undefined) return refused("NotFound", "use_case.not_found");
      if (!may("suspend:UseCase")) return forbidden("suspend:UseCase");
      return move(useCase, "SUSPENDED", reason, "registry.suspend-use-case");
    },
    resumeUseCase({ id, reason }: { id: string; reason: string }) {
      const useCase = find(id);
      if (useCase === undefined) return refused("NotFound", "use_case.not_found");
      if (!may("resume:UseCase")) return forbidden("resume:UseCase");
      const before = useCase.history.at(-1)?.from ?? "EXPERIMENT";
      return move(useCase, before, reason, "registry.resume-use-case");
    },
    registerApplication({ input }: { input: RegisterApplicationInput }) {
      const useCase = find(input.useCaseId);
      if (useCase === undefined) return refused("NotFound", "use_case.not_found");
      if (!may("register:Application")) return forbidden("register:Application");
      const application = {
        id: `app-${useCase.id}-${useCase.applications.length}`,
        slug: input.name,
        name: input.name,
        environment: input.environment,
        useCaseId: useCase.id,
        models: null,
        keys: [],
      };
      useCase.applications.push(application);
      return { __typename: "Application", ...application };
    },
    issueKey({ input }: { input: IssueKeyInput }) {
      const useCase = world.useCases.find((one) => one.applications.some((app) => app.id === input.applicationId));
      const application = useCase?.applications.find((app) => app.id === input.applicationId);
      if (useCase === undefined || application === undefined) return refused("NotFound", "application.not_found");
      if (!may("issue:ApiKey")) return forbidden("issue:ApiKey");
      if (useCase.state === "SUSPENDED") return refused("Conflict", "key.use_case_not_running");
      const now = new Date();
      const issued = {
        id: `key-${application.id}-${application.keys.length + 7}`,
        prefix: "sk-socle-9c41d",
        status: "ACTIVE" as const,
        createdAt: now.toISOString(),
        createdBy: person.id,
        expiresAt: new Date(now.getTime() + input.validDays * 86_400_000).toISOString(),
        revokedAt: null,
      };
      application.keys.push(issued);
      return { __typename: "IssuedKey", key: issued, secret: "sk-socle-9c41d-this-sample-key-opens-nothing" };
    },
    revokeKey({ input }: { input: RevokeKeyInput }) {
      const key = world.useCases
        .flatMap((one) => one.applications)
        .flatMap((app) => app.keys)
        .find((one) => one.id === input.keyId);
      if (key === undefined) return refused("NotFound", "api_key.not_found");
      if (!may("revoke:ApiKey")) return forbidden("revoke:ApiKey");
      key.status = "REVOKED";
      key.revokedAt = new Date().toISOString();
      return { __typename: "ApiKey", ...key };
    },
    setBudget({ input }: { input: SetBudgetInput }) {
      const { nodeId, unit, period, amount } = input;
      const organisation = organisationById(nodeId);
      const useCase = find(nodeId);
      const holder = organisation ?? useCase;
      if (holder === undefined) return refused("NotFound", "node.not_found");
      if (!may("set:Budget")) return forbidden("set:Budget");
      if (nodeId === person.organisation) {
        return refused("Forbidden", "organisation.own", { action: "set", subject: "Budget" });
      }
      const terms = { unit, period, amount, onExhaust: input.onExhaust ?? "BLOCK" };
      const present = world.budgets.find((one) => one.nodeId === nodeId && one.unit === unit && one.period === period);
      const budget = present ?? makeBudget(`b-${world.budgets.length + 1}`, holder, new Date(), terms);
      if (present === undefined) world.budgets.push(budget);
      else Object.assign(present, terms);
      return { __typename: "Budget", ...budget, left: leftOf(budget) };
    },
    grantAllocation({ input }: { input: GrantAllocationInput }) {
      const pool = world.pools.find((one) => one.id === input.poolId);
      const holder = organisationById(input.nodeId);
      if (pool === undefined || holder === null) return refused("NotFound", "pool.not_found");
      if (!may("grant:Allocation")) return forbidden("grant:Allocation");
      const others = pool.allocations.filter((one) => one.nodeId !== input.nodeId);
      const granted = others.reduce((sum, one) => sum + one.nominal, 0) + input.nominal;
      if (granted > pool.gpuCount) {
        const conditions = [{ code: "pool.has_room", met: false, message: `${granted} GPU > ${pool.gpuCount}` }];
        return refused("GuardRefusal", "allocation.exceeds_right", { conditions });
      }
      const allocation = {
        id: `alloc-${pool.id}-${holder.id}`,
        poolId: pool.id,
        nodeId: holder.id,
        nodeName: holder.name,
        nodeType: "organisation",
        nominal: input.nominal,
        guarantee: input.guarantee,
        lendLimit: input.lendLimit ?? null,
        borrowLimit: input.borrowLimit ?? null,
        weight: input.weight,
      };
      pool.allocations = [...others, allocation];
      return { __typename: "Allocation", ...allocation };
    },
  };
}
