import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMS, fieldsOf } from "./catalogue.ts";
import { type Field, fieldsIn, type Label, PHASES, TARGET_TYPES } from "./form.ts";
import { readsAsText } from "./indicator.ts";
import { draftSchema, readSheet, type SheetValues, type Typed, typedOf } from "./sheet.ts";
import { LARGEST_AMOUNT } from "./value.ts";

/** What holds for every form, so that a new year's folder is checked by being in the catalogue. */
const sheets = FORMS.flatMap((form) =>
  TARGET_TYPES.flatMap((type) =>
    PHASES.map((phase) => ({ form, id: form.id, type, phase, fields: fieldsIn(form, type, phase) })),
  ),
);
const everyField = sheets.flatMap(({ form, type, phase, fields }) =>
  fields.map((field) => ({ name: `${form.id} ${type} ${phase} ${field.key}`, form, type, phase, fields, field })),
);

describe("every form", () => {
  it.each(sheets)("$id names no field of $type in $phase twice", ({ fields }) => {
    const keys = fields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(everyField)("$name: field names and codes are ASCII, and codes are unique", ({ field }) => {
    expect(field.key).toMatch(/^[a-z][A-Za-z]*$/);
    if (field.kind !== "choice" && field.kind !== "choices") return;
    const codes = field.choices.map(({ code }) => code);
    expect(codes.filter((code) => !/^[A-Za-z0-9]+$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    const symbols = field.choices.map(({ symbol }) => symbol);
    expect(new Set(symbols).size).toBe(symbols.length);
    expect(symbols.every((symbol) => symbol.trim() !== "")).toBe(true);
  });

  it.each(everyField)("$name: what makes it required is a choice of the same sheet", ({ fields, field }) => {
    if (field.required === undefined || field.required === true) return;
    const { required } = field;
    const key = "differsFrom" in required ? required.differsFrom : required.field;
    const decisive = fields.find((candidate) => candidate.key === key);
    if (decisive?.kind !== "choice") throw new Error(`${key} is no choice`);
    if ("differsFrom" in required) {
      expect(decisive.suggest).toBeDefined();
      return;
    }
    expect(required.oneOf.length).toBeGreaterThan(0);
    expect(decisive.choices.map(({ code }) => code)).toEqual(expect.arrayContaining([...required.oneOf]));
  });

  it.each(everyField)("$name: what it refers to is there", ({ form, type, fields, field }) => {
    const plan = fieldsIn(form, type, "PLAN");
    if (field.kind === "actuals") expect(plan.find(({ key }) => key === field.of)?.kind).toBe("indicators");
    if (field.kind === "amount" && field.against !== undefined) {
      expect(plan.find(({ key }) => key === field.against)?.kind).toBe("amount");
    }
    for (const { phase, key } of field.alike ?? []) {
      expect(fieldsIn(form, type, phase).map((candidate) => candidate.key)).toContain(key);
    }
    if (field.kind !== "choice" || !field.suggest) return;
    const { from, of, met, missed, alsoMissed = [], unmeasured } = field.suggest;
    expect(fields.find(({ key }) => key === from)).toMatchObject({ kind: "actuals", of });
    const codes = field.choices.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining([met, missed, ...alsoMissed, unmeasured ?? met]));
    expect(met).not.toBe(missed);
  });

  it.each(FORMS)("$id says everything in both languages", (form) => {
    const labels: [string, Label][] = [
      ["form", form.label],
      ...Object.entries(form.headings),
      ...everyField
        .filter((one) => one.form === form)
        .flatMap(({ name, field }): [string, Label][] => [
          [name, field.label],
          ...(field.hint ? [[`${name} hint`, field.hint] as [string, Label]] : []),
          ...(field.kind === "choice" || field.kind === "choices"
            ? field.choices.flatMap((choice): [string, Label][] => [
                [`${name} ${choice.code}`, choice.label],
                ...(choice.explanation
                  ? [[`${name} ${choice.code} explained`, choice.explanation] as [string, Label]]
                  : []),
              ])
            : []),
        ]),
    ];
    expect(labels.length).toBeGreaterThan(30);
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    expect(labels.filter(([, { ja, en }]) => ja.trim() === "" || en.trim() === "")).toEqual([]);
    // Each in its own language: Japanese has no sentence without kana or kanji, English has neither.
    expect(labels.filter(([, { ja }]) => !japanese.test(ja))).toEqual([]);
    expect(labels.filter(([, { en }]) => japanese.test(en))).toEqual([]);
  });
});

const line = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
  .filter((typed) => typed.trim() !== "" && !/[\r\n\0]/.test(typed));
const figure = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
const short = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 10 })
  .filter((text) => !/[\0\r]/.test(text) && [...text].length <= 20);

/** Anything that a draft may hold in a field. */
function anyValue(field: Field): fc.Arbitrary<SheetValues[string]> {
  switch (field.kind) {
    case "text":
      return fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));
    case "list":
      return fc.array(line, { minLength: 1, maxLength: 4 });
    case "choice":
      return fc.constantFrom(...field.choices.map(({ code }) => code));
    case "choices":
      return fc.subarray(
        field.choices.map(({ code }) => code),
        { minLength: 1 },
      );
    case "amount":
      return fc.nat(LARGEST_AMOUNT);
    case "indicators":
      return fc.uniqueArray(
        fc
          .record({
            id: fc.uuid(),
            name: short.filter((text) => text.trim() !== ""),
            unit: fc.constantFrom("%", "人", null),
            measure: fc.constantFrom("NUMBER" as const, "PERCENT" as const, "QUALITATIVE" as const),
            direction: fc.constantFrom("HIGHER" as const, "LOWER" as const, "REACH" as const, "KEEP" as const),
            baseline: fc.option(figure, { nil: null }),
            target: fc.option(figure, { nil: null }),
            inWords: short.filter(readsAsText),
          })
          .map(({ inWords, ...one }) => (one.measure === "QUALITATIVE" ? { ...one, target: inWords } : one)),
        { maxLength: 3, selector: ({ id }) => id },
      );
    case "actuals":
      return fc.uniqueArray(
        fc.record({
          indicatorId: fc.uuid(),
          actual: fc.option(fc.oneof(figure, short.filter(readsAsText)), { nil: null }),
        }),
        { minLength: 1, maxLength: 3, selector: ({ indicatorId }) => indicatorId },
      );
    case "contact":
      return fc
        .record({
          officeName: short,
          sectionName: short,
          groupName: short,
          phone: short,
          fax: short,
          postalCode: short,
          address: short,
        })
        .filter((lines) => Object.values(lines).some((text) => text.trim() !== ""));
  }
}

describe.each(sheets.filter(({ fields }) => fields.length > 0))("$id $type $phase", ({ fields }) => {
  const values = fc.record(Object.fromEntries(fields.map((field) => [field.key, anyValue(field)])), {
    requiredKeys: [],
  });

  it("what its controls show for stored values reads as those values", () => {
    fc.assert(
      fc.property(values, (stored) => {
        expect(draftSchema(fields).safeParse(stored).success).toBe(true);
        const typed: Typed = Object.assign({}, ...fields.map((field) => typedOf(field, stored[field.key])));
        expect(readSheet(fields, typed)).toEqual({ values: stored, problems: [] });
      }),
      { numRuns: 60 },
    );
  });

  it("reads only what a draft takes, whatever was typed under whatever name", () => {
    const name = fc.oneof(
      fc.constantFrom(...fields.map(({ key }) => key)),
      fc
        .tuple(fc.constantFrom(...fields.map(({ key }) => key)), fc.oneof(fc.uuid(), fc.constantFrom("1", "phone", "")))
        .map((parts) => parts.join(".")),
    );
    const typed = fc.dictionary(name, fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.double().map(String)));
    fc.assert(
      fc.property(typed, (anything) => {
        expect(draftSchema(fields).safeParse(readSheet(fields, anything).values).success).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe("osaka-2023", () => {
  it("asks one sheet, of an issue at the end of the year, and has nothing below issues", () => {
    const asked = sheets.filter(({ id, fields }) => id === "osaka-2023" && fields.length > 0);
    expect(asked.map(({ type, phase }) => `${type} ${phase}`)).toEqual([
      "policy PLAN",
      "issue PLAN",
      "issue SELF_EVALUATION",
    ]);
    expect(fieldsOf("osaka-2023", "issue", "PLAN").map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      "sdgs choices",
      "settledTwoYearsAgoThousandYen amount",
      "lastYearBudgetThousandYen amount",
      "budgetThousandYen amount",
      "recognition text",
      "mainStrategies list",
      "outcomeIndicators indicators",
    ]);
  });
});
