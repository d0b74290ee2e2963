import { useState } from "react";
import { useTranslate } from "react-admin";
import { useParams } from "react-router";
import { Bricks, type BricksData, type BrickTarget, MoveBrick, type MoveBrickData } from "../generated/operations";
import { useFormat } from "../i18n/use-format";
import { useCrumbs } from "../layout/crumbs";
import { ExplainedButton } from "../parts/ExplainedButton";
import { ExportButton } from "../parts/ExportButton";
import type { FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { PageHead } from "../parts/PageHead";
import { Section } from "../parts/Section";
import { Empty, QueryState } from "../parts/states";
import { Table } from "../parts/Table";
import { Tag } from "../parts/Tag";
import { useAct } from "../providers/use-act";
import { useOperation } from "../providers/use-operation";
import { useAbility } from "../providers/use-person";
import { useUseCaseColumns } from "../parts/use-cases/use-case-columns";
import { brickTag } from "./portfolio-states";

type BrickSheet = BricksData["bricks"][number];

/** One brick: where it is, who maintains it, what is built with it. */
export function BrickShow() {
  const t = useTranslate();
  const { id = "" } = useParams();
  const query = useOperation(Bricks, {});
  return (
    <QueryState query={query}>
      {({ bricks }) => {
        const brick = bricks.find((one) => one.id === id);
        return brick === undefined ? (
          <PageHead title={t("bricks.notFound")} lead={t("bricks.notFoundLead")} />
        ) : (
          <SheetPage brick={brick} />
        );
      }}
    </QueryState>
  );
}

function SheetPage({ brick }: { readonly brick: BrickSheet }) {
  const t = useTranslate();
  const columns = useUseCaseColumns();
  useCrumbs([{ label: t("menu.bricks"), to: "/bricks" }, { label: brick.name }]);
  return (
    <>
      <PageHead
        title={brick.name}
        tags={<Tag state={brickTag(brick.state)}>{t(`brickState.${brick.state}`)}</Tag>}
        lead={brick.description}
        actions={<MoveButtons brick={brick} />}
      />
      <div className="columns" style={{ "--aside": "360px" } as React.CSSProperties}>
        <Section
          bare
          title={t("bricks.builtWith")}
          aside={
            brick.usedBy.length === 0 ? undefined : (
              <ExportButton name={`brick-${brick.slug}`} columns={columns} rows={brick.usedBy} />
            )
          }
        >
          {brick.usedBy.length === 0 ? (
            <Empty title={t("bricks.unused")}>
              <p className="ink2">{t("bricks.unusedLead")}</p>
            </Empty>
          ) : (
            <Table
              caption={t("bricks.usedCaption")}
              columns={columns}
              rows={brick.usedBy}
              rowKey={(row) => row.id}
              ruled
            />
          )}
        </Section>
        <BrickFacts brick={brick} />
      </div>
    </>
  );
}

function BrickFacts({ brick }: { readonly brick: BrickSheet }) {
  const t = useTranslate();
  const format = useFormat();
  const link = (url: string) => (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {url}
    </a>
  );
  return (
    <Section title={t("bricks.facts")}>
      <dl className="pairs left">
        <dt>{t("bricks.maintainer")}</dt>
        <dd>{brick.maintainer?.name ?? t("bricks.hidden")}</dd>
        <dt>{t("bricks.field.repositoryUrl")}</dt>
        <dd>{link(brick.repositoryUrl)}</dd>
        <dt>{t("bricks.field.licence")}</dt>
        <dd>{brick.licence}</dd>
        <dt>{t("bricks.field.publiccodeUrl")}</dt>
        <dd>{brick.publiccodeUrl === null ? t("form.notSaid") : link(brick.publiccodeUrl)}</dd>
        <dt>{t("bricks.listedAt")}</dt>
        <dd>{format.date(brick.listedAt)}</dd>
      </dl>
    </Section>
  );
}

const REASON: readonly FieldSpec<"reason">[] = [{ name: "reason", kind: "text", min: 3, max: 2000 }];
const TARGETS: readonly BrickTarget[] = ["DEPRECATED", "RECOMMENDED"];

function MoveButtons({ brick }: { readonly brick: BrickSheet }) {
  const t = useTranslate();
  const [to, setTo] = useState<BrickTarget | null>(null);
  const may = useAbility("manage", "Brick");
  return (
    <>
      {TARGETS.filter((target) => target !== brick.state).map((target) => (
        <ExplainedButton
          key={target}
          variant={target === "RECOMMENDED" ? "contained" : "outlined"}
          onClick={() => setTo(target)}
          disabledReason={may ? undefined : t("bricks.move.notYou")}
        >
          {t(`bricks.move.${target}`)}
        </ExplainedButton>
      ))}
      {to === null ? null : <MoveDialog brick={brick} to={to} onClose={() => setTo(null)} />}
    </>
  );
}

interface MoveProps {
  readonly brick: BrickSheet;
  readonly to: BrickTarget;
  readonly onClose: () => void;
}

function MoveDialog({ brick, to, onClose }: MoveProps) {
  const t = useTranslate();
  const act = useAct(MoveBrick, pick);
  return (
    <FormDialog
      title={t(`bricks.move.${to}_title`, { name: brick.name })}
      confirm={t(`bricks.move.${to}`)}
      danger={to === "DEPRECATED"}
      words="bricks"
      specs={REASON}
      act={act}
      variables={({ reason }) => ({ input: { id: brick.id, to, reason: reason.trim() } })}
      done={t(`bricks.move.${to}_done`, { name: brick.name })}
      onClose={onClose}
    >
      <p className="ink2">{t(`bricks.move.${to}_about`, { smart_count: brick.usedBy.length })}</p>
    </FormDialog>
  );
}

const pick = (data: MoveBrickData) => data.moveBrick;
