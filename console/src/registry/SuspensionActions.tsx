import { Pause, Play } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import {
  ResumeUseCase,
  type ResumeUseCaseData,
  SuspendUseCase,
  type SuspendUseCaseData,
} from "../generated/operations";
import { ExplainedButton } from "../parts/ExplainedButton";
import { useAct } from "../providers/use-act";
import { useAbility } from "../providers/use-person";
import { FormDialog } from "../parts/form/FormDialog";
import { REASON } from "../parts/form/reason-spec";
import type { Sheet } from "./sheet";

const STOPPED = ["RETIRED", "REFUSED", "MERGED"];

/** Suspend, or resume: the compliance cell's act, with its consequences and a reason. */
export function SuspensionActions({ sheet }: { readonly sheet: Sheet }) {
  const t = useTranslate();
  const suspended = sheet.state === "SUSPENDED";
  const may = useAbility(suspended ? "resume" : "suspend", "UseCase");
  const [open, setOpen] = useState(false);
  const suspend = useAct(SuspendUseCase, pickSuspended);
  const resume = useAct(ResumeUseCase, pickResumed);
  const act = suspended ? resume : suspend;
  const verb = suspended ? "resume" : "suspend";
  if (STOPPED.includes(sheet.state)) return null;
  const keys = liveKeys(sheet);
  const Icon = suspended ? Play : Pause;
  return (
    <>
      <ExplainedButton
        className={suspended ? undefined : "danger"}
        onClick={() => setOpen(true)}
        disabledReason={may ? undefined : t(`registry.${verb}.notYou`)}
      >
        <Icon className="icon" aria-hidden="true" />
        {t(`registry.${verb}.verb`)}
      </ExplainedButton>
      {open ? (
        <FormDialog
          title={t(`registry.${verb}.title`, { name: sheet.name })}
          confirm={t(`registry.${verb}.confirm`, { smart_count: keys })}
          danger={!suspended}
          words="registry"
          specs={REASON}
          act={act}
          variables={({ reason }) => ({ id: sheet.id, reason: reason.trim() })}
          done={t(`registry.${verb}.done`, { name: sheet.name })}
          onClose={() => setOpen(false)}
        >
          <ul className="consequences">
            <li>{t(`registry.${verb}.keys`, { smart_count: keys })}</li>
            <li>{t(`registry.${verb}.requests`)}</li>
            <li>{t(`registry.${verb}.journal`)}</li>
          </ul>
        </FormDialog>
      ) : null}
    </>
  );
}

const pickSuspended = (data: SuspendUseCaseData) => data.suspendUseCase;
const pickResumed = (data: ResumeUseCaseData) => data.resumeUseCase;

const liveKeys = (sheet: Sheet): number =>
  sheet.applications
    .flatMap((application) => application.keys)
    .filter((key) => key.status === "ACTIVE" || key.status === "EXPIRING").length;
