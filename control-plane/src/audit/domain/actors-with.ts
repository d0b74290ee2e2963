import { fold } from "../../kernel/fold.js";
import { wordsOf } from "../../kernel/words.js";

interface Named {
  readonly actor: string;
  readonly name: string | null;
}

/** Those whose name, or whose reference when they have none, has all the words, whatever the case and the accents. */
export function actorsWith<Actor extends Named>(actors: readonly Actor[], search: string): readonly Actor[] {
  if (search.trim() === "") return actors;
  const words = wordsOf(search);
  if (words.length === 0) return [];
  return actors.filter(({ actor, name }) => words.every((word) => fold(name ?? actor).includes(word)));
}
