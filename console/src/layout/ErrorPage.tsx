import { useTranslate } from "react-admin";
import { Failure } from "../parts/states";

interface Props {
  readonly error: Error;
  readonly resetErrorBoundary: (...values: unknown[]) => void;
}

/** A page that broke: says so, and offers to load it again. */
export function ErrorPage({ error, resetErrorBoundary }: Props) {
  const t = useTranslate();
  return (
    <>
      <h1 className="sr-only">{t("state.failed")}</h1>
      <Failure error={error} onRetry={() => resetErrorBoundary()} />
    </>
  );
}
