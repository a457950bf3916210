import { isStorable, lengthOf } from "../text.ts";
import type { ActualsField, ChoiceField, ChoicesField, Field, IndicatorsField, ListField, TextField } from "./form.ts";
import {
  type Actual,
  type Indicator,
  indicator,
  LONGEST_UNIT,
  LONGEST_WORDS,
  readActual,
  readFigure,
} from "./indicator.ts";
import { CONTACT_LINES, inOrder, LARGEST_AMOUNT, type SheetValue, valueSchema } from "./value.ts";

/** What is wrong with what was typed into a control. `control` names it where its field has several. */
export interface ProblemOfControl {
  readonly code: "required" | "too-long" | "characters" | "amount" | "figure" | "choice" | "shape";
  readonly limit?: number;
  readonly control?: string;
}

type Read = { value?: SheetValue; problems?: readonly ProblemOfControl[] };
type Controls = Readonly<Record<string, string>>;

/** Reads one field's controls, by their names: its value, what is wrong with it, or neither where it was left empty. */
export function readControls(field: Field, typed: Controls, plan: Readonly<Record<string, unknown>>): Read {
  const only = typed[field.key] ?? "";
  switch (field.kind) {
    case "text":
      return readText(field, only);
    case "list":
      return readList(field, only);
    case "choice":
      return readChoice(field, only);
    case "choices":
      return readChoices(field, typed);
    case "amount":
      return readAmount(only);
    case "indicators":
      return readIndicators(field, typed);
    case "actuals":
      return readActuals(field, typed, (plan[field.of] ?? []) as readonly Indicator[]);
    case "contact":
      return readContact(field.key, typed);
  }
}

const wrong = (problem: ProblemOfControl): Read => ({ problems: [problem] });

function readText(field: TextField, typed: string): Read {
  // Browsers post line ends as CRLF; everything else is kept exactly as written.
  const text = typed.replaceAll("\r\n", "\n");
  if (text.trim() === "") return {};
  if (!isStorable(text)) return wrong({ code: "characters" });
  if (lengthOf(text) > field.maxLength) return wrong({ code: "too-long", limit: field.maxLength });
  return { value: text };
}

function readList(field: ListField, typed: string): Read {
  const lines = typed.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  if (lines.length === 0) return {};
  if (!isStorable(typed)) return wrong({ code: "characters" });
  if (lengthOf(lines.join("")) > field.maxLength) return wrong({ code: "too-long", limit: field.maxLength });
  return { value: lines };
}

function readChoice(field: ChoiceField, typed: string): Read {
  if (typed === "") return {};
  return field.choices.some((choice) => choice.code === typed) ? { value: typed } : wrong({ code: "choice" });
}

/** What stands behind the field's key and a dot in the names of its controls, with what was typed there. */
const underKey = (key: string, typed: Controls): (readonly [string, string])[] =>
  Object.entries(typed)
    .filter(([name, text]) => name !== key && text.trim() !== "")
    .map(([name, text]) => [name.slice(key.length + 1), text]);

function readChoices(field: ChoicesField, typed: Controls): Read {
  const codes = underKey(field.key, typed).map(([code]) => code);
  if (codes.length === 0) return {};
  const known = inOrder(field, codes);
  return known.length === codes.length ? { value: known } : wrong({ code: "choice" });
}

// Commas only where they divide thousands: 1,5 is more likely a fraction than fifteen.
const wholeAmount = /^(\d{1,12}|\d{1,3}([,、]\d{3})+)$/;

/** Understands 5237, 5,237, ５，２３７ and 5,237千円; refuses signs, fractions and anything else. */
function readAmount(typed: string): Read {
  const text = typed.normalize("NFKC").replace(/\s/g, "").replace(/千円$/, "");
  if (text === "") return {};
  const amount = wholeAmount.test(text) ? Number(text.replace(/[,、]/g, "")) : Number.NaN;
  return amount <= LARGEST_AMOUNT ? { value: amount } : wrong({ code: "amount" });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function readActuals(field: ActualsField, typed: Controls, indicators: readonly Indicator[]): Read {
  const lines: Actual[] = [];
  const problems: ProblemOfControl[] = [];
  for (const [id, text] of underKey(field.key, typed)) {
    const control = `${field.key}.${id}`;
    const asked = indicators.find((candidate) => candidate.id === id);
    const { actual, problem } = readActual(text, asked);
    if (!uuid.test(id)) problems.push({ code: "shape" });
    else if (problem)
      problems.push({ code: problem, control, ...(problem === "too-long" && { limit: LONGEST_WORDS }) });
    else if (actual !== undefined) lines.push({ indicatorId: id, actual });
  }
  if (problems.length > 0) return { problems };
  if (lines.length === 0) return {};
  const checked = valueSchema(field).safeParse(lines);
  return checked.success ? { value: checked.data } : wrong({ code: "shape" });
}

function readContact(key: string, typed: Controls): Read {
  const problems: ProblemOfControl[] = [];
  const lines = { officeName: "", sectionName: "", groupName: "", phone: "", fax: "", postalCode: "", address: "" };
  for (const name of Object.keys(lines) as (keyof typeof lines)[]) {
    const control = `${key}.${name}`;
    const text = typed[control] ?? "";
    const limit = CONTACT_LINES[name];
    if (!isStorable(text)) problems.push({ code: "characters", control });
    else if (lengthOf(text) > limit) problems.push({ code: "too-long", limit, control });
    lines[name] = text;
  }
  if (problems.length > 0) return { problems };
  return Object.values(lines).every((text) => text.trim() === "") ? {} : { value: lines };
}

/** What is typed for one indicator of a plan, by the last part of its controls' names. */
export const INDICATOR_LINES = ["name", "unit", "measure", "direction", "baseline", "target"] as const;

/** The last part of the name of the box that says that no indicator is set. */
export const NO_INDICATOR = "none";

/** Each indicator of a plan in a row of controls, `key.id.line`; a row in which nothing was typed is none. */
function readIndicators(field: IndicatorsField, typed: Controls): Read {
  const rows = new Map<string, Record<string, string>>();
  for (const [name, text] of Object.entries(typed)) {
    const [id = "", line = ""] = name.slice(field.key.length + 1).split(".");
    if (uuid.test(id)) rows.set(id, { ...rows.get(id), [line]: text.trim() === "" ? "" : text });
  }
  const problems: ProblemOfControl[] = [];
  const indicators = [...rows].flatMap(([id, row]) => readIndicator(`${field.key}.${id}`, id, row, problems));
  if (problems.length > 0) return { problems };
  // An empty list says that no indicator is set (未設定), which is more than saying nothing.
  if (indicators.length === 0 && !typed[`${field.key}.${NO_INDICATOR}`]) return {};
  const checked = valueSchema(field).safeParse(indicators);
  return checked.success ? { value: checked.data } : wrong({ code: "shape" });
}

function readIndicator(
  key: string,
  id: string,
  row: Readonly<Record<string, string>>,
  problems: ProblemOfControl[],
): Indicator[] {
  const { name = "", unit = "", measure = "NUMBER", direction = "HIGHER", baseline = "", target = "" } = row;
  if ([name, unit, baseline, target].every((text) => text === "")) return [];
  const report = (line: (typeof INDICATOR_LINES)[number], code: ProblemOfControl["code"], limit?: number) =>
    void problems.push({ code, control: `${key}.${line}`, ...(limit === undefined ? {} : { limit }) });
  const inWords = (line: "name" | "unit" | "target", text: string, limit: number) => {
    if (!isStorable(text)) report(line, "characters");
    else if (lengthOf(text) > limit) report(line, "too-long", limit);
    return text;
  };
  const inFigures = (line: "baseline" | "target", text: string) => {
    const figure = text === "" ? null : readFigure(text, unit || (measure === "PERCENT" ? "%" : null));
    if (text !== "" && figure === null) report(line, "figure");
    return figure;
  };
  if (name === "") report("name", "required");
  const read = indicator.safeParse({
    id,
    name: inWords("name", name, LONGEST_WORDS),
    unit: inWords("unit", unit, LONGEST_UNIT) || null,
    measure,
    direction,
    baseline: inFigures("baseline", baseline),
    target: measure === "QUALITATIVE" ? inWords("target", target, LONGEST_WORDS) || null : inFigures("target", target),
  });
  if (!read.success && problems.length === 0) report("name", "shape");
  return read.success ? [read.data] : [];
}
