import "@fontsource-variable/hanken-grotesk";
import "@fontsource-variable/jetbrains-mono";
import "./theme/styles/index.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { fetchPage } from "./pages";
import { makeGraphqlClient } from "./providers/graphql-client";

fetchPage(location.pathname);
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no root element.");
createRoot(root).render(
  <StrictMode>
    <App client={makeGraphqlClient()} />
  </StrictMode>,
);
