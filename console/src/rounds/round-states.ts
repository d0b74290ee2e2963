import type { AllocationRoundData, RoundLinesData } from "../generated/operations";
import type { TagState } from "../parts/Tag";

export type RoundSheet = AllocationRoundData & { readonly round: NonNullable<AllocationRoundData["allocationRound"]> };
export type RoundStateName = RoundSheet["round"]["state"];
export type RoundLineRow = RoundLinesData["roundLines"]["edges"][number]["node"];
export type Explanation = RoundLineRow["explanations"][number];

const TAGS: Readonly<Record<RoundStateName, TagState>> = {
  DRAFT: "plain",
  SUBMITTED: "waiting",
  TECHNICAL_REVIEW: "waiting",
  ARBITRATION: "waiting",
  GRANTED: "active",
  PARTIAL: "warned",
  REFUSED: "refused",
  ACTIVE: "active",
  COMPLEMENT: "active",
  CLAWBACK: "warned",
  CLOSED: "plain",
};
export const roundTag = (state: RoundStateName): TagState => TAGS[state];

/** Acts that ask for a reason and nothing else; the others have a part of the page of their own. */
export const PLAIN_STEPS = [
  "submit",
  "review",
  "arbitrate",
  "propose",
  "expedite",
  "activate",
  "look_back",
  "complement",
  "close",
] as const;
export type PlainStep = (typeof PLAIN_STEPS)[number];

export const isPlainStep = (act: string): act is PlainStep => (PLAIN_STEPS as readonly string[]).includes(act);

/** What a line is granted in a quarter, over its pools. */
export const grantedIn = (line: RoundLineRow, quarter: string): number =>
  line.placements.filter((place) => place.quarter === quarter).reduce((sum, { gpus }) => sum + gpus, 0);

/** What it asked for in a quarter as likely. */
export const askedIn = (line: RoundLineRow, quarter: string): number =>
  line.asks.find((ask) => ask.quarter === quarter)?.likely ?? 0;
