/** What somebody looked at for a criterion on the public pages, and what came of it. */
export interface ManualCheck {
  readonly criterion: string;
  readonly on: string;
  readonly result: "confirmed" | "notApplicable" | "fault";
  readonly how: { readonly ja: string; readonly en: string };
}

const noMedia = {
  on: "2026-11-26",
  result: "notApplicable",
  how: {
    ja: "公開ページの部品に音声・映像を置くものがないことを、ソースコードで確かめた。",
    en: "The source has no part that puts sound or video on a public page.",
  },
} as const;

/**
 * The manual checks, kept by hand: one line for each criterion that a person checked on the public pages, with the day and
 * what was done. A criterion that is not here was not checked by hand, and the result page says so.
 */
export const MANUAL_CHECKS: readonly ManualCheck[] = [
  ...["1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.4.2"].map((criterion) => ({ criterion, ...noMedia })),
  {
    criterion: "2.2.1",
    on: "2026-11-26",
    result: "notApplicable",
    how: {
      ja: "公開ページに制限時間のある操作がないことを、ソースコードで確かめた。",
      en: "Nothing on a public page has a time limit, by its source.",
    },
  },
  {
    criterion: "2.2.2",
    on: "2026-11-26",
    result: "notApplicable",
    how: {
      ja: "公開ページに自動で動くもの、自動で更新されるものがないことを、ソースコードで確かめた。",
      en: "Nothing on a public page moves or updates by itself, by its source.",
    },
  },
  {
    criterion: "2.3.1",
    on: "2026-11-26",
    result: "confirmed",
    how: {
      ja: "閃光を放つもの、点滅するものがないことを、ソースコードで確かめた。",
      en: "Nothing flashes or blinks, by the source.",
    },
  },
];

/** A problem that is known and not yet mended. */
export interface OpenFault {
  readonly criterion: string;
  readonly since: string;
  readonly what: { readonly ja: string; readonly en: string };
}

/** The open problems, kept by hand. */
export const OPEN_FAULTS: readonly OpenFault[] = [];
