import type { TargetForm } from "../form.ts";
import { implementation, outlook, reformAchievement } from "./choices.ts";

/** 様式3: one item of the ward's share in the city reform plan. */
export const reformItem: TargetForm = {
  PLAN: [
    { key: "purpose", kind: "text", lines: "many", maxLength: 4000, label: { ja: "趣旨・目的", en: "Purpose" } },
    { key: "outline", kind: "text", lines: "many", maxLength: 4000, label: { ja: "取組の概要", en: "Outline" } },
    { key: "goal", kind: "text", lines: "few", maxLength: 2000, label: { ja: "目標", en: "Goal" } },
    { key: "actions", kind: "list", maxLength: 4000, label: { ja: "取組内容", en: "Actions" }, required: true },
  ],
  MID_YEAR_REVIEW: [
    {
      key: "outlook",
      kind: "choice",
      choices: outlook,
      label: { ja: "目標の達成見込み", en: "Outlook" },
      required: true,
      alike: [
        { phase: "PLAN", key: "goal" },
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
      alike: [{ phase: "PLAN", key: "actions" }],
    },
    {
      key: "achievement",
      kind: "choice",
      choices: reformAchievement,
      label: { ja: "目標の達成状況", en: "Achievement" },
      required: true,
      alike: [
        { phase: "PLAN", key: "goal" },
        { phase: "MID_YEAR_REVIEW", key: "outlook" },
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
      key: "challengeAndImprovement",
      kind: "text",
      lines: "many",
      maxLength: 4000,
      label: { ja: "課題と改善策", en: "Challenges and improvements" },
      hint: { ja: "「②」のときは必ず書いてください。", en: "Required when “②” is chosen." },
      required: { field: "achievement", oneOf: ["2"] },
    },
  ],
};
