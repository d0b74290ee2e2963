/** What the address narrows the changes to. */
export interface ChangeView {
  readonly kind: string | null;
  readonly ministry: string | null;
  readonly rule: string | null;
}
