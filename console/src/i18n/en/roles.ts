/** Roles held in an organisation, and what two people make of those that judge the others. */
export const roles = {
  roles: {
    title: "Who holds a role here",
    caption: "Roles held in this organisation today",
    holder: "Person",
    role: "Role",
    since: "Since",
    until: "Until",
    none: "Nobody holds a role here today",
    waiting: "Roles that wait for the compliance cell",
    give: "%{holder} would be given the role “%{role}”",
    end: "%{holder} would lose the role “%{role}”",
    by: "Proposed by %{name} on %{date}",
    own: "Somebody else of the compliance cell decides: neither who proposed it nor whose role it is",
    cell: "The compliance cell decides",
    notYou: "ARIANE proposes these roles, the compliance cell confirms them",
    propose: {
      verb: "Propose a role",
      title: "Propose a role of the compliance cell or of an auditor",
      lead: "It holds once somebody of the compliance cell, neither you nor the person concerned, has confirmed it.",
      done: "Proposed: the compliance cell confirms it.",
      field: { name: "Given name and name", email: "E-mail address", role: "Role", endsOn: "Last day" },
      hint: { email: "Whoever signs in with this address has the role." },
    },
    proposeEnd: {
      verb: "Propose its end",
      title: "Propose that %{holder} is “%{role}” no more",
      lead: "The role is held until somebody else of the compliance cell confirms. The last person of the cell keeps theirs.",
      done: "Proposed: the compliance cell confirms it.",
    },
    confirm: { verb: "Confirm", title: "Confirm: %{change}", done: "Confirmed: it holds from now on." },
    refuse: { verb: "Refuse", title: "Refuse: %{change}", done: "Refused: nothing changes." },
    withdraw: { verb: "Take back", title: "Take back: %{change}", done: "Taken back: nothing changes." },
  },
};

export const roleCodes = {
  membership_countersigned: "This role is proposed, and the compliance cell confirms it",
  membership_nobody_confirms: "Nobody could confirm it",
  membership_change_waits: "A change of this role of this person waits already",
  membership_own_change: "It is your own role: somebody else of the cell decides",
  membership_over: "The role would have ended before it begins: propose it again",
  membership_not_countersigned: "This role ends without a countersignature",
  membership_not_held: "This role has ended already, or has not begun",
  membership_held: "This person already holds this role here",
  membership_not_yours: "This role is not yours to give or to end",
  membership_contractor: "A contractor validates nothing",
  organisation_roles_would_change:
    "A role of the compliance cell or of an auditor would begin or stop counting: have that confirmed first",
};

export const roleConditions = {
  membership_two_people: "The role is proposed by ARIANE and confirmed by the compliance cell",
  membership_somebody_confirms:
    "Somebody of the compliance cell confirms: neither who proposes it nor whose role it is",
  membership_within_reach: "ARIANE gives and ends roles that hold for the whole State",
  membership_not_own: "Somebody else gives and ends each person’s roles",
  membership_not_contractor: "Whoever validates is an agent of the administration",
};
