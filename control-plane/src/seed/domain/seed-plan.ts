import { createHash } from "node:crypto";
import type { SeedDocument, SeedPool } from "./seed-document.js";

/** All of a seed that has to exist outside the registry: who can sign in, keys in clear, engines to simulate. */
export interface SeedPlan {
  readonly users: readonly PlannedUser[];
  readonly keys: readonly PlannedKey[];
  readonly simulatedEndpoints: readonly PlannedEndpoint[];
}

export interface PlannedUser {
  readonly email: string;
  readonly givenName: string;
  readonly usualName: string;
  readonly siret: string | null;
  readonly contractor: boolean;
  readonly mfa: boolean;
  readonly memberships: readonly { readonly role: string; readonly organisation: string }[];
}

export interface PlannedKey {
  readonly ministry: string;
  readonly useCase: string;
  readonly application: string;
  readonly model: string;
  readonly key: string;
}

export interface PlannedEndpoint {
  readonly id: string;
  readonly model: string;
  readonly seed: number;
  readonly alphaMs: number;
  readonly betaMs: number;
  readonly prefillUsPerToken: number;
  readonly maxSequences: number;
  readonly timeScale: number;
}

export function planOf(document: SeedDocument): SeedPlan {
  return {
    users: document.people.map((person) => plannedUser(document, person)),
    keys: plannedKeys(document),
    simulatedEndpoints: document.pools.flatMap(simulatedOf),
  };
}

function plannedUser(document: SeedDocument, person: SeedDocument["people"][number]): PlannedUser {
  const [givenName = "", ...rest] = person.name.split(" ");
  return {
    email: person.email,
    givenName,
    usualName: rest.join(" "),
    siret: employerSiret(document, person.memberships[0]?.organisation ?? null),
    contractor: person.contractor,
    mfa: person.mfa,
    memberships: person.memberships.map(({ role, organisation }) => ({
      role,
      organisation: document.organisations.find(({ slug }) => slug === organisation)?.name ?? organisation,
    })),
  };
}

/** An organisation without a SIRET of its own has that of the nearest one above it. */
function employerSiret(document: SeedDocument, slug: string | null): string | null {
  const organisation = document.organisations.find((candidate) => candidate.slug === slug);
  if (organisation === undefined) return null;
  return organisation.siret ?? employerSiret(document, organisation.parent ?? null);
}

/** Keys that work come first: of use cases that may run, for a model that a pool serves. */
function plannedKeys(document: SeedDocument): PlannedKey[] {
  const runs = (state: string) => (["experiment", "deployed", "generalised"].includes(state) ? 0 : 1);
  return document.useCases
    .toSorted((a, b) => runs(a.state) - runs(b.state))
    .flatMap((useCase) =>
      useCase.applications.flatMap((application) =>
        application.keys.flatMap((key) =>
          "secret" in key
            ? [
                {
                  ministry: ministryOf(document, useCase.organisation),
                  useCase: useCase.slug,
                  application: application.slug,
                  model: application.models?.[0] ?? firstModelFor(document, useCase.labels) ?? "",
                  key: key.secret,
                },
              ]
            : [],
        ),
      ),
    );
}

/** The child of the State above an organisation, or itself. */
function ministryOf(document: SeedDocument, slug: string): string {
  const organisation = document.organisations.find((candidate) => candidate.slug === slug);
  const parent = document.organisations.find((candidate) => candidate.slug === organisation?.parent);
  return parent === undefined || parent.kind === "state" ? slug : ministryOf(document, parent.slug);
}

function firstModelFor(document: SeedDocument, labels: readonly string[]): string | null {
  const pool = document.pools.find(
    ({ acceptedLabels, deployments }) =>
      deployments.length > 0 && labels.every((label) => (acceptedLabels as readonly string[]).includes(label)),
  );
  return pool?.deployments[0]?.model ?? null;
}

/** Name of an endpoint of the file, the same at every reading. */
export const endpointId = (pool: string, model: string, position: number): string => `${pool}/${model}/${position}`;

function simulatedOf(pool: SeedPool): PlannedEndpoint[] {
  return pool.deployments.flatMap(({ model, servedName, profile, endpoints }) =>
    endpoints.flatMap(({ simulated }, position) => {
      if (!simulated) return [];
      const id = endpointId(pool.slug, model, position);
      return [
        {
          id,
          model: servedName ?? model,
          seed: createHash("sha256").update(id).digest().readUInt32BE(0),
          alphaMs: profile.alphaSeconds * 1_000,
          betaMs: profile.betaSeconds * 1_000,
          prefillUsPerToken: profile.prefillSecondsPerToken * 1_000_000,
          maxSequences: profile.maxSequences,
          timeScale: 1,
        },
      ];
    }),
  );
}
