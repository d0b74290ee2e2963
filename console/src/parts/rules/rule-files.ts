/** A rule's text, by the path that its id gives it. */
export interface RuleFile {
  readonly path: string;
  readonly text: string;
}

const ID = /^id:[ \t]*["']?([a-z][a-z0-9-]*\/[a-z][a-z0-9-]*)["']?[ \t]*(?:#.*)?$/mu;

/** `family/rule/rule.yaml` by the id that the text names, otherwise the file's own name. */
export const pathOf = (name: string, text: string): string => {
  const id = ID.exec(text)?.[1];
  return id === undefined ? name : `${id}/rule.yaml`;
};

/** Reads chosen files; a later one with the same rule takes the place of an earlier one. */
export async function readRuleFiles(held: readonly RuleFile[], chosen: readonly File[]): Promise<readonly RuleFile[]> {
  const read = await Promise.all(
    chosen.map(async (file) => {
      const text = await file.text();
      return { path: pathOf(file.webkitRelativePath || file.name, text), text };
    }),
  );
  const fresh = new Map(read.map((file) => [file.path, file]));
  return [...held.filter(({ path }) => !fresh.has(path)), ...fresh.values()];
}

/** The files that a form holds as one value. */
export const ruleFilesIn = (typed: string): readonly RuleFile[] =>
  JSON.parse(typed === "" ? "[]" : typed) as RuleFile[];
