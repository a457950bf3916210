import type { TargetForm } from "../form.ts";

/** The whole policy. It is evaluated issue by issue; the policy itself has no sheet. */
export const policy: TargetForm = {
  PLAN: [
    { key: "introduction", kind: "text", lines: "many", maxLength: 4000, label: { ja: "前文", en: "Introduction" } },
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
    { key: "contact", kind: "contact", label: { ja: "このページの作成者・問合せ先", en: "Contact" } },
  ],
  MID_YEAR_REVIEW: [],
  SELF_EVALUATION: [],
};
