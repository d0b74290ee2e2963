export type Environment = Readonly<Record<string, string | undefined>>;

/** The process's own environment, read here and nowhere else. */
export const processEnvironment = (): Environment => ({ ...process.env });
