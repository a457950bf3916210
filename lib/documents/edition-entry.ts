import { nothingChanged, type SheetChange } from "../domain/edition-changes.ts";
import { fieldsOf } from "../domain/forms/catalogue.ts";
import { EVALUATIONS, type EvaluationPhase, type TargetType } from "../domain/forms/form.ts";
import type { NodeChange } from "../domain/plan-changes.ts";
import { isListEntry, type PlanNode } from "../domain/policy.ts";
import type { FeedEdition } from "../domain/published-policy.ts";
import { dateWords, fiscalYearWords } from "../words/dates.ts";
import { editionKindWords, type Words } from "../words/edition-words.ts";
import type { Language } from "../words/languages.ts";
import { translatorOf } from "../words/notice-words.ts";
import type { FeedEntry, FeedLine } from "./feed.ts";

/**
 * An Edition as an entry of a feed: what kind it is, why, and in a line each what it changed. `page` is its entry in the
 * revision history; `itemId` narrows the id down where only what happened to one item is told.
 */
export function editionEntry(
  lang: Language,
  edition: FeedEdition,
  { page, itemId }: { readonly page: string; readonly itemId?: string | undefined },
): FeedEntry {
  const words = translatorOf(lang);
  const { line, organization, fiscalYear, title } = edition;
  const name = lang === "ja" ? organization.nameJa : organization.nameEn;
  const policy = lang === "ja" ? title : `${name}, ${fiscalYearWords(lang, fiscalYear)}`;
  const said = words("following.feed.entry", { policy, number: line.number, what: editionKindWords(words, line) });
  const redacted = line.redactions.map(({ on }) => new Date(`${on}T00:00:00+09:00`));
  return {
    id: entryId(line.hash, itemId),
    title: organization.sample ? words("sample.titled", { title: said }) : said,
    page,
    at: line.occurredAt,
    updatedAt: new Date(Math.max(line.occurredAt.getTime(), ...redacted.map((day) => day.getTime()))),
    author: lang === "ja" ? `${organization.cityNameJa}${name}` : `${name}, ${organization.cityNameEn}`,
    reason: line.reason,
    lines: linesOf(lang, words, edition),
  };
}

/** An Edition is named by its hash (RFC 6920), which neither a new host nor a new release can change. */
function entryId(hash: string, itemId: string | undefined): string {
  const name = `ni:///sha-256;${Buffer.from(hash, "hex").toString("base64url")}`;
  return itemId === undefined ? name : `${name}?item=${itemId}`;
}

function linesOf(
  lang: Language,
  words: Words,
  { line, changes, set, formId, organization: { sourceNote } }: FeedEdition,
): FeedLine[] {
  const nodes = set ? [] : changes.nodes;
  return [
    ...(set ? [[words("history.public.set", { ...set })]] : []),
    ...nodes.map((change) => nodeLine(lang, words, formId, change)),
    ...EVALUATIONS.flatMap((phase) => sheetLines(words, phase, changes.sheets)),
    ...line.concludes.map((phase) => [words(`history.public.endedWhy.${phase}`)]),
    ...line.redactions.map(({ on, reason }) => [
      words("takingBack.notes.line", { date: dateWords(lang, on), reason: words(`takingBack.reasons.${reason}`) }),
    ]),
    ...(nothingChanged(changes) && !set ? [[words("history.public.noChanges")]] : []),
    ...(sourceNote ? [[words.markup("source.notOfficial", { note: sourceNote, ja: (said) => said })]] : []),
  ];
}

function nodeLine(lang: Language, words: Words, formId: string, change: NodeChange): FeedLine {
  const node = change.after ?? change.before;
  if (!node) return [];
  const { renumbered, moved, reordered } = change;
  const item = (one: { type: TargetType; code: string } | null) =>
    one ? `${words(`targets.${one.type}`)} ${one.code}` : words("history.nothing");
  const how = [
    ...(renumbered ? [words("history.renumbered", { ...renumbered })] : []),
    ...(moved ? [words("history.moved", { from: item(moved.from), to: item(moved.to) })] : []),
    ...(reordered ? [words("history.reordered")] : []),
    ...(change.kind === "changed" ? fieldNames(lang, words, formId, node, change) : []),
  ];
  return [
    words("following.feed.node", { kind: words(`history.kinds.${change.kind}`), name: nodeName(lang, words, node) }),
    ...("title" in node ? [" ", { ja: node.title }] : []),
    ...(how.length > 0 ? [words("following.feed.fields", { fields: how.join(words("sheet.separator")) })] : []),
  ];
}

function nodeName(lang: Language, words: Words, node: PlanNode): string {
  if (node.type === "notice" || node.type === "opinion") {
    return words(`following.feed.${node.type}`, { date: node.date ? dateWords(lang, node.date) : "" }).trim();
  }
  if (node.type === "aim") return `${words("history.aim")} ${node.code}`;
  return "code" in node ? `${words(`targets.${node.type}`)} ${node.code}` : words(`targets.${node.type}`);
}

/** The labels of the fields that changed, in the form's order. What readers do not see of a plan has none. */
function fieldNames(lang: Language, words: Words, formId: string, node: PlanNode, { fields }: NodeChange): string[] {
  const form = isListEntry(node) ? [] : fieldsOf(formId, node.type, "PLAN");
  const changed = fields.map(({ field }) => field);
  return [
    ...form.filter(({ key }) => changed.includes(key)).map(({ label }) => label[lang]),
    ...COMMON.filter((name) => changed.includes(name)).map((name) => words(`history.fields.${name}`)),
  ];
}
const COMMON = [
  ...(["title", "featured", "predecessorIds", "aimIds", "source"] as const),
  ...(["date", "text", "answer", "outcome", "change", "itemIds"] as const),
] as const;

/** New sheets by how many they are, one alone and those that replace another by name. */
function sheetLines(words: Words, phase: EvaluationPhase, sheets: readonly SheetChange[]): FeedLine[] {
  const own = sheets.filter((sheet) => sheet.phase === phase);
  const added = own.filter(({ kind }) => kind === "added");
  const named = (sheet: SheetChange): FeedLine => [
    words("following.feed.sheet", {
      phase: words(`phases.${phase}`),
      kind: words(`history.public.sheetKinds.${sheet.kind}`),
      target: `${words(`targets.${sheet.target.type}`)} ${sheet.target.code ?? ""}`.trim(),
    }),
    " ",
    { ja: sheet.target.title },
  ];
  const many = added.length > 1;
  return [
    ...(many ? [[words("following.feed.sheets", { phase: words(`phases.${phase}`), count: added.length })]] : []),
    ...(many ? own.filter(({ kind }) => kind !== "added") : own).map(named),
  ];
}
