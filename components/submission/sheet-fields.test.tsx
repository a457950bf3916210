import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { diffFields } from "@/lib/domain/diff.ts";
import { fieldsOf, formOf } from "@/lib/domain/forms/catalogue.ts";
import { type Field, type Form, fieldsIn, type TargetForm } from "@/lib/domain/forms/form.ts";
import type { Indicator } from "@/lib/domain/forms/indicator.ts";
import {
  draftSchema,
  missingFields,
  type Problem,
  readSheet,
  type SheetValues,
  type Typed,
} from "@/lib/domain/forms/sheet.ts";
import type { Language } from "@/lib/words/languages.ts";
import { MESSAGES } from "@/lib/words/messages.ts";
import { SheetFields } from "./sheet-fields.tsx";

const drawn = (element: ReactNode, lang: Language = "ja") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={lang} messages={MESSAGES[lang]} timeZone="Asia/Tokyo">
      {element}
    </NextIntlClientProvider>,
  );

/** A sheet's controls as the server sends them. */
function entry(
  form: TargetForm | null,
  fields: readonly Field[],
  given: {
    values?: SheetValues;
    now?: Typed | null;
    typed?: Typed | null;
    plan?: SheetValues;
    problems?: readonly Problem[];
    midYear?: SheetValues;
    lastYear?: { fiscalYear: number; values: SheetValues; plan: SheetValues };
    lang?: Language;
  } = {},
): string {
  const { values = {}, now = null, typed = null, plan = {}, problems = [], lang = "ja" } = given;
  return drawn(
    <SheetFields
      lang={lang}
      fields={fields}
      form={form}
      values={values}
      typed={typed}
      now={now}
      problems={problems}
      remarks={{}}
      plan={plan}
      sources={{ midYear: given.midYear ?? null, lastYear: given.lastYear ?? null }}
    />,
    lang,
  );
}

/** The text of some HTML, tags taken out. */
const textOf = (html: string) => html.replace(/<[^>]+>/g, "").replaceAll("&amp;", "&");

const osaka = formOf("osaka-2013");
const initiative = osaka.targets.initiative as TargetForm;
const evaluation = fieldsOf("osaka-2013", "initiative", "SELF_EVALUATION");

describe("a field added to a form", () => {
  const impact: Field = {
    key: "impact",
    kind: "text",
    lines: "few",
    maxLength: 12,
    label: { ja: "区民への影響", en: "Impact on residents" },
    hint: { ja: "数字を添えて書いてください。", en: "With figures." },
    required: { field: "outlook", oneOf: ["2"] },
  };
  const form: Form = {
    ...osaka,
    id: "osaka-test",
    targets: {
      ...osaka.targets,
      initiative: { ...initiative, MID_YEAR_REVIEW: [...initiative.MID_YEAR_REVIEW, impact] },
    },
  };
  const target = form.targets.initiative;
  const fields = fieldsIn(form, "initiative", "MID_YEAR_REVIEW");
  const html = (given: Parameters<typeof entry>[2] = {}) => entry(target, fields, given);

  it("is drawn where one writes, with its name, label, hint, limit and what is stored", () => {
    const sheet = html({ values: { impact: "千人が利用" } });
    expect(sheet).toMatch(/<textarea[^>]*name="impact"[^>]*>千人が利用<\/textarea>/);
    expect(textOf(sheet)).toContain("区民への影響");
    expect(textOf(sheet)).toContain("数字を添えて書いてください。");
    expect(textOf(sheet)).toContain("5 / 12字");
    expect(textOf(entry(target, fields, { lang: "en" }))).toContain("Impact on residents");
  });

  it("is marked as required as soon as what makes it so is chosen", () => {
    const mark = (sheet: string) => /name="impact" aria-required="true"/.test(sheet);
    expect(mark(html())).toBe(false);
    expect(mark(html({ now: { outlook: "1" } }))).toBe(false);
    expect(mark(html({ now: { outlook: "2" } }))).toBe(true);
    expect(mark(html({ typed: { outlook: "2" } }))).toBe(true);
    expect(mark(html({ values: { outlook: "2" } }))).toBe(true);
  });

  it("is read, checked and asked for", () => {
    expect(readSheet(fields, { impact: "千人が\r\n利用" }).values).toEqual({ impact: "千人が\n利用" });
    expect(readSheet(fields, { impact: "字".repeat(13) }).problems).toEqual([
      { field: "impact", code: "too-long", limit: 12 },
    ]);
    expect(draftSchema(fields).safeParse({ impact: "千人" }).success).toBe(true);
    expect(
      draftSchema(fieldsOf("osaka-2013", "initiative", "MID_YEAR_REVIEW")).safeParse({ impact: "千人" }).success,
    ).toBe(false);
    expect(missingFields(fields, { outlook: "2" }).map(({ field }) => field)).toContain("impact");
    expect(missingFields(fields, { outlook: "1" }).map(({ field }) => field)).not.toContain("impact");
  });

  it("is printed and compared", () => {
    const page = drawn(<SheetView lang="ja" fields={fields} values={{ impact: "千人が利用" }} />);
    expect(textOf(page)).toContain("区民への影響千人が利用");
    expect(diffFields({ impact: "千人" }, { impact: "二千人" })).toEqual([
      { field: "impact", before: "千人", after: "二千人" },
    ]);
  });
});

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const attendance: Indicator = {
  id: id(1),
  name: "講座の参加者数",
  unit: "人",
  measure: "NUMBER",
  direction: "HIGHER",
  baseline: 60,
  target: 80,
};
const plan: SheetValues = {
  processIndicators: [attendance, { ...attendance, id: id(2), name: "苦情", direction: "LOWER", target: 0 }],
  budgetThousandYen: 2000,
  actions: "講座を10回開く。",
};

describe("indicators where one writes", () => {
  const sheet = (given: Parameters<typeof entry>[2] = {}) => entry(initiative, evaluation, { plan, ...given });

  it("have a box each with what the plan says of them", () => {
    const html = sheet({ values: { processActuals: [{ indicatorId: id(1), actual: 72 }] } });
    expect(html).toMatch(new RegExp(`name="processActuals.${id(1)}"[^>]*value="72"`));
    expect(html).toMatch(new RegExp(`name="processActuals.${id(2)}"[^>]*value=""`));
    expect(textOf(html)).toContain("基準値60人");
    expect(textOf(html)).toContain("目標80人");
    expect(textOf(html)).toContain("目標0人");
    expect(textOf(html)).toContain("低いほどよい");
  });

  it("suggest a grade, and ask for a reason where another is chosen", () => {
    const actuals = { [`processActuals.${id(1)}`]: "７２", [`processActuals.${id(2)}`]: "0" };
    const html = textOf(sheet({ now: { ...actuals, achievement: "1" } }));
    expect(html).toContain("指標から見た評価");
    expect(html).toContain("② 目標未達成");
    expect(html).toContain("目標 80人・実績 72人(目標未達成)");
    expect(html).toContain("目標に達していない指標がありますが、達成の評価が選ばれています: 講座の参加者数");
    const asked = (now: Typed) => /name="gradeReason" aria-required="true"/.test(sheet({ now }));
    expect(asked({ ...actuals, achievement: "1" })).toBe(true);
    expect(asked({ ...actuals, achievement: "2" })).toBe(false);
    expect(asked({ ...actuals, [`processActuals.${id(1)}`]: "80", achievement: "1" })).toBe(false);
  });

  it("say at the box what is wrong in it", () => {
    const typed = { [`processActuals.${id(2)}`]: "少し" };
    const html = sheet({ typed, problems: readSheet(evaluation, typed, plan).problems });
    expect(html).toMatch(new RegExp(`id="field-processActuals.${id(2)}"[^>]*aria-invalid="true"[^>]*value="少し"`));
    expect(textOf(html)).toContain("「苦情」は数字で入力してください。");
  });

  it("keep a figure whose indicator the plan no longer has", () => {
    const html = sheet({ values: { processActuals: [{ indicatorId: id(9), actual: 5 }] } });
    expect(html).toMatch(new RegExp(`<input type="hidden"[^>]*name="processActuals.${id(9)}"[^>]*value="5"`));
  });

  it("show last year's figure of the indicator of the same name", () => {
    const lastYear = {
      fiscalYear: 2020,
      plan: { processIndicators: [{ ...attendance, id: id(7) }] },
      values: { processActuals: [{ indicatorId: id(7), actual: 55 }], results: "9回開いた。" },
    };
    const html = textOf(sheet({ lastYear, midYear: { progress: "5回開いた。" } }));
    expect(html).toContain("前年度の実績55人");
    // What was written elsewhere stands beside the results: the plan's actions, the mid-year progress, last year's results.
    expect(html).toContain("講座を10回開く。");
    expect(html).toContain("5回開いた。");
    expect(html).toContain("令和2年度(2020年度)の自己評価「取組実績」");
    expect(html).toContain("9回開いた。");
  });

  it("show the budget beside what was spent, and how much of it that is", () => {
    expect(textOf(sheet({ now: { settledThousandYen: "１，９２０千円" } }))).toContain("2,000千円執行率 96%");
    expect(textOf(sheet({ now: { settledThousandYen: "2,001" } }))).toContain("決算額が当年度予算額を上回っています。");
  });
});

describe("indicators where one reads", () => {
  const read = (values: SheetValues) =>
    textOf(drawn(<SheetView lang="ja" fields={evaluation} values={values} plan={plan} />));

  it("say what was wanted, what was measured and whether that met it", () => {
    const page = read({
      processActuals: [
        { indicatorId: id(1), actual: 72 },
        { indicatorId: id(2), actual: 0 },
      ],
    });
    expect(page).toContain("判定: 目標未達成");
    expect(page).toContain("判定: 目標達成");
    expect(page).toContain("実績0人");
    expect(read({ processActuals: [{ indicatorId: id(1), actual: null }] })).toContain("判定: 未測定");
  });

  it("show the suggested grade beside the one that was chosen, with the reason, only where they differ", () => {
    const processActuals = [{ indicatorId: id(1), actual: 72 }];
    const differing = read({ processActuals, achievement: "1", gradeReason: "会場が使えなかったため" });
    expect(differing).toContain("指標から見た評価②");
    expect(differing).toContain("会場が使えなかったため");
    const same = read({ processActuals, achievement: "2" });
    expect(same).not.toContain("指標から見た評価");
  });
});
