import type { EditionContent } from "../../../lib/domain/edition.ts";
import type { Indicator } from "../../../lib/domain/forms/indicator.ts";
import type { SheetValues } from "../../../lib/domain/forms/sheet.ts";
import { REFORM_ITEMS } from "./reform.ts";
import type { SheetName } from "./sheets.ts";
import { ISSUES } from "./whole.ts";

/**
 * The self-evaluation of the year before the finished one, as far as the texts know of it: what each item had achieved,
 * what was spent, and that its figures were those from which the finished year began.
 */
export function earlierSheetsOf(content: EditionContent): Map<SheetName, SheetValues> {
  const sheets = new Map<SheetName, SheetValues>();
  const texts = new Map(
    ISSUES.flatMap((issue) => issue.strategies.flatMap(({ initiatives }) => initiatives)).map((text) => [
      text.code,
      text,
    ]),
  );
  sheets.set("policy", {
    yearEndSummary: "前の年度から引き継いだ取組を、おおむね計画どおりに進めた。",
    remainingIssues: "訓練や講座の参加者が固定しており、初めて参加する人を増やすことが課題である。",
  });
  for (const issue of content.issues) {
    sheets.set(`issue ${issue.code}`, {
      summary: `${issue.strategies.length}つの戦略に取り組み、区民に身近なところでの支援を広げた。`,
      futureDirection: "参加の機会が少ない人に届くよう、時間と場所を改めて続ける。",
    });
    for (const strategy of issue.strategies) {
      sheets.set(`strategy ${strategy.code}`, {
        outcomeActuals: reached(strategy.plan.outcomeIndicators),
        outcomeStatus: "A",
        effectiveness: "1",
        futureDirection: "目標を引き上げて続ける。",
      });
      for (const { code, plan } of strategy.initiatives) {
        const text = texts.get(code);
        const settled = text?.money[2] ?? null;
        sheets.set(`initiative ${code}`, {
          results: text?.prior ?? "計画した取組を実施した。",
          processActuals: reached(plan.processIndicators),
          achievement: "1",
          implementation: "i",
          ...(settled === null ? {} : { settledThousandYen: settled }),
        });
      }
    }
  }
  for (const { code } of REFORM_ITEMS) {
    sheets.set(`reformItem ${code}`, { results: "計画した取組を実施した。", achievement: "1", implementation: "i" });
  }
  return sheets;
}

/** Every indicator at its target; those without one were not measured. */
const reached = (indicators: unknown) =>
  ((indicators ?? []) as readonly Indicator[]).map(({ id, target }) => ({ indicatorId: id, actual: target }));
