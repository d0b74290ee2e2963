import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor, type Role } from "../../control-plane/src/kernel/actor.js";
import { rowsOf } from "../../control-plane/src/platform/database/pg-transaction.js";
import { tenancyUseCases } from "../../control-plane/src/tenancy/index.js";
import { plantTree, SIRET, type SampleTree } from "../builders/tree.js";
import { Browser } from "../fakes/browser.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { freePort } from "../fakes/free-port.js";
import { StrictProvider, type TestUser } from "../fakes/oidc-provider.js";

const database = useDatabase();
let tree: SampleTree;
let provider: StrictProvider;
let socle: TestControlPlane;

const aUser = (fields: Partial<TestUser> = {}): TestUser => ({
  sub: "agent-1",
  email: "camille@economie.example",
  siret: SIRET.economie,
  mfa: true,
  contractor: false,
  ...fields,
});

async function invite(email: string, organisationId: string, role: Role): Promise<void> {
  const input = { organisationId, role, person: { name: "Camille", email }, validFrom: new Date(0) };
  const given = await runUseCase(input);
  expect(given).toMatchObject({ ok: true });
}

async function runUseCase(input: unknown): Promise<unknown> {
  const useCase = tenancyUseCases.giveMembership;
  return database.write(systemActor("test"), async (ctx) => {
    const parsed = useCase.input.parse(input);
    if (!parsed.ok) return parsed;
    const found = await useCase.load(ctx, parsed.value);
    return found.ok ? useCase.handle(ctx, parsed.value, found.value.loaded) : found;
  });
}

async function signIn(user: TestUser, browser = new Browser()): Promise<{ browser: Browser; page: Response }> {
  provider.user = user;
  const page = await browser.visit(`${socle.origin}/auth/login?returnTo=/usages`, (url) => url.pathname === "/usages");
  return { browser, page };
}

const ME = "{ me { name email mfa contractor csrfToken abilities memberships { role organisation { slug } } } }";
interface Me {
  readonly me: { readonly csrfToken: string; readonly abilities: readonly string[] } | null;
}

beforeAll(async () => {
  tree = await plantTree(database);
  const [port, providerPort] = [await freePort(), await freePort()];
  provider = new StrictProvider(providerPort, `http://127.0.0.1:${port}/auth/callback`, "jwt");
  // The issuer is not up yet: the control plane starts all the same.
  socle = await startControlPlane({ databaseUrl: database.urls.appUrl, issuer: provider.issuer, port });
});
afterAll(async () => {
  await socle?.stop();
  await provider?.stop();
});

describe("signing in with OpenID Connect", () => {
  it("answers 503 with a page while the issuer is down, and works once it is up", async () => {
    const down = await new Browser().get(`${socle.origin}/auth/login`);
    expect(down.status).toBe(503);
    expect(await down.text()).toContain("oidc.unavailable");
    await provider.start();
    await invite("Camille@Economie.example", tree.economie, "declarant");
    const { page } = await signIn(aUser());
    expect([page.status, page.headers.get("location")]).toEqual([302, "/usages"]);
  });

  it("signs in by SIRET and gives the session's person, roles and token", async () => {
    const { browser } = await signIn(aUser());
    const answer = await browser.graphql<Me>(socle.origin, ME);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.me).toMatchObject({
      name: "Camille Martin",
      mfa: true,
      contractor: false,
      memberships: [{ role: "DECLARANT", organisation: { slug: "economie" } }],
    });
    expect(answer.data?.me?.abilities).toContain("declare:UseCase");
    expect(browser.received.filter((line) => line.startsWith("socle_session="))).toEqual([
      expect.stringMatching(/^socle_session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it("stores no token, only its hash, and renews it at each sign-in", async () => {
    const { browser } = await signIn(aUser());
    const first = browser.cookie("socle_session");
    await signIn(aUser(), browser);
    expect(browser.cookie("socle_session")).not.toBe(first);
    const stored = await database.transactions.read(systemActor("test"), (ctx) =>
      rowsOf<{ token: string }>(ctx, "SELECT encode(token_hash, 'escape') AS token FROM session"),
    );
    expect(stored.some((row) => row.token === first)).toBe(false);
    const old = new Browser();
    const replay = await old.send(`${socle.origin}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: `socle_session=${first}` },
      body: JSON.stringify({ query: ME }),
    });
    expect(await replay.json()).toEqual({ data: { me: null } });
  });

  it.each([
    ["an unknown SIRET", aUser({ sub: "s1", siret: "13002526500013" }), "sign_in.organisation_unknown"],
    ["nobody invited", aUser({ sub: "s2", email: "inconnue@economie.example" }), "sign_in.no_membership"],
    ["a role in another ministry", aUser({ siret: SIRET.culture }), "sign_in.no_membership"],
  ])("shows a page that says why for %s", async (_case, user, code) => {
    const { page, browser } = await signIn(user);
    expect(page.status).toBe(403);
    expect(await page.text()).toContain(code);
    expect(browser.cookie("socle_session")).toBeUndefined();
  });

  it("refuses an answer whose state was not this browser's", async () => {
    provider.user = aUser();
    const [victim, other] = [new Browser(), new Browser()];
    await victim.get(`${socle.origin}/auth/login`);
    const stopped = await other.visit(`${socle.origin}/auth/login`, (url) => url.pathname === "/auth/callback");
    const forged = await victim.get(new URL(stopped.headers.get("location") ?? "", stopped.url).href);
    expect(forged.status).toBe(400);
    expect(victim.cookie("socle_session")).toBeUndefined();
  });

  it("never sends people to another site", async () => {
    provider.user = aUser();
    const page = await new Browser().visit(
      `${socle.origin}/auth/login?returnTo=${encodeURIComponent("//evil.example/")}`,
      (url) => url.origin === socle.origin && !url.pathname.startsWith("/auth/"),
    );
    expect(page.headers.get("location")).toBe("/");
  });

  it("ends the session at sign-out, here and at the identity provider, for who holds the token", async () => {
    const { browser } = await signIn(aUser());
    const before = await browser.graphql<Me>(socle.origin, ME);
    const token = before.data?.me?.csrfToken ?? "";
    const logout = (headers: Record<string, string>): Promise<Response> =>
      browser.send(`${socle.origin}/auth/logout`, { method: "POST", headers });
    expect((await logout({})).status).toBe(403);
    const out = await logout({ "x-socle-csrf": token });
    const { endSessionUrl } = (await out.json()) as { endSessionUrl: string };
    expect(endSessionUrl.startsWith(`${provider.issuer}/session/end?id_token_hint=`)).toBe(true);
    expect((await browser.get(endSessionUrl)).status).toBe(200);
    expect(await browser.graphql<Me>(socle.origin, ME)).toMatchObject({ data: { me: null } });
    const refused = await browser.graphql(socle.origin, "{ organisations { slug } }");
    expect([refused.status, refused.errors?.[0]?.extensions?.code]).toEqual([401, "session.missing"]);
  });

  it("loses a role at the first request after it was ended", async () => {
    const { browser } = await signIn(aUser());
    await database.write(systemActor("test"), (ctx) => rowsOf(ctx, "UPDATE membership SET valid_to = now()"));
    const answer = await browser.graphql<Me>(socle.origin, ME);
    expect(answer.data?.me).toMatchObject({ name: "Camille Martin", abilities: [], memberships: [] });
  });
});
