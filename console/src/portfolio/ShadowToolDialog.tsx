import { Button, Dialog } from "@mui/material";
import { useId, useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import {
  AnswerShadowTool,
  type AnswerShadowToolData,
  CloseShadowTool,
  type CloseShadowToolData,
  type ShadowToolRow,
} from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { ExplainedButton } from "../parts/ExplainedButton";
import { orNull, type FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { Tag } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import { shadowToolTag } from "./portfolio-states";

interface Props {
  readonly tool: ShadowToolRow;
  readonly onClose: () => void;
}

/** One declared tool, whole, with what can be done about it. */
export function ShadowToolDialog({ tool, onClose }: Props) {
  const t = useTranslate();
  const id = useId();
  const [act, setAct] = useState<"answer" | "close" | null>(null);
  const may = { answer: useAbility("select", "ShadowTool"), close: useAbility("update", "ShadowTool") };
  const whyNot = (name: "answer" | "close"): string | undefined => {
    if (!may[name]) return t(`shadowTools.${name}.notYou`);
    return tool.state === "CLOSED" ? t("shadowTools.isClosed") : undefined;
  };
  if (act === "answer") return <AnswerDialog tool={tool} onClose={() => setAct(null)} />;
  if (act === "close") return <CloseDialog tool={tool} onClose={() => setAct(null)} />;
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm" transitionDuration={0}>
      <h2 id={id} className="dialog-title">
        {tool.name} <Tag state={shadowToolTag(tool.state)}>{t(`shadowToolState.${tool.state}`)}</Tag>
      </h2>
      <div className="dialog-content">
        <ToolFacts tool={tool} />
      </div>
      <div className="dialog-bar">
        <Button onClick={onClose}>{t("action.close")}</Button>
        <ExplainedButton variant="outlined" onClick={() => setAct("close")} disabledReason={whyNot("close")}>
          {t("shadowTools.close.verb")}
        </ExplainedButton>
        <ExplainedButton variant="contained" onClick={() => setAct("answer")} disabledReason={whyNot("answer")}>
          {t(tool.answer === null ? "shadowTools.answer.verb" : "shadowTools.answer.again")}
        </ExplainedButton>
      </div>
    </Dialog>
  );
}

function ToolFacts({ tool }: { readonly tool: ShadowToolRow }) {
  const t = useTranslate();
  const format = useFormat();
  return (
    <dl className="pairs left">
      <dt>{t("registry.organisation")}</dt>
      <dd>{tool.organisation.name}</dd>
      <dt>{t("shadowTools.field.vendor")}</dt>
      <dd>
        {tool.vendor} ({tool.vendorCountry})
      </dd>
      <dt>{t("shadowTools.field.purpose")}</dt>
      <dd>{tool.purpose}</dd>
      <dt>{t("shadowTools.agents")}</dt>
      <dd>{tool.agents === null ? t("shadowTools.unknownAgents") : format.integer(tool.agents)}</dd>
      <dt>{t("registry.declaredAt")}</dt>
      <dd>{format.date(tool.declaredAt)}</dd>
      <dt>{t("shadowTools.alternative")}</dt>
      <dd>
        {tool.alternative === null ? (
          t("shadowTools.noAlternative")
        ) : (
          <Link to={`/use-cases/${tool.alternative.id}/show`}>{tool.alternative.name}</Link>
        )}
      </dd>
      {tool.answer === null ? null : (
        <>
          <dt>{t("shadowTools.answerOf")}</dt>
          <dd>{tool.answer}</dd>
        </>
      )}
    </dl>
  );
}

const answerSpecs = ({ alternative }: ShadowToolRow): readonly FieldSpec<"answer" | "alternativeId">[] => [
  {
    name: "alternativeId",
    kind: "use-case",
    optional: true,
    choices: alternative === null ? [] : [[alternative.id, alternative.name]],
  },
  { name: "answer", kind: "text", min: 3, max: 2000 },
];

/** The AI cell names the sovereign alternative, or says what will come. */
function AnswerDialog({ tool, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(AnswerShadowTool, pickAnswered);
  return (
    <FormDialog
      title={t("shadowTools.answer.title", { name: tool.name })}
      confirm={t("shadowTools.answer.verb")}
      words="shadowTools"
      specs={answerSpecs(tool)}
      initial={{ alternativeId: tool.alternative?.id ?? "", answer: tool.answer ?? "" }}
      act={act}
      variables={(typed) => ({
        input: { id: tool.id, answer: typed.answer.trim(), alternativeId: orNull(typed.alternativeId) },
      })}
      done={t("shadowTools.answer.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("shadowTools.answer.about")}</p>
    </FormDialog>
  );
}

const REASON: readonly FieldSpec<"reason">[] = [{ name: "reason", kind: "text", min: 3, max: 2000 }];

/** The body says that its agents have left the tool. */
function CloseDialog({ tool, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(CloseShadowTool, pickClosed);
  return (
    <FormDialog
      title={t("shadowTools.close.title", { name: tool.name })}
      confirm={t("shadowTools.close.verb")}
      danger
      words="shadowTools"
      specs={REASON}
      act={act}
      variables={({ reason }) => ({ id: tool.id, reason: reason.trim() })}
      done={t("shadowTools.close.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("shadowTools.close.about")}</p>
    </FormDialog>
  );
}

const pickAnswered = (data: AnswerShadowToolData) => data.answerShadowTool;
const pickClosed = (data: CloseShadowToolData) => data.closeShadowTool;
