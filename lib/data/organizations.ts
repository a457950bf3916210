import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { RESERVED_SLUGS } from "../domain/slugs.ts";
import { textUpTo } from "../domain/text.ts";
import { administer, knownId } from "./administer.ts";
import { type Clock, systemClock } from "./clock.ts";

export const newOrganization = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/)
    .refine((slug) => !RESERVED_SLUGS.includes(slug)),
  nameJa: textUpTo(100),
  nameEn: textUpTo(100),
  cityNameJa: textUpTo(100),
  cityNameEn: textUpTo(100),
  municipalCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  sourceNote: textUpTo(400).nullable(),
  sourceUrl: z.url({ protocol: /^https$/ }).nullable(),
  /** Made up, and said to be so on every page. */
  sample: z.boolean().optional(),
});
export type NewOrganization = z.infer<typeof newOrganization>;

/** What can change of an organisation; its name in addresses stays, because links to it are everywhere. */
export const organizationChange = newOrganization.omit({ slug: true, sample: true });
export type OrganizationChange = z.infer<typeof organizationChange>;

/** Adds an organisation with its own chain of events. Administrators only. Refuses a slug that is taken (`already-exists`). */
export async function createOrganization(
  actor: Actor,
  { key, ...input }: NewOrganization & { readonly key?: string | undefined },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  return administer(actor, { kind: "create-organization", key, ...input }, clock, async (tx) => {
    const { sample, ...data } = newOrganization.parse(input);
    if ((await tx.organization.count({ where: { slug: data.slug } })) > 0) throw new Refusal("already-exists");
    const { id } = await tx.organization.create({ data: { ...data, sample: sample ?? false, chain: { create: {} } } });
    const detail = { slug: data.slug };
    return {
      result: { id },
      events: [{ kind: "create", subjectType: "organization" as const, subjectId: id, detail }],
    };
  });
}

/** Changes an organisation's names, code and note of origin. Administrators only. */
export async function changeOrganization(
  actor: Actor,
  { key, organizationId, ...input }: OrganizationChange & { readonly organizationId: string; readonly key: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const id = knownId(organizationId);
  return administer(actor, { kind: "change-organization", key, id, ...input }, clock, async (tx) => {
    const { count } = await tx.organization.updateMany({ where: { id }, data: organizationChange.parse(input) });
    if (count !== 1) throw new Refusal("not-found");
    return {
      result: { id },
      events: [{ kind: "change", subjectType: "organization" as const, subjectId: id, detail: {} }],
    };
  });
}

/**
 * Disables an organisation, which hides it from its staff, or enables it again. What it has published stays public.
 * Administrators only. Refuses (`wrong-state`) where it is so already.
 */
export async function setOrganizationDisabled(
  actor: Actor,
  { key, organizationId, disabled }: { organizationId: string; disabled: boolean; key: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const id = knownId(organizationId);
  return administer(actor, { kind: disabled ? "disable" : "enable", key, id }, clock, async (tx, now) => {
    if ((await tx.organization.count({ where: { id } })) !== 1) throw new Refusal("not-found");
    const { count } = await tx.organization.updateMany({
      where: { id, disabledAt: disabled ? null : { not: null } },
      data: { disabledAt: disabled ? now : null },
    });
    if (count !== 1) throw new Refusal("wrong-state");
    const kind = disabled ? "disable" : "enable";
    return { result: { id }, events: [{ kind, subjectType: "organization" as const, subjectId: id, detail: {} }] };
  });
}
