import { ok, refuse, type Result } from "../../kernel/result.js";

/** What a base URL of a model server may look like; the reason when it may not. */
export function endpointUrl(text: string): Result<string, string> {
  if (!URL.canParse(text)) return refuse("Not a URL.");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return refuse("Only http and https are called.");
  if (url.username !== "" || url.password !== "") return refuse("No credentials in a URL: name a variable instead.");
  if (url.search !== "" || url.hash !== "") return refuse("A base URL has neither query nor fragment.");
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, "").replace(/\/v1$/, "")}`);
}
