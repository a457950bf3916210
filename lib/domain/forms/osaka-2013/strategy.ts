import type { TargetForm } from "../form.ts";
import { effectiveness, outcomeStatus, progressStatus } from "./choices.ts";

/** 様式2: one strategy with its outcome indicators. */
export const strategy: TargetForm = {
  PLAN: [
    {
      key: "description",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "概要", en: "Description" },
      required: true,
    },
    {
      key: "targetState",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "めざす状態(3〜5年)", en: "Target state in 3 to 5 years" },
    },
    {
      key: "outcomeIndicators",
      kind: "indicators",
      indicatorKind: "outcome",
      label: { ja: "アウトカム指標", en: "Outcome indicators" },
    },
  ],
  MID_YEAR_REVIEW: [
    {
      key: "progressStatus",
      kind: "choice",
      choices: progressStatus,
      label: { ja: "戦略の進捗状況", en: "Progress of the strategy" },
      required: true,
      alike: [{ phase: "SELF_EVALUATION", key: "outcomeStatus" }],
    },
    {
      key: "challenge",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "課題", en: "Challenges" },
      hint: { ja: "「b 順調でない」のときは必ず書いてください。", en: "Required when “b Not on track” is chosen." },
      required: { field: "progressStatus", oneOf: ["b"] },
    },
    {
      key: "improvement",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "今後の対応方向(改善策)", en: "Improvements" },
      alike: [{ phase: "SELF_EVALUATION", key: "futureDirection" }],
      hint: { ja: "「b 順調でない」のときは必ず書いてください。", en: "Required when “b Not on track” is chosen." },
      required: { field: "progressStatus", oneOf: ["b"] },
    },
  ],
  SELF_EVALUATION: [
    {
      key: "outcomeActuals",
      kind: "actuals",
      of: "outcomeIndicators",
      label: { ja: "アウトカム指標の実績", en: "Outcome indicators: actuals" },
    },
    {
      key: "outcomeStatus",
      kind: "choice",
      choices: outcomeStatus,
      label: { ja: "アウトカムの達成状況", en: "State of the outcome" },
      required: true,
      suggest: { from: "outcomeActuals", of: "outcomeIndicators", met: "A", missed: "B" },
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
      required: { differsFrom: "outcomeStatus" },
    },
    {
      key: "effectiveness",
      kind: "choice",
      choices: effectiveness,
      label: { ja: "戦略の有効性", en: "Effectiveness of the strategy" },
      required: true,
    },
    { key: "challenge", kind: "text", lines: "many", maxLength: 4000, label: { ja: "課題", en: "Challenges" } },
    {
      key: "futureDirection",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "今後の対応方向", en: "Future direction" },
      required: true,
      alike: [
        { phase: "PLAN", key: "targetState" },
        { phase: "MID_YEAR_REVIEW", key: "improvement" },
      ],
    },
  ],
};
