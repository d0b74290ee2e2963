type Words = Readonly<Record<string, string>>;

/** The words of fields that stand within another in what is sent, under the keys of their paths: `dossier_purpose`. */
export const within = (name: string, fields: Words): Words =>
  Object.fromEntries(Object.entries(fields).map(([field, words]) => [`${name}_${field}`, words]));
