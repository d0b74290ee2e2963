import type { RunFile } from "./run-file.ts";

/** What a newcomer needs: where to look, whom to be, and one call that works. */
export function greeting(run: RunFile, stateFolder: string): string {
  const [key] = run.keys;
  const users = firstOfEachRole(run);
  const width = Math.max(0, ...users.map(({ email }) => email.length));
  return [
    "",
    `Socle is ready.`,
    `  Console        ${run.consoleUrl}`,
    `  Inference API  ${run.inferenceUrl}/v1`,
    `  State          ${stateFolder}   (addresses and keys: run.json; logs/)`,
    ...(users.length === 0 ? [] : ["", `Sample people (password ${users[0]?.password}, this machine only):`]),
    ...users.map(
      ({ email, role, organisation }) => `  ${email.padEnd(width)}  ${role.replaceAll("_", " ")}, ${organisation}`,
    ),
    ...(key === undefined ? [] : ["", "A call that works:", curl(run.inferenceUrl, key.key, key.model)]),
    "",
    "Ctrl-C stops everything; the state stays. npm run reset clears it.",
    "",
  ].join("\n");
}

function firstOfEachRole({ users }: RunFile): RunFile["users"] {
  return users.filter(({ role }, index) => users.findIndex((other) => other.role === role) === index);
}

function curl(inferenceUrl: string, key: string, model: string): string {
  const body = JSON.stringify({ model, messages: [{ role: "user", content: "Bonjour" }], max_tokens: 32 });
  return [
    `  curl ${inferenceUrl}/v1/chat/completions \\`,
    `    -H 'authorization: Bearer ${key}' -H 'content-type: application/json' \\`,
    `    -d '${body}'`,
  ].join("\n");
}
