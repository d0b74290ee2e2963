/** Bytes of a prompt per token, as French and English text measure. */
const BYTES_PER_TOKEN = 4;

/** Tokens that so many bytes of a prompt probably are; not a whole number. */
export const probableTokens = (bytes: number): number => bytes / BYTES_PER_TOKEN;
