import { audit } from "./audit";
import { campaignCodes, campaignConditions, campaigns } from "./campaigns";
import { capacity } from "./capacity";
import { codes } from "./codes";
import { consolidations } from "./consolidations";
import { ledger } from "./ledger";
import { registry } from "./registry";
import { roadmaps } from "./roadmaps";
import { rounds } from "./rounds";
import { shell } from "./shell";
import { words } from "./words";

export const en = {
  ...shell,
  ...audit,
  ...registry,
  ...capacity,
  ...ledger,
  ...roadmaps,
  ...rounds,
  ...campaigns,
  ...consolidations,
  ...words,
  ...codes,
  code: { ...codes.code, ...campaignCodes },
  condition: { ...codes.condition, ...campaignConditions },
};
