import type { Operation } from "./operation";

/** The console's only door to the control plane; the fake has the same type, so pages cannot tell them apart. */
export interface SocleClient {
  run<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Data>;
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
