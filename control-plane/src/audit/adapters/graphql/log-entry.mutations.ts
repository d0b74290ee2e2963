import { inputType } from "../../../platform/graphql/input-type.js";
import { answering, mutations } from "../../../platform/graphql/mutations.js";
import { LOG_SALTS } from "../../audit.tokens.js";
import type { LogSalts } from "../../ports/log-salts.port.js";
import { askSaltErasure, erasureInput, eraseSalt } from "../../use-cases/erase-salt.use-case.js";
import { AskLogSaltErasureResult, EraseLogSaltResult } from "./log-entry.types.js";

const Erasure = inputType("EraseLogSaltInput", erasureInput);

/** Verbs on what opens a log's entries. */
export const LogEntryMutations = mutations<LogSalts>(LOG_SALTS, {
  askLogSaltErasure: answering(AskLogSaltErasureResult)(
    askSaltErasure,
    Erasure,
    "Asks another person to erase what opens an entry; the governance log's are erased no other way.",
  ),
  eraseLogSalt: answering(EraseLogSaltResult)(
    eraseSalt,
    Erasure,
    "Makes it impossible to show what an entry commits to; the log verifies as before. An entry of the governance log takes another person, who asked.",
  ),
});
