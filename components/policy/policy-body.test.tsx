import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { assemble, type Part } from "@/lib/domain/edition.ts";
import type { Phase } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import { planMissing, planProblems } from "@/lib/domain/policy.ts";
import { budgetOf } from "@/lib/domain/progress.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { MESSAGES } from "@/lib/words/messages.ts";
import { PhaseBody } from "./phase-body.tsx";
import { PolicyBody } from "./policy-body.tsx";
import { PolicySummary } from "./policy-summary.tsx";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const node = { featured: true, sectionId: null, predecessorIds: [] };

const policyPart = {
  type: "policy" as const,
  id: id(1),
  title: "令和5年度 試験区運営方針",
  plan: { goal: "支え合うまち", mission: "暮らしを守る", basicPolicy: ["区民とともに"] },
};
const issuePart = {
  type: "issue" as const,
  ...node,
  id: id(2),
  order: 0,
  code: "1",
  title: "子育て",
  plan: {
    sdgs: ["3", "4"],
    settledTwoYearsAgoThousandYen: 900,
    lastYearBudgetThousandYen: 0,
    budgetThousandYen: 1234,
    recognition: "相談先を知らない保護者が多い。",
    mainStrategies: ["訪問を増やす", "相談日を土曜日に設ける"],
    outcomeIndicators: [
      {
        id: id(9),
        name: "相談先を知っている保護者の割合",
        unit: null,
        measure: "PERCENT" as const,
        direction: "HIGHER" as const,
        baseline: 61,
        target: 80,
      },
    ],
  },
};
const sheet = (values: SheetValues): Part => ({
  type: "sheet",
  target: { type: "issue", id: id(2) },
  phase: "SELF_EVALUATION",
  values,
});

const heard = (html: string) => html.replace(/<[^>]+>/g, " ");
/** What staff see before a release, as somebody hears it: its tags left out. */
const page = (...sheets: Part[]) => heard(markup(...sheets));
/** The digest and each phase's page, in the same way. */
const digest = (...sheets: Part[]) =>
  heard(drawn(<PolicyBody lang="ja" policy={policyOf(sheets)} phaseAt={(phase) => `/${phase}`} />));
const whole = (phase: Phase, ...sheets: Part[]) =>
  heard(drawn(<PhaseBody lang="ja" policy={policyOf(sheets)} phase={phase} itemAt={() => "/item"} aimsAt={null} />));

function policyOf(sheets: readonly Part[]): PublishedPolicy {
  return {
    organization: {
      slug: "test",
      nameJa: "試験区",
      nameEn: "Test Ward",
      cityNameJa: "試験市",
      cityNameEn: "Test City",
      sample: false,
      sourceNote: null,
      sourceUrl: null,
    },
    fiscalYear: 2023,
    formId: "osaka-2023",
    content: assemble([policyPart, issuePart, ...sheets]),
    edition: {} as PublishedPolicy["edition"],
    hash: "0".repeat(64),
    history: [],
    concluded: [],
    late: { MID_YEAR_REVIEW: [], SELF_EVALUATION: [] },
    noticesSince: new Map(),
  };
}

const drawn = (element: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="ja" messages={MESSAGES.ja} timeZone="Asia/Tokyo">
      {element}
    </NextIntlClientProvider>,
  );

function markup(...sheets: Part[]): string {
  const policy = policyOf(sheets);
  return drawn(
    <>
      <PolicySummary lang="ja" policy={policy} />
      <PolicyBody lang="ja" policy={policy} />
    </>,
  );
}

describe("a policy of form osaka-2023", () => {
  it("is a whole plan that its form takes, and a form without strategies takes none", () => {
    expect(planProblems("osaka-2023", [policyPart, issuePart])).toEqual([]);
    expect(planMissing("osaka-2023", [policyPart, issuePart])).toEqual([]);
    const strategy = { type: "strategy" as const, ...node, issueId: id(2), id: id(3), order: 0, code: "1-1" };
    expect(planProblems("osaka-2023", [policyPart, issuePart, { ...strategy, title: "戦略", plan: {} }])).toEqual([
      { node: `strategy:${id(3)}`, field: "", code: "shape" },
    ]);
  });

  it("is drawn with everything that its folder asks for", () => {
    const text = page();
    for (const written of [
      "支え合うまち",
      "区民とともに",
      "【経営課題1】",
      "関連するSDGsのゴール",
      "3 すべての人に健康と福祉を",
      "前々年度決算額",
      "900千円",
      "0千円",
      "1,234千円",
      "相談先を知らない保護者が多い。",
      "相談日を土曜日に設ける",
      "相談先を知っている保護者の割合",
      "80%",
      "自己評価: 未公開。",
      "掲載する主な経営課題1件の当年度予算額は、合わせて1,234千円です。",
    ]) {
      expect(text).toContain(written);
    }
    expect(text).not.toContain("具体的取組");
    expect(text).not.toContain("中間振り返り");
  });

  it("stands whole on its phases' pages, and its digest leads to them", () => {
    const evaluated = sheet({ overallEvaluation: "訪問は定着した。", achievement: "1", futureDirection: "続ける。" });
    expect(digest(evaluated)).toContain("相談先を知らない保護者が多い。");
    expect(digest(evaluated)).toMatch(/自己評価\s+【経営課題1】/);
    expect(digest(evaluated)).not.toContain("訪問は定着した。");
    expect(whole("SELF_EVALUATION", evaluated)).toContain("訪問は定着した。");
    expect(whole("SELF_EVALUATION", evaluated)).not.toContain("相談先を知らない保護者が多い。");
    expect(whole("SELF_EVALUATION")).toContain("まだどの版でも公開されていません。");
    for (const written of ["支え合うまち", "相談先を知らない保護者が多い。", "相談日を土曜日に設ける", "900千円"]) {
      expect(whole("PLAN", evaluated)).toContain(written);
    }
    expect(whole("PLAN", evaluated)).not.toContain("訪問は定着した。");
  });

  it("shows the released evaluation with target, figure, verdict, grade and reason", () => {
    const text = page(
      sheet({
        outcomeActuals: [{ indicatorId: id(9), actual: 72.5 }],
        achievement: "1",
        gradeReason: "調査が年度途中であったため",
        overallEvaluation: "訪問は定着した。",
        futureDirection: "続ける。",
      }),
    );
    for (const written of [
      "72.5%",
      "目標未達成",
      "指標から見た評価",
      "調査が年度途中であったため",
      "訪問は定着した。",
    ]) {
      expect(text).toContain(written);
    }
  });

  it("says of what can be unfolded which item it is of", () => {
    const html = markup(sheet({ achievement: "1" }));
    const folded = [...html.matchAll(/<article.*?<\/article>/gs)].flatMap(([issue]) =>
      [...issue.matchAll(/<summary.*?<\/summary>/gs)].map(([summary]) => summary.replace(/<[^>]+>/g, "")),
    );
    expect(folded.length).toBeGreaterThan(0);
    for (const summary of folded) expect(summary).toContain("【経営課題1】");
  });

  it("has its budget from its issues", () => {
    expect(budgetOf("osaka-2023", assemble([policyPart, issuePart]))).toEqual({
      thousandYen: 1234,
      known: 1,
      unknown: 0,
    });
  });
});
