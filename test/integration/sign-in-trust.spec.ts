import { createServer, type Server } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../../control-plane/src/kernel/actor.js";
import { systemIds } from "../../control-plane/src/kernel/id-source.js";
import {
  PgMembershipRepository,
  PgPersonRepository,
} from "../../control-plane/src/tenancy/adapters/postgres/pg-people-repositories.js";
import { plantTree, SIRET } from "../builders/tree.js";
import { Browser } from "../fakes/browser.js";
import { startControlPlane, type TestControlPlane } from "../fakes/control-plane.js";
import { useDatabase } from "../fakes/database.js";
import { freePort } from "../fakes/free-port.js";
import { StrictProvider, type TestUser } from "../fakes/oidc-provider.js";

const database = useDatabase();
const user: TestUser = {
  sub: "agent-1",
  email: "camille@economie.example",
  siret: SIRET.economie,
  mfa: false,
  contractor: true,
};
let socle: TestControlPlane | null = null;
let provider: StrictProvider | null = null;

beforeAll(async () => {
  const { economie } = await plantTree(database);
  const person = { id: systemIds.next(), name: "Camille", email: user.email, contractor: false, employerId: null };
  const held = { organisationId: economie, role: "declarant" as const, validFrom: new Date(0), validTo: null };
  await database.write(systemActor("test"), async (ctx) => {
    await new PgPersonRepository().save(ctx, { ...person, identity: null });
    await new PgMembershipRepository().save(ctx, { ...held, id: systemIds.next(), personId: person.id });
  });
});
afterEach(async () => {
  await socle?.stop();
  await provider?.stop();
  [socle, provider] = [null, null];
});

async function start(userinfo: "jwt" | "json"): Promise<{ origin: string; issuer: StrictProvider }> {
  const [port, issuerPort] = [await freePort(), await freePort()];
  provider = new StrictProvider(issuerPort, `http://127.0.0.1:${port}/auth/callback`, userinfo);
  provider.user = user;
  await provider.start();
  socle = await startControlPlane({
    databaseUrl: database.urls.appUrl,
    issuer: provider.issuer,
    port,
    production: true,
  });
  return { origin: socle.origin, issuer: provider };
}

const home = (url: URL): boolean => url.pathname === "/";

describe("what sign-in believes", () => {
  it("takes userinfo as plain JSON too; a contractor without a second factor is known as such", async () => {
    const { origin } = await start("json");
    const browser = new Browser();
    expect((await browser.visit(`${origin}/auth/login`, home)).status).toBe(302);
    const answer = await browser.graphql<{ me: object }>(origin, "{ me { contractor mfa } }");
    expect(answer.data?.me).toEqual({ contractor: true, mfa: false });
  });

  it("refuses userinfo that the issuer did not sign", async () => {
    const { origin, issuer } = await start("jwt");
    issuer.forging = true;
    const browser = new Browser();
    const page = await browser.visit(`${origin}/auth/login`, home);
    expect(page.status).toBe(400);
    expect(await page.text()).toContain("sign_in.refused");
    expect(browser.cookie("socle_session")).toBeUndefined();
    issuer.forging = false;
    expect((await browser.visit(`${origin}/auth/login`, home)).status).toBe(302);
  });

  it("answers 503 when the issuer dies in the middle, and when it accepts and says nothing", async () => {
    const { origin, issuer } = await start("jwt");
    const browser = new Browser();
    const atCallback = await browser.visit(`${origin}/auth/login`, (url) => url.pathname === "/auth/callback");
    await issuer.stop();
    const callback = new URL(atCallback.headers.get("location") ?? "", atCallback.url).href;
    expect((await browser.get(callback)).status).toBe(503);

    const silent = await silentServer(Number(new URL(issuer.issuer).port));
    await socle?.stop();
    socle = await startControlPlane({ databaseUrl: database.urls.appUrl, issuer: issuer.issuer });
    expect((await new Browser().get(`${socle.origin}/auth/login`)).status).toBe(503);
    silent.close();
  });

  it("does not describe its schema in production", async () => {
    const { origin } = await start("json");
    const answer = await new Browser().graphql(origin, "{ __schema { types { name } } }");
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer)).not.toContain("UseCase");
  });
});

function silentServer(port: number): Promise<Server> {
  const server = createServer((socket) => socket.on("error", () => undefined).unref());
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}
