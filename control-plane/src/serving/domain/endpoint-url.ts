import { BlockList, isIP } from "node:net";
import { FORBIDDEN_NETWORKS } from "@socle/contracts";
import { ok, refuse, type Result } from "../../kernel/result.js";

const forbidden = new BlockList();
for (const [address, prefix, family] of FORBIDDEN_NETWORKS) forbidden.addSubnet(address, prefix, family);

/** What a base URL of a model server may look like; the reason when it may not. */
export function endpointUrl(text: string): Result<string, string> {
  if (!URL.canParse(text)) return refuse("Not a URL.");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return refuse("Only http and https are called.");
  if (isForbidden(url.hostname)) return refuse("No model server is at a link-local, metadata or group address.");
  if (url.username !== "" || url.password !== "") return refuse("No credentials in a URL: name a variable instead.");
  if (url.search !== "" || url.hash !== "") return refuse("A base URL has neither query nor fragment.");
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, "").replace(/\/v1$/, "")}`);
}

/** Of an address; a name is looked at when it is called, since it may come to mean another address. */
function isForbidden(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/gu, "");
  const family = isIP(host);
  return family !== 0 && forbidden.check(host, family === 6 ? "ipv6" : "ipv4");
}
