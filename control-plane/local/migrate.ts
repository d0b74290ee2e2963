// npm run migrate: brings the data base to the newest schema (npm start does so by itself).
import { environment } from "./config/environment.ts";
import { build } from "./build.ts";
import { LaunchFailure, runScript } from "./launch-failure.ts";
import { ownerDatabaseUrl } from "./launch/owner-database.ts";
import { ENTRIES, runToEnd } from "./launch/program.ts";
import { connect } from "./postgres/connection.ts";

await runScript("migrate", async () => {
  const url = ownerDatabaseUrl(environment);
  await build(console.error);
  const client = await connect(url).catch((error: unknown) => {
    if (environment["DATABASE_URL"] !== undefined) throw error;
    throw new LaunchFailure("the embedded data base is not running: npm start migrates it, or set DATABASE_URL");
  });
  await client.end();
  process.stdout.write(await runToEnd(ENTRIES.migrate, [], { DATABASE_URL: url }));
  console.log("The schema is up to date.");
});
