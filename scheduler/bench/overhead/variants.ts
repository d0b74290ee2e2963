import type { ChatBody } from "./subject.ts";

/** One kind of load; each can be asked for alone by `--variant=NAME,NAME`. */
export interface Variant {
  readonly name: string;
  readonly connections: number;
  /** Characters of the question. */
  readonly characters: number;
  /** Milliseconds between two pieces of an answer; 1 for all at once. */
  readonly paceMs: number;
  readonly subjects: readonly string[];
}

const PROXIES = ["nginx", "nginx_tuned", "haproxy", "portkey", "socle"];

export const VARIANTS: readonly Variant[] = [
  {
    name: "burst64",
    connections: 64,
    characters: 700,
    paceMs: 1,
    subjects: [...PROXIES, "socle_graphql", "socle_node_http"],
  },
  { name: "burst256", connections: 256, characters: 700, paceMs: 1, subjects: PROXIES },
  { name: "large64", connections: 64, characters: 100_000, paceMs: 1, subjects: PROXIES },
  { name: "paced64", connections: 64, characters: 700, paceMs: 2, subjects: [...PROXIES, "socle_graphql"] },
  { name: "paced256", connections: 256, characters: 700, paceMs: 2, subjects: ["nginx", "haproxy", "socle"] },
];

/** Beside the variants: time to first token, memory of open streams, growth over many requests. */
export const FURTHER = ["latency", "streams", "growth"] as const;

const OPTION = "--variant=";

/** What the command line asks for; everything when it asks for nothing. */
export function asked(args: readonly string[]): ReadonlySet<string> {
  const known = [...VARIANTS.map(({ name }) => name), ...FURTHER];
  const given = args.find((arg) => arg.startsWith(OPTION));
  const names = given === undefined ? known : given.slice(OPTION.length).split(",");
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`no variant ${unknown.join(", ")}; there are ${known.join(", ")}`);
  return new Set(names);
}

/** A system message and a question; the seed tells the scripted model server its pace. */
export function chatBody(model: string, { characters, paceMs }: Pick<Variant, "characters" | "paceMs">): ChatBody {
  const words = Array.from({ length: Math.ceil(characters / 4) }, (_, index) => `w${index % 90}`).join(" ");
  return {
    model,
    seed: paceMs,
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: 50,
    messages: [
      { role: "system", content: "Answer in one paragraph." },
      { role: "user", content: words.slice(0, characters) },
    ],
  };
}
