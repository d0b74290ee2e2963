import { useGetIdentity } from "react-admin";
import type { Identity, Person } from "./auth-provider";

/** The signed-in person, once known. */
export function usePerson(): Person | undefined {
  const { identity } = useGetIdentity();
  return (identity as Identity | undefined)?.person;
}

/** May this person do it? `manage` is a right of its own, not all of them. The server decides again. */
export const useAbility = (action: string, subject: string): boolean =>
  usePerson()?.abilities.includes(`${action}:${subject}`) ?? false;
