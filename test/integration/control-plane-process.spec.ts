import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { StartError } from "../../control-plane/src/platform/start-error.js";
import { plantTree, type SampleTree } from "../builders/tree.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { signedInAs, type SignedIn } from "../fakes/signed-in.js";

const database = useDatabase();
const consoleDir = mkdtempSync(join(tmpdir(), "socle-console-"));
let tree: SampleTree;
let socle: TestControlPlane;
let operator: SignedIn;

beforeAll(async () => {
  mkdirSync(join(consoleDir, "assets"));
  writeFileSync(join(consoleDir, "index.html"), "<title>console</title>");
  writeFileSync(join(consoleDir, "assets", "app.js"), "export {};");
  tree = await plantTree(database);
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl, consoleDir });
  operator = await signedInAs(database, socle.origin, "ariane_operator", tree.ariane);
});
afterAll(async () => {
  await socle?.stop();
  rmSync(consoleDir, { recursive: true });
});

const get = (path: string): Promise<Response> => fetch(`${socle.origin}${path}`);

describe("the control plane's process", () => {
  it("tells its health, readiness and metrics", async () => {
    expect(await (await get("/healthz")).json()).toEqual({ status: "ok" });
    expect(await (await get("/readyz")).json()).toMatchObject({ ready: true, database: "ok" });
    const metrics = await (await get("/metrics")).text();
    expect(metrics).toContain("socle_use_case_seconds");
    expect(metrics).toContain('socle_http_request_seconds_count{route="/readyz",method="GET",status="2xx"} 1');
  });

  it("serves the console: its files for good, its pages at any other path", async () => {
    const asset = await get("/assets/app.js");
    expect([asset.status, asset.headers.get("cache-control")]).toEqual([200, "public, max-age=31536000, immutable"]);
    expect((await get("/assets/absent.js")).status).toBe(404);
    for (const path of ["/", "/use-cases/1/show"]) {
      const page = await get(path);
      expect([page.status, await page.text()]).toEqual([200, "<title>console</title>"]);
      expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    }
    expect((await get("/internal/v1/nothing")).status).toBe(404);
  });

  it("keeps security headers on every answer, and its framework to itself", async () => {
    const { headers } = await get("/healthz");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(headers.get("x-powered-by")).toBeNull();
  });

  it("refuses a body that is no JSON, and one that is too large", async () => {
    const post = (body: string): Promise<Response> =>
      fetch(`${socle.origin}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    expect((await post("{")).status).toBe(400);
    expect((await post(JSON.stringify({ query: "x".repeat(600_000) }))).status).toBe(413);
  });

  it("starts nothing on a database it cannot reach or a port that is taken, and says which setting", async () => {
    const refused = startControlPlane({ databaseUrl: "postgres://app:hush@127.0.0.1:1/socle" });
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(/^DATABASE_URL: (?!.*hush)/);
    await expect(startControlPlane({ databaseUrl: database.urls.ownerUrl })).rejects.toThrow(
      "DATABASE_URL: this role passes row-level security by",
    );
    const port = Number(new URL(socle.origin).port);
    const taken = startControlPlane({ databaseUrl: database.urls.appUrl, port });
    await expect(taken).rejects.toThrow(`SOCLE_PORT: 127.0.0.1:${port} is taken`);
  });
});

describe("GraphQL", () => {
  it("lists the organisations of the caller's scope, once per request", async () => {
    const declarant = await signedInAs(database, socle.origin, "declarant", tree.economie);
    const query = "{ organisations { slug kind parentId } me { memberships { organisation { slug } } } }";
    const answer = await declarant.graphql<{ organisations: { slug: string }[] }>(query);
    expect(answer.data?.organisations.map((each) => each.slug)).toEqual(["etat", "economie", "dgfip"]);
  });

  it("refuses with 400 what could answer too much", async () => {
    const page = "edges { node { history { at } applications { keys { id } } transitions { conditions { code } } } }";
    const pages = Array.from({ length: 20 }, (_, index) => `page${index}: useCases(first: 200) { ${page} }`);
    expect((await operator.graphql(`{ ${pages[0]} }`)).status).toBe(200);
    const refused = await operator.graphql(`{ ${pages.join(" ")} }`);
    expect([refused.status, refused.errors?.[0]?.extensions?.code]).toEqual([400, "query.too_complex"]);
  });

  it("refuses a mutation without the session's token", async () => {
    const mutation = 'mutation { suspendUseCase(id: "1", reason: "x") { __typename } }';
    for (const guess of ["", "guessed"]) {
      const refused = await operator.graphql(mutation, { "x-socle-csrf": guess });
      expect([refused.status, refused.errors?.[0]?.extensions?.code]).toEqual([403, "csrf.invalid"]);
    }
    expect((await operator.graphql(mutation)).status).toBe(200);
  });

  it("asks strangers to sign in, and tells them nothing else", async () => {
    const stranger = await fetch(`${socle.origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: "socle_session=guessed" },
      body: JSON.stringify({ query: "{ me { id } governanceEvents { edges { cursor } } }" }),
    });
    expect(stranger.status).toBe(401);
    expect(await stranger.json()).toMatchObject({ errors: [{ extensions: { code: "session.missing" } }] });
  });

  it("pages through the journal of the caller's scope, newest first, and shows the committee none of it", async () => {
    const journal =
      "{ governanceEvents(first: 1) { edges { cursor node { useCase } } pageInfo { hasNextPage endCursor } } }";
    const answer = await operator.graphql<{ governanceEvents: { edges: unknown[] } }>(journal);
    expect(answer.errors).toBeUndefined();
    const bad = await operator.graphql('{ governanceEvents(after: "rubbish") { edges { cursor } } }');
    expect([bad.status, bad.errors?.[0]?.extensions?.code]).toEqual([400, "BAD_USER_INPUT"]);
    const committee = await signedInAs(database, socle.origin, "committee", tree.ariane);
    expect(await committee.graphql(journal)).toMatchObject({ data: { governanceEvents: { edges: [] } } });
  });
});
