import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { assemble, type Part } from "@/lib/domain/edition.ts";
import type { Figured } from "@/lib/domain/figures.ts";
import type { IndicatorLine } from "@/lib/domain/indicator-years.ts";
import { idOf } from "@/lib/domain/testing/any-plan.ts";
import { MESSAGES } from "@/lib/words/messages.ts";
import { EvaluationCells } from "../policy/evaluation-cells.tsx";
import { PolicyStatus } from "../policy/policy-status.tsx";
import { BudgetFigure } from "./budget-figure.tsx";
import { GradesFigure } from "./grades-figure.tsx";
import { IndicatorFigure } from "./indicator-figure.tsx";
import { SheetsFigure } from "./sheets-figure.tsx";

const node = (n: number, code: string) => ({
  ...{ id: idOf(n), order: n, code, title: `題${code}`, featured: true, sectionId: null, predecessorIds: [] },
});
const sheet = (n: number, values: Record<string, string | number>): Part => ({
  ...{ type: "sheet", target: { type: "initiative", id: idOf(n) }, phase: "SELF_EVALUATION", values },
});
const policy = (sheets: Part[], concluded: Figured["concluded"] = []): Figured => ({
  formId: "osaka-2013",
  concluded,
  content: assemble([
    { type: "policy", id: idOf(1), title: "方針", plan: {} },
    { type: "issue", ...node(2, "1"), plan: {} },
    { type: "strategy", issueId: idOf(2), ...node(3, "1-1"), plan: {} },
    { type: "initiative", strategyId: idOf(3), ...node(4, "1-1-1"), plan: { budgetThousandYen: 200 } },
    { type: "initiative", strategyId: idOf(3), ...node(5, "1-1-2"), plan: { budgetThousandYen: 0 } },
    { type: "initiative", strategyId: idOf(3), ...node(6, "1-1-4"), plan: {} },
    ...sheets,
  ]),
});
const evaluated = policy(
  [sheet(4, { achievement: "1", settledThousandYen: 150 }), sheet(6, { achievement: "3", settledThousandYen: 90 })],
  ["SELF_EVALUATION"],
);

function drawn(element: ReactNode): { html: string; text: string } {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" messages={MESSAGES.ja} timeZone="Asia/Tokyo">
      {element}
    </NextIntlClientProvider>,
  );
  return { html, text: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") };
}

const budget = (of: Figured) =>
  drawn(<BudgetFigure lang="ja" formId={of.formId} content={of.content} hrefOf={({ code }) => `#${code}`} />);

describe("the figures", () => {
  it("draw without style attributes, hide their drawing from screen readers and have a table", () => {
    const indicator: IndicatorLine = { indicator: INDICATOR, years: [YEAR(2021, 10, 12), YEAR(2022, 20, null)] };
    for (const { html } of [
      drawn(<GradesFigure lang="ja" policy={evaluated} phase="SELF_EVALUATION" />),
      drawn(<SheetsFigure lang="ja" policy={evaluated} />),
      drawn(<IndicatorFigure lang="ja" of={indicator} />),
      budget(evaluated),
    ]) {
      expect(html).not.toContain("style=");
      expect(html).not.toContain("NaN");
      expect(html).toContain("<table");
      expect(html.match(/<svg(?![^>]*aria-hidden="true")/g)).toBeNull();
    }
  });

  it("do not tell by their key and bars what sentence and table have told already", () => {
    for (const { html } of [
      drawn(<GradesFigure lang="ja" policy={evaluated} phase="SELF_EVALUATION" />),
      drawn(<SheetsFigure lang="ja" policy={evaluated} />),
    ]) {
      const [, drawing = "", rest = ""] = /(<div aria-hidden="true".*?)(<details.*)/s.exec(html) ?? [];
      expect(drawing).toContain("<svg");
      expect(rest).toContain("<table");
    }
  });

  it("keep the words apart that stand beside each other", () => {
    expect(budget(evaluated).text).not.toMatch(/千円決算|図の見方[^ ]/);
  });

  it("tell grades, and what has none, in a sentence", () => {
    const { text } = drawn(<GradesFigure lang="ja" policy={evaluated} phase="SELF_EVALUATION" />);
    expect(text).toContain("具体的取組3件のうち、目標達成1件、撤退・再構築基準未達成1件、未評価1件です。");
    expect(drawn(<SheetsFigure lang="ja" policy={policy([])} />).text).toContain("自己評価: 未公開6件。");
  });

  it("call a review that its year went on without unreleased, and promise none", () => {
    const over = drawn(<SheetsFigure lang="ja" policy={evaluated} />).text;
    expect(over).toContain("中間振り返り: 未公開4件。");
    const status = (of: Figured) =>
      drawn(<PolicyStatus lang="ja" policy={{ ...of, fiscalYear: 2020, edition: {} }} history={[]} />).text;
    expect(status(evaluated)).toContain("中間振り返りは、公開されたものの中にありません。");
    const cells = (concluded: Figured["concluded"]) =>
      drawn(
        <EvaluationCells
          {...{ lang: "ja", formId: "osaka-2013", concluded, sourceNote: null, variant: "full" }}
          target={{ id: idOf(4), type: "initiative", plan: {}, sheets: {} }}
        />,
      ).text;
    expect(cells(["SELF_EVALUATION"])).toMatch(
      /未公開 .*どの版にも載らないまま、この年度の自己評価の公開を終えています。/,
    );
    for (const text of [over, status(evaluated), cells(["SELF_EVALUATION"])]) expect(text).not.toContain("まだ");
    // While it may still come, it is said to be still to come.
    expect(cells([])).toContain("まだどの版でも公開されていません。");
    expect(status(policy([]))).toContain("中間振り返り、自己評価は、まだ公開されていません。");
  });

  it("say what sums of budgets do not cover, and compare only what is known of both", () => {
    const { text } = budget(evaluated);
    expect(text).toContain("具体的取組3件の当年度予算額は、合わせて200千円です。");
    expect(text).toContain("うち1件は金額の記載がなく、合計に含みません。");
    expect(text).toContain("決算額は2件で合わせて240千円です。ほか1件の決算額は分かっていません。");
    expect(text).toContain("両方が分かる1件の執行率は75%です。");
    expect(budget(policy([])).text).not.toContain("執行率");
  });

  it("leave a year without a measurement out of the line", () => {
    const gap: IndicatorLine = {
      indicator: INDICATOR,
      years: [YEAR(2020, 10, 5), YEAR(2021, 10, null), YEAR(2022, 10, 8)],
    };
    const { html, text } = drawn(<IndicatorFigure lang="ja" of={gap} />);
    // Of the two lines, targets go through and measurements break.
    expect([...html.matchAll(/ d="(M[^"]*)"[^>]*vector-effect/g)].map(([, d]) => d?.match(/M/g)?.length)).toEqual([
      1, 2,
    ]);
    expect(text).toContain("未測定");
  });
});

const INDICATOR: IndicatorLine["indicator"] = {
  ...{ id: idOf(9), name: "参加者数", unit: "人", measure: "NUMBER", direction: "HIGHER" },
  ...{ baseline: 4, target: 10 },
};

function YEAR(fiscalYear: number, target: number | null, actual: number | null): IndicatorLine["years"][number] {
  const verdict = actual === null ? "not-measured" : "met";
  return { fiscalYear, indicator: { ...INDICATOR, target }, actual, verdict, sheet: "released" };
}
