import type { Architecture } from "../architecture/rules.ts";

type Rooms = Architecture["rooms"][string];

/** Mermaid drawings of the packages and of the rooms of both services, from the declaration that the rules come from. */
export function roomsPicture({ packages, rooms }: Architecture): string {
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
    ...drawn(rooms["control-plane/src"] ?? {}).map((line) => `  ${line}`),
    "  end",
    "```",
    "",
    "The rooms of the scheduler, as a request walks them (all know `kernel`):",
    "",
    "```mermaid",
    "flowchart LR",
    ...drawn(rooms["scheduler/src"] ?? {}),
    "```",
    "",
    "Packages may import: " + Object.entries(packages).map(sentence).join("; ") + ".",
  ];
  return lines.join("\n");
}

const GROUND = ["kernel", "platform"];

function drawn(rooms: Rooms): readonly string[] {
  const inside = Object.keys(rooms).filter((room) => !GROUND.includes(room));
  return [
    ...inside.map((room) => `  ${room}`),
    ...inside.flatMap((room) => nearest(room, rooms).map((known) => `  ${room} --> ${known}`)),
  ];
}

/** The rooms a room knows, less those it also knows through one of them: the picture stays readable. */
function nearest(room: string, rooms: Rooms): string[] {
  const known = (name: string) => (rooms[name] ?? []).filter((other) => !GROUND.includes(other));
  const direct = known(room);
  return direct.filter((target) => !direct.some((between) => between !== target && known(between).includes(target)));
}

const sentence = ([name, allowed]: [string, readonly string[]]) =>
  `\`${name}\` → ${allowed.length === 0 ? "nothing" : allowed.map((other) => `\`${other}\``).join(", ")}`;
