import type { RunFile } from "../../scheduler/bench/local-socle.ts";
import { ConsoleSession } from "../load/console-session.ts";

interface Listed {
  readonly id: string;
  readonly slug?: string;
  readonly name?: string;
  readonly organisation?: { readonly slug: string };
}
interface Connection {
  readonly edges: readonly { readonly node: Listed }[];
}

const LISTS = `{
  useCases(first: 100) { edges { node { id slug } } }
  organisations { id slug }
  pools { id slug }
  models { id name }
  bricks { id slug }
  planRecords(first: 100) { edges { node { id name: title } } }
  campaigns { edges { node { id name } } }
  capacityDeclarations { edges { node { id } } }
  capacityNeeds { edges { node { id } } }
  allocationRounds { edges { node { id } } }
  roadmaps { edges { node { id organisation { slug } } } }
  simulations { edges { node { id } } }
  derogations { edges { node { id } } }
  complianceQuestions { edges { node { id } } }
  doctrine { edges { node { id } } }
  incidents { edges { node { id } } }
  useCaseReviews { edges { node { id } } }
  assessments { edges { node { id } } }
  committeeOpinions { edges { node { id } } }
  served: requests(first: 1, filter: { outcome: "served" }) { edges { node { id } } }
  refused: requests(first: 1, filter: { outcome: "refused" }) { edges { node { id } } }
}`;

/** Address of a page; what stands for an id in it is `{list}` or `{list:name}`, as the lists of the registry name it. */
export type Places = (path: string) => string;

/** Reads, as an auditor, what the sample registry's things are called by. */
export async function placesIn(run: RunFile): Promise<Places> {
  const auditor = await ConsoleSession.as(run, "auditor");
  const lists = await auditor.ask<Record<string, Connection | readonly Listed[]>>(LISTS);
  const of = (list: string): readonly Listed[] => {
    const answer = lists[list] ?? [];
    return "edges" in answer ? answer.edges.map(({ node }) => node) : answer;
  };
  return (path) =>
    path.replace(/\{(\w+)(?::([^}]+))?\}/gu, (_, list: string, name?: string) => {
      const found = of(list).find((each) => name === undefined || nameOf(each).startsWith(name));
      if (found === undefined) throw new Error(`the sample registry has no ${list} ${name ?? ""}`);
      return found.id;
    });
}

const nameOf = ({ slug, name, organisation }: Listed): string => slug ?? name ?? organisation?.slug ?? "";
