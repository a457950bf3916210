import type { Field } from "../domain/forms/form.ts";
import type { Problem, Typed } from "../domain/forms/sheet.ts";
import {
  type ListEntry,
  NOTICE_KINDS,
  OPINION_OUTCOMES,
  OPINION_SOURCES,
  type PlanNode,
  planNode,
} from "../domain/policy.ts";
import { isStorable, lengthOf } from "../domain/text.ts";
import { checked, codeProblems, predecessorName } from "./plan-fields.ts";
import { readTypedDate } from "./typed-date.ts";

/** The controls of what a plan lists beside its items: its notices, the vision's aims, the opinions. */
export const LIST_FIELDS = {
  kind: "entry.kind",
  source: "entry.source",
  date: "entry.date",
  code: "entry.code",
  title: "entry.title",
  text: "entry.text",
  answer: "entry.answer",
  outcome: "entry.outcome",
  change: "entry.change",
} as const;

/** The control by which an opinion is said to be about an item. */
export const concernedName = (id: string): string => `entry.item.${id}`;

/** The texts of each kind: the most characters that one may have, and whether it must be there. */
const TEXTS: Readonly<Record<ListEntry["type"], Readonly<Record<string, { max: number; required: boolean }>>>> = {
  notice: { text: { max: 2000, required: true } },
  aim: { title: { max: 400, required: true }, text: { max: 4000, required: false } },
  opinion: {
    text: { max: 4000, required: true },
    answer: { max: 4000, required: true },
    change: { max: 4000, required: false },
  },
};

/** What is chosen in each kind. */
const CHOICES: Readonly<Record<ListEntry["type"], Readonly<Record<string, readonly string[]>>>> = {
  notice: { kind: NOTICE_KINDS },
  aim: {},
  opinion: { source: OPINION_SOURCES, outcome: OPINION_OUTCOMES },
};

const controlOf = (field: string): string => LIST_FIELDS[field as keyof typeof LIST_FIELDS];

/** The control in which a field of an entry stands; of check boxes, what their names begin with. */
export function controlOfEntry(field: string): string {
  if (field === "itemIds") return concernedName("");
  return field === "predecessorIds" ? predecessorName("") : (controlOf(field) ?? LIST_FIELDS.text);
}

/** The controls of an entry that hold sentences, as fields that two people's texts can be compared in. */
export function textFieldsOf(type: ListEntry["type"], labelOf: (control: string) => string): Field[] {
  return Object.entries(TEXTS[type]).map(([name, { max }]): Field => {
    const label = labelOf(controlOf(name));
    return { key: controlOf(name), kind: "text", lines: "many", maxLength: max, label: { ja: label, en: label } };
  });
}

/** What the controls of an entry show: the inverse of reading them. */
export function typedOfEntry(entry: ListEntry): Typed {
  const own = entry as unknown as Readonly<Record<string, string | null>>;
  const names = [...Object.keys(TEXTS[entry.type]), ...Object.keys(CHOICES[entry.type])];
  const [year = "", month = "", day = ""] = ("date" in entry && entry.date?.split("-")) || [];
  const picked = [
    ...("itemIds" in entry ? entry.itemIds.map(concernedName) : []),
    ...("predecessorIds" in entry ? entry.predecessorIds.map(predecessorName) : []),
  ];
  return {
    ...Object.fromEntries(names.map((name) => [controlOf(name), own[name] ?? ""])),
    ...("code" in entry ? { [LIST_FIELDS.code]: entry.code } : {}),
    [`${LIST_FIELDS.date}.year`]: year,
    [`${LIST_FIELDS.date}.month`]: month.replace(/^0/, ""),
    [`${LIST_FIELDS.date}.day`]: day.replace(/^0/, ""),
    ...Object.fromEntries(picked.map((name) => [name, "on"])),
  };
}

/** An entry as it is typed, or what is wrong with which control. `others` are the nodes beside it. */
export function readEntry(
  { type, id, order }: Pick<ListEntry, "type" | "id" | "order">,
  typed: Typed,
  others: readonly PlanNode[],
): { entry: ListEntry } | { problems: readonly Problem[] } {
  const code = (typed[LIST_FIELDS.code] ?? "").normalize("NFKC").trim();
  const date = readTypedDate(typed, LIST_FIELDS.date);
  const texts = Object.entries(TEXTS[type]).map(([name, rule]) => {
    const text = (typed[controlOf(name)] ?? "").replaceAll("\r\n", "\n").trim();
    return { name, text, problems: textProblems(controlOf(name), text, rule) };
  });
  const choices = Object.entries(CHOICES[type]).map(([name, allowed]) => {
    const chosen = typed[controlOf(name)] ?? "";
    const problem: Problem = { field: controlOf(name), code: chosen === "" ? "required" : "choice" };
    return { name, chosen, problems: allowed.includes(chosen) ? [] : [problem] };
  });
  const problems: Problem[] = [
    ...(type === "aim" ? codeProblems(code, type, others, LIST_FIELDS.code) : []),
    ...(type !== "aim" && date === "invalid" ? [{ field: LIST_FIELDS.date, code: "date" as const }] : []),
    ...[...texts, ...choices].flatMap((one) => one.problems),
  ];
  if (problems.length > 0) return { problems };
  const entry = planNode.parse({
    ...{ type, id, order },
    ...Object.fromEntries(texts.map(({ name, text }) => [name, text === "" ? null : text])),
    ...Object.fromEntries(choices.map(({ name, chosen }) => [name, chosen])),
    ...(type === "aim" ? { code, predecessorIds: checked(typed, predecessorName("")) } : { date }),
    ...(type === "opinion" ? { itemIds: checked(typed, concernedName("")) } : {}),
  });
  return { entry: entry as ListEntry };
}

function textProblems(field: string, text: string, { max, required }: { max: number; required: boolean }): Problem[] {
  if (text === "") return required ? [{ field, code: "required" }] : [];
  if (!isStorable(text)) return [{ field, code: "characters" }];
  return lengthOf(text) > max ? [{ field, code: "too-long", limit: max }] : [];
}
