/** What data are, as the registry names it; the dictionary has `label.<name>`. */
export const LABELS: readonly string[] = [
  "public",
  "internal",
  "personal",
  "special_category",
  "health",
  "secret_pro",
  "sren31",
  "dr",
];
