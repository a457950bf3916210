import type { Form } from "../form.ts";
import { initiative } from "./initiative.ts";
import { issue } from "./issue.ts";
import { policy } from "./policy.ts";
import { reformItem } from "./reform-item.ts";
import { strategy } from "./strategy.ts";

/** The form of fiscal years 2013 to 2021: 様式1 (policy), 様式2 (one sheet per issue), 様式3 (reform items). */
export const osaka2013: Form = {
  id: "osaka-2013",
  label: { ja: "様式1〜3(平成25年度〜令和3年度)", en: "Forms 1 to 3 (FY2013–2021)" },
  fiscalYears: { from: 2013, to: 2021 },
  targets: { policy, issue, strategy, initiative, reformItem },
  headings: {
    issue: { ja: "経営課題", en: "Issue" },
    strategy: { ja: "戦略", en: "Strategy" },
    initiative: { ja: "具体的取組", en: "Initiative" },
    reformItem: { ja: "取組項目", en: "Reform item" },
  },
};
