import type { Architecture } from "../architecture/rules.ts";

/** Mermaid drawing of the packages and of the control plane's rooms, from the declaration that the rules come from. */
export function roomsPicture({ packages, rooms }: Architecture): string {
  const inside = Object.keys(rooms).filter((room) => room !== "kernel" && room !== "platform");
  const lines = [
    "```mermaid",
    "flowchart LR",
    "  people([people]) --> console",
    "  applications([applications]) -- OpenAI REST, GraphQL --> scheduler",
    "  scheduler --> engines([model servers])",
    "  console -- GraphQL --> control-plane",
    "  control-plane -- signed snapshot, leases --> scheduler",
    "  scheduler -- usage, decisions --> control-plane",
    "  control-plane --> postgresql[(PostgreSQL)]",
    '  subgraph control-plane["control-plane: rooms, an arrow means knows"]',
    ...inside.map((room) => `    ${room}`),
    ...inside.flatMap((room) => nearest(room, rooms).map((known) => `    ${room} --> ${known}`)),
    "  end",
    "```",
    "",
    "Packages may import: " + Object.entries(packages).map(sentence).join("; ") + ".",
  ];
  return lines.join("\n");
}

/** The rooms a room knows, less those it also knows through one of them: the picture stays readable. */
function nearest(room: string, rooms: Architecture["rooms"]): string[] {
  const known = (name: string) => (rooms[name] ?? []).filter((other) => other !== "kernel" && other !== "platform");
  const direct = known(room);
  return direct.filter((target) => !direct.some((between) => between !== target && known(between).includes(target)));
}

const sentence = ([name, allowed]: [string, readonly string[]]) =>
  `\`${name}\` → ${allowed.length === 0 ? "nothing" : allowed.map((other) => `\`${other}\``).join(", ")}`;
