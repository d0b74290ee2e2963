import type { RunFile } from "../local-socle.ts";

const MOST_HOPS = 15;

/** Somebody of the compliance cell, signed in over HTTP as a browser would, who suspends by the public API. */
export class ComplianceSession {
  private readonly cookies = new Map<string, Map<string, string>>();
  private readonly run: RunFile;
  private csrf = "";

  private constructor(run: RunFile) {
    this.run = run;
  }

  static async open(run: RunFile): Promise<ComplianceSession> {
    const session = new ComplianceSession(run);
    await session.signIn();
    const { me } = await session.ask<{ me: { csrfToken: string } | null }>("{ me { csrfToken } }");
    if (me === null) throw new Error("signing in gave nobody");
    session.csrf = me.csrfToken;
    return session;
  }

  /** Ids of the use cases, by slug. */
  async useCases(most: number): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    let after: string | null = null;
    while (found.size < most) {
      const query = `query ($after: String) { useCases(first: 100, after: $after) {
        edges { cursor node { id slug } } } }`;
      type Page = { useCases: { edges: { cursor: string; node: { id: string; slug: string } }[] } };
      const { useCases }: Page = await this.ask<Page>(query, { after });
      if (useCases.edges.length === 0) break;
      for (const { node } of useCases.edges) found.set(node.slug, node.id);
      after = useCases.edges.at(-1)?.cursor ?? null;
    }
    return found;
  }

  async suspend(id: string): Promise<void> {
    const query = `mutation ($id: ID!) { suspendUseCase(id: $id, reason: "Banc de mesure") {
      __typename ... on UseCase { state } ... on Refusal { code message } } }`;
    const { suspendUseCase } = await this.ask<{ suspendUseCase: { __typename: string } }>(query, { id });
    if (suspendUseCase.__typename !== "UseCase") throw new Error(JSON.stringify(suspendUseCase));
  }

  private async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const response = await this.send(new URL("/graphql", this.run.consoleUrl), {
      method: "POST",
      headers: { "content-type": "application/json", ...(this.csrf === "" ? {} : { "x-socle-csrf": this.csrf }) },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: T; errors?: readonly { message: string }[] };
    if (answer.data === undefined || answer.errors !== undefined)
      throw new Error(answer.errors?.map(({ message }) => message).join("; ") ?? `status ${response.status}`);
    return answer.data;
  }

  private async signIn(): Promise<void> {
    const user = this.run.users.find(({ role }) => role.toLowerCase() === "compliance");
    if (user === undefined) throw new Error("nobody of the scene is of the compliance cell");
    let url = new URL("/auth/login?returnTo=/", this.run.consoleUrl);
    let init: RequestInit = {};
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const response = await this.send(url, init);
      const text = await response.text();
      const location = response.headers.get("location");
      if (location === null) {
        const form = /action="(\/interaction\/[^"]+)"/.exec(text)?.[1];
        if (form === undefined) throw new Error(`signing in stopped at ${url.pathname}: ${text.slice(0, 300)}`);
        url = new URL(form, url);
        init = { method: "POST", body: new URLSearchParams({ email: user.email, password: user.password }) };
        continue;
      }
      url = new URL(location, url);
      init = {};
      if (url.origin === this.run.consoleUrl && !url.pathname.startsWith("/auth/")) return;
    }
    throw new Error("signing in goes in circles");
  }

  private async send(url: URL, init: RequestInit): Promise<Response> {
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    this.cookies.set(url.host, jar);
    const headers = new Headers(init.headers);
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
    }
    return response;
  }
}
