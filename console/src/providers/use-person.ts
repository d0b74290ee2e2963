import { useGetIdentity } from "react-admin";
import type { Identity, Person } from "./auth-provider";

/** The signed-in person, once known. */
export function usePerson(): Person | undefined {
  const { identity } = useGetIdentity();
  return (identity as Identity | undefined)?.person;
}

/** May this person do it? For showing or explaining a button; the server decides again. */
export function useAbility(action: string, subject: string): boolean {
  const abilities = usePerson()?.abilities ?? [];
  return (
    abilities.includes(`${action}:${subject}`) ||
    abilities.includes(`manage:${subject}`) ||
    abilities.includes("manage:all")
  );
}
