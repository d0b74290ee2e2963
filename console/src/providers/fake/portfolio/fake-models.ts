import type { ModelState } from "../../../generated/operations";

export interface FakeModel {
  readonly id: string;
  readonly name: string;
  readonly publisher: string;
  readonly publisherCountry: string;
  readonly licence: string;
  readonly contextWindow: number;
  readonly proposedFor: string | null;
  readonly proposedBy: string;
  aliases: string[];
  state: ModelState;
  version: number;
  provenance: Readonly<Record<string, unknown>>;
  sunset: { announcedAt: string; endsAt: string; reason: string; replacementId: string | null } | null;
}

const DAY = 86_400_000;
const SOUND = {
  weights: "OPEN",
  format: "SAFETENSORS",
  sha256: "5b7d1f0c2a9e4e5e8f00b1f6f7d3c4a25b7d1f0c2a9e4e5e8f00b1f6f7d3c4a2",
  runsIn: "OWN_POOL",
  trainingOnInputs: "NEVER",
  evalStatus: "PASSED",
  billionParameters: 24,
  cardUrl: "https://modeles.example/redaction-24b",
};

const model = (id: string, state: ModelState, fields: Partial<FakeModel> = {}): FakeModel => ({
  id,
  name: id,
  publisher: "Éditeur d’exemple",
  publisherCountry: "FR",
  licence: "Apache-2.0",
  contextWindow: 32_768,
  aliases: [],
  proposedFor: null,
  proposedBy: "ariane",
  version: 3,
  sunset: null,
  provenance: SOUND,
  state,
  ...fields,
});

/** An invented catalogue with a model in each state of its life. */
export function makeModels(now: Date): FakeModel[] {
  const at = (days: number): string => new Date(now.getTime() + days * DAY).toISOString();
  const sunset = {
    announcedAt: at(-60),
    endsAt: at(40),
    reason: "Un modèle plus juste le remplace",
    replacementId: "redaction-24b",
  };
  return [
    model("redaction-24b", "APPROVED", { aliases: ["assistant", "redaction"], contextWindow: 131_072 }),
    model("transcription-fr", "DEPRECATED", {
      aliases: ["transcription"],
      provenance: { ...SOUND, billionParameters: 1.5 },
      sunset,
    }),
    model("traduction-8b", "APPROVED", { provenance: { ...SOUND, billionParameters: 8 }, publisherCountry: "DE" }),
    model("analyse-70b", "ASSESSED", {
      proposedFor: "mtravail",
      proposedBy: "declarant",
      provenance: { weights: "OPEN", runsIn: "OWN_POOL", format: "SAFETENSORS", evalStatus: "NONE" },
    }),
    model("vision-12b", "PROPOSED", {
      proposedFor: "mculture",
      proposedBy: "someone",
      version: 1,
      provenance: { evalStatus: "NONE" },
    }),
    model("ancien-7b", "DEPRECATED", {
      provenance: { ...SOUND, billionParameters: 7 },
      sunset: { ...sunset, announcedAt: at(-120), endsAt: at(-3), replacementId: null },
    }),
    model("premier-7b", "RETIRED", { sunset: { ...sunset, endsAt: at(-200), replacementId: null } }),
    model("inconnu-13b", "REFUSED", { provenance: { weights: "CLOSED", runsIn: "VENDOR_API", evalStatus: "FAILED" } }),
  ];
}
