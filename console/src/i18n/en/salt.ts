/** Erasure of what opens an entry of a transparency log. */
export const salt = {
  salt: {
    field: { log: "Log", entryId: "Entry" },
    hint: { entryId: "Identifier of the act, or replica/epoch/number of the request." },
    log: { GOVERNANCE: "Acts of governance", INFERENCE: "Requests" },
    ask: {
      verb: "Ask for an erasure",
      title: "Ask that an entry be opened no more",
      lead: "The law may ask that the content of an entry be forgotten. What you ask for waits thirty days for another person of the cell, who erases it; the journal says so.",
      done: "Asked for: another person of the cell erases it within thirty days.",
    },
    erase: {
      verb: "Erase",
      title: "Erase what opens an entry",
      lead: "For good: nobody will be able to show any more what the entry committed to. The entry stays and the log verifies as before. Of an act of governance, another person has asked for it first.",
      done: "Erased: nothing opens this entry any more.",
    },
  },
};

export const saltCodes = {
  log_entry_erased: "The salt of this entry was erased before",
  log_entry_erasure_not_asked: "Another person of the cell has to ask for it first",
  log_entry_not_published: "The entry is in no checkpoint yet: try again in a minute",
};
