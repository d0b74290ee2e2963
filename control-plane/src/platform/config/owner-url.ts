/** `DATABASE_URL` for the command-line entries; exits with one line when it is missing. */
export function loadOwnerUrl(): string {
  const url = process.env["DATABASE_URL"];
  if (url !== undefined && URL.canParse(url)) return url;
  console.error("DATABASE_URL: a PostgreSQL URL is needed");
  process.exit(1);
}
