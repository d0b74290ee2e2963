import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  AdoptOpinion,
  type AdoptOpinionData,
  PublishOpinion,
  type PublishOpinionData,
} from "../../generated/operations";
import { useFormat } from "../../i18n/use-format";
import { figureOf, type FieldSpec } from "../../parts/form/field-spec";
import { FormDialog } from "../../parts/form/FormDialog";
import { Tag } from "../../parts/Tag";
import { codeKey } from "../../providers/refusal";
import { useAct } from "../../providers/use-act";
import { useAbility } from "../../providers/use-person";
import { OPINION_TAG, type OpinionRow } from "../desk-state";
import { Facts, type RecordAct, RecordDialog } from "../../parts/RecordDialog";

const VOTES: readonly FieldSpec<"for" | "against" | "abstained" | "adoptedOn">[] = [
  { name: "for", kind: "whole", min: 0, max: 1000 },
  { name: "against", kind: "whole", min: 0, max: 1000 },
  { name: "abstained", kind: "whole", min: 0, max: 1000 },
  { name: "adoptedOn", kind: "day" },
];

interface Props {
  readonly opinion: OpinionRow;
  readonly onClose: () => void;
}

/** One opinion, its votes and the figures that the committee reasoned on. */
export function OpinionDialog({ opinion, onClose }: Props) {
  const t = useTranslate();
  const [act, setAct] = useState<"adopt" | "publish" | null>(null);
  const may = { adopt: useAbility("update", "Opinion"), publish: useAbility("publish", "Opinion") };
  const adopt = useAct(AdoptOpinion, pickAdopted);
  const publish = useAct(PublishOpinion, pickPublished);
  const { id, version } = opinion;
  if (act === "adopt")
    return (
      <FormDialog
        title={t("opinion.adoptTitle", { number: opinion.number })}
        confirm={t("opinion.act.adopt")}
        words="opinion"
        specs={VOTES}
        act={adopt}
        variables={(typed) => ({
          input: {
            ...{ id, version, adoptedOn: typed.adoptedOn },
            votes: { for: figureOf(typed.for), against: figureOf(typed.against), abstained: figureOf(typed.abstained) },
          },
        })}
        done={t("opinion.adopted")}
        onClose={() => setAct(null)}
      />
    );
  if (act === "publish")
    return (
      <FormDialog
        title={t("opinion.publishTitle", { number: opinion.number })}
        confirm={t("opinion.act.publish")}
        words="opinion"
        specs={[]}
        act={publish}
        variables={() => ({ id, version })}
        done={t("opinion.published")}
        onClose={() => setAct(null)}
      >
        <p className="ink2">{t("opinion.publishConsequence")}</p>
      </FormDialog>
    );
  const step = opinion.state === "DRAFT" ? "adopt" : opinion.state === "ADOPTED" ? "publish" : null;
  const acts: readonly RecordAct<"adopt" | "publish">[] =
    step === null ? [] : [{ id: step, whyNot: may[step] ? undefined : t(`opinion.notYou.${step}`) }];
  return (
    <RecordDialog
      title={`${opinion.number} · ${opinion.title}`}
      tag={<Tag state={OPINION_TAG[opinion.state]}>{t(`opinionState.${opinion.state}`)}</Tag>}
      words="opinion"
      acts={acts}
      onAct={setAct}
      onClose={onClose}
    >
      <OpinionFacts opinion={opinion} />
    </RecordDialog>
  );
}

function OpinionFacts({ opinion }: { readonly opinion: OpinionRow }) {
  const t = useTranslate();
  const format = useFormat();
  const { votes } = opinion;
  const figures = opinion.figures.map(
    ({ name, value }) => `${t(`desk.figure.${codeKey(name)}`, { _: name })} : ${format.integer(value)}`,
  );
  return (
    <Facts
      facts={[
        [t("opinion.field.subject"), opinion.subject],
        [t("opinion.field.text"), opinion.text],
        [t("opinion.votes"), votes === null ? "" : t("opinion.votesCast", { ...votes })],
        [t("opinion.adoptedOn"), opinion.adoptedOn === null ? "" : format.date(opinion.adoptedOn)],
        [t("opinion.figures"), figures.join(" · ")],
      ]}
    />
  );
}

const pickAdopted = (data: AdoptOpinionData) => data.adoptOpinion;
const pickPublished = (data: PublishOpinionData) => data.publishOpinion;
