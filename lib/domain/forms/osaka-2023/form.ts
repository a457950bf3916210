import type { Form } from "../form.ts";
import { issue } from "./issue.ts";
import { policy } from "./policy.ts";

/** The form since fiscal year 2023: one sheet per issue and only a year-end evaluation. */
export const osaka2023: Form = {
  id: "osaka-2023",
  label: { ja: "運営方針(令和5年度〜)", en: "Policy form (FY2023–)" },
  fiscalYears: { from: 2023, to: null },
  targets: { policy, issue, strategy: null, initiative: null, reformItem: null },
  headings: {
    issue: { ja: "経営課題", en: "Issue" },
    strategy: { ja: "戦略", en: "Strategy" },
    initiative: { ja: "具体的取組", en: "Initiative" },
    reformItem: { ja: "取組項目", en: "Reform item" },
  },
};
