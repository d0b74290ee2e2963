import { UNKNOWN_PROVENANCE, type Model } from "../../control-plane/src/registry/domain/models/model.js";

/** An approved model; a test states only what matters to it. */
export const aModel = (fields: Partial<Model> = {}): Model => ({
  id: "019a0000-0000-7000-8000-00000000000d",
  name: "mistral-small",
  publisher: "Mistral AI",
  publisherCountry: "FR",
  licence: "Apache-2.0",
  contextWindow: 32_768,
  provenance: UNKNOWN_PROVENANCE,
  state: "approved",
  proposedFor: null,
  proposedBy: "system:test",
  sunset: null,
  version: 1,
  ...fields,
});
