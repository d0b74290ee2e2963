import { setTimeout as sleep } from "node:timers/promises";
import type { SignedIn } from "./signed-in.js";

/** A consolidation as its operations answer it. */
export interface Answer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly progress: number;
  readonly inputDigest: string;
}

const SEEN = "id state version progress inputDigest failure";
const RESULT = `{ __typename ... on Consolidation { ${SEEN} } ... on Refusal { code message } }`;

/** The data of an operation; an error fails the test. */
export async function ask<Data>(who: SignedIn, query: string): Promise<Data> {
  const { data, ...rest } = await who.graphql<Data>(query);
  if (data == null) throw new Error(JSON.stringify(rest));
  return data;
}

export const requestOf = (who: SignedIn, campaignId: string) =>
  ask<{ r: Answer & { code?: string } }>(
    who,
    `mutation { r: requestConsolidation(campaignId: "${campaignId}") ${RESULT} }`,
  );

/** One step of its life, from the version that was answered. */
export const step = (who: SignedIn, verb: string, { id, version }: Answer) =>
  ask<{ r: Answer & { code?: string; __typename: string } }>(
    who,
    `mutation { r: ${verb}(input: { id: "${id}", expectedVersion: ${String(version)} }) ${RESULT} }`,
  );

/** Waits until it is no longer being computed; the test's own limit of time ends it otherwise. */
export async function computedOf(who: SignedIn, id: string): Promise<Answer> {
  for (;;) {
    const { r } = await ask<{ r: Answer }>(who, `{ r: consolidation(id: "${id}") { ${SEEN} } }`);
    if (r.state !== "COMPUTING") return r;
    await sleep(50);
  }
}
