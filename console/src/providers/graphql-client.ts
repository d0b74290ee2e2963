import { HttpError } from "react-admin";
import { Me, type MeData } from "../generated/operations";
import type { Operation } from "../generated/operations";
import type { SocleClient } from "./socle-client";

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Codes of GraphQL errors that mean "no live session". */
const SIGNED_OUT = ["UNAUTHENTICATED", "session.missing", "session.expired"];

/** Speaks to the control plane that serves this page, by plain fetch; the session cookie identifies the person. */
export function makeGraphqlClient(): SocleClient {
  let csrfToken = "";

  async function post<Data, Variables>(
    operation: Operation<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<Data> {
    const response = await fetch("/graphql", {
      method: "POST",
      credentials: "same-origin",
      headers: { "content-type": "application/json", "x-socle-csrf": csrfToken },
      body: JSON.stringify({ operationName: operation.name, query: operation.text, variables }),
      signal: signal ?? null,
    });
    const answer = await readAnswer(response);
    const error = answer.errors?.[0];
    if (error !== undefined) {
      const code = error.extensions?.code ?? "internal";
      const status = SIGNED_OUT.includes(code) || response.status === 401 ? 401 : Math.max(response.status, 400);
      throw new HttpError(error.message, status, { code });
    }
    if (!response.ok) throw new HttpError(response.statusText, response.status, { code: `http.${response.status}` });
    return answer.data as Data;
  }

  async function learnToken(signal?: AbortSignal): Promise<void> {
    const data = await post(Me, {}, signal);
    csrfToken = data.me?.csrfToken ?? "";
  }

  return {
    samplePersons: [],
    async run<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables, signal?: AbortSignal) {
      if (csrfToken === "" && operation.name !== Me.name) await learnToken(signal);
      const data = await post(operation, variables, signal);
      if (operation.name === Me.name) csrfToken = (data as MeData).me?.csrfToken ?? "";
      return data;
    },
    async send<Answer>(path: string, file: Blob, idempotencyKey: string) {
      if (csrfToken === "") await learnToken();
      const response = await fetch(path, {
        method: "POST",
        credentials: "same-origin",
        headers: {
          "content-type": "application/octet-stream",
          "x-socle-csrf": csrfToken,
          "idempotency-key": idempotencyKey,
        },
        body: file,
      });
      return readSent<Answer>(response);
    },
    signIn(returnTo) {
      window.location.assign(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);
    },
    async signOut() {
      const response = await fetch("/auth/logout", {
        method: "POST",
        credentials: "same-origin",
        headers: { "x-socle-csrf": csrfToken },
        redirect: "manual",
      });
      csrfToken = "";
      // Without it the identity provider would sign the same person in again without asking.
      const { endSessionUrl } = (await response.json().catch(() => ({}))) as { endSessionUrl?: string | null };
      if (typeof endSessionUrl === "string") window.location.assign(endSessionUrl);
    },
  };
}

/** A refusal comes as JSON with its `kind`; pages know it by `__typename`, as GraphQL answers it. */
async function readSent<Answer>(response: Response): Promise<Answer> {
  const body = (await response.json().catch(() => ({}))) as { readonly kind?: string; readonly code?: string };
  if (response.ok) return body as Answer;
  if (body.kind !== undefined) return { ...body, __typename: body.kind } as Answer;
  throw new HttpError(response.statusText, response.status, { code: body.code ?? `http.${response.status}` });
}

async function readAnswer(response: Response): Promise<Answer> {
  try {
    return (await response.json()) as Answer;
  } catch {
    return {};
  }
}
