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
import { column } from "../parts/column";
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
    column("name", t("bricks.field.name"), "name", (row) => row.name, {
      cell: (row) => (
        <>
          <Link className="quiet" to={`/bricks/${row.id}/show`}>
            {row.name}
          </Link>
          <span className="sub">{row.description}</span>
        </>
      ),
      sorts: true,
    }),
    column("state", t("registry.state"), "state", (row) => row.state.toLowerCase(), {
      cell: (row) => <StateWord state={brickTag(row.state)}>{t(`brickState.${row.state}`)}</StateWord>,
      sortBy: (row) => BRICK_STATES.indexOf(row.state),
    }),
    column("maintainer", t("bricks.maintainer"), "maintainer", (row) => row.maintainer?.name ?? null, {
      cell: (row) => row.maintainer?.acronym ?? row.maintainer?.name ?? NONE,
      sorts: true,
    }),
    column("licence", t("bricks.field.licence"), "licence", (row) => row.licence, { sorts: true }),
    column("used", t("bricks.usedBy"), "used_by", (row) => row.usedBy.length, {
      show: format.integer,
      numeric: true,
      sorts: true,
    }),
    column("listed", t("bricks.listedAt"), "listed_at", (row) => row.listedAt, { show: format.date, sorts: true }),
  ];
}
