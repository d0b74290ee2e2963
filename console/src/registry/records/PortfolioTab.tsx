import { UseCaseRecords } from "../../generated/operations";
import { QueryState } from "../../parts/states";
import { useOperation } from "../../providers/use-operation";
import type { Sheet } from "../sheet";
import { BricksSection } from "./BricksSection";
import { ConsultationsSection } from "./ConsultationsSection";
import { ConvergenceSection } from "./ConvergenceSection";

/** What else is said of it: staff representatives, bricks, and whether it gives way to a common assistant. */
export function PortfolioTab({ sheet }: { readonly sheet: Sheet }) {
  const query = useOperation(UseCaseRecords, { id: sheet.id });
  return (
    <QueryState query={query}>
      {({ useCase }) =>
        useCase === null ? null : (
          <div className="stack">
            <ConsultationsSection sheet={sheet} consultations={useCase.consultations} />
            <BricksSection sheet={sheet} bricks={useCase.bricks} />
            <ConvergenceSection sheet={sheet} convergence={useCase.convergence} />
          </div>
        )
      }
    </QueryState>
  );
}
