type Words = Readonly<Record<string, string>>;

/**
 * The sentence of each field that the server may find wrong, from the words that its form has.
 * @param prefix where the field stands in what is sent, such as `dossier_`
 */
export const fieldIssues = (fields: Words, sentence: string, prefix = ""): Words =>
  Object.fromEntries(Object.entries(fields).map(([name, words]) => [`${prefix}${name}`, `${words}${sentence}`]));
