import { Button } from "@mui/material";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { useParams } from "react-router";
import { MoveNeed, type MoveNeedData, Need } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { type Column, Table } from "../parts/Table";
import { Segments } from "../parts/Tabs";
import { Tag } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { isEditable, type NeedSheet, submissionTag } from "./campaign-states";
import { NeedDialog } from "./NeedDialog";
import { SizingPanel } from "./SizingPanel";
import { SubmissionActs, type StepInput } from "./SubmissionActs";
import { SubmissionComments } from "./SubmissionComments";
import { SubmissionHistory } from "./SubmissionHistory";

/** One need: its quantities, and why they take so many GPUs. */
export function NeedShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const query = useOperation(Need, { id });
  return (
    <QueryState query={query}>
      {({ capacityNeed }) =>
        capacityNeed === null ? (
          <PageHead title={t("campaigns.needNotFound")} lead={t("registry.notFoundLead")} />
        ) : (
          <SheetPage sheet={capacityNeed} />
        )
      }
    </QueryState>
  );
}

function SheetPage({ sheet }: { readonly sheet: NeedSheet }) {
  const t = useTranslate();
  const [editing, setEditing] = useState(false);
  const [quarter, setQuarter] = useState(sheet.quantities[0]?.quarter ?? "");
  const mayWrite = useAbility("declare", "CapacityNeed") && isEditable(sheet.state);
  const { campaign, organisation } = sheet;
  const known = campaign === null || organisation === null ? null : { campaign, organisation };
  useCrumbs([
    { label: t("menu.campaigns"), to: "/campaigns" },
    ...(campaign === null ? [] : [{ label: campaign.name, to: `/campaigns/${campaign.id}/show` }]),
    { label: sheet.title },
  ]);
  return (
    <>
      <PageHead
        title={sheet.title}
        tags={<Tag state={submissionTag(sheet.state)}>{t(`submissionState.${sheet.state}`)}</Tag>}
        lead={t("campaigns.needLead", {
          name: organisation?.name ?? t("campaigns.hidden"),
          model: sheet.model,
          criticality: sheet.criticality,
        })}
        actions={
          <>
            {mayWrite && known !== null ? (
              <Button variant="outlined" onClick={() => setEditing(true)}>
                {t("campaigns.editNeed")}
              </Button>
            ) : null}
            <SubmissionActs submission={sheet} useStep={useMoveNeed} />
          </>
        }
      />
      <div className="stack">
        <QuantityTable sheet={sheet} />
        <Section
          title={t("sizing.title")}
          aside={
            <Segments
              label={t("campaigns.quarter")}
              current={quarter}
              onChange={setQuarter}
              tabs={sheet.quantities.map((one) => ({ id: one.quarter, label: one.quarter }))}
            />
          }
        >
          <SizingPanel needId={sheet.id} quarter={quarter} />
        </Section>
        <SubmissionComments id={sheet.id} target="NEED" comments={sheet.comments} />
        <SubmissionHistory events={sheet.history} />
      </div>
      {editing && known !== null ? (
        <NeedDialog
          campaignId={known.campaign.id}
          organisationId={known.organisation.id}
          present={sheet}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </>
  );
}

type Quantity = NeedSheet["quantities"][number];

function QuantityTable({ sheet }: { readonly sheet: NeedSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const columns: readonly Column<Quantity>[] = [
    { id: "quarter", header: t("campaigns.quarter"), cell: (row) => row.quarter },
    ...(["low", "likely", "high"] as const).map((level): Column<Quantity> => ({
      id: level,
      header: t(`campaigns.level.${level}`),
      numeric: true,
      cell: (row) => format.decimal(row[level]),
    })),
  ];
  return (
    <Section bare title={t(sheet.profile === "TRAINING" ? "campaigns.gpuHours" : "campaigns.requests")}>
      <Table
        caption={t("campaigns.quantities")}
        columns={columns}
        rows={sheet.quantities}
        rowKey={(row) => row.quarter}
        ruled
        fits
      />
      <p className="ink2">{sheet.justification}</p>
    </Section>
  );
}

/** The act takes its input whole; a need promises nothing, so it has no over-commitment. */
function useMoveNeed() {
  const act = useAct(MoveNeed, pick);
  return {
    ...act,
    run: ({ id, step, expectedVersion, reason }: StepInput) =>
      act.run({ input: { id, step, expectedVersion, reason } }),
  };
}

const pick = (data: MoveNeedData) => data.moveCapacityNeed;
