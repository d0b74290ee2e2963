import { Link } from "react-router";

interface Props {
  readonly useCase: { readonly id: string; readonly name: string } | null;
}

/** Leads to the use case that a record is about. */
export function OfUseCase({ useCase }: Props) {
  return useCase === null ? null : <Link to={`/use-cases/${useCase.id}/show`}>{useCase.name}</Link>;
}
