export const audit = {
  audit: {
    lead: "What an auditor asks of a period: figures counted again from the records, findings first.",
    computed: "%{from} to %{to}, both included, days of Paris. Computed on %{at}.",
    from: "From",
    to: "To",
    show: "Show",
    thisMonth: "This month",
    lastMonth: "Last month",
    print: "Version to print",
    notYou: "The audit report is for the compliance cell, ARIANE and auditors.",
    nothingFound: "Nothing in these figures asks for a look.",
    table: "Table: %{title}",
    noLine: "No line in this period.",
    fault: {
      day: "Give two days.",
      order: "The last day comes before the first.",
      long: "The period is longer than 366 days.",
    },
  },
};
