import type { Role } from "../../generated/operations";
import type { SamplePerson } from "../socle-client";
import { ORGANISATIONS } from "./fake-organisations";

interface FakePerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
  readonly abilities: readonly string[];
}

const READS = ["Organisation", "UseCase", "Pool", "Usage", "Decision", "GovernanceEvent"].map((one) => `read:${one}`);
const MINISTRY = ["register:Application", "issue:ApiKey", "revoke:ApiKey"];

const person = (
  id: string,
  name: string,
  role: Role,
  organisation: string,
  abilities: readonly string[],
): FakePerson => ({
  id,
  name,
  role,
  organisation,
  abilities: [...READS, ...abilities],
});

/** One invented person per role. */
export const PERSONS: Readonly<Record<string, FakePerson>> = {
  declarant: person("declarant", "Camille Roy", "DECLARANT", "mtravail", [
    "declare:UseCase",
    "update:UseCase",
    "declare:Roadmap",
    "update:Roadmap",
    "declare:CapacityDeclaration",
    "declare:CapacityNeed",
    ...["declare:Model", "declare:Brick", "declare:Evaluation", "update:Evaluation"],
    ...["declare:ShadowTool", "update:ShadowTool", "declare:Training", "update:Training"],
    ...["declare:Question", "declare:Derogation", "update:Assessment", "declare:Incident", "update:Incident"],
    ...MINISTRY,
  ]),
  validator: person("validator", "Dominique Le Gall", "VALIDATOR", "mtravail", [
    "validate:UseCase",
    "validate:Roadmap",
    "validate:Evaluation",
    "validate:Training",
    ...["declare:Question", "validate:Derogation", "validate:Assessment"],
    ...MINISTRY,
  ]),
  ariane: person("ariane", "Sacha Morel", "ARIANE_OPERATOR", "etat", [
    "grant:Allocation",
    "set:Budget",
    "review:Roadmap",
    "manage:Campaign",
    "manage:Consolidation",
    "review:Consolidation",
    "review:CapacityDeclaration",
    "review:CapacityNeed",
    "grant:Round",
    "update:Round",
    "manage:Round",
    ...["manage:Model", "register:Model", "update:Model", "validate:Model", "manage:Brick"],
  ]),
  cell: person("cell", "Noa Bertin", "AI_CELL", "etat", [
    "select:UseCase",
    ...["declare:Evaluation", "update:Evaluation", "select:Evaluation", "select:ShadowTool", "set:Selection"],
  ]),
  compliance: person("compliance", "Claude Perrin", "COMPLIANCE", "etat", [
    "read:AuditReport",
    ...["read:Simulation", "simulate:PolicyBundle", "declare:PolicyBundle", "validate:PolicyBundle"],
    "suspend:UseCase",
    "resume:UseCase",
    "revoke:ApiKey",
    "suspend:Model",
    ...["answer:Question", "publish:Question", "review:Review", "update:Review", "review:Assessment"],
    ...["grant:Derogation", "review:Derogation", "revoke:Derogation", "declare:Opinion", "update:Opinion"],
    ...["publish:Opinion", "declare:Incident", "update:Incident", "review:Incident"],
  ]),
  auditor: person("auditor", "Alix Fournier", "AUDITOR", "etat", []),
};

export const personById = (id: string): FakePerson | null => PERSONS[id] ?? null;

export const samplePersons: readonly SamplePerson[] = Object.values(PERSONS).map((one) => ({
  id: one.id,
  name: one.name,
  role: one.role,
  organisation: ORGANISATIONS.find((organisation) => organisation.id === one.organisation)?.name ?? "",
}));

export type { FakePerson };
