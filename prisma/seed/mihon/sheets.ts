import type { EditionContent } from "../../../lib/domain/edition.ts";
import type { EvaluationPhase } from "../../../lib/domain/forms/form.ts";
import type { Indicator } from "../../../lib/domain/forms/indicator.ts";
import type { SheetValues } from "../../../lib/domain/forms/sheet.ts";
import { REFORM_ITEMS } from "./reform.ts";
import type { IndicatorText } from "./shape.ts";
import { ISSUES, WHOLE } from "./whole.ts";

/** Where the finished year's sheets are found in the texts: `initiative 1-1-1`, and `policy` for the whole. */
export type SheetName = string;

/** Every sheet of the finished year's round, by name; `content` is the released plan, whose indicators have ids. */
export function sheetsOf(phase: EvaluationPhase, content: EditionContent): Map<SheetName, SheetValues> {
  const sheets = new Map<SheetName, SheetValues>();
  const yearEnd = phase === "SELF_EVALUATION";
  const plans = plansOf(content);
  const actuals = (name: SheetName, field: string, texts: readonly IndicatorText[]) => {
    const indicators = plans.get(name)?.[field] as readonly Indicator[] | undefined;
    return texts.flatMap(({ actual }, index) => {
      const indicator = indicators?.[index];
      return indicator ? [{ indicatorId: indicator.id, actual }] : [];
    });
  };
  if (yearEnd) sheets.set("policy", { ...WHOLE.yearEnd });
  for (const issue of ISSUES) {
    if (yearEnd) sheets.set(`issue ${issue.code}`, { ...issue.yearEnd });
    for (const strategy of issue.strategies) {
      const name = `strategy ${strategy.code}`;
      const outcomeActuals = actuals(name, "outcomeIndicators", strategy.indicators);
      sheets.set(name, yearEnd ? { ...strategy.yearEnd, outcomeActuals } : { ...strategy.midYear });
      for (const initiative of strategy.initiatives) {
        const name = `initiative ${initiative.code}`;
        const processActuals = actuals(name, "processIndicators", initiative.indicators);
        const [, , , , settled] = initiative.money;
        const spent = settled === null ? {} : { settledThousandYen: settled };
        sheets.set(name, yearEnd ? { ...initiative.yearEnd, ...spent, processActuals } : { ...initiative.midYear });
      }
    }
  }
  for (const item of REFORM_ITEMS)
    sheets.set(`reformItem ${item.code}`, { ...(yearEnd ? item.yearEnd : item.midYear) });
  return sheets;
}

/** The plan of every item of an Edition, by type and code. */
function plansOf(content: EditionContent): Map<SheetName, SheetValues> {
  const strategies = content.issues.flatMap((issue) => issue.strategies);
  const initiatives = strategies.flatMap((strategy) => strategy.initiatives);
  return new Map([...strategies, ...initiatives].map((node) => [`${node.type} ${node.code}`, node.plan]));
}
