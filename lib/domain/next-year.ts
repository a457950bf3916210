import type { Part } from "./edition.ts";
import { eraOfFiscalYear } from "./fiscal-year.ts";
import { fieldsOf, formOf } from "./forms/catalogue.ts";
import { type Field, sheetKey, type Target, type TargetType } from "./forms/form.ts";
import type { Actual, Indicator } from "./forms/indicator.ts";
import type { SheetValues } from "./forms/sheet.ts";
import { type SheetValue, valueSchema } from "./forms/value.ts";
import { nodesOf } from "./plan-changes.ts";
import { parentIdOf } from "./plan-order.ts";
import { type Aim, type ItemNode, isItem, type Plan, type PlanNode, type PolicyNode } from "./policy.ts";

/** What becomes of last year's targets in a copy: kept, or 未設定 until somebody sets them. */
export const TARGETS = ["keep", "empty"] as const;
export type Targets = (typeof TARGETS)[number];

/** Last year's policy as its current Edition has it. */
export interface CopiedYear {
  readonly fiscalYear: number;
  readonly formId: string;
  readonly parts: ReadonlyMap<string, Part>;
  /** What was settled (千円) the year before that for what each of its items continues, by the item's id. */
  readonly settledBefore: ReadonlyMap<string, number>;
}

/** The policy that begins as its copy. */
export interface BegunYear {
  readonly policyId: string;
  readonly fiscalYear: number;
  readonly formId: string;
}

/**
 * This year's plan as a copy of last year's: the chosen items with what they stand below, each under a new id that names
 * its predecessor, and the vision's aims. Codes, order, digest, sections, aims, texts and the ids of indicators are kept.
 * Last year's budget (千円) moves to its own field and this year's is empty; what was released at the year's end becomes
 * the results so far and, where none was written, an indicator's baseline. Notices, opinions and the policy's
 * introduction belong to their year. Of another form only what both forms have is copied.
 */
export function nextYearPlan(
  from: CopiedYear,
  to: BegunYear,
  { itemIds, targets }: { readonly itemIds: readonly string[]; readonly targets: Targets },
  newId: (id: string) => string,
): Plan {
  const nodes = nodesOf(from.parts);
  const chosen = withParents(nodes, itemIds);
  const kept = nodes
    .filter(isItem)
    .filter(({ id, type }) => chosen.has(id) && formOf(to.formId).targets[type] !== null);
  const aims = nodes.filter((node): node is Aim => node.type === "aim");
  return [
    ...nodes.filter((node): node is PolicyNode => node.type === "policy").map((node) => copiedPolicy(node, from, to)),
    ...aims.map((node) => ({ ...node, id: newId(node.id), predecessorIds: [node.id] })),
    ...kept.map((node) => copiedItem(node, from, to, targets, newId)),
  ];
}

/** The chosen items and every item that one of them stands below. */
export function withParents(nodes: readonly PlanNode[], itemIds: readonly string[]): ReadonlySet<string> {
  const items = new Map(nodes.filter(isItem).map((node) => [node.id, node]));
  const chosen = new Set<string>();
  for (const id of itemIds) {
    for (let node = items.get(id); node; node = items.get(parentIdOf(node) ?? "")) chosen.add(node.id);
  }
  return chosen;
}

/** What of a policy's own fields holds beyond its year. */
const LASTING: readonly string[] = ["goal", "mission", "basicPolicy", "contact", "reformPlanName"];

function copiedPolicy(node: PolicyNode, from: CopiedYear, to: BegunYear): PolicyNode {
  const plan = Object.fromEntries(Object.entries(node.plan).filter(([key]) => LASTING.includes(key)));
  return { ...node, id: to.policyId, title: retitled(node.title, from, to), plan: inBoth(plan, "policy", from, to) };
}

function copiedItem(
  node: ItemNode,
  from: CopiedYear,
  to: BegunYear,
  targets: Targets,
  newId: (id: string) => string,
): ItemNode {
  const released = from.parts.get(sheetKey(node as Target, "SELF_EVALUATION"));
  const sheet = released?.type === "sheet" ? released.values : {};
  const {
    budgetThousandYen,
    settledTwoYearsAgoThousandYen: _past,
    lastYearBudgetThousandYen: _last,
    ...rest
  } = node.plan;
  const carried: SheetValues = {
    ...rest,
    ...given("lastYearBudgetThousandYen", budgetThousandYen),
    ...given("settledTwoYearsAgoThousandYen", from.settledBefore.get(node.id)),
    ...given("priorResults", typeof sheet.results === "string" ? sheet.results : undefined),
  };
  const own = {
    id: newId(node.id),
    predecessorIds: [node.id],
    plan: withIndicators(inBoth(carried, node.type, from, to), node.type, to.formId, sheet, targets),
  };
  if (node.type === "strategy") return { ...node, ...own, ...citing(node, newId), issueId: newId(node.issueId) };
  if (node.type === "initiative") return { ...node, ...own, strategyId: newId(node.strategyId) };
  return node.type === "issue" ? { ...node, ...own, ...citing(node, newId) } : { ...node, ...own };
}

const citing = ({ aimIds }: { readonly aimIds?: string[] | undefined }, newId: (id: string) => string) =>
  aimIds ? { aimIds: aimIds.map(newId) } : {};

const given = (key: string, value: SheetValue | undefined): SheetValues =>
  value === undefined ? {} : { [key]: value };

/** The values of the fields that both years' forms have, of one kind, as the new form takes them. */
function inBoth(plan: SheetValues, type: TargetType, from: CopiedYear, to: BegunYear): SheetValues {
  const before = fieldsOf(from.formId, type, "PLAN");
  const shared = fieldsOf(to.formId, type, "PLAN").filter((field) =>
    before.some(({ key, kind }) => key === field.key && kind === field.kind),
  );
  return Object.fromEntries(shared.flatMap((field) => entryOf(field, plan[field.key])));
}

const entryOf = (field: Field, value: SheetValue | undefined): [string, SheetValue][] =>
  value !== undefined && valueSchema(field).safeParse(value).success ? [[field.key, value]] : [];

/** Indicators keep their ids, by which they are followed through the years. */
function withIndicators(
  plan: SheetValues,
  type: TargetType,
  formId: string,
  sheet: SheetValues,
  targets: Targets,
): SheetValues {
  const measured = Object.values(sheet).flatMap((value): unknown[] => (Array.isArray(value) ? [...value] : []));
  const actualOf = (id: string) =>
    measured
      .filter((one): one is Actual => typeof one === "object" && one !== null && "indicatorId" in one)
      .find(({ indicatorId }) => indicatorId === id)?.actual;
  const fields = fieldsOf(formId, type, "PLAN").filter(({ kind, key }) => kind === "indicators" && plan[key]);
  const copied = fields.map(({ key }): [string, Indicator[]] => [
    key,
    (plan[key] as Indicator[]).map((one) => ({
      ...one,
      baseline: baselineOf(one, actualOf(one.id)),
      target: targets === "keep" ? one.target : null,
    })),
  ]);
  return { ...plan, ...Object.fromEntries(copied) };
}

/**
 * A baseline that was written stays: it may be the vision's, of years ago. Where there is none, the last figure measured
 * is one; but not for REACH, of which the baseline says from which side the target is to be reached.
 */
function baselineOf({ baseline, direction, measure }: Indicator, actual: Actual["actual"] | undefined): number | null {
  const fits = baseline === null && direction !== "REACH" && measure !== "QUALITATIVE" && typeof actual === "number";
  return fits ? actual : baseline;
}

/** The title with the new year where the old title names the old one, in either calendar and either width of digits. */
function retitled(title: string, from: Pick<CopiedYear, "fiscalYear">, to: Pick<BegunYear, "fiscalYear">): string {
  const [old, now] = [yearNames(from.fiscalYear), yearNames(to.fiscalYear)];
  return old.reduce((text, names, index) => {
    const found = names.find((name) => text.includes(name));
    return found ? text.replaceAll(found, now[index]?.[found === names[0] ? 0 : 1] ?? found) : text;
  }, title);
}

const ERAS = { reiwa: "令和", heisei: "平成", showa: "昭和" } as const;
const wide = (digits: number) =>
  String(digits).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** A fiscal year's names, by era and by the western calendar: each with narrow and with wide digits. */
function yearNames(fiscalYear: number): readonly (readonly [string, string])[] {
  const { era, year } = eraOfFiscalYear(fiscalYear);
  const ofEra = (digits: string) => `${ERAS[era]}${year === 1 ? "元" : digits}年度`;
  return [
    [ofEra(String(year)), ofEra(wide(year))],
    [`${fiscalYear}年度`, `${wide(fiscalYear)}年度`],
  ];
}
