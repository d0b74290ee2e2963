import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileRequests } from "../builders/hostile-requests.js";
import { plantTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { RawCaller } from "../fakes/raw-caller.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
let folder: string;
let socle: TestControlPlane;
let person: SignedIn;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "socle-console-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Socle</title>");
  writeFileSync(join(folder, "assets", "app.js"), "0");
  const { etat } = await plantTree(database);
  socle = await startControlPlane({
    databaseUrl: database.urls.appUrl,
    consoleDir: folder,
    production: true,
    trustedProxies: ["127.0.0.1/32"],
    limits: { headersTimeout: 300, requestTimeout: 400, connectionsCheckingInterval: 50 },
  });
  person = await signedInAs(database, socle.origin, "auditor", etat);
});
afterAll(async () => {
  await socle?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const port = (): number => Number(new URL(socle.origin).port);
const fields = "host: x\r\ncontent-type: application/json\r\n";

describe("every answer, to whomever", () => {
  it.each([
    ["the console", "GET", "/"],
    ["a page of it", "GET", "/use-cases"],
    ["a file of it", "GET", "/assets/app.js"],
    ["a file that is not there", "GET", "/assets/no.js"],
    ["GraphQL", "POST", "/graphql"],
    ["GraphQL that cannot be read", "POST", "/graphql?broken"],
    ["sign-in", "GET", "/auth/login"],
    ["a sign-in that nobody began", "GET", "/auth/callback?code=x&state=y"],
    ["an internal door without a token", "GET", "/internal/v1/snapshot"],
    ["an export without a session", "GET", "/capacity/exports/x"],
    ["health", "GET", "/healthz"],
    ["metrics", "GET", "/metrics"],
    ["a log", "GET", "/log/governance/checkpoint"],
    ["nothing", "POST", "/nothing"],
  ])("%s carries what keeps a browser from being used against its user", async (_, method, path) => {
    const body = method === "POST" ? (path.endsWith("broken") ? "{" : '{"query":"{ __typename }"}') : null;
    const sent = body === null ? {} : { body, headers: { "content-type": "application/json" } };
    const answer = await fetch(`${socle.origin}${path}`, { method, redirect: "manual", ...sent });
    await answer.arrayBuffer();
    const csp = answer.headers.get("content-security-policy") ?? "";
    expect(csp).toMatch(/default-src '(self|none)'/u);
    expect(csp).toContain("frame-ancestors 'none'");
    expect(csp).toContain("base-uri 'none'");
    expect(csp).not.toMatch(/script-src[^;]*'unsafe|\*|default-src[^;]*'unsafe/u);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
    expect(answer.headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(answer.headers.get("x-powered-by")).toBeNull();
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("GraphQL in production", () => {
  const codes = async (query: string): Promise<readonly (string | undefined)[]> =>
    ((await person.graphql(query, {})).errors ?? []).map(({ extensions }) => extensions?.code);

  it("does not describe itself", async () => {
    expect(await codes("{ __schema { types { name } } }")).toContain("GRAPHQL_VALIDATION_FAILED");
    expect(await codes('{ __type(name: "Query") { name } }')).toContain("GRAPHQL_VALIDATION_FAILED");
  });

  it("refuses several operations in one body", async () => {
    const headers = { "content-type": "application/json", cookie: person.cookie };
    const body = JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]);
    expect((await fetch(`${socle.origin}/graphql`, { method: "POST", headers, body })).status).toBe(400);
  });

  it("refuses what is too wide, too long or too costly before any of it runs", async () => {
    const me = (count: number): string =>
      Array.from({ length: count }, (_, at) => `a${String(at)}: __typename`).join(" ");
    expect(await codes(`{ ${me(50)} }`)).toEqual([]);
    expect(await codes(`{ ${me(51)} }`)).toEqual(["query.too_wide"]);
    expect(await codes(`{ ${me(3000)} }`)).toEqual(["GRAPHQL_PARSE_FAILED"]);
    const pages = "governanceEvents(first: 100) { edges { node { id at actor useCase } } }";
    const many = Array.from({ length: 45 }, (_, at) => `p${String(at)}: ${pages}`).join(" ");
    expect(await codes(`{ ${many} }`)).toEqual(["query.too_complex"]);
  });

  it("refuses fragments that double forty times, at once", async () => {
    const links = Array.from({ length: 40 }, (_, at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);
    const bomb = `{ ...F0 } ${links.join(" ")} fragment F40 on Query { __typename }`;
    expect(await codes(bomb)).toEqual(["query.too_wide"]);
    const inner = links.map((link) => link.replace("on Query", "on GovernanceEvent")).join(" ");
    const below = `{ governanceEvents(first: 1) { edges { node { ...F0 } } } } ${inner} fragment F40 on GovernanceEvent { id }`;
    expect(await codes(below)).toEqual(["query.too_complex"]);
  });

  it("says that a forged cursor, id or text is the caller's mistake, and is no bug", async () => {
    const cursor = (key: unknown): string => Buffer.from(JSON.stringify(key)).toString("base64url");
    const after = (key: unknown) => `{ governanceEvents(after: "${cursor(key)}") { edges { cursor } } }`;
    expect(await codes(after(["no date", "no id"]))).toEqual(["BAD_USER_INPUT"]);
    expect(await codes(after(["2026-09-01T00:00:00Z", "no id"]))).toEqual(["input.unreadable"]);
    expect(await codes(after([{}, []]))).toEqual(["BAD_USER_INPUT"]);
    expect(await codes('{ campaigns(filter: { search: "a\\u0000b" }) { edges { cursor } } }')).toEqual([
      "input.unreadable",
    ]);
  });

  it("takes no operation from a form or a link of another site", async () => {
    const headers = { cookie: person.cookie };
    const form = {
      method: "POST",
      headers: { ...headers, "content-type": "text/plain" },
      body: '{"query":"{__typename}"}',
    };
    expect((await fetch(`${socle.origin}/graphql`, form)).status).toBe(400);
    expect((await fetch(`${socle.origin}/graphql?query={__typename}`, { headers })).status).toBe(400);
  });
});

describe("requests that two parsers could read differently", () => {
  it.each(hostileRequests("POST /graphql HTTP/1.1\r\n", fields).map(({ name, text }) => [name, text] as const))(
    "%s: refused, and what follows on the connection is not read",
    async (_, text) => {
      const caller = new RawCaller(port()).say(`${text}GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n`);
      await expect.poll(() => caller.closed).toBe(true);
      expect(caller.statuses).toEqual([expect.stringMatching(/^(400|413)$/u)]);
    },
  );
});

describe("callers that take their time", () => {
  it("are sent away when their head, or their body, does not come", async () => {
    const head = new RawCaller(port()).say("POST /graphql HTTP/1.1\r\nhost: x\r\n");
    const body = new RawCaller(port()).say(`POST /graphql HTTP/1.1\r\n${fields}content-length: 100\r\n\r\n{`);
    await expect.poll(() => head.closed && body.closed).toBe(true);
    expect([head.statuses[0], body.statuses[0]]).toEqual(["408", "408"]);
  });

  it("are told when their head or their body is too large", async () => {
    const large = new RawCaller(port()).say(`GET / HTTP/1.1\r\nhost: x\r\nx: ${"a".repeat(20_000)}\r\n\r\n`);
    await expect.poll(() => large.statuses).toEqual(["431"]);
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ query: "x".repeat(600_000) });
    expect((await fetch(`${socle.origin}/graphql`, { method: "POST", headers, body })).status).toBe(413);
  });
});

describe("sign-in", () => {
  const tries = async (address: string, count: number): Promise<readonly Response[]> => {
    const headers = { "x-forwarded-for": address };
    const answers: Response[] = [];
    for (let turn = 0; turn < count; turn += 1)
      answers.push(await fetch(`${socle.origin}/auth/callback?state=x&code=y`, { headers, redirect: "manual" }));
    return answers;
  };

  it("is refused to a network that tries too often, in both languages, and not to another", async () => {
    const answers = await tries("203.0.113.7", 80);
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.slice(0, 60).map(({ status }) => status)).toEqual(Array.from({ length: 60 }, () => 400));
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused[0]?.text()).toMatch(/Trop de tentatives[\s\S]*Too many attempts[\s\S]*sign_in\.too_often/u);
    expect((await tries("203.0.113.8", 1))[0]?.status).toBe(400);
  });

  it("counts an IPv6 network as one place", async () => {
    for (let host = 0; host < 60; host += 1) await tries(`2001:db8:1:2::${host.toString(16)}`, 1);
    const statuses = await Promise.all([1, 2, 3].map((host) => tries(`2001:db8:1:2:ffff::${String(host)}`, 1)));
    expect(statuses.flat().some(({ status }) => status === 429)).toBe(true);
  });
});
