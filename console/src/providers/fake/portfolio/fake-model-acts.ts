import type { DeprecateModelInput, ModelState, ProposeModelInput } from "../../../generated/operations";
import { forbidden, refused } from "../fake-acts";
import type { FakeModel } from "./fake-models";
import { organisationById } from "../fake-organisations";
import type { FakePerson } from "../fake-persons";
import type { FakeUseCase } from "../fake-use-cases";
import type { World } from "../fake-world";

const FROM: Readonly<Record<string, readonly ModelState[]>> = {
  ASSESSED: ["PROPOSED", "ASSESSED"],
  APPROVED: ["ASSESSED"],
  REFUSED: ["PROPOSED", "ASSESSED"],
  DEPRECATED: ["APPROVED"],
  RETIRED: ["DEPRECATED"],
};
const NOTICE = 90 * 86_400_000;
const condition = (code: string, met: boolean) => ({ code, met, message: code });

function conditionsOf({ provenance, sunset, aliases }: FakeModel, to: string) {
  if (to === "RETIRED")
    return [
      condition("model.notice_over", sunset !== null && Date.parse(sunset.endsAt) <= Date.now()),
      condition("model.no_alias", aliases.length === 0),
    ];
  if (to !== "APPROVED") return [];
  const { evalStatus, runsIn, weights, format, sha256, trainingOnInputs } = provenance;
  return [
    condition("model.evaluated", evalStatus === "PASSED"),
    condition("model.licensed", true),
    condition("model.placed", runsIn != null && weights != null),
    condition("model.format", runsIn !== "OWN_POOL" || (format != null && format !== "PICKLE")),
    condition("model.hash", runsIn !== "OWN_POOL" || sha256 != null),
    condition("model.inputs", trainingOnInputs === "NEVER"),
  ];
}

/** The catalogue, and the acts on it: enough of the rules for every answer that the console must show. */
export function modelQueries(world: World, person: FakePerson, viewOf: (useCase: FakeUseCase) => object) {
  const may = (ability: string): boolean => person.abilities.includes(ability);
  const find = (id: string) => world.models.find((one) => one.id === id);
  const row = (model: FakeModel) => ({
    ...model,
    simulatedOnly: model.state === "APPROVED" || model.state === "DEPRECATED",
    proposedFor: organisationById(model.proposedFor),
    sunset:
      model.sunset === null ? null : { ...model.sunset, replacement: find(model.sunset.replacementId ?? "") ?? null },
    steps: Object.keys(FROM)
      .filter((to) => FROM[to]?.includes(model.state))
      .map((to) => ({ to, conditions: conditionsOf(model, to) })),
    dependants: () => dependantsOf(world, model).map(viewOf),
  });
  const step = (id: string, to: ModelState, ability: string, change: Partial<FakeModel> = {}) => {
    const model = find(id);
    if (model === undefined) return refused("NotFound", "model.not_found");
    if (!may(ability)) return forbidden(ability);
    if (ability === "validate:Model" && model.proposedBy === person.id)
      return refused("Forbidden", "declaration.own", { action: "validate", subject: "Model" });
    if (FROM[to]?.includes(model.state) !== true) return refused("Conflict", "model.no_transition");
    const conditions = conditionsOf(model, to);
    if (conditions.some(({ met }) => !met)) return refused("GuardRefusal", "model.guard_unmet", { conditions });
    Object.assign(model, change, { state: to, version: model.version + 1 });
    return { __typename: "Model", ...row(model) };
  };
  return {
    models: () => world.models.map(row),
    model: ({ id }: { id: string }) => {
      const found = find(id);
      return found === undefined ? null : row(found);
    },
    proposeModel({ input }: { input: ProposeModelInput }) {
      if (!may("declare:Model")) return forbidden("declare:Model");
      const taken = world.models.some(({ name, aliases }) => name === input.name || aliases.includes(input.name));
      if (taken) return refused("Conflict", "model.name_taken");
      const { organisationId, idempotencyKey: _key, provenance, ...facts } = input;
      const model: FakeModel = {
        ...facts,
        id: input.name,
        proposedFor: organisationId,
        proposedBy: person.id,
        aliases: [],
        state: "PROPOSED",
        version: 1,
        provenance: { evalStatus: "NONE", ...provenance },
        sunset: null,
      };
      world.models.push(model);
      return { __typename: "Model", ...row(model) };
    },
    assessModel: ({ id, provenance }: { id: string; provenance: FakeModel["provenance"] }) =>
      step(id, "ASSESSED", "update:Model", { provenance }),
    approveModel: ({ id }: { id: string }) => step(id, "APPROVED", "validate:Model"),
    refuseModel: ({ id }: { id: string }) => step(id, "REFUSED", "validate:Model"),
    vetoModel: ({ id }: { id: string }) => step(id, "REFUSED", "suspend:Model"),
    retireModel: ({ id }: { id: string }) => step(id, "RETIRED", "manage:Model"),
    deprecateModel({ input }: { input: DeprecateModelInput }) {
      const notice = Date.parse(input.endsAt) - Date.now() >= NOTICE;
      if (may("manage:Model") && !notice)
        return refused("GuardRefusal", "model.guard_unmet", {
          conditions: [condition("model.notice", false), condition("model.replacement", true)],
        });
      const replacement = find(input.replacementId ?? "");
      const aliases = find(input.id)?.aliases ?? [];
      const moves = input.moveAliases === true && replacement !== undefined;
      const done = step(input.id, "DEPRECATED", "manage:Model", {
        sunset: {
          announcedAt: new Date().toISOString(),
          endsAt: input.endsAt,
          reason: input.reason,
          replacementId: input.replacementId ?? null,
        },
        ...(moves ? { aliases: [] } : {}),
      });
      if (moves && done.__typename === "Model") replacement.aliases.push(...aliases);
      return done;
    },
    defineAlias({ name, modelId }: { name: string; modelId: string }) {
      const model = find(modelId);
      if (model === undefined) return refused("NotFound", "model.not_found");
      if (!may("register:Model")) return forbidden("register:Model");
      if (world.models.some((one) => one.name === name)) return refused("Conflict", "alias.name_taken");
      if (model.state !== "APPROVED") return refused("Conflict", "alias.model_not_approved");
      for (const other of world.models) other.aliases = other.aliases.filter((alias) => alias !== name);
      model.aliases.push(name);
      return { __typename: "Model", ...row(model) };
    },
  };
}

/** Use cases that call the model, by its name or by an alias. */
export function dependantsOf(world: World, { name, aliases }: FakeModel): readonly FakeUseCase[] {
  const names = [name, ...aliases];
  const calls = (models: readonly string[] | null | undefined): boolean =>
    models?.some((one) => names.includes(one)) === true;
  return world.useCases.filter(
    ({ dossier, applications }) =>
      calls(dossier["models"] as readonly string[] | undefined) || applications.some(({ models }) => calls(models)),
  );
}
