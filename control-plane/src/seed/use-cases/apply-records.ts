import type { SeedDocument } from "../domain/seed-document.js";
import type { SeedRooms } from "../ports/seed-rooms.port.js";
import { did, idOf } from "./applied.js";

interface Known {
  readonly organisations: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

/** What is kept beside use cases, once all of these are there. */
export async function applyRecords(rooms: SeedRooms, document: SeedDocument, known: Known): Promise<void> {
  const who = (email: string | null | undefined): string | null =>
    email == null ? null : idOf(known.people, email.toLowerCase());
  const owned = <Of extends { readonly organisation: string }>({ organisation, ...said }: Of) => ({
    ...said,
    organisationId: idOf(known.organisations, organisation),
  });
  for (const brick of document.bricks) await did(`brick ${brick.slug}`, rooms.importBrick(owned(brick)));
  for (const tool of document.shadowTools)
    await did(`shadow tool ${tool.name}`, rooms.importShadowTool({ ...owned(tool), declaredBy: who(tool.declaredBy) }));
  for (const { values, ...record } of document.plan) {
    const told = Object.entries(values).map(([name, value]) => ({ name, value }));
    const input = { ...owned(record), values: told, declaredBy: who(record.declaredBy) };
    await did(`${record.kind} ${record.title}`, rooms.importPlanRecord(input));
  }
  for (const training of document.trainings) {
    const input = { ...owned(training), declaredBy: who(training.declaredBy) };
    await did(`training ${training.programme}`, rooms.importTraining(input));
  }
  for (const { slug: useCase, evaluations, consultations } of document.useCases) {
    for (const evaluation of evaluations) {
      const input = { ...evaluation, useCase, plannedBy: who(evaluation.plannedBy) };
      await did(`evaluation of ${useCase}`, rooms.importEvaluation(input));
    }
    for (const consultation of consultations) {
      const input = { ...consultation, useCase, recordedBy: who(consultation.recordedBy) };
      await did(`consultation on ${useCase}`, rooms.importConsultation(input));
    }
  }
}
