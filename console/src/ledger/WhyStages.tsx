import { useTranslate } from "react-admin";
import { useFormat } from "../i18n/use-format";
import type { Detail } from "./decision-detail";

interface Props {
  readonly stages: Detail["stages"];
  readonly outcome: string;
}

/** The stages of the request's life with their durations; the last one carries the verdict. */
export function WhyStages({ stages, outcome }: Props) {
  const t = useTranslate();
  const format = useFormat();
  const classOf = (name: string, index: number): string | undefined => {
    if (name === "firstByte" || name === "queue") return "waited";
    return index === stages.length - 1 && outcome !== "served" ? "stopped" : undefined;
  };
  if (stages.length === 0) return null;
  return (
    <ol className="stages" aria-label={t("why.stages")}>
      {stages.map((stage, index) => (
        <li key={stage.name} className={classOf(stage.name, index)}>
          <b>{t(`stage.${stage.name}`, { _: stage.name })}</b>
          {format.milliseconds(stage.ms)}
        </li>
      ))}
    </ol>
  );
}
