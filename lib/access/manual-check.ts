/** What somebody looked at for a criterion on the public pages, and what came of it. */
export interface ManualCheck {
  readonly criterion: string;
  readonly on: string;
  readonly result: "confirmed" | "notApplicable" | "fault";
  readonly how: { readonly ja: string; readonly en: string };
}

/** An entry in one line: which criterion, what came of it, what was done, in both languages. `on` is the day. */
export const checkedOn =
  (on: string) =>
  (criterion: string, result: ManualCheck["result"], ja: string, en: string): ManualCheck => ({
    ...{ criterion, on, result, how: { ja, en } },
  });
