import { useState } from "react";
import { useTranslate } from "react-admin";
import { useParams } from "react-router";
import { Roadmap } from "../generated/operations";
import { useCrumbs } from "../layout/crumbs";
import { PageHead } from "../parts/PageHead";
import { Conditions } from "../parts/RefusalNote";
import { Section } from "../parts/Section";
import { QueryState } from "../parts/states";
import { Tabs } from "../parts/Tabs";
import { Tag } from "../parts/Tag";
import { codeKey } from "../providers/refusal";
import { useOperation } from "../providers/use-operation";
import { ActionsSection } from "./actions/ActionsSection";
import { ExitsSection } from "./exits/ExitsSection";
import { InventorySection } from "./inventory/InventorySection";
import { RoadmapHistory } from "./RoadmapHistory";
import { StepButtons } from "./StepButtons";
import { TrajectorySection } from "./trajectory/TrajectorySection";
import { roadmapTag, type RoadmapSheet } from "./roadmap-states";

const VIEWS = ["inventory", "actions", "exits", "trajectory", "history"] as const;
type View = (typeof VIEWS)[number];
/** Views whose tables take the page's width: what validation asks for then stands below them. */
const WIDE: readonly View[] = ["actions", "trajectory"];

/** One ministry's roadmap: what it depends on, what it does about it, what validation still asks for. */
export function RoadmapShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const query = useOperation(Roadmap, { id });
  return (
    <QueryState query={query}>
      {({ roadmap }) =>
        roadmap === null ? (
          <PageHead title={t("roadmaps.notFound")} lead={t("registry.notFoundLead")} />
        ) : (
          <SheetPage sheet={roadmap} />
        )
      }
    </QueryState>
  );
}

function SheetPage({ sheet }: { readonly sheet: RoadmapSheet }) {
  const t = useTranslate();
  const [view, setView] = useState<View>("inventory");
  const title = t("roadmaps.title", { name: sheet.organisation.acronym ?? sheet.organisation.name, year: sheet.year });
  const { readiness } = sheet.content;
  const words = ({ code, missing }: (typeof readiness)[number]): string =>
    [
      t(`roadmaps.ready.${codeKey(code)}`),
      missing.length === 0 ? "" : t("roadmaps.missing", { list: missing.join(", ") }),
    ]
      .filter(Boolean)
      .join(" ");
  useCrumbs([{ label: t("menu.roadmaps"), to: "/roadmaps" }, { label: title }]);
  return (
    <>
      <PageHead
        title={title}
        tags={<Tag state={roadmapTag(sheet.state)}>{t(`roadmapState.${sheet.state}`)}</Tag>}
        lead={t("roadmaps.sheetLead", { smart_count: sheet.content.dependencies.length })}
        actions={<StepButtons sheet={sheet} />}
      />
      <div className="tab-row">
        <Tabs
          label={t("roadmaps.sheetViews")}
          current={view}
          onChange={setView}
          tabs={VIEWS.map((one) => ({ id: one, label: t(`roadmaps.sheet.${one}`) }))}
        />
      </div>
      <div className={WIDE.includes(view) ? "stack" : "columns"} style={{ "--aside": "360px" } as React.CSSProperties}>
        <div className="stack">
          {view === "inventory" ? <InventorySection sheet={sheet} /> : null}
          {view === "actions" ? <ActionsSection sheet={sheet} /> : null}
          {view === "exits" ? <ExitsSection sheet={sheet} /> : null}
          {view === "trajectory" ? <TrajectorySection sheet={sheet} /> : null}
          {view === "history" ? <RoadmapHistory sheet={sheet} /> : null}
        </div>
        <Section
          title={t("roadmaps.readiness")}
          aside={t("registry.transition.met", {
            met: readiness.filter((each) => each.met).length,
            all: readiness.length,
          })}
        >
          <Conditions conditions={readiness} words={words} />
        </Section>
      </div>
    </>
  );
}
