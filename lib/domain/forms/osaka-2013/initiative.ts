import type { TargetForm } from "../form.ts";
import { achievement, effectiveness, implementation, outlook } from "./choices.ts";

/** 様式2: one concrete initiative with its budget and process indicators. */
export const initiative: TargetForm = {
  PLAN: [
    {
      key: "description",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "概要", en: "Description" },
      required: true,
    },
    { key: "budgetThousandYen", kind: "amount", label: { ja: "当年度予算額", en: "Budget this year" }, required: true },
    { key: "lastYearBudgetThousandYen", kind: "amount", label: { ja: "前年度予算額", en: "Budget last year" } },
    {
      key: "settledTwoYearsAgoThousandYen",
      kind: "amount",
      label: { ja: "前々年度決算額", en: "Settled two years ago" },
    },
    {
      key: "actions",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "当年度の取組内容", en: "Actions this year" },
    },
    {
      key: "processIndicators",
      kind: "indicators",
      indicatorKind: "process",
      label: { ja: "プロセス指標", en: "Process indicators" },
    },
    {
      key: "withdrawalCriterion",
      kind: "text",
      lines: "few",
      maxLength: 2000,
      label: { ja: "撤退・再構築基準", en: "Criterion for withdrawal or rebuilding" },
    },
    {
      key: "priorResults",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "前年度までの実績", en: "Results so far" },
    },
  ],
  MID_YEAR_REVIEW: [
    {
      key: "progress",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "取組の進捗状況", en: "Progress" },
      hint: {
        ja: "年度前半に実施したことを、数字を添えて書いてください。",
        en: "What was done in the first half of the year, with figures.",
      },
      required: true,
      alike: [
        { phase: "PLAN", key: "actions" },
        { phase: "SELF_EVALUATION", key: "results" },
      ],
    },
    {
      key: "outlook",
      kind: "choice",
      choices: outlook,
      label: { ja: "プロセス指標の達成見込み", en: "Outlook for the process indicator" },
      required: true,
      alike: [
        { phase: "PLAN", key: "processIndicators" },
        { phase: "SELF_EVALUATION", key: "achievement" },
      ],
    },
    {
      key: "implementation",
      kind: "choice",
      choices: implementation,
      label: { ja: "取組の実施状況", en: "Implementation" },
      required: true,
    },
    {
      key: "effectiveness",
      kind: "choice",
      choices: effectiveness,
      label: { ja: "戦略に対する取組の有効性", en: "Effectiveness for the strategy" },
      required: true,
    },
    {
      key: "challengeAndImprovement",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "課題と改善策", en: "Challenges and improvements" },
      hint: {
        ja: "「② 目標を達成できない見込み」のときは必ず書いてください。",
        en: "Required when “② Target not expected to be met” is chosen.",
      },
      required: { field: "outlook", oneOf: ["2"] },
    },
  ],
  SELF_EVALUATION: [
    {
      key: "results",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "取組実績", en: "Results" },
      required: true,
      alike: [
        { phase: "PLAN", key: "actions" },
        { phase: "MID_YEAR_REVIEW", key: "progress" },
      ],
    },
    {
      key: "processActuals",
      kind: "actuals",
      of: "processIndicators",
      label: { ja: "プロセス指標の実績", en: "Process indicators: actuals" },
    },
    {
      key: "achievement",
      kind: "choice",
      choices: achievement,
      label: { ja: "プロセス指標の達成状況", en: "Achievement of the process indicator" },
      required: true,
      alike: [{ phase: "MID_YEAR_REVIEW", key: "outlook" }],
      suggest: { from: "processActuals", of: "processIndicators", met: "1", missed: "2", alsoMissed: ["3"] },
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
      key: "implementation",
      kind: "choice",
      choices: implementation,
      label: { ja: "取組の実施状況", en: "Implementation" },
      required: true,
    },
    {
      key: "settledThousandYen",
      kind: "amount",
      label: { ja: "決算額", en: "Settled amount" },
      against: "budgetThousandYen",
    },
    {
      key: "challengeAndImprovement",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "課題と改善策", en: "Challenges and improvements" },
      hint: {
        ja: "「②」または「③」のときは必ず書いてください。",
        en: "Required when “②” or “③” is chosen.",
      },
      required: { field: "achievement", oneOf: ["2", "3"] },
    },
  ],
};
