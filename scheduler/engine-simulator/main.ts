import type { AddressInfo } from "node:net";
import { parseFlags, USAGE } from "./config/flags.js";
import { SimulatorServer } from "./server/simulator-server.js";

const flags = parseFlags(process.argv.slice(2));
if (Array.isArray(flags)) {
  process.stderr.write(`${flags.map((problem) => `engine simulator: ${problem}`).join("\n")}\n\n${USAGE}\n`);
  process.exit(1);
}

const { http } = new SimulatorServer(flags);
http.once("error", (error) => {
  process.stderr.write(`engine simulator: cannot listen on ${flags.host}:${flags.port}: ${error.message}\n`);
  process.exit(1);
});
http.listen(flags.port, flags.host, () => {
  const { port } = http.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ event: "listening", port, model: flags.model, simulated: true })}\n`);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    http.close(() => process.exit(0));
    http.closeAllConnections();
  });
}
