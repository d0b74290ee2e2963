/** What other rooms may read of people, within what the actor may see: a part of FROM, to be given an alias. */
export const PEOPLE = "(SELECT id, name FROM person)";
