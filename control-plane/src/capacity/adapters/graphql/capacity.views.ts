import { offeredGpus, type CapacityLine } from "../../domain/declaration/capacity-line.js";
import type { Connection } from "../../../platform/graphql/cursor.js";
import type { CapacityNeed } from "../../domain/need/capacity-need.js";
import { needValues } from "../../domain/need/read-need.js";
import { DECLARATION_TEMPLATE } from "../../domain/template/declaration-template.js";
import { needTemplate } from "../../domain/template/need-template.js";
import type { FieldValue, Template } from "../../domain/template/template-field.js";
import type { ListedLine } from "../../ports/capacity-catalogue.port.js";
import type { Rows } from "../../ports/campaign-repository.port.js";
import type { CapacityLineType } from "./declaration.types.js";
import type { CapacityNeedType } from "./need.types.js";
import type { FieldValueType } from "./submission.types.js";

const valuesOf = (template: Template, values: Readonly<Record<string, FieldValue>>): FieldValueType[] =>
  template.fields.map(({ key }) => ({ field: key, value: values[key] ?? null }));

const lineValues = (line: CapacityLine): FieldValueType[] => valuesOf(DECLARATION_TEMPLATE, { ...line });

export const lineView = ({ id, declarationId, organisationId, line }: ListedLine): CapacityLineType => ({
  id,
  declarationId,
  organisationId,
  reference: line.reference,
  site: line.site,
  hosting: line.hosting,
  gpuType: line.gpuType,
  gpuCount: line.gpuCount,
  offeredGpus: offeredGpus(line),
  keptGpus: line.keptGpus,
  labels: line.labels,
  values: lineValues(line),
});

export const needView = (need: CapacityNeed): CapacityNeedType => ({
  ...need,
  values: valuesOf(needTemplate(need.quantities.map(({ quarter }) => quarter)), needValues(need)),
});

/** A page as a connection. */
export function connectionView<Row, Node>(page: Rows<Row>, nodeOf: (row: Row) => Node): Connection<Node> {
  const edges = page.rows.map(({ cursor, row }) => ({ cursor, node: nodeOf(row) }));
  return { edges, pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** The page of somebody whose role reads nothing here. */
export const EMPTY_PAGE: Rows<never> = { rows: [], hasNextPage: false };
