import { randomUUID } from "node:crypto";
import type { RunFile } from "../../scheduler/bench/local-socle.ts";
import { ConsoleSession } from "../load/console-session.ts";

const DAY_MS = 86_400_000;
const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** What a dossier says before it is qualified: through the API, since other scenes click through the form. */
export async function dossierPrepared(run: RunFile, useCaseId: string): Promise<void> {
  const declarant = await ConsoleSession.as(run, "declarant");
  const { useCase } = await declarant.ask<{ useCase: { version: number } }>(
    "query Version($id: ID!) { useCase(id: $id) { version } }",
    { id: useCaseId },
  );
  await declarant.change("amendUseCase", "AmendUseCaseInput", "... on UseCase { id }", {
    id: useCaseId,
    version: useCase.version,
    reason: "Dossier complété",
    dossier: {
      ...{ srenSensitive: false, srenHarm: false, aiActClass: "MINIMAL", evaluationDueOn: day(300) },
      ...{ facesUsers: false, proprietary: false },
      benefits: [{ kind: "EXPECTED", name: "Temps de rédaction", unit: "%", value: -12 }],
    },
  });
}

/** Analyses that one person of the ministry writes and another concludes. */
export async function analysesConcluded(run: RunFile, useCaseId: string): Promise<void> {
  const declarant = await ConsoleSession.as(run, "declarant");
  const validator = await ConsoleSession.as(run, "validator");
  await declarant.change("recordConsultation", "RecordConsultationInput", "... on StaffConsultation { id }", {
    ...{ useCaseId, body: "CSA ministériel", heldOn: day(-20), opinion: "RESERVED" },
    ...{ summary: "Bilan de la charge de relecture après six mois", idempotencyKey: randomUUID() },
  });
  const analyses = [
    {
      dpia: {
        required: true,
        doneOn: day(-10),
        dpoOpinion: "Favorable",
        reasoning: "Données d’agents",
        summary: "Faible",
      },
    },
    { consultation: { consultationRequired: true, consultedOn: day(-20), reasoning: "La relecture change de main" } },
    { homologation: { authority: "Haut fonctionnaire", decidedOn: day(-5), endsOn: day(700), level: "STD" } },
  ];
  for (const analysis of analyses) {
    const drafted = await declarant.change<{ id: string; version: number }>(
      ...(["draftAssessment", "DraftAssessmentInput", "... on Assessment { id version }"] as const),
      { useCaseId, reference: "Dossier 2026-118", ...analysis },
    );
    await validator.conclude(drafted);
  }
}
