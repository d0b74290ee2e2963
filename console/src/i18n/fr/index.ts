import { frenchSpacing } from "../french-spacing";
import { capacity } from "./capacity";
import { codes } from "./codes";
import { ledger } from "./ledger";
import { registry } from "./registry";
import { shell } from "./shell";
import { words } from "./words";

export const fr = frenchSpacing({ ...shell, ...registry, ...capacity, ...ledger, ...words, ...codes });
