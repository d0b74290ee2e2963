/** `DATABASE_URL` where an entry can do without it. */
export function optionalOwnerUrl(): string | null {
  const url = process.env["DATABASE_URL"];
  return url !== undefined && URL.canParse(url) ? url : null;
}

/** `DATABASE_URL` for the command-line entries; exits with one line when it is missing. */
export function loadOwnerUrl(): string {
  const url = optionalOwnerUrl();
  if (url !== null) return url;
  console.error("DATABASE_URL: a PostgreSQL URL is needed");
  process.exit(1);
}
