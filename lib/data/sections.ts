import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { type CalendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import { Refusal } from "../domain/refusal.ts";
import { textUpTo } from "../domain/text.ts";
import { administer, knownId } from "./administer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toDatabaseDate } from "./dates.ts";
import type { Transaction } from "./db.ts";
import { currentPolicyIds } from "./staffing.ts";

export const sectionInput = z.strictObject({
  nameJa: textUpTo(100),
  nameEn: textUpTo(100),
  order: z.int().min(0).max(9999),
});
export type SectionInput = z.infer<typeof sectionInput>;

/** Adds a section to an organisation. Administrators only. Refuses a name that is taken there (`already-exists`). */
export async function createSection(
  actor: Actor,
  { key, organizationId, ...input }: SectionInput & { readonly organizationId: string; readonly key?: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  knownId(organizationId);
  return administer(actor, { kind: "add-section", key, organizationId, ...input }, clock, async (tx) => {
    const data = sectionInput.parse(input);
    if ((await tx.organization.count({ where: { id: organizationId } })) !== 1) throw new Refusal("not-found");
    await refuseTaken(tx, organizationId, data.nameJa);
    const { id } = await tx.section.create({ data: { ...data, organizationId } });
    return { result: { id }, events: [sectionEvent("add-section", organizationId, id)] };
  });
}

/** Renames a section or moves it in the order. Administrators only. Refuses a name that is taken (`already-exists`). */
export async function changeSection(
  actor: Actor,
  { key, sectionId, ...input }: SectionInput & { readonly sectionId: string; readonly key: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const id = knownId(sectionId);
  return administer(actor, { kind: "change-section", key, id, ...input }, clock, async (tx) => {
    const data = sectionInput.parse(input);
    const { organizationId } = await sectionOf(tx, id);
    await refuseTaken(tx, organizationId, data.nameJa, id);
    await tx.section.update({ where: { id }, data });
    return { result: { id }, events: [sectionEvent("change-section", organizationId, id)] };
  });
}

/**
 * Disables a section, or enables it again. Administrators only. Refuses (`section-in-use`) while items of a current
 * plan or people's posts hang on it, and (`wrong-state`) where it is so already.
 */
export async function setSectionDisabled(
  actor: Actor,
  { key, sectionId, disabled }: { sectionId: string; disabled: boolean; key: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const id = knownId(sectionId);
  const kind = disabled ? "disable-section" : "enable-section";
  return administer(actor, { kind, key, id }, clock, async (tx, now) => {
    const { organizationId } = await sectionOf(tx, id);
    const use = disabled ? await sectionUse(tx, organizationId, id, tokyoDate(now)) : { items: 0, sheets: 0, posts: 0 };
    if (use.items + use.sheets + use.posts > 0) throw new Refusal("section-in-use");
    const { count } = await tx.section.updateMany({
      where: { id, disabledAt: disabled ? null : { not: null } },
      data: { disabledAt: disabled ? now : null },
    });
    if (count !== 1) throw new Refusal("wrong-state");
    return { result: { id }, events: [sectionEvent(kind, organizationId, id)] };
  });
}

/** What hangs on a section on a day: items of current plans, open sheets, posts that are held or will be. */
export async function sectionUse(
  tx: Transaction,
  organizationId: string,
  sectionId: string,
  today: CalendarDate,
): Promise<{ items: number; sheets: number; posts: number }> {
  const item = { sectionId, removedInId: null, policyId: { in: await currentPolicyIds(tx, organizationId, today) } };
  const items =
    (await tx.issue.count({ where: item })) +
    (await tx.strategy.count({ where: item })) +
    (await tx.initiative.count({ where: item })) +
    (await tx.reformItem.count({ where: item }));
  const target = { sectionId };
  const sheets = await tx.submission.count({
    where: {
      state: { notIn: ["RELEASED", "DISCARDED"] },
      OR: [{ issue: target }, { strategy: target }, { initiative: target }, { reformItem: target }],
    },
  });
  const posts = await tx.membership.count({
    where: { sectionId, OR: [{ endsOn: null }, { endsOn: { gte: toDatabaseDate(today) } }] },
  });
  return { items, sheets, posts };
}

async function sectionOf(tx: Transaction, id: string): Promise<{ organizationId: string }> {
  const section = await tx.section.findUnique({ where: { id }, select: { organizationId: true } });
  if (!section) throw new Refusal("not-found");
  return section;
}

async function refuseTaken(tx: Transaction, organizationId: string, nameJa: string, except?: string): Promise<void> {
  const same = { organizationId, nameJa, ...(except ? { id: { not: except } } : {}) };
  if ((await tx.section.count({ where: same })) > 0) throw new Refusal("already-exists");
}

const sectionEvent = (kind: string, organizationId: string, section: string) => ({
  kind,
  subjectType: "organization" as const,
  subjectId: organizationId,
  detail: { section },
});
