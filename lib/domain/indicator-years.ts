import type { SheetState } from "./figures.ts";
import { sheetState } from "./figures.ts";
import type { Indicator } from "./forms/indicator.ts";
import type { Verdict } from "./grades.ts";
import { type ItemYears, judgedItem } from "./years.ts";

/** What one year's policy says of an indicator. A figure of null is one that was not set or not measured, never zero. */
export interface IndicatorYear {
  readonly fiscalYear: number;
  readonly indicator: Indicator;
  readonly actual: number | string | null;
  readonly verdict: Verdict;
  /** Of the self-evaluation that it would be measured in. */
  readonly sheet: SheetState;
}

/** An indicator through the years, the earliest first: its id is its lineage. */
export interface IndicatorLine {
  readonly indicator: Indicator;
  readonly years: readonly IndicatorYear[];
}

/** The indicators of an item in the year that is asked for, each with what other years say of the same one. */
export function indicatorLines(years: ItemYears): IndicatorLine[] {
  const judged = years.years.flatMap((year) =>
    year.items.flatMap((item) =>
      judgedItem(year.formId, item).map((one) => ({
        ...one,
        itemId: item.id,
        fiscalYear: year.fiscalYear,
        sheet: sheetState(year, item, "SELF_EVALUATION"),
      })),
    ),
  );
  return judged
    .filter(({ itemId, fiscalYear }) => itemId === years.id && fiscalYear === years.fiscalYear)
    .map(({ indicator }) => ({
      indicator,
      years: judged
        .filter((one) => one.indicator.id === indicator.id)
        // Of items that were merged, two may have brought the same one: it is one story all the same.
        .filter((one, index, all) => all.findIndex(({ fiscalYear }) => fiscalYear === one.fiscalYear) === index)
        .map(({ itemId: _itemId, ...year }) => year),
    }));
}

/** Whether there is anything to draw: a target or a measurement in figures. */
export function isDrawable({ indicator, years }: IndicatorLine): boolean {
  if (indicator.measure === "QUALITATIVE") return false;
  return years.some((year) => typeof year.indicator.target === "number" || typeof year.actual === "number");
}
