import { ExplainedButton } from "./ExplainedButton";

export type ChangeVerb = "confirm" | "refuse" | "withdraw";

interface Props {
  /** Whoever looks wrote it: all they may do is take it back. */
  readonly own: boolean;
  /** Why somebody may not decide; they may where it is absent. */
  readonly whyNot: string | undefined;
  readonly label: (verb: ChangeVerb) => string;
  readonly onAct: (verb: ChangeVerb) => void;
}

/** What may be done about a change that waits for a second person: its author takes it back, another one answers. */
export function SecondPersonActs({ own, whyNot, label, onAct }: Props) {
  const verbs: readonly ChangeVerb[] = own ? ["withdraw"] : ["confirm", "refuse"];
  return (
    <div className="acts" style={{ display: "flex", gap: 8, paddingTop: 8 }}>
      {verbs.map((verb) => (
        <ExplainedButton
          key={verb}
          size="small"
          variant={verb === "confirm" ? "contained" : "outlined"}
          onClick={() => onAct(verb)}
          disabledReason={verb === "withdraw" ? undefined : whyNot}
        >
          {label(verb)}
        </ExplainedButton>
      ))}
    </div>
  );
}
