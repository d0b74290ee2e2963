/** Roles that are lent in an emergency: asked for, lent by another, reviewed by the compliance cell. */
export const emergency = {
  emergency: {
    title: "Emergency accesses",
    lead: "A role that one person asks for, another lends for a day at most, and the compliance cell reviews. What is done meanwhile is in the journal and in the audit report.",
    none: "No role was lent here in an emergency",
    what: "%{holder} · “%{role}” for %{smart_count} hour |||| %{holder} · “%{role}” for %{smart_count} hours",
    asked: "Asked for on %{date}: %{reason}",
    lasts: "Counts until %{date}; lent by %{name}",
    over: "Over since %{date}; lent by %{name}: to be reviewed by the compliance cell",
    reviewed: "Over since %{date}; reviewed by %{name}: %{finding}",
    answers: "ARIANE or the compliance cell lends a role; the cell alone, one of its own or an auditor’s",
    ask: {
      verb: "Ask for a role in an emergency",
      title: "Ask for a role in an emergency",
      lead: "It counts once ARIANE or the compliance cell has confirmed it, ends by itself, and is reviewed before you can have another. It gives no power over roles, rules and the journal.",
      done: "Asked for: ARIANE or the compliance cell answers.",
      field: { role: "Role", hours: "Hours, 24 at most" },
    },
    confirm: { verb: "Lend the role", title: "Lend: %{what}", done: "Lent: it counts from now on." },
    refuse: { verb: "Refuse", title: "Refuse: %{what}", done: "Refused: nothing changes." },
    return: { verb: "Give back", title: "Give back: %{what}", done: "Given back: it counts no more." },
    revoke: { verb: "End at once", title: "End at once: %{what}", done: "Ended: it counts no more." },
    review: {
      verb: "Review",
      title: "Review: %{what}",
      done: "Reviewed: the finding is in the audit report.",
    },
  },
};

export const emergencyCodes = {
  emergency_cell_answers: "The compliance cell alone lends one of its roles, or an auditor’s",
  emergency_lapsed: "It was asked for more than a day ago: it is asked for again, if it must",
  emergency_not_lasting: "It counts no more, or has not begun",
  emergency_not_over: "It is reviewed once it is over; it can be ended first",
  emergency_reviewed: "It has been reviewed already",
  emergency_own_review: "Neither who had the role nor who lent it reviews it",
  emergency_elsewhere: "A role is lent where you hold one already, or below",
  emergency_one_at_a_time: "A former access waits, counts or is to be reviewed: that comes first",
};
