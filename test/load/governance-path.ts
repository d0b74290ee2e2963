import type { RunFile } from "../../scheduler/bench/local-socle.ts";
import { ConsoleSession } from "./console-session.ts";

/** An application that went the whole way from a ministry's declaration to a key. */
export interface GovernedApplication {
  readonly useCaseId: string;
  readonly application: string;
  readonly key: string;
}

type Say = (line: string) => void;

const MINISTRY = "Ministère de l'Économie et des Finances";

/**
 * What people do before an application may call: declare, validate, select, allow to experiment, grant GPUs, set a
 * budget, register, ask for a key, stand for it, collect it. Each step is done by the one whose role it is, signed in by OIDC.
 */
export async function governApplication(run: RunFile, model: string, say: Say): Promise<GovernedApplication> {
  const [declarant, validator, aiCell, ariane] = [
    await ConsoleSession.as(run, "declarant", MINISTRY),
    await ConsoleSession.as(run, "validator", MINISTRY),
    await ConsoleSession.as(run, "ai_cell"),
    await ConsoleSession.as(run, "ariane_operator"),
  ];
  const organisationId = await organisationOf(declarant);
  const declared = await declarant.change<{ id: string }>(
    "declareUseCase",
    "DeclareUseCaseInput",
    "... on UseCase { id }",
    {
      name: "Synthèse de courriers",
      description: "Résume les courriers reçus pour l'agent qui répond.",
      organisationId,
      labels: ["internal"],
      serviceClass: "STANDARD",
      maxOutputTokens: 2048,
      decisionRole: "ASSIST",
      affectsIndividuals: false,
      staffEffect: "AUGMENTATION",
      ownerEmail: "camille.martin@economie.example",
      oversight: "L'agent relit la synthèse et reste seul à répondre.",
      dossier: { aiActClass: "MINIMAL", facesUsers: false, proprietary: false },
    },
  );
  say("declared by the ministry's declarant");
  await answerSren(declarant, declared.id);
  await move(validator, declared.id, "QUALIFIED");
  await move(aiCell, declared.id, "INCUBATION");
  await move(validator, declared.id, "EXPERIMENT");
  say("validated by the ministry, selected by the AI cell, allowed to experiment");
  await allocate(ariane, declared.id, model);
  say("granted GPUs and budgets by ARIANE");
  const application = await validator.change<{ id: string }>(
    "registerApplication",
    "RegisterApplicationInput",
    "... on Application { id }",
    { useCaseId: declared.id, name: "Synthèse, essai", environment: "test", models: [model] },
  );
  const key = await keyOf(declarant, validator, application.id);
  say("application registered, key asked for, stood for, collected");
  return { useCaseId: declared.id, application: "Synthèse, essai", key };
}

async function keyOf(declarant: ConsoleSession, validator: ConsoleSession, applicationId: string): Promise<string> {
  const asked = await declarant.change<{ id: string }>("requestKey", "RequestKeyInput", "... on KeyRequest { id }", {
    applicationId,
    validDays: 30,
    reason: "Essai",
  });
  const step = (name: string, version: number, selection: string) =>
    `mutation { it: ${name}(id: "${asked.id}", version: ${String(version)}) { ${selection} } }`;
  await validator.ask(step("validateKeyRequest", 1, "... on KeyRequest { id }"));
  const issued = await declarant.ask<{ it: { secret: string } }>(step("issueKey", 2, "... on IssuedKey { secret }"));
  return issued.it.secret;
}

async function organisationOf(session: ConsoleSession): Promise<string> {
  const { me } = await session.ask<{ me: { memberships: { role: string; organisation: { id: string } }[] } }>(
    "{ me { memberships { role organisation { id } } } }",
  );
  const membership = me.memberships.find(({ role }) => role === "DECLARANT");
  if (!membership) throw new Error("the declarant has no ministry");
  return membership.organisation.id;
}

async function answerSren(session: ConsoleSession, id: string): Promise<void> {
  await session.change("amendUseCase", "AmendUseCaseInput", "... on UseCase { id }", {
    id,
    dossier: { srenSensitive: false, srenHarm: false },
    reason: "Ni sensible ni dommageable, 2026-118",
    version: await versionOf(session, id),
  });
}

async function move(session: ConsoleSession, id: string, to: string): Promise<void> {
  await session.change("transitionUseCase", "TransitionUseCaseInput", "... on UseCase { id state }", {
    id,
    to,
    reason: "Parcours complet",
    version: await versionOf(session, id),
  });
}

async function versionOf(session: ConsoleSession, id: string): Promise<number> {
  const query = "query Version($id: ID!) { useCase(id: $id) { version } }";
  return (await session.ask<{ useCase: { version: number } }>(query, { id })).useCase.version;
}

async function allocate(ariane: ConsoleSession, nodeId: string, model: string): Promise<void> {
  const { pools } = await ariane.ask<{
    pools: { id: string; acceptedLabels: string[]; deployments: { model: { name: string } }[] }[];
  }>("{ pools { id acceptedLabels deployments { model { name } } } }");
  const pool = pools.find(
    ({ acceptedLabels, deployments }) =>
      acceptedLabels.includes("internal") && deployments.some((deployment) => deployment.model.name === model),
  );
  if (!pool) throw new Error(`no pool serves ${model}`);
  const reason = "Besoin de l'expérimentation";
  await ariane.change("grantAllocation", "GrantAllocationInput", "... on Allocation { id }", {
    poolId: pool.id,
    nodeId,
    nominal: 2,
    guarantee: 1,
    weight: 2,
    reason,
  });
  for (const [unit, amount] of [
    ["EURO", 500],
    ["TOKEN", 50_000_000],
  ])
    await ariane.change("setBudget", "SetBudgetInput", "... on Budget { id }", {
      nodeId,
      unit,
      period: "MONTH",
      amount,
      reason,
    });
}
