// npm start: the whole of Socle on this machine, on loopback.
import { environment } from "./config/environment.ts";
import { build } from "./build.ts";
import { readSettings } from "./config/settings.ts";
import { runScript } from "./launch-failure.ts";
import { developInPlace } from "./launch/dev-mode.ts";
import { greeting } from "./launch/greeting.ts";
import { Installation } from "./launch/installation.ts";

const say = (line: string) => {
  console.error(`socle: ${line}`);
};

await runScript("socle", async () => {
  // Private files say so themselves; PostgreSQL, run by root as another user, has to reach its own.
  process.umask(0o022);
  const settings = readSettings(environment, process.argv.slice(2));
  const asked = stopAsked();
  const built = await Promise.race([build(say).then(() => true), asked.then(() => false)]);
  if (!built) process.exit();
  const installation = new Installation(settings, say);
  let endDevelopment = () => {};
  try {
    const started = installation.start().then((run) => {
      console.log(greeting(run, settings.stateFolder));
      if (settings.dev) endDevelopment = developInPlace(installation, say);
      return asked;
    });
    await Promise.race([started, asked]);
    say("stopping…");
  } finally {
    endDevelopment();
    await installation.stop();
  }
  process.exit();
});

/** Resolves at the first Ctrl-C or SIGTERM; later ones change nothing, everything is being stopped already. */
function stopAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
  });
}
