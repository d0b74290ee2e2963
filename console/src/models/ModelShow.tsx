import { useTranslate } from "react-admin";
import { useParams } from "react-router";
import { ModelOf } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { QueryState } from "../parts/states";
import { Tag } from "../parts/Tag";
import { useOperation } from "../providers/use-operation";
import { AliasSection } from "./AliasSection";
import { DependantsSection } from "./DependantsSection";
import { ModelActs } from "./acts/ModelActs";
import { ModelSteps } from "./ModelSteps";
import { ProvenanceSection } from "./ProvenanceSection";
import { modelTag, type ModelSheet } from "./model-states";

/** One model: where its life stands and what the next step asks, where it comes from, who would miss it. */
export function ModelShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const query = useOperation(ModelOf, { id });
  return (
    <QueryState query={query}>
      {({ model }) =>
        model === null ? (
          <PageHead title={t("models.notFound")} lead={t("models.notFoundLead")} />
        ) : (
          <SheetPage sheet={model} />
        )
      }
    </QueryState>
  );
}

function SheetPage({ sheet }: { readonly sheet: ModelSheet }) {
  const t = useTranslate();
  const format = useFormat();
  useCrumbs([{ label: t("menu.models"), to: "/models" }, { label: sheet.name }]);
  const lead = t("models.sheetLead", {
    publisher: sheet.publisher,
    country: sheet.publisherCountry,
    licence: sheet.licence,
    context: format.unit(sheet.contextWindow, "tokens"),
  });
  return (
    <>
      <PageHead
        title={sheet.name}
        tags={
          <>
            <Tag state={modelTag(sheet.state)}>{t(`modelState.${sheet.state}`)}</Tag>
            {sheet.simulatedOnly ? <Tag state="warned">{t("models.simulated")}</Tag> : null}
          </>
        }
        lead={sheet.proposedFor === null ? lead : `${lead} ${t("models.askedBy", { name: sheet.proposedFor.name })}`}
        actions={<ModelActs sheet={sheet} />}
      />
      <SunsetNote sheet={sheet} />
      <div className="columns" style={{ "--aside": "416px" } as React.CSSProperties}>
        <div className="stack">
          <DependantsSection sheet={sheet} />
          <AliasSection sheet={sheet} />
        </div>
        <div className="stack">
          <ModelSteps sheet={sheet} />
          <ProvenanceSection sheet={sheet} />
        </div>
      </div>
    </>
  );
}

/** The announced end: until when it answers, what to call instead, and why. */
function SunsetNote({ sheet }: { readonly sheet: ModelSheet }) {
  const t = useTranslate();
  const format = useFormat();
  if (sheet.sunset === null) return null;
  const { endsAt, announcedAt, replacement, reason } = sheet.sunset;
  const when = t(sheet.state === "RETIRED" ? "models.sunset.over" : "models.sunset.until", {
    date: format.date(endsAt),
    announced: format.date(announcedAt),
  });
  const instead =
    replacement === null ? t("models.sunset.nothing") : t("models.sunset.instead", { name: replacement.name });
  return (
    <p className="note warning">
      <span>
        {when} {instead} {t("models.sunset.because", { reason })}
      </span>
    </p>
  );
}
