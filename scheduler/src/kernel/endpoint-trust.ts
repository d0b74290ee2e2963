import { rootCertificates } from "node:tls";

/** Authorities believed when a model server shows its certificate, in PEM. */
export type EndpointTrust = readonly string[];

/** Those that everybody believes. */
export const PUBLIC_TRUST: EndpointTrust = rootCertificates;

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The public authorities and those of a bundle; `null` when the text holds no certificate. */
export const trustWith = (bundle: string): EndpointTrust | null => {
  const own = bundle.match(CERTIFICATE);
  return own === null ? null : [...PUBLIC_TRUST, ...own];
};
