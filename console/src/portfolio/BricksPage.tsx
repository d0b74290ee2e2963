import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslate } from "react-admin";
import { Link } from "react-router";
import { Bricks, type BricksData } from "../generated/operations";
import { NONE } from "../i18n/format";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { foundCommands } from "../layout/palette-search";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import { ListView } from "../parts/list/ListView";
import { useWholeList } from "../parts/list/use-whole-list";
import { PageHead } from "../parts/PageHead";
import { Empty } from "../parts/states";
import type { Column } from "../parts/Table";
import { StateWord } from "../parts/Tag";
import { useAbility } from "../providers/use-person";
import { ListBrickDialog } from "./ListBrickDialog";
import { BRICK_STATES, brickTag } from "./portfolio-states";

type BrickSheet = BricksData["bricks"][number];
const VIEWS = ["all", ...BRICK_STATES] as const;

/** Reusable parts of the common base: what they are, who maintains them, what is built with them. */
export function BricksPage() {
  const t = useTranslate();
  const [listing, setListing] = useState(false);
  const may = useAbility("declare", "Brick");
  const list = useWholeList({
    operation: Bricks,
    variables: {},
    pick: (data) => data.bricks,
    views: VIEWS,
    found: foundBricks,
  });
  const columns = useBrickColumns();
  useCrumbs([{ label: t("menu.bricks") }]);
  return (
    <>
      <PageHead
        title={t("menu.bricks")}
        lead={t("bricks.lead")}
        actions={
          <>
            <ExportButton name="bricks" columns={columns} rows={list.rows} />
            <ExplainedButton
              variant="contained"
              onClick={() => setListing(true)}
              disabledReason={may ? undefined : t("bricks.list.notYou")}
            >
              <Plus className="icon" aria-hidden="true" />
              {t("bricks.list.verb")}
            </ExplainedButton>
          </>
        }
      />
      <ListView
        list={list}
        caption={t("bricks.caption")}
        columns={columns}
        rowKey={(row) => row.id}
        views={{ label: t("bricks.views"), words: (view) => t(`bricks.view.${view}`) }}
        count={t("bricks.count", { smart_count: list.rows.length })}
        search={t("bricks.search")}
        empty={
          <Empty title={t("bricks.empty")}>
            <p className="ink2">{t("bricks.emptyLead")}</p>
          </Empty>
        }
      />
      {listing ? <ListBrickDialog onClose={() => setListing(false)} /> : null}
    </>
  );
}

/** Those in the view whose name, description or licence has the words; the catalogue comes whole. */
function foundBricks(bricks: readonly BrickSheet[], view: string, search: string): readonly BrickSheet[] {
  const inView = bricks.filter(({ state }) => view === "all" || state === view);
  const sought = inView.map((brick) => ({
    brick,
    path: brick.id,
    label: [brick.name, brick.slug, brick.description, brick.licence, brick.maintainer?.name ?? ""].join(" "),
  }));
  return foundCommands(sought, search).map(({ brick }) => brick);
}

function useBrickColumns(): readonly Column<BrickSheet>[] {
  const t = useTranslate();
  const format = useFormat();
  return [
    {
      id: "name",
      header: t("bricks.field.name"),
      sortBy: (row) => row.name,
      cell: (row) => (
        <>
          <Link className="quiet" to={`/bricks/${row.id}/show`}>
            {row.name}
          </Link>
          <span className="sub">{row.description}</span>
        </>
      ),
      csv: { header: "name", value: (row) => row.name },
    },
    {
      id: "state",
      header: t("registry.state"),
      sortBy: (row) => BRICK_STATES.indexOf(row.state),
      cell: (row) => <StateWord state={brickTag(row.state)}>{t(`brickState.${row.state}`)}</StateWord>,
      csv: { header: "state", value: (row) => row.state.toLowerCase() },
    },
    {
      id: "maintainer",
      header: t("bricks.maintainer"),
      sortBy: (row) => row.maintainer?.name ?? null,
      cell: (row) => row.maintainer?.acronym ?? row.maintainer?.name ?? NONE,
      csv: { header: "maintainer", value: (row) => row.maintainer?.name ?? null },
    },
    {
      id: "licence",
      header: t("bricks.field.licence"),
      sortBy: (row) => row.licence,
      cell: (row) => row.licence,
      csv: { header: "licence", value: (row) => row.licence },
    },
    {
      id: "used",
      header: t("bricks.usedBy"),
      numeric: true,
      sortBy: (row) => row.usedBy.length,
      cell: (row) => format.integer(row.usedBy.length),
      csv: { header: "used_by", value: (row) => row.usedBy.length },
    },
    {
      id: "listed",
      header: t("bricks.listedAt"),
      sortBy: (row) => row.listedAt,
      cell: (row) => format.date(row.listedAt),
      csv: { header: "listed_at", value: (row) => row.listedAt },
    },
  ];
}
