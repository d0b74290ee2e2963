import { lookup } from "node:dns";
import type { LookupAddress, LookupOptions } from "node:dns";
import { BlockList } from "node:net";
import { FORBIDDEN_NETWORKS } from "@socle/contracts";

const forbidden = new BlockList();
for (const [address, prefix, family] of FORBIDDEN_NETWORKS) forbidden.addSubnet(address, prefix, family);

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

class ForbiddenAddress extends Error {
  readonly code = "EFORBIDDEN";
}

/**
 * `dns.lookup` for connections to model servers. A name is registered once and resolved each time: one that comes to point
 * to a metadata service is not followed there.
 */
export function guardedLookup(name: string, options: LookupOptions, found: Found): void {
  lookup(name, { ...options, all: true }, (error, addresses) => {
    if (error !== null) return found(error, "");
    const wrong = addresses.find(({ address, family }) => forbidden.check(address, family === 6 ? "ipv6" : "ipv4"));
    const [first] = addresses;
    if (wrong !== undefined || first === undefined)
      return found(new ForbiddenAddress(`${name} is ${wrong?.address ?? "nowhere"}, where no model server is`), "");
    if (options.all === true) found(null, addresses);
    else found(null, first.address, first.family);
  });
}
