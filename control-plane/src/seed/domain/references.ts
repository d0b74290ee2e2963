import { pastIssues } from "./past-references.js";
import { roadmapIssues } from "./roadmap-references.js";
import type { SeedDocument } from "./seed-document.js";
import type { SeedIssue } from "./seed-issue.js";

/**
 * What the shape of a document cannot say: names are unique, every reference has its target, the tree has one root and
 * no cycle, GPUs and guarantees fit.
 */
export function referenceIssues(document: SeedDocument): SeedIssue[] {
  const names = collectNames(document);
  return [
    ...duplicates(document),
    ...organisationIssues(document, names),
    ...peopleIssues(document, names),
    ...modelIssues(document, names),
    ...poolIssues(document, names),
    ...useCaseIssues(document, names),
    ...recordIssues(document, names),
    ...rightIssues(document, names),
    ...campaignIssues(document, names),
    ...roadmapIssues(document, names),
    ...pastIssues(document),
  ];
}

interface Names {
  readonly organisations: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly models: ReadonlySet<string>;
  readonly callable: ReadonlySet<string>;
  readonly pools: ReadonlySet<string>;
  readonly nodes: ReadonlySet<string>;
}

function collectNames(document: SeedDocument): Names {
  const models = document.models.map(({ name }) => name);
  return {
    organisations: new Set(document.organisations.map(({ slug }) => slug)),
    people: new Set(document.people.map(({ email }) => email)),
    models: new Set(models),
    callable: new Set([...models, ...document.models.flatMap(({ aliases }) => aliases)]),
    pools: new Set(document.pools.map(({ slug }) => slug)),
    nodes: new Set([
      ...document.organisations.map(({ slug }) => `organisation:${slug}`),
      ...document.useCases.map(({ slug }) => `use-case:${slug}`),
      ...document.useCases.flatMap(({ applications }) => applications.map(({ slug }) => `application:${slug}`)),
    ]),
  };
}

function duplicates(document: SeedDocument): SeedIssue[] {
  const applications = document.useCases.flatMap((useCase, u) =>
    useCase.applications.map(({ slug }, a) => ({ name: slug, path: ["useCases", u, "applications", a, "slug"] })),
  );
  const keys = document.useCases.flatMap((useCase, u) =>
    useCase.applications.flatMap((application, a) =>
      application.keys.map((key, k) => ({
        name: "secret" in key ? key.secret : key.hash,
        path: ["useCases", u, "applications", a, "keys", k],
      })),
    ),
  );
  const callable = document.models.flatMap((model, m) => [
    { name: model.name, path: ["models", m, "name"] },
    ...model.aliases.map((alias, a) => ({ name: alias, path: ["models", m, "aliases", a] })),
  ]);
  const named = <T>(list: readonly T[], section: string, field: string, nameOf: (item: T) => string) =>
    list.map((item, index) => ({ name: nameOf(item), path: [section, index, field] }));
  const bySection = [
    named(document.organisations, "organisations", "slug", ({ slug }) => slug),
    named(document.people, "people", "email", ({ email }) => email),
    named(document.campaigns, "campaigns", "name", ({ name }) => name),
    named(document.pools, "pools", "slug", ({ slug }) => slug),
    named(document.useCases, "useCases", "slug", ({ slug }) => slug),
    named(document.allocations, "allocations", "node", ({ pool, node }) => `${node} in ${pool}`),
    named(document.budgets, "budgets", "node", ({ node, unit, period, model }) =>
      `${node} ${unit}s per ${period} ${model ?? ""}`.trim(),
    ),
    named(document.limits, "limits", "node", ({ node, model, hard }) =>
      `${node} ${model ?? ""} ${hard ? "hard" : ""}`.trim(),
    ),
  ];
  return [...bySection, applications, callable].flatMap(twice).concat(twice(keys).map(withoutSecret));
}

function twice(list: readonly { name: string; path: (string | number)[] }[]): SeedIssue[] {
  const seen = new Set<string>();
  return list.flatMap(({ name, path }) => {
    if (seen.has(name)) return [{ path, message: `${name} stands here for the second time` }];
    seen.add(name);
    return [];
  });
}

const withoutSecret = ({ path }: SeedIssue): SeedIssue => ({
  path,
  message: "this key stands here for the second time",
});

function modelIssues({ models }: SeedDocument, names: Names): SeedIssue[] {
  return models.flatMap(({ name, state, sunset, proposedFor, proposedBy }, index) => {
    const at = (field: string, message: string): SeedIssue => ({ path: ["models", index, field], message });
    const issues: SeedIssue[] = [];
    const isEnding = state === "deprecated" || state === "retired";
    if (isEnding && sunset == null) issues.push(at("state", `${state} needs a sunset: the end that was announced`));
    if (!isEnding && sunset != null) issues.push(at("sunset", "goes with deprecated and retired, and only with them"));
    if (sunset?.replacement != null && (sunset.replacement === name || !names.models.has(sunset.replacement)))
      issues.push(at("sunset", `there is no other model ${sunset.replacement}`));
    if (proposedFor != null && !names.organisations.has(proposedFor))
      issues.push(at("proposedFor", `there is no organisation ${proposedFor}`));
    if (proposedBy != null && !names.people.has(proposedBy.toLowerCase()))
      issues.push(at("proposedBy", `there is nobody ${proposedBy}`));
    return issues;
  });
}

function recordIssues(document: SeedDocument, names: Names): SeedIssue[] {
  const sections = ["bricks", "shadowTools", "plan", "trainings"] as const;
  const owners = sections.flatMap((section) =>
    document[section].flatMap(({ organisation }, index) =>
      names.organisations.has(organisation)
        ? []
        : [{ path: [section, index, "organisation"], message: `there is no organisation ${organisation}` }],
    ),
  );
  const alternatives = document.shadowTools.flatMap(({ alternative }, index) =>
    alternative == null || names.nodes.has(`use-case:${alternative}`)
      ? []
      : [{ path: ["shadowTools", index, "alternative"], message: `there is no use case ${alternative}` }],
  );
  return [...owners, ...alternatives];
}

function organisationIssues({ organisations }: SeedDocument, names: Names): SeedIssue[] {
  const parents = new Map(organisations.map(({ slug, parent }) => [slug, parent ?? null]));
  return organisations.flatMap(({ slug, kind, parent, siren, siret }, index) => {
    const at = (field: string, message: string): SeedIssue => ({ path: ["organisations", index, field], message });
    const issues: SeedIssue[] = [];
    if (kind === "state" && parent != null) issues.push(at("parent", "the State is the root: it has no parent"));
    if (kind !== "state" && parent == null) issues.push(at("slug", `${slug} needs a parent: only the State has none`));
    if (parent != null && !names.organisations.has(parent))
      issues.push(at("parent", `there is no organisation ${parent}`));
    if (parent != null && runsInCircle(slug, parents)) issues.push(at("parent", `${slug} is its own ancestor`));
    if (siret != null && siren != null && !siret.startsWith(siren))
      issues.push(at("siret", "the SIRET begins with the SIREN"));
    return issues;
  });
}

function runsInCircle(start: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  for (let slug: string | null | undefined = start; slug != null; slug = parents.get(slug)) {
    if (seen.has(slug)) return true;
    seen.add(slug);
  }
  return false;
}

function peopleIssues({ people }: SeedDocument, names: Names): SeedIssue[] {
  return people.flatMap(({ memberships, contractor }, p) =>
    memberships.flatMap(({ organisation, role }, m) => {
      const path = ["people", p, "memberships", m];
      const issues: SeedIssue[] = [];
      if (!names.organisations.has(organisation))
        issues.push({ path: [...path, "organisation"], message: `there is no organisation ${organisation}` });
      if (contractor && role === "validator")
        issues.push({ path: [...path, "role"], message: "a contractor may not validate" });
      return issues;
    }),
  );
}

function poolIssues({ pools }: SeedDocument, names: Names): SeedIssue[] {
  return pools.flatMap((pool, p) => [
    ...(pool.acceptedLabels.includes("classified")
      ? [{ path: ["pools", p, "acceptedLabels"], message: "no pool accepts classified data" }]
      : []),
    ...pool.deployments.flatMap(({ model }, d) => {
      const path = ["pools", p, "deployments", d, "model"];
      if (!names.models.has(model)) return [{ path, message: `there is no model ${model}` }];
      const first = pool.deployments.findIndex((other) => other.model === model);
      return first === d ? [] : [{ path, message: `${model} is deployed twice in ${pool.slug}` }];
    }),
  ]);
}

function useCaseIssues({ useCases }: SeedDocument, names: Names): SeedIssue[] {
  return useCases.flatMap((useCase, u) => {
    const at = (field: string, message: string): SeedIssue => ({ path: ["useCases", u, field], message });
    const issues: SeedIssue[] = [];
    if (!names.organisations.has(useCase.organisation))
      issues.push(at("organisation", `there is no organisation ${useCase.organisation}`));
    if ((useCase.state === "suspended") !== (useCase.suspendedFrom != null))
      issues.push(at("state", "a suspended use case names its suspendedFrom, and no other does"));
    for (const target of [useCase.convergence?.target, useCase.mergedInto])
      if (target != null && (target === useCase.slug || !names.nodes.has(`use-case:${target}`)))
        issues.push(
          at(target === useCase.mergedInto ? "mergedInto" : "convergence", `there is no other use case ${target}`),
        );
    if (useCase.mergedInto != null && useCase.state !== "merged")
      issues.push(at("mergedInto", "only a merged use case has been taken over"));
    if (useCase.declaredBy != null && !names.people.has(useCase.declaredBy.toLowerCase()))
      issues.push(at("declaredBy", `there is no person ${useCase.declaredBy}`));
    const models = useCase.applications.flatMap(({ models }, a) =>
      (models ?? []).flatMap((name, m) =>
        names.callable.has(name)
          ? []
          : [{ path: ["useCases", u, "applications", a, "models", m], message: `there is no model or alias ${name}` }],
      ),
    );
    return [...issues, ...models];
  });
}

function campaignIssues({ campaigns }: SeedDocument, names: Names): SeedIssue[] {
  return campaigns.flatMap((campaign, c) => {
    const answers = [
      ...campaign.declarations.map((each, index) => ({ each, at: ["campaigns", c, "declarations", index] })),
      ...campaign.needs.map((each, index) => ({ each, at: ["campaigns", c, "needs", index] })),
    ];
    const asked = campaign.scope.map((slug, s) => ({ slug, path: ["campaigns", c, "scope", s] }));
    const organisations = [
      ...asked,
      ...answers.map(({ each, at }) => ({ slug: each.organisation, path: [...at, "organisation"] })),
    ];
    const people = answers.filter(
      ({ each }) => each.declaredBy != null && !names.people.has(each.declaredBy.toLowerCase()),
    );
    return [
      ...organisations
        .filter(({ slug }) => !names.organisations.has(slug))
        .map(({ slug, path }) => ({ path, message: `there is no organisation ${slug}` })),
      ...people.map(({ each, at }) => ({
        path: [...at, "declaredBy"],
        message: `there is no person ${each.declaredBy}`,
      })),
    ];
  });
}

function rightIssues({ allocations, budgets, limits }: SeedDocument, names: Names): SeedIssue[] {
  const unknown = (section: string, list: readonly { node: string }[]): SeedIssue[] =>
    list.flatMap(({ node }, index) =>
      names.nodes.has(node)
        ? []
        : [{ path: [section, index, "node"], message: `there is no ${node.replace(":", " ")}` }],
    );
  const unknownModels = (section: string, list: readonly { model?: string | null }[]): SeedIssue[] =>
    list.flatMap(({ model }, index) =>
      model == null || names.models.has(model)
        ? []
        : [{ path: [section, index, "model"], message: `there is no model ${model}` }],
    );
  return [
    ...allocations.flatMap(({ pool, nominal, guarantee }, index) => [
      ...(names.pools.has(pool) ? [] : [{ path: ["allocations", index, "pool"], message: `there is no pool ${pool}` }]),
      ...(guarantee <= nominal
        ? []
        : [{ path: ["allocations", index, "guarantee"], message: "the guarantee is part of the nominal right" }]),
    ]),
    ...unknown("allocations", allocations),
    ...unknown("budgets", budgets),
    ...unknown("limits", limits),
    ...unknownModels("budgets", budgets),
    ...unknownModels("limits", limits),
  ];
}
