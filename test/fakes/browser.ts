/** The least of a browser: follows redirects one by one and keeps cookies by host and path. */
export class Browser {
  private readonly cookies = new Map<
    string,
    { readonly origin: string; readonly path: string; readonly value: string }
  >();

  /** Raw `set-cookie` lines received so far, for assertions on their attributes. */
  readonly received: string[] = [];

  async get(url: string): Promise<Response> {
    return this.send(url, {});
  }

  /** Follows redirects to the end, or until one that `stopAt` matches. */
  async visit(url: string, stopAt?: (location: URL) => boolean): Promise<Response> {
    let response = await this.get(url);
    for (let hop = 0; hop < 15 && response.status >= 300 && response.status < 400; hop += 1) {
      const location = new URL(response.headers.get("location") ?? "", response.url);
      if (stopAt?.(location) === true) return response;
      response = await this.get(location.href);
    }
    return response;
  }

  async graphql<Data>(
    origin: string,
    query: string,
    headers: Record<string, string> = {},
  ): Promise<GraphqlAnswer<Data>> {
    const response = await this.send(`${origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, ...((await response.json()) as object) };
  }

  async send(url: string, init: RequestInit): Promise<Response> {
    const { origin, pathname } = new URL(url);
    const headers = {
      ...(init.headers as Record<string, string> | undefined),
      cookie: this.cookieFor(origin, pathname),
    };
    const response = await fetch(url, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) this.keep(origin, line);
    return response;
  }

  cookie(name: string): string | undefined {
    return [...this.cookies].find(([key]) => key.endsWith(` ${name}`))?.[1].value;
  }

  private keep(origin: string, line: string): void {
    this.received.push(line);
    const [pair = "", ...attributes] = line.split(/;\s*/);
    const [name = "", ...value] = pair.split("=");
    const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? "/";
    const gone = attributes.some((each) => /^max-age=0$/i.test(each)) || value.join("=") === "";
    const key = `${origin} ${path} ${name}`;
    if (gone) this.cookies.delete(key);
    else this.cookies.set(key, { origin, path, value: value.join("=") });
  }

  private cookieFor(origin: string, pathname: string): string {
    return [...this.cookies]
      .filter(([, cookie]) => cookie.origin === origin && pathname.startsWith(cookie.path))
      .map(([key, cookie]) => `${key.split(" ").at(-1)}=${cookie.value}`)
      .join("; ");
  }
}

export interface GraphqlAnswer<Data> {
  readonly status: number;
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}
