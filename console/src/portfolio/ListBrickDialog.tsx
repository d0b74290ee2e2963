import { useState } from "react";
import { useTranslate } from "react-admin";
import { useNavigate } from "react-router";
import { ListBrick, type ListBrickData } from "../generated/operations";
import { orNull, type FieldSpec } from "../parts/form/field-spec";
import { FormDialog } from "../parts/form/FormDialog";
import { useAct } from "../providers/use-act";
import { useBodyChoices } from "../parts/bodies/use-own-bodies";

type BrickField = "organisationId" | "name" | "slug" | "description" | "repositoryUrl" | "licence" | "publiccodeUrl";

const SPECS: readonly FieldSpec<BrickField>[] = [
  { name: "name", kind: "line", min: 2, max: 100 },
  { name: "slug", kind: "line", max: 60, pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/u },
  { name: "description", kind: "text", min: 3, max: 400 },
  { name: "repositoryUrl", kind: "url", max: 500 },
  { name: "licence", kind: "line", pattern: /^[A-Za-z0-9.+-]{2,60}$/u },
  { name: "publiccodeUrl", kind: "url", optional: true, max: 500 },
];

/** A body offers a reusable part to everybody. */
export function ListBrickDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslate();
  const navigate = useNavigate();
  const act = useAct(ListBrick, pick);
  const bodies = useBodyChoices();
  const [key] = useState(() => crypto.randomUUID());
  return (
    <FormDialog
      title={t("bricks.list.verb")}
      confirm={t("bricks.list.confirm")}
      words="bricks"
      specs={[{ name: "organisationId", kind: "choice", choices: bodies }, ...SPECS]}
      act={act}
      variables={(typed) => ({
        input: {
          organisationId: typed.organisationId,
          name: typed.name.trim(),
          slug: typed.slug.trim(),
          description: typed.description.trim(),
          repositoryUrl: typed.repositoryUrl.trim(),
          licence: typed.licence.trim(),
          publiccodeUrl: orNull(typed.publiccodeUrl),
          idempotencyKey: key,
        },
      })}
      done={t("bricks.list.done")}
      onDone={({ id }) => void navigate(`/bricks/${id}/show`)}
      onClose={onClose}
    >
      <p className="ink2">{t("bricks.list.about")}</p>
    </FormDialog>
  );
}

const pick = (data: ListBrickData) => data.listBrick;
