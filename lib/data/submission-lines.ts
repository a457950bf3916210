import { byCode } from "../domain/plan-order.ts";
import type { SubmissionLine } from "../domain/submission-view.ts";
import { fromDatabaseDate } from "./dates.ts";
import { db } from "./db.ts";
import { itemOf, type Reached } from "./reach.ts";

type SectionNames = ReadonlyMap<string, { nameJa: string; nameEn: string }>;

/** The names of the sections that answer for these submissions' items. */
export async function sectionsOf(reached: readonly Reached[]): Promise<SectionNames> {
  const ids = reached.flatMap(({ row }) => itemOf(row)?.sectionId ?? []);
  const rows = await db().section.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(rows.map(({ id, nameJa, nameEn }) => [id, { nameJa, nameEn }]));
}

/** A submission as lists show it. */
export function lineOf({ row, target }: Reached, sections: SectionNames): SubmissionLine {
  const item = itemOf(row);
  const { slug, nameJa, nameEn, cityNameJa, cityNameEn, sourceNote, sourceUrl, sample } = row.policy.organization;
  return {
    id: row.id,
    policyId: row.policyId,
    phase: row.phase,
    state: row.state,
    organization: { slug, nameJa, nameEn, cityNameJa, cityNameEn, sourceNote, sourceUrl, sample },
    fiscalYear: row.policy.fiscalYear,
    target: { type: target.type, code: item?.code ?? null, title: item?.title ?? null },
    section: (item?.sectionId && sections.get(item.sectionId)) || null,
    dueOn: row.round ? fromDatabaseDate(row.round.dueOn) : null,
    begun: row.headVersionId !== null,
  };
}

const TYPE_ORDER = ["policy", "issue", "strategy", "initiative", "reformItem"];

/** Sorts lines as the plan does: by code, the whole before its parts, reform items last. */
export function inPlanOrder(a: Pick<SubmissionLine, "target">, b: Pick<SubmissionLine, "target">): number {
  const reform = Number(a.target.type === "reformItem") - Number(b.target.type === "reformItem");
  const code = byCode(a.target.code ?? "", b.target.code ?? "");
  return reform || code || TYPE_ORDER.indexOf(a.target.type) - TYPE_ORDER.indexOf(b.target.type);
}
