import type { AmendUseCaseInput } from "../../../generated/operations";
import { forbidden, refused } from "../fake-acts";
import type { FakePerson } from "../fake-persons";
import type { FakeUseCase } from "../fake-use-cases";
import type { World } from "../fake-world";

const EXPECTED: readonly (readonly [field: string, section: string])[] = [
  ["longDescription", "IDENTITY"],
  ["team", "IDENTITY"],
  ["responsibleRole", "IDENTITY"],
  ["problem", "PURPOSE"],
  ["goal", "PURPOSE"],
  ["benefits", "PURPOSE"],
  ["functionDomain", "PEOPLE"],
  ["agents", "PEOPLE"],
  ["geographicScope", "PEOPLE"],
  ["facesUsers", "PEOPLE"],
  ["aiActRole", "LAW"],
  ["aiActClass", "LAW"],
  ["publicationCategory", "LAW"],
  ["retention", "DATA"],
  ["processingRecord", "DATA"],
  ["models", "SYSTEM"],
  ["risks", "SYSTEM"],
  ["energy", "SYSTEM"],
  ["beginsOn", "CALENDAR"],
];

/** How much of what is expected is said. */
export function completenessOf({ dossier }: FakeUseCase) {
  const missing = EXPECTED.filter(([field]) => dossier[field] == null).map(([field, section]) => ({ field, section }));
  const expected = EXPECTED.length;
  return { percent: Math.floor((100 * (expected - missing.length)) / expected), expected, missing };
}

const MATERIAL = ["labels", "decisionRole", "affectsIndividuals", "staffEffect", "serviceClass"] as const;
const BEFORE_RUNNING = ["IDEA", "QUALIFIED", "INCUBATION"];

/** Set, another person amends the same use case just before the next amendment, as two people at once would. */
const RIVAL = "socle.fake.rival";

/** The amendment of a declaration, on the version that was looked at. */
export const amendUseCase =
  (world: World, person: FakePerson, viewOf: (useCase: FakeUseCase) => object) =>
  ({ input }: { input: AmendUseCaseInput }) => {
    const useCase = world.useCases.find((one) => one.id === input.id);
    if (useCase === undefined) return refused("NotFound", "use_case.not_found");
    if (!person.abilities.includes("update:UseCase")) return forbidden("update:UseCase");
    if (sessionStorage.getItem(RIVAL) !== null) {
      sessionStorage.removeItem(RIVAL);
      useCase.dossier = { ...useCase.dossier, goal: "Rendre ce temps au conseil et au suivi.", agents: 700 };
      useCase.version += 1;
    }
    if (useCase.version !== input.version) return refused("Conflict", "use_case.changed");
    const { id: _id, version: _version, reason, dossier, ...fields } = input;
    const material = MATERIAL.some(
      (field) => fields[field] != null && JSON.stringify(fields[field]) !== JSON.stringify(useCase[field]),
    );
    if (material && !BEFORE_RUNNING.includes(useCase.state)) return refused("Conflict", "use_case.material_in_use");
    const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
    const merged = Object.entries({ ...useCase.dossier, ...dossier }).filter(([, value]) => value !== null);
    const from = useCase.state;
    Object.assign(useCase, said, {
      dossier: Object.fromEntries(merged),
      version: useCase.version + 1,
      amendedBy: person.id === useCase.declaredBy ? null : person.name,
      state: material ? "IDEA" : from,
    });
    if (material) useCase.history.push({ at: new Date().toISOString(), from, to: "IDEA", by: person.id, reason });
    return { __typename: "UseCase", ...viewOf(useCase) };
  };
