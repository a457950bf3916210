import type { PublishedInitiative, PublishedIssue, PublishedStrategy } from "../domain/edition.ts";
import type { EvaluationPhase } from "../domain/forms/form.ts";
import type { SheetValues } from "../domain/forms/sheet.ts";
import type { Placed } from "../domain/placed.ts";
import type { PublishedPolicy } from "../domain/published-policy.ts";
import type { MaybeWithheld } from "../domain/taking-back.ts";

/** The licence under which every released text and figure stands. */
export const LICENCE = { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" } as const;

interface Item extends MaybeWithheld {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly featured: boolean;
  readonly predecessorIds: readonly string[];
  readonly plan: SheetValues;
  readonly sheets: Partial<Record<EvaluationPhase, SheetValues>>;
}

// Named one by one: what a node gains later (as it has its responsible section today) is not public by accident.
const itemJson = ({ id, code, title, featured, predecessorIds, plan, sheets, withheld }: Item) => ({
  id,
  code,
  title,
  featured,
  predecessorIds,
  plan,
  sheets,
  ...(withheld ? { withheld } : {}),
});

/** What every answer about a policy begins with: whose it is, which Edition, under which licence. */
function headJson(policy: PublishedPolicy) {
  const { organization, fiscalYear, formId, edition, hash, content, concluded } = policy;
  return {
    organization: {
      slug: organization.slug,
      name: { ja: organization.nameJa, en: organization.nameEn },
      city: { ja: organization.cityNameJa, en: organization.cityNameEn },
      sample: organization.sample,
      source: organization.sourceNote === null ? null : { note: organization.sourceNote, url: organization.sourceUrl },
    },
    fiscalYear,
    form: formId,
    concluded,
    licence: LICENCE,
    edition: {
      number: edition.number,
      hash,
      previousHash: edition.previousHash,
      phases: edition.phases,
      revisionKind: edition.revisionKind,
      step: edition.step ?? null,
      corrects: (edition.revisionKind === "CORRECTION" && content.revision?.corrects) || null,
      effectiveOn: edition.effectiveOn,
      occurredAt: edition.occurredAt,
      recordedAt: edition.recordedAt,
      redactions: policy.history[0]?.redactions ?? [],
    },
  };
}

const initiativeJson = (initiative: PublishedInitiative) => ({
  ...itemJson(initiative),
  themes: initiative.themes ?? [],
  sdgs: initiative.sdgs ?? [],
});

const strategyJson = (strategy: PublishedStrategy) => ({
  ...itemJson(strategy),
  aimIds: strategy.aimIds ?? [],
  initiatives: strategy.initiatives.map(initiativeJson),
});

const issueJson = (issue: PublishedIssue) => ({
  ...itemJson(issue),
  aimIds: issue.aimIds ?? [],
  strategies: issue.strategies.map(strategyJson),
});

/**
 * A policy's current Edition as open data: the tree in reading order, plan fields and sheets under the form's own field
 * keys, themes and goals as the codes of the city's catalogue, amounts as whole thousand yen, choices as their ASCII
 * codes, what is not known left out. A sheet that is not there is absent, never null or zero: unevaluated where its phase
 * is among `concluded`, not yet released elsewhere. An item that was taken down says so in `withheld` and has neither plan
 * nor sheets; `redactions` says when and why something in the Edition was blacked out.
 */
export function editionJson(policy: PublishedPolicy) {
  const { content } = policy;
  return {
    ...headJson(policy),
    policy: {
      id: content.policy.id,
      title: content.policy.title,
      plan: content.policy.plan,
      sheets: content.policy.sheets,
    },
    notices: content.notices.map(({ id, kind, date, text }) => ({ id, kind, date, text })),
    issues: content.issues.map(issueJson),
    reformItems: content.reformItems.map(itemJson),
    aims: content.aims.map(({ id, code, title, text, predecessorIds }) => ({ id, code, title, text, predecessorIds })),
    opinions: content.opinions.map(({ id, source, date, text, answer, outcome, change, itemIds }) => ({
      ...{ id, source, date, text, answer, outcome, change, itemIds },
    })),
  };
}

function placedJson(item: Placed["item"]) {
  if (item.type === "issue") return issueJson(item);
  if (item.type === "strategy") return strategyJson(item);
  return item.type === "initiative" ? initiativeJson(item) : itemJson(item);
}

/** One item of a policy's current Edition as open data: as editionJson has it, with the codes of what it stands below. */
export function itemOfEditionJson(policy: PublishedPolicy, { item, above }: Placed) {
  return {
    ...headJson(policy),
    policy: { id: policy.content.policy.id, title: policy.content.policy.title },
    above: above.map(({ type, id, code, title }) => ({ type, id, code, title })),
    type: item.type,
    item: placedJson(item),
  };
}
