import { describe, expect, it } from "vitest";
import { fieldsOf } from "./catalogue.ts";
import type { Field } from "./form.ts";
import { draftSchema, isRequired, missingFields, readSheet, type SheetValues } from "./sheet.ts";
import { LARGEST_AMOUNT } from "./value.ts";

const label = { ja: "欄", en: "Field" };
const text: Field = { key: "text", kind: "text", lines: "many", maxLength: 10, label };
const list: Field = { key: "list", kind: "list", maxLength: 10, label };
const amount: Field = { key: "amount", kind: "amount", label };
const grade: Field = {
  key: "grade",
  kind: "choice",
  label,
  choices: [
    { code: "1", symbol: "①", label, tone: "good" },
    { code: "2", symbol: "②", label, tone: "bad" },
  ],
};
const why: Field = {
  key: "why",
  kind: "text",
  lines: "few",
  maxLength: 10,
  label,
  required: { field: "grade", oneOf: ["2"] },
};
const indicators: Field = { key: "indicators", kind: "indicators", indicatorKind: "outcome", label };
const actuals: Field = { key: "actuals", kind: "actuals", of: "indicators", label };
const contact: Field = { key: "contact", kind: "contact", label };

const read = (field: Field, typed: string) => readSheet([field], { [field.key]: typed });
const understood = (field: Field, typed: string) => read(field, typed).values[field.key];
const problem = (field: Field, typed: string) => {
  const { values, problems } = read(field, typed);
  expect(values).toEqual({});
  expect(problems).toHaveLength(1);
  return problems[0];
};

describe("an amount", () => {
  it.each([
    ["5237", 5237],
    ["0", 0],
    ["3,000", 3000],
    ["３，０００", 3000],
    ["5,237千円", 5237],
    ["５，２３７千円", 5237],
    [" 5 237 ", 5237],
    ["3、000", 3000],
    ["999,999,999", LARGEST_AMOUNT],
    ["007", 7],
  ])("typed %j is %i", (typed, value) => {
    expect(understood(amount, typed)).toBe(value);
  });

  it.each([
    "-1",
    "−1",
    "▲1",
    "+1",
    "1e400",
    "1e3",
    "1.5",
    "１．５",
    "0x10",
    "Infinity",
    "NaN",
    "1000000000",
    "9".repeat(400),
    "三千",
    "5円",
    "千円5",
    "<b>5</b>",
    "5\u0000",
  ])("typed %j is refused", (typed) => {
    expect(problem(amount, typed)).toEqual({ field: "amount", code: "amount" });
  });

  it.each(["", " ", "\u3000"])("typed %j is absent, which is not zero", (typed) => {
    expect(read(amount, typed)).toEqual({ values: {}, problems: [] });
  });
});

describe("a text", () => {
  it.each([
    ["look-alike radicals", "⽅針 方針"],
    ["half-width kana", "ｳﾝｴｲ"],
    ["an emoji of several", "👨‍👩‍👧"],
    ["a character outside the first plane", "𠮷野家"],
    ["right-to-left marks", "\u200f\u202eabc\u202c"],
    ["HTML", "<b>&amp;</b>"],
    ["quotes", "'\"`;--"],
    ["inner blank lines", "a\n\n b "],
    ["a variation selector", "葛\udb40\udd00城"],
    ["decomposed kana", "か\u3099"],
    ["a zero-width joiner and a no-break space", "a\u200db\u00a0c"],
  ])("keeps %s exactly", (_name, typed) => {
    expect(understood({ ...text, maxLength: 100 }, typed)).toBe(typed);
  });

  it("takes a browser's line ends for line ends, and nothing else", () => {
    expect(understood(text, "一\r\n二\r\n")).toBe("一\n二\n");
    expect(understood(text, "一\r二")).toBe("一\r二");
  });

  it.each([
    ["NUL", "a\u0000b"],
    ["a lone high surrogate", "a\ud83d"],
    ["a lone low surrogate", "\ude00a"],
    ["two halves the wrong way round", "\ude00\ud83d"],
  ])("refuses %s", (_name, typed) => {
    expect(problem(text, typed)).toEqual({ field: "text", code: "characters" });
    expect(problem(list, typed)).toEqual({ field: "list", code: "characters" });
  });

  it("counts characters as people do: code points, not UTF-16 units", () => {
    expect(understood(text, "𠮷".repeat(10))).toBe("𠮷".repeat(10));
    expect(problem(text, "𠮷".repeat(11))).toEqual({ field: "text", code: "too-long", limit: 10 });
    expect(understood(text, "一\r\n".repeat(5))).toBe("一\n".repeat(5));
  });

  it.each(["", " ", "\u3000\r\n"])("of %j is absent", (typed) => {
    expect(read(text, typed)).toEqual({ values: {}, problems: [] });
  });
});

describe("a list", () => {
  it("is one entry a line, blank lines dropped", () => {
    expect(understood(list, "一\r\n\r\n 二\n\u3000\n三")).toEqual(["一", " 二", "三"]);
  });
  it("counts the characters of all its entries, not the line ends", () => {
    expect(understood(list, "𠮷\n".repeat(10))).toHaveLength(10);
    expect(problem(list, "𠮷\n".repeat(11))).toEqual({ field: "list", code: "too-long", limit: 10 });
  });
  it("of blank lines is absent", () => {
    expect(read(list, "\n \n")).toEqual({ values: {}, problems: [] });
  });
});

describe("a choice", () => {
  it("is one of its codes", () => {
    expect(understood(grade, "2")).toBe("2");
    expect(read(grade, "")).toEqual({ values: {}, problems: [] });
  });
  it.each(["3", "①", " 1", "1 ", "constructor"])("of %j is refused", (typed) => {
    expect(problem(grade, typed)).toEqual({ field: "grade", code: "choice" });
  });
});

describe("the indicators of a plan", () => {
  const id = "00000000-0000-4000-8000-000000000001";
  const row = (lines: Record<string, string>) =>
    readSheet(
      [indicators],
      Object.fromEntries(Object.entries(lines).map(([line, text]) => [`indicators.${id}.${line}`, text])),
    );
  const usual = { measure: "NUMBER", direction: "HIGHER" };

  it("are read row by row, figures as people type them", () => {
    expect(row({ ...usual, name: "参加者", unit: "人", baseline: "１，２００人", target: "0" }).values).toEqual({
      indicators: [{ id, name: "参加者", unit: "人", ...usual, baseline: 1200, target: 0 }],
    });
    expect(row({ ...usual, measure: "QUALITATIVE", name: "満足の声", target: "増える" }).values).toEqual({
      indicators: [
        {
          id,
          name: "満足の声",
          unit: null,
          measure: "QUALITATIVE",
          direction: "HIGHER",
          baseline: null,
          target: "増える",
        },
      ],
    });
  });

  it("of a row in which nothing was typed are none", () => {
    expect(row({ ...usual, name: " ", unit: "", baseline: "", target: "" })).toEqual({ values: {}, problems: [] });
  });

  it("may be said to be none", () => {
    expect(readSheet([indicators], { "indicators.none": "on" }).values).toEqual({ indicators: [] });
  });

  it.each([
    [{ target: "10" }, "name", "required"],
    [{ name: "参加者", target: "たくさん" }, "target", "figure"],
    [{ name: "参加者", baseline: "1e400" }, "baseline", "figure"],
    [{ name: "字".repeat(401) }, "name", "too-long"],
    [{ name: "参加者", unit: "人".repeat(21) }, "unit", "too-long"],
    [{ name: "参加\u0000者" }, "name", "characters"],
    [{ name: "参加者", direction: "SIDEWAYS" }, "name", "shape"],
  ])("%j are refused beside their box", (lines, line, code) => {
    const { values, problems } = row({ ...usual, ...lines });
    expect(values).toEqual({});
    expect(problems[0]).toMatchObject({ field: "indicators", code, control: `indicators.${id}.${line}` });
  });
});

describe("a whole sheet", () => {
  const fields = [text, grade, why, amount];

  it("keeps what was understood beside what was not", () => {
    expect(readSheet(fields, { text: "良", grade: "9", amount: "1.5", unknown: "x" })).toEqual({
      values: { text: "良" },
      problems: [
        { field: "grade", code: "choice" },
        { field: "amount", code: "amount" },
      ],
    });
  });

  it("asks for a field only when the deciding choice says so", () => {
    expect(missingFields(fields, { grade: "1" })).toEqual([]);
    expect(missingFields(fields, {})).toEqual([]);
    expect(missingFields(fields, { grade: "2" })).toEqual([{ field: "why", code: "required" }]);
    expect(missingFields(fields, { grade: "2", why: "人手" })).toEqual([]);
    expect(isRequired(why, fields, { grade: "2" })).toBe(true);
    expect(isRequired(why, fields, { grade: "1" })).toBe(false);
    expect(isRequired({ ...text, required: true }, fields, {})).toBe(true);
    expect(isRequired(text, fields, {})).toBe(false);
  });

  it("a required amount of zero is there", () => {
    expect(missingFields([{ ...amount, required: true }], { amount: 0 })).toEqual([]);
  });

  it("the real mid-year sheet of an initiative asks for its improvement only at ②", () => {
    const real = fieldsOf("osaka-2013", "initiative", "MID_YEAR_REVIEW");
    const good = { progress: "実施", outlook: "1", implementation: "i", effectiveness: "1" };
    expect(missingFields(real, good)).toEqual([]);
    expect(missingFields(real, { ...good, outlook: "2" })).toEqual([
      { field: "challengeAndImprovement", code: "required" },
    ]);
    expect(missingFields(real, {}).map(({ field }) => field)).toEqual([
      "progress",
      "outlook",
      "implementation",
      "effectiveness",
    ]);
  });
});

describe("the schema of a draft", () => {
  const all = [text, list, grade, amount, indicators, actuals, contact];
  const takes = (values: unknown) => draftSchema(all).safeParse(values).success;

  it("takes an empty sheet", () => {
    expect(takes({})).toBe(true);
  });

  it.each<[string, unknown]>([
    ["an unknown field", { secret: "x" }],
    ["an unknown field named like a method", { constructor: "x" }],
    ["a blank text, which is an absent one", { text: " \u3000" }],
    ["an empty text", { text: "" }],
    ["a text that is too long", { text: "𠮷".repeat(11) }],
    ["NUL", { text: "\u0000" }],
    ["half a pair", { text: "\ud83d" }],
    ["a number for a text", { text: 1 }],
    ["null for a text", { text: null }],
    ["an empty list, which is an absent one", { list: [] }],
    ["a blank line in a list", { list: ["一", " "] }],
    ["two lines as one entry", { list: ["一\n二"] }],
    ["a list that is too long", { list: ["𠮷".repeat(6), "𠮷".repeat(5)] }],
    ["NUL in a list", { list: ["\u0000"] }],
    ["halves of one pair in two entries", { list: ["\ud83d", "\ude00"] }],
    ["an unknown choice", { grade: "3" }],
    ["a fraction", { amount: 1.5 }],
    ["a negative amount", { amount: -1 }],
    ["an amount beyond every budget", { amount: LARGEST_AMOUNT + 1 }],
    ["an amount as text", { amount: "5" }],
    [
      "NUL in a contact",
      {
        contact: {
          officeName: "\u0000",
          sectionName: "",
          groupName: "",
          phone: "",
          fax: "",
          postalCode: "",
          address: "",
        },
      },
    ],
    [
      "half a pair in an indicator",
      {
        indicators: [
          {
            id: "00000000-0000-4000-8000-000000000001",
            name: "\ud83d",
            unit: null,
            measure: "NUMBER",
            direction: "HIGHER",
            baseline: null,
            target: 1,
          },
        ],
      },
    ],
  ])("refuses %s", (_name, values) => {
    expect(takes(values)).toBe(false);
  });
});

describe("actuals", () => {
  const id = "00000000-0000-4000-8000-000000000001";
  const other = "00000000-0000-4000-8000-000000000002";
  const indicator = { id, name: "満足度", unit: "点", direction: "HIGHER", baseline: null, target: 80 } as const;
  const plan = { indicators: [{ ...indicator, measure: "NUMBER" }] } satisfies SheetValues;
  const typed = (text: string, under: SheetValues = plan) => readSheet([actuals], { [`actuals.${id}`]: text }, under);

  it.each([
    ["72", 72],
    ["７２．５", 72.5],
    ["1,200", 1200],
    ["１，２００点", 1200],
    [" 72 点 ", 72],
    ["72%", 72],
    ["0", 0],
    ["-3", -3],
    ["▲3", -3],
    ["−3.5", -3.5],
  ])("%j is the figure %d", (text, actual) => {
    expect(typed(text)).toEqual({ values: { actuals: [{ indicatorId: id, actual }] }, problems: [] });
  });

  it("of 未測定 is not measured, and of nothing is absent", () => {
    expect(typed(" 未測定 ").values).toEqual({ actuals: [{ indicatorId: id, actual: null }] });
    expect(typed(" ")).toEqual({ values: {}, problems: [] });
  });

  it.each(["約七割", "1e400", "1,5", "--1", "<b>72</b>", "7 2 人"])("%j is no figure, and says where", (text) => {
    expect(typed(text)).toEqual({
      values: {},
      problems: [{ field: "actuals", code: "figure", control: `actuals.${id}` }],
    });
  });

  it("are words where the indicator asks for words, or is not known", () => {
    const qualitative = { indicators: [{ ...indicator, measure: "QUALITATIVE" }] } satisfies SheetValues;
    expect(typed("住民主体の会が\r\n立ち上がった", qualitative).values).toEqual({
      actuals: [{ indicatorId: id, actual: "住民主体の会が\n立ち上がった" }],
    });
    expect(typed("約七割", {}).values).toEqual({ actuals: [{ indicatorId: id, actual: "約七割" }] });
    expect(typed("字".repeat(401), qualitative).problems).toEqual([
      { field: "actuals", code: "too-long", limit: 400, control: `actuals.${id}` },
    ]);
  });

  it("keep the line of each indicator apart, and refuse a line of none", () => {
    expect(readSheet([actuals], { [`actuals.${id}`]: "1", [`actuals.${other}`]: "" }, plan).values).toEqual({
      actuals: [{ indicatorId: id, actual: 1 }],
    });
    expect(readSheet([actuals], { "actuals.x": "1" }).problems).toEqual([{ field: "actuals", code: "shape" }]);
  });
});

describe("a contact", () => {
  it("is read line by line, and says which is too long", () => {
    expect(readSheet([contact], { "contact.officeName": "区役所", "contact.phone": "06-0000-0000" }).values).toEqual({
      contact: {
        officeName: "区役所",
        sectionName: "",
        groupName: "",
        phone: "06-0000-0000",
        fax: "",
        postalCode: "",
        address: "",
      },
    });
    expect(readSheet([contact], { "contact.phone": "0".repeat(51) }).problems).toEqual([
      { field: "contact", code: "too-long", limit: 50, control: "contact.phone" },
    ]);
    expect(readSheet([contact], { "contact.phone": " " })).toEqual({ values: {}, problems: [] });
  });
});
