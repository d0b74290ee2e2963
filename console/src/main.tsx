import "@fontsource-variable/hanken-grotesk";
import "@fontsource-variable/jetbrains-mono";
import "./theme/styles/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { makeGraphqlClient } from "./providers/graphql-client";
import type { SocleClient } from "./providers/socle-client";

async function makeClient(): Promise<SocleClient> {
  if (import.meta.env.MODE !== "fake") return makeGraphqlClient();
  const { makeFakeClient } = await import("./providers/fake/fake-client");
  return makeFakeClient();
}

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no root element.");
  const client = await makeClient();
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  );
}

void start();
