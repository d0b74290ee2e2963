import { loadOwnerUrl } from "./platform/config/owner-url.js";
import { migrate } from "./platform/database/migrator.js";
import { reasonOf } from "./platform/database/database-fault.js";

const url = loadOwnerUrl();
try {
  const applied = await migrate(url);
  console.log(JSON.stringify({ event: "migrated", applied }));
} catch (error) {
  console.error(`Migration failed: ${reasonOf(error)}`);
  process.exitCode = 1;
}
