import type { TargetForm } from "../form.ts";
import { achievement, sdgs } from "./choices.ts";

/** One management issue: what it is, what it costs, what is done about it, by which outcomes it is judged. */
export const issue: TargetForm = {
  PLAN: [
    {
      key: "sdgs",
      kind: "choices",
      choices: sdgs,
      label: { ja: "関連するSDGsのゴール", en: "Sustainable Development Goals" },
    },
    {
      key: "settledTwoYearsAgoThousandYen",
      kind: "amount",
      label: { ja: "前々年度決算額", en: "Settled two years ago" },
    },
    { key: "lastYearBudgetThousandYen", kind: "amount", label: { ja: "前年度予算額", en: "Budget last year" } },
    { key: "budgetThousandYen", kind: "amount", label: { ja: "当年度予算額", en: "Budget this year" }, required: true },
    {
      key: "recognition",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "課題認識", en: "How the issue is seen" },
      required: true,
    },
    {
      key: "mainStrategies",
      kind: "list",
      maxLength: 8000,
      label: { ja: "主な戦略", en: "Main strategies" },
      required: true,
    },
    {
      key: "outcomeIndicators",
      kind: "indicators",
      indicatorKind: "outcome",
      label: { ja: "アウトカム指標", en: "Outcome indicators" },
    },
  ],
  MID_YEAR_REVIEW: [],
  SELF_EVALUATION: [
    {
      key: "outcomeActuals",
      kind: "actuals",
      of: "outcomeIndicators",
      label: { ja: "アウトカム指標の実績", en: "Outcome indicators: actuals" },
    },
    {
      key: "achievement",
      kind: "choice",
      choices: achievement,
      label: { ja: "達成状況", en: "Achievement" },
      required: true,
      suggest: {
        from: "outcomeActuals",
        of: "outcomeIndicators",
        met: "1",
        missed: "2",
        alsoMissed: ["3"],
        unmeasured: "0",
      },
    },
    {
      key: "gradeReason",
      kind: "text",
      lines: "few",
      maxLength: 2000,
      label: {
        ja: "指標から見た評価と異なる評価とした理由",
        en: "Why the grade differs from what the indicators suggest",
      },
      hint: {
        ja: "指標から見た評価と異なる評価を選んだときは必ず書いてください。公開されます。",
        en: "Required when another grade is chosen than the indicators suggest. It will be public.",
      },
      required: { differsFrom: "achievement" },
    },
    {
      key: "overallEvaluation",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "自己評価", en: "Self-evaluation" },
      required: true,
      alike: [{ phase: "PLAN", key: "recognition" }],
    },
    {
      key: "futureDirection",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "今後の方針", en: "Future direction" },
      required: true,
      alike: [{ phase: "PLAN", key: "mainStrategies" }],
    },
  ],
};
