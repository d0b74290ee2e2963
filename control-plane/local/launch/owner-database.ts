import { join } from "node:path";
import { stateFolder } from "../config/settings.ts";
import { LaunchFailure } from "../launch-failure.ts";
import { readText, stateFolderAt } from "../state/state-folder.ts";

/** The owner's URL of the data base in use: `DATABASE_URL`, or the embedded server while Socle runs. */
export function ownerDatabaseUrl(env: NodeJS.ProcessEnv): string {
  const given = env["DATABASE_URL"]?.trim();
  if (given !== undefined && given !== "") return given;
  const state = stateFolderAt(stateFolder(env));
  const kept = readText(join(state.path, "database-owner.url"))?.trim();
  if (kept === undefined || kept === "")
    throw new LaunchFailure("there is no data base yet: start Socle once, or set DATABASE_URL");
  return kept;
}
