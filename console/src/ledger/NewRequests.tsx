import { Button } from "@mui/material";
import { useTranslate } from "react-admin";
import { type RequestFilter, type RequestRow, Requests } from "../generated/operations";
import { useOperation } from "../providers/use-operation";

const LOOKED_AT = 50;

interface Props {
  readonly filter: RequestFilter;
  readonly newest: RequestRow | undefined;
  readonly onShow: () => void;
}

/** What arrived since the list was read is a button: rows never move under the reader. */
export function NewRequests({ filter, newest, onShow }: Props) {
  const t = useTranslate();
  const query = useOperation(Requests, { filter, first: LOOKED_AT, after: null }, { every: 4_000 });
  const edges = query.data?.requests.edges ?? [];
  const known = edges.findIndex((edge) => edge.node.id === newest?.id);
  const count =
    newest === undefined ? 0 : known === -1 ? edges.filter((edge) => edge.node.at > newest.at).length : known;
  return (
    <div role="status">
      {count === 0 ? null : (
        <Button size="small" onClick={onShow} sx={{ mb: 1 }}>
          {count >= LOOKED_AT ? t("requests.newMany", { count: LOOKED_AT }) : t("requests.new", { smart_count: count })}
        </Button>
      )}
    </div>
  );
}
