import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import { loginPage } from "./login-page.ts";
import { loginResult } from "./provider.ts";
import { LOCAL_PASSWORD, type SampleUser } from "./sample-users.ts";

const BODY_LIMIT = 8_192;

/** The provider's endpoints, its login page, and a health check. */
export function localProviderServer(provider: Provider, users: readonly SampleUser[]): Server {
  const endpoints = provider.callback();
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === "/healthz") {
      response.end("ok");
    } else if (pathname.startsWith("/interaction/")) {
      interact(provider, users, request, response).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(400, { "content-type": "text/plain; charset=utf-8" });
        response.end(`This sign-in cannot go on: ${error instanceof Error ? error.message : "unknown reason"}\n`);
      });
    } else {
      endpoints(request, response);
    }
  });
}

async function interact(
  provider: Provider,
  users: readonly SampleUser[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  if (details.prompt.name === "consent") {
    const grant = new provider.Grant({
      accountId: details.session?.accountId ?? "",
      clientId: String(details.params["client_id"]),
    });
    grant.addOIDCScope(String(details.params["scope"]));
    grant.addOIDCClaims(["amr", "acr"]);
    const result = { consent: { grantId: await grant.save() } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
    return;
  }
  const action = `/interaction/${details.uid}`;
  if (request.method !== "POST") {
    sendPage(response, 200, loginPage(action, users, null));
    return;
  }
  const form = new URLSearchParams(await readBody(request));
  const user = users.find(({ email }) => email === form.get("email")?.trim().toLowerCase());
  if (user === undefined || form.get("password") !== LOCAL_PASSWORD) {
    sendPage(response, 401, loginPage(action, users, "No sample person has this address and password."));
    return;
  }
  await provider.interactionFinished(request, response, loginResult(user), { mergeWithLastSubmission: false });
}

function sendPage(response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(page);
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > BODY_LIMIT) throw new Error("the form is too large");
  }
  return body;
}
