// The local sign-in service as a process of its own; the launcher starts it when no OIDC_ISSUER is given.
import { readFileSync } from "node:fs";
import { environment } from "./config/environment.ts";
import { readProviderSettings } from "./config/provider-settings.ts";
import { runScript } from "./launch-failure.ts";
import { localProvider } from "./oidc/provider.ts";
import { localProviderServer } from "./oidc/server.ts";
import { readSampleUsers } from "./oidc/sample-users.ts";

await runScript("oidc-provider", async () => {
  const settings = readProviderSettings(environment);
  const users = readSampleUsers(settings.usersFile);
  const provider = localProvider({
    ...settings,
    users,
    signingJwk: JSON.parse(readFileSync(settings.signingKeyFile, "utf8")) as Record<string, unknown>,
  });
  const server = localProviderServer(provider, users);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(settings.port, "127.0.0.1", resolve);
  });
  console.log(JSON.stringify({ event: "listening", port: settings.port }));
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
});
