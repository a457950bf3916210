import type { TargetForm } from "../form.ts";

/** 様式1: the whole policy. Its dated notices are Parts of their own, because a release may add one. */
export const policy: TargetForm = {
  PLAN: [
    {
      key: "introduction",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "前文", en: "Introduction" },
    },
    {
      key: "goal",
      kind: "text",
      lines: "few",
      maxLength: 1000,
      label: { ja: "区の目標(何をめざすのか)", en: "Goal" },
      required: true,
    },
    {
      key: "mission",
      kind: "text",
      lines: "few",
      maxLength: 2000,
      label: { ja: "区の使命(どのような役割を担うのか)", en: "Mission" },
      required: true,
    },
    {
      key: "basicPolicy",
      kind: "list",
      maxLength: 4000,
      label: { ja: "区運営の基本的な考え方(区長の方針)", en: "Basic policy of the mayor of the ward" },
      required: true,
    },
    {
      key: "visionName",
      kind: "text",
      lines: "one",
      maxLength: 200,
      label: { ja: "区将来ビジョンの名称", en: "Name of the ward's vision" },
    },
    {
      key: "visionPeriod",
      kind: "text",
      lines: "one",
      maxLength: 200,
      label: { ja: "区将来ビジョンの期間", en: "Period of the ward's vision" },
    },
    {
      key: "reformPlanName",
      kind: "text",
      lines: "one",
      maxLength: 200,
      label: { ja: "市政改革プランの名称", en: "Name of the city reform plan" },
    },
    { key: "contact", kind: "contact", label: { ja: "このページの作成者・問合せ先", en: "Contact" } },
  ],
  MID_YEAR_REVIEW: [],
  SELF_EVALUATION: [
    {
      key: "yearEndSummary",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "総括(1年間の取組成果と今後取り組みたいこと)", en: "Summary of the year and what comes next" },
      required: true,
      alike: [{ phase: "PLAN", key: "goal" }],
    },
    {
      key: "remainingIssues",
      kind: "text",
      lines: "many",
      maxLength: 8000,
      label: { ja: "解決すべき課題と今後の改善方向", en: "Remaining issues and direction of improvement" },
      required: true,
    },
  ],
};
