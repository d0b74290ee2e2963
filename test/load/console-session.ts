import type { RunFile, SampleUser } from "../../scheduler/bench/local-socle.ts";

const MAX_HOPS = 15;
const REFUSAL = "... on Refusal { code message }";

/** Cookies by origin, as a browser keeps them for one visit. */
class CookieJar {
  private readonly cookies = new Map<string, Map<string, string>>();

  header(url: URL): string {
    return [...(this.cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  keep(url: URL, response: Response): void {
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, jar);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      const name = pair.slice(0, at).trim();
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, pair.slice(at + 1).trim());
    }
  }
}

export interface GraphqlError {
  readonly message: string;
}

/** A person signed in at the console through the identity provider, over HTTP alone. */
export class ConsoleSession {
  private readonly jar = new CookieJar();
  private readonly consoleUrl: string;
  private csrf = "";

  private constructor(consoleUrl: string) {
    this.consoleUrl = consoleUrl;
  }

  static async signIn(run: RunFile, user: SampleUser): Promise<ConsoleSession> {
    const session = new ConsoleSession(run.consoleUrl);
    await session.walk(new URL("/auth/login?returnTo=/", run.consoleUrl), user);
    const me = await session.ask<{ me: { email: string; csrfToken: string } | null }>("{ me { email csrfToken } }");
    if (me.me?.email !== user.email) throw new Error(`sign-in as ${user.email} gave ${me.me?.email ?? "nobody"}`);
    session.csrf = me.me.csrfToken;
    return session;
  }

  /** The person of `run.json` who has this role, in this organisation when one is named. */
  static async as(run: RunFile, role: string, organisation?: string): Promise<ConsoleSession> {
    const wanted = (user: SampleUser): boolean =>
      user.role.toLowerCase() === role && (organisation === undefined || user.organisation === organisation);
    const user = run.users.find(wanted);
    if (!user) throw new Error(`no sample user is ${role}${organisation === undefined ? "" : ` of ${organisation}`}`);
    return ConsoleSession.signIn(run, user);
  }

  /** Another person of that role than the first: what one asks for, somebody else decides. */
  static async colleague(run: RunFile, role: string): Promise<ConsoleSession> {
    const [, user] = run.users.filter((each) => each.role.toLowerCase() === role);
    if (!user) throw new Error(`only one sample user is ${role}`);
    return ConsoleSession.signIn(run, user);
  }

  /** One GraphQL operation; throws on errors, returns the data. */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const response = await this.send(new URL("/graphql", this.consoleUrl), {
      method: "POST",
      headers: { "content-type": "application/json", ...(this.csrf === "" ? {} : { "x-socle-csrf": this.csrf }) },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: T; errors?: readonly GraphqlError[] };
    if (answer.errors?.length || !answer.data)
      throw new Error(`GraphQL: ${answer.errors?.map(({ message }) => message).join("; ") ?? response.status}`);
    return answer.data;
  }

  /** A mutation with one input whose result is a union: returns the member asked for, throws a refusal's words. */
  async change<T>(
    mutation: string,
    input: string,
    fields: string,
    value: Readonly<Record<string, unknown>>,
  ): Promise<T> {
    const query = `mutation Change($input: ${input}!) { ${mutation}(input: $input) { __typename ${fields} ${REFUSAL} } }`;
    return memberOf<T>(mutation, await this.ask(query, { input: value }));
  }

  /** Stands for an analysis that somebody else wrote. */
  async conclude({ id, version }: { readonly id: string; readonly version: number }): Promise<void> {
    const query = `mutation Conclude($id: ID!, $version: Int!) {
      concludeAssessment(id: $id, version: $version) { __typename ... on Assessment { id } ${REFUSAL} } }`;
    memberOf("concludeAssessment", await this.ask(query, { id, version }));
  }

  /** A mutation that takes nothing but an id. */
  async accept(mutation: string, type: string, id: string): Promise<void> {
    const query = `mutation Accept($id: ID!) { ${mutation}(id: $id) { __typename ... on ${type} { id } ${REFUSAL} } }`;
    memberOf(mutation, await this.ask(query, { id }));
  }

  /** Sends a file to one of the console's doors for files; returns its answer, throws a refusal's words. */
  async sendFile<T>(path: string, query: Readonly<Record<string, string>>, file: Uint8Array<ArrayBuffer>): Promise<T> {
    const url = new URL(`${path}?${new URLSearchParams(query).toString()}`, this.consoleUrl);
    const headers = { "content-type": "application/octet-stream", "x-socle-csrf": this.csrf };
    const response = await this.send(url, { method: "POST", headers, body: file });
    const answer = (await response.json()) as T & { code?: string; message?: string };
    if (!response.ok)
      throw new Error(`${path} was refused: ${answer.code ?? response.status}: ${answer.message ?? ""}`);
    return answer;
  }

  async suspend(useCaseId: string, reason: string): Promise<void> {
    const query = `mutation Suspend($id: ID!, $reason: String!) {
      suspendUseCase(id: $id, reason: $reason) { __typename ... on UseCase { id } ${REFUSAL} }
    }`;
    memberOf("suspendUseCase", await this.ask(query, { id: useCaseId, reason }));
  }

  private async walk(start: URL, user: SampleUser): Promise<void> {
    let url = start;
    let init: RequestInit = {};
    for (let hop = 0; hop < MAX_HOPS; hop += 1) {
      const response = await this.send(url, init);
      const location = response.headers.get("location");
      if (location !== null) {
        await response.arrayBuffer();
        url = new URL(location, url);
        init = {};
        if (url.origin === this.consoleUrl && !url.pathname.startsWith("/auth/")) return;
        continue;
      }
      const action = /action="(\/interaction\/[^"]+)"/.exec(await response.text())?.[1];
      if (action === undefined || init.method === "POST")
        throw new Error(`sign-in stopped at ${url.pathname} with ${response.status}`);
      url = new URL(action, url);
      init = { method: "POST", body: new URLSearchParams({ email: user.email, password: user.password }) };
    }
    throw new Error("sign-in goes in circles");
  }

  private async send(url: URL, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", this.jar.header(url));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    this.jar.keep(url, response);
    return response;
  }
}

function memberOf<T>(mutation: string, data: unknown): T {
  const result = (data as Record<string, { __typename: string; code?: string; message?: string }>)[mutation];
  if (result?.code !== undefined && result.message !== undefined)
    throw new Error(`${mutation} was refused: ${result.__typename} ${result.code}: ${result.message}`);
  return result as T;
}
