import { Menu, MenuItem } from "@mui/material";
import { ChevronsUpDown } from "lucide-react";
import { type MouseEvent, useState } from "react";
import { useLogout, useTranslate } from "react-admin";
import { usePerson } from "../providers/use-person";

/** The organisation and the role one acts for, every other membership, and the way out. */
export function WhoButton() {
  const t = useTranslate();
  const logout = useLogout();
  const person = usePerson();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const first = person?.memberships[0];
  if (person === undefined) return null;
  return (
    <>
      <button
        type="button"
        className="who"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event: MouseEvent<HTMLButtonElement>) => setAnchor(event.currentTarget)}
      >
        <span>
          <span className="who-name">{first?.organisation.acronym ?? first?.organisation.name ?? person.name}</span>
          <span className="who-role">{first === undefined ? person.email : t(`role.${first.role}`)}</span>
        </span>
        <ChevronsUpDown className="icon push" aria-hidden="true" />
      </button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)} transitionDuration={0}>
        {person.memberships.map((membership) => (
          <MenuItem key={membership.id} onClick={() => setAnchor(null)}>
            {membership.organisation.name} · {t(`role.${membership.role}`)}
          </MenuItem>
        ))}
        <MenuItem onClick={() => void logout()}>{t("layout.signOut", { name: person.name })}</MenuItem>
      </Menu>
    </>
  );
}
