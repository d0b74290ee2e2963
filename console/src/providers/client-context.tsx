import { createContext, use } from "react";
import type { SocleClient } from "./socle-client";

export const ClientContext = createContext<SocleClient | null>(null);

export function useClient(): SocleClient {
  const client = use(ClientContext);
  if (client === null) throw new Error("No client: the page is outside of the console.");
  return client;
}
