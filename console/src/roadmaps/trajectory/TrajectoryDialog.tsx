import { useTranslate } from "react-admin";
import { type DependencyDomain, SetTrajectory, type SetTrajectoryData } from "../../generated/operations";
import { FormDialog } from "../../parts/form/FormDialog";
import type { OwnField } from "../../parts/form/FormFields";
import { ChoiceField } from "../../parts/ChoiceField";
import { useAct } from "../../providers/use-act";
import { DOMAINS } from "../inventory/dependency-form";
import type { RoadmapSheet } from "../roadmap-states";
import { toTrajectory, type TrajectoryForm, trajectoryForm, trajectoryIn, wrongCells } from "./trajectory-form";
import { TrajectoryGrid } from "./TrajectoryGrid";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly onClose: () => void;
}

/** Sets the whole trajectory at once: what is planned by year and domain, and where the ministry means to be. */
export function TrajectoryDialog({ sheet, onClose }: Props) {
  const t = useTranslate();
  const act = useAct(SetTrajectory, pick);
  const { id: roadmapId, version } = sheet;
  return (
    <FormDialog
      wide
      title={t("roadmaps.edit.trajectory")}
      confirm={t("action.save")}
      words="roadmaps.trajectory"
      specs={[{ name: "grid", kind: "own" }]}
      initial={{ grid: JSON.stringify(trajectoryForm(sheet.content)) }}
      wrong={({ grid }) => (wrongCells(trajectoryIn(grid)).length === 0 ? [] : ["grid"])}
      own={{ grid: (field) => <GridField {...field} /> }}
      act={act}
      variables={({ grid }) => ({ roadmapId, version, ...toTrajectory(trajectoryIn(grid)) })}
      done={t("roadmaps.saved", { name: t("roadmaps.sheet.trajectory") })}
      onClose={onClose}
    />
  );
}

function GridField({ id, value, tried, onChange }: OwnField) {
  const t = useTranslate();
  const form = trajectoryIn(value);
  const others = DOMAINS.filter((domain) => !form.domains.includes(domain));
  const put = (part: Partial<TrajectoryForm>) => onChange(JSON.stringify({ ...form, ...part }));
  return (
    <>
      <TrajectoryGrid
        form={form}
        wrong={tried ? wrongCells(form) : []}
        onChange={(key, typed) => put({ cells: { ...form.cells, [key]: typed } })}
      />
      {others.length === 0 ? null : (
        <ChoiceField
          frame={{ id, label: t("roadmaps.add.domain") }}
          value=""
          options={[["", ""], ...others.map((one) => [one, t(`dependencyDomain.${one}`)] as const)]}
          onChange={(domain) => put({ domains: [...form.domains, domain as DependencyDomain] })}
        />
      )}
    </>
  );
}

const pick = (data: SetTrajectoryData) => data.setTrajectory;
