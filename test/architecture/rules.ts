import { readFileSync } from "node:fs";

/**
 * The declaration of packages, layers, rooms and tables that rules and the README's picture are made from. A room is
 * declared after those it knows, so that no circle can be declared.
 */
export interface Architecture {
  readonly packages: Readonly<Record<string, readonly string[]>>;
  readonly layers: Readonly<Record<string, readonly string[]>>;
  /** By the folder that holds them, and by name: the rooms that each knows. */
  readonly rooms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** Folders in which no two files name each other, not by a type either. */
  readonly acyclic: readonly string[];
  readonly pure: readonly string[];
  /** By room of the control plane: the tables that it alone reads and writes. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

/** One rule in dependency-cruiser's form; the comment says where the code belongs instead. */
export interface Rule {
  readonly name: string;
  readonly severity: "error";
  readonly comment: string;
  readonly from: Readonly<Record<string, unknown>>;
  readonly to: Readonly<Record<string, unknown>>;
}

export const architecture = JSON.parse(readFileSync(new URL("rooms.json", import.meta.url), "utf8")) as Architecture;

/** The folder whose rooms have doors and layers. */
export const ROOMS = "control-plane/src";
const SPECS = "\\.(spec|behaviour)\\.tsx?$";
/** Shared ground: imported file by file, not through a door. */
const GROUND = ["kernel", "platform"];
const oneOf = (names: readonly string[]) => `(${names.join("|")})`;

export function rulesOf(declared: Architecture): Rule[] {
  return [
    ...packageRules(declared),
    ...layerRules(declared),
    ...roomRules(declared),
    ...purityRules(declared),
    ...libraryRules(),
    noCycle,
    noCycleOfTypes(declared),
    noTestImport,
    noBenchImport,
  ];
}

const rule = (name: string, comment: string, from: Rule["from"], to: Rule["to"]): Rule => ({
  name,
  severity: "error",
  comment,
  from,
  to,
});

/** A package's own files: those below its folder that are not another package's. */
function filesOf(folder: string, all: readonly string[]): { path: string; pathNot: string[] } {
  const inner = all.filter((other) => other !== folder && other.startsWith(`${folder}/`));
  return { path: `^${folder}/`, pathNot: inner.map((other) => `^${other}/`) };
}

function packageRules({ packages }: Architecture): Rule[] {
  const all = Object.keys(packages);
  return Object.entries(packages).flatMap(([from, allowed]) => {
    const own = filesOf(from, all);
    return all
      .filter((to) => to !== from && !allowed.includes(to))
      .map((to) =>
        rule(
          `package ${from} not to ${to}`,
          `What two deployables share is a shape: put it in control-plane/contracts. ${from} may import ${allowed.join(" and ") || "no other package"}.`,
          { path: own.path, pathNot: [...own.pathNot, SPECS] },
          filesOf(to, all),
        ),
      );
  });
}

function layerRules({ layers, rooms }: Architecture): Rule[] {
  const names = oneOf(Object.keys(rooms[ROOMS] ?? {}).filter((room) => !GROUND.includes(room)));
  const inside = Object.keys(layers);
  return Object.entries(layers).map(([layer, allowed]) => {
    const forbidden = [
      ...inside.filter((other) => !allowed.includes(other)).map((other) => `${other}/`),
      "[^/]+\\.module\\.ts$",
    ];
    const ground = GROUND.filter((room) => !allowed.includes(room)).map((room) => `^${ROOMS}/${room}/`);
    const doors = ["domain", "ports"].includes(layer) ? [`^${ROOMS}/${names}/(index\\.ts$|reads/)`] : [];
    return rule(
      `layer ${layer}`,
      `${layer} may import ${allowed.join(", ")} only. What needs more belongs in a layer further out; what others need from outside is a port.`,
      { path: `^${ROOMS}/${names}/${layer}/`, pathNot: SPECS },
      { path: [`^${ROOMS}/$1/${oneOf(forbidden)}`, ...ground, ...doors] },
    );
  });
}

function roomRules({ rooms }: Architecture): Rule[] {
  const all = Object.keys(rooms[ROOMS] ?? {});
  const doors = rule(
    "rooms meet at the door",
    "Another room is entered through its index.ts: export there what is meant for others; what SQL may read stands in reads/.",
    { path: `^${ROOMS}/${oneOf(all)}/`, pathNot: SPECS },
    {
      path: `^${ROOMS}/${oneOf(all.filter((room) => !GROUND.includes(room)))}/`,
      pathNot: [`^${ROOMS}/$1/`, "/index\\.ts$", `^${ROOMS}/[^/]+/reads/`],
    },
  );
  return [doors, ...Object.entries(rooms).flatMap(([folder, known]) => directionRules(folder, known))];
}

/** Imports of types count as well: whoever names a room's type knows the room. */
function directionRules(folder: string, rooms: Readonly<Record<string, readonly string[]>>): Rule[] {
  const all = Object.keys(rooms);
  const upward = rule(
    `rooms of ${folder} are assembled from outside`,
    "What starts a program imports its rooms; a room is handed what it needs.",
    { path: `^${folder}/[^/]+/`, pathNot: SPECS },
    { path: `^${folder}/[^/]+\\.tsx?$`, pathNot: "\\.d\\.ts$" },
  );
  const directions = Object.entries(rooms).flatMap(([room, allowed]) => {
    const forbidden = all.filter((other) => other !== room && !allowed.includes(other));
    if (forbidden.length === 0) return [];
    return [
      rule(
        `room ${folder}/${room}`,
        `${room} knows ${allowed.join(", ") || "no other room"}. Turn the dependency round: let the other room call, declare a port here that the assembly wires, or move what both need into a room below.`,
        { path: `^${folder}/${room}/`, pathNot: SPECS },
        { path: `^${folder}/${oneOf(forbidden)}/` },
      ),
    ];
  });
  return [upward, ...directions];
}

function purityRules({ pure }: Architecture): Rule[] {
  return pure.map((folder) =>
    rule(
      `pure ${folder}`,
      "Decisions are pure: take time, randomness and input as arguments; reach the outside from dispatch, sync or ingress.",
      { path: `^${folder}/`, pathNot: SPECS },
      { path: "^(node:|fs$|net$|http$)|node_modules/(undici|ws|pino)/", dependencyTypesNot: ["type-only"] },
    ),
  );
}

function libraryRules(): Rule[] {
  return [
    rule(
      "nest stays at the edge",
      "Only modules, adapters and the platform know NestJS: a use case is plain TypeScript that a module wires.",
      { path: `^${ROOMS}/[^/]+/(domain|ports|use-cases)/`, pathNot: SPECS },
      { path: "node_modules/(@nestjs|typeorm|pg|@apollo)/" },
    ),
    rule(
      "thin data plane",
      "No framework and no database in the path of a request: ask the control plane through a contract.",
      { path: "^scheduler/(src|engine-simulator)/", pathNot: SPECS },
      { path: "node_modules/(@nestjs|typeorm|pg|express)/" },
    ),
    rule(
      "policies engine is pure",
      "The same rules run on both sides: no framework, no network.",
      { path: "^policies/engine/", pathNot: SPECS },
      { path: "node_modules/(@nestjs|typeorm|pg|undici|express)/" },
    ),
    rule(
      "launcher imports no deployable",
      "control-plane/local starts processes; it passes settings by environment and reads what they print.",
      { path: "^control-plane/local/", pathNot: SPECS },
      { path: ["^control-plane/(src|contracts|dist)/", "^(scheduler|console|policies)/"] },
    ),
  ];
}

const noCycle = rule(
  "no cycle",
  "Two files that need each other are one subject, or hide a third: move what both need into a file of its own.",
  { pathNot: SPECS },
  { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
);

function noCycleOfTypes({ acyclic }: Architecture): Rule {
  return rule(
    "no cycle of types",
    "Two files that name each other's types are read together or not at all: put the shape that both need into a file of its own.",
    { path: `^${oneOf(acyclic)}/`, pathNot: SPECS },
    { circular: true },
  );
}

const noTestImport = rule(
  "tests stay outside",
  "Shipped code imports nothing from test/: a builder or fake that it needs is not a test's.",
  { path: "^(control-plane|scheduler|console|policies)/", pathNot: [SPECS, "^control-plane/local/", "/bench/"] },
  { path: "^test/" },
);

const noBenchImport = rule(
  "benches stay outside",
  "A bench measures what ships and is not known to it, nor to its specs: what both need to be tried on belongs in test/builders.",
  { path: "/src/" },
  { path: "/bench/" },
);
