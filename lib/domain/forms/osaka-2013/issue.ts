import type { TargetForm } from "../form.ts";

/** 様式2, its head: one management issue. */
export const issue: TargetForm = {
  PLAN: [
    {
      key: "description",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "概要", en: "Description" },
      hint: { ja: "公開ページに載る文章です。", en: "The text of the public page." },
      required: true,
    },
    {
      key: "futureState",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "めざすべき将来像(10〜20年)", en: "Desired future in 10 to 20 years" },
    },
    {
      key: "currentSituation",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "現状", en: "Current situation" },
    },
    {
      key: "causeAnalysis",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "要因分析", en: "Analysis of causes" },
    },
    { key: "challenge", kind: "text", lines: "many", maxLength: 8000, label: { ja: "課題", en: "Challenges" } },
  ],
  MID_YEAR_REVIEW: [],
  SELF_EVALUATION: [
    {
      key: "summary",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "総括", en: "Summary" },
      required: true,
      alike: [{ phase: "PLAN", key: "futureState" }],
    },
    {
      key: "challenge",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "課題", en: "Challenges" },
      alike: [{ phase: "PLAN", key: "challenge" }],
    },
    {
      key: "futureDirection",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "今後の対応方向", en: "Future direction" },
      required: true,
    },
  ],
};
