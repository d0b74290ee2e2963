import { useState } from "react";
import { useNotify, useTranslate } from "react-admin";
import { type DependencyDomain, SetTrajectory, type SetTrajectoryData } from "../../generated/operations";
import { ActDialog } from "../../parts/ActDialog";
import { ChoiceField } from "../../parts/FormFields";
import { useAct } from "../../providers/use-act";
import { DOMAINS } from "../inventory/dependency-form";
import type { RoadmapSheet } from "../roadmap-states";
import { toTrajectory, trajectoryForm, wrongCells } from "./trajectory-form";
import { TrajectoryGrid } from "./TrajectoryGrid";

interface Props {
  readonly sheet: RoadmapSheet;
  readonly onClose: () => void;
}

/** Sets the whole trajectory at once: what is planned by year and domain, and where the ministry means to be. */
export function TrajectoryDialog({ sheet, onClose }: Props) {
  const t = useTranslate();
  const notify = useNotify();
  const act = useAct(SetTrajectory, pick);
  const [form, setForm] = useState(() => trajectoryForm(sheet.content));
  const [tried, setTried] = useState(false);
  const confirm = async () => {
    setTried(true);
    if (wrongCells(form).length > 0) return;
    const done = await act.run({ roadmapId: sheet.id, version: sheet.version, ...toTrajectory(form) });
    if (done === null) return;
    onClose();
    notify(t("roadmaps.saved", { name: t("roadmaps.sheet.trajectory") }), { type: "success" });
  };
  const others = DOMAINS.filter((domain) => !form.domains.includes(domain));
  const add = (domain: string) =>
    domain === "" ? undefined : setForm({ ...form, domains: [...form.domains, domain as DependencyDomain] });
  return (
    <ActDialog
      open
      wide
      title={t("roadmaps.edit.trajectory")}
      confirm={t("action.save")}
      act={act}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <TrajectoryGrid
        form={form}
        wrong={tried ? wrongCells(form) : []}
        onChange={(key, value) => setForm({ ...form, cells: { ...form.cells, [key]: value } })}
      />
      {others.length === 0 ? null : (
        <ChoiceField
          frame={{ id: "trajectory-domain", label: t("roadmaps.add.domain") }}
          value=""
          options={[["", ""], ...others.map((one) => [one, t(`dependencyDomain.${one}`)] as const)]}
          onChange={add}
        />
      )}
    </ActDialog>
  );
}

const pick = (data: SetTrajectoryData) => data.setTrajectory;
