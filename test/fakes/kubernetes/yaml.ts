import { badRequest } from "./api-error.js";
import type { Json, JsonMap } from "./api-object.js";

const scalar = (text: string): Json => {
  if (/^".*"$/.test(text)) return JSON.parse(text) as Json;
  if (/^'.*'$/.test(text)) return text.slice(1, -1);
  if (/^-?\d+$/.test(text)) return Number(text);
  if (/^(true|yes|y|on)$/i.test(text)) return true;
  if (/^(false|no|n|off)$/i.test(text)) return false;
  return text === "null" || text === "~" ? null : text;
};

/** JSON, or YAML of nested maps with scalars, which is what tests send to server-side apply. */
export const readYaml = (text: string): Json => {
  if (text.trimStart().startsWith("{")) return JSON.parse(text) as Json;
  const root: JsonMap = {};
  const open: { readonly indent: number; readonly map: JsonMap }[] = [{ indent: -1, map: root }];
  for (const line of text.split("\n")) {
    if (line.trim() === "") continue;
    const [, spaces = "", key = "", rest = ""] = /^( *)([^:\s]+):\s*(.*)$/.exec(line) ?? [];
    if (key === "") throw badRequest("error decoding YAML");
    while ((open.at(-1)?.indent ?? -1) >= spaces.length) open.pop();
    const parent = open.at(-1)?.map ?? root;
    if (rest !== "") parent[key] = scalar(rest);
    else {
      const map: JsonMap = {};
      parent[key] = map;
      open.push({ indent: spaces.length, map });
    }
  }
  return root;
};
