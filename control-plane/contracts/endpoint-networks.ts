/**
 * Networks in which no model server is, and other things are that answer whoever asks from inside: link-local addresses
 * with a cloud's metadata service, what means no address, what means many. Loopback and private networks are not here: that
 * is where model servers live.
 */
export const FORBIDDEN_NETWORKS: readonly (readonly [address: string, prefix: number, family: "ipv4" | "ipv6"])[] = [
  ["0.0.0.0", 8, "ipv4"],
  ["100.100.100.200", 32, "ipv4"],
  ["169.254.0.0", 16, "ipv4"],
  ["192.0.0.192", 32, "ipv4"],
  ["224.0.0.0", 4, "ipv4"],
  ["240.0.0.0", 4, "ipv4"],
  ["::", 128, "ipv6"],
  ["fd00:ec2::254", 128, "ipv6"],
  ["fe80::", 10, "ipv6"],
  ["ff00::", 8, "ipv6"],
];
