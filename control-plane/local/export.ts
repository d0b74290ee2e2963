// npm run export [-- FILE]: the registry as a seed file, to standard output or to FILE.
import { writeFileSync } from "node:fs";
import { environment } from "./config/environment.ts";
import { build } from "./build.ts";
import { LaunchFailure, runScript } from "./launch-failure.ts";
import { ownerDatabaseUrl } from "./launch/owner-database.ts";
import { ENTRIES, runToEnd } from "./launch/program.ts";
import { connect } from "./postgres/connection.ts";

await runScript("export", async () => {
  const url = ownerDatabaseUrl(environment);
  await build(console.error);
  const client = await connect(url).catch((error: unknown) => {
    if (environment["DATABASE_URL"] !== undefined) throw error;
    throw new LaunchFailure("the embedded data base is not running: start Socle first, or set DATABASE_URL");
  });
  await client.end();
  const yaml = await runToEnd(ENTRIES.exportSeed, [], { DATABASE_URL: url });
  const file = process.argv[2];
  if (file === undefined) process.stdout.write(yaml);
  else writeFileSync(file, yaml, { mode: 0o600 });
});
