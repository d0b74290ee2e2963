import type { Operation } from "../generated/operations";

/** The console's only door to the control plane. */
export interface SocleClient {
  run<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Data>;
  /** Posts a file; resolves to the answer, a refusal included. The key makes sending again harmless. */
  send<Answer>(path: string, file: Blob, idempotencyKey: string): Promise<Answer>;
  signIn(returnTo: string): void;
  signOut(): Promise<void>;
  /** People one may sign in as without an identity provider; empty for a real control plane. */
  readonly samplePersons: readonly SamplePerson[];
}

export interface SamplePerson {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}
