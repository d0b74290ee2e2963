import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { type BrickRow, Bricks, UseBrick, type UseBrickData } from "../../generated/operations";
import { ExplainedButton } from "../../parts/ExplainedButton";
import { FormDialog } from "../../parts/form/FormDialog";
import { Section } from "../../parts/Section";
import { Empty } from "../../parts/states";
import { Tag } from "../../parts/Tag";
import { brickTag } from "../../portfolio/portfolio-states";
import { useAct } from "../../providers/use-act";
import { useOperation } from "../../providers/use-operation";
import { useAbility } from "../../providers/use-person";
import type { Sheet } from "../sheet";

/** What it is built with. */
export function BricksSection({ sheet, bricks }: { readonly sheet: Sheet; readonly bricks: readonly BrickRow[] }) {
  const t = useTranslate();
  const [adding, setAdding] = useState(false);
  const may = useAbility("update", "UseCase");
  return (
    <Section
      title={t("menu.bricks")}
      aside={
        <ExplainedButton
          size="small"
          variant="outlined"
          onClick={() => setAdding(true)}
          disabledReason={may ? undefined : t("bricks.use.notYou")}
        >
          {t("bricks.use.verb")}
        </ExplainedButton>
      }
    >
      {bricks.length === 0 ? (
        <Empty title={t("bricks.use.none")}>
          <p className="ink2">{t("bricks.use.noneLead")}</p>
        </Empty>
      ) : (
        <ul className="list-plain">
          {bricks.map((brick) => (
            <li key={brick.id}>
              <Link to={`/bricks/${brick.id}/show`}>{brick.name}</Link>{" "}
              <Tag state={brickTag(brick.state)}>{t(`brickState.${brick.state}`)}</Tag>
              <div className="small ink2">{brick.description}</div>
            </li>
          ))}
        </ul>
      )}
      {adding ? <UseBrickDialog sheet={sheet} present={bricks} onClose={() => setAdding(false)} /> : null}
    </Section>
  );
}

interface DialogProps {
  readonly sheet: Sheet;
  readonly present: readonly BrickRow[];
  readonly onClose: () => void;
}

function UseBrickDialog({ sheet, present, onClose }: DialogProps) {
  const t = useTranslate();
  const act = useAct(UseBrick, pick);
  const all = useOperation(Bricks, {}).data?.bricks ?? [];
  const choices = all
    .filter(({ id }) => !present.some((brick) => brick.id === id))
    .map(({ id, name }) => [id, name] as const);
  return (
    <FormDialog
      title={t("bricks.use.title", { name: sheet.name })}
      confirm={t("bricks.use.confirm")}
      words="bricks"
      specs={[{ name: "brickId", kind: "choice", choices }]}
      act={act}
      variables={({ brickId }) => ({ input: { useCaseId: sheet.id, brickId } })}
      done={t("bricks.use.done")}
      onClose={onClose}
    >
      <p className="ink2">{t("bricks.use.about")}</p>
    </FormDialog>
  );
}

const pick = (data: UseBrickData) => data.useBrick;
