import { useTranslate } from "react-admin";
import { Failure } from "../parts/states";

/** A page that broke: says so, and offers to load it again. */
export function ErrorPage({ error, resetErrorBoundary }: { readonly error?: Error; readonly resetErrorBoundary?: () => void }) {
  const t = useTranslate();
  return (
    <>
      <h1 className="sr-only">{t("state.failed")}</h1>
      <Failure error={error ?? new Error("unknown")} onRetry={() => resetErrorBoundary?.()} />
    </>
  );
}
