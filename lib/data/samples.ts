import type { Actor } from "../domain/actor.ts";
import type { PublishedOrganization } from "../domain/published-policy.ts";
import { db } from "./db.ts";

/** The made-up organisations (見本) among those that an actor belongs to: every page of theirs says so. */
export async function samplesOf(actor: Actor): Promise<Pick<PublishedOrganization, "nameJa" | "nameEn">[]> {
  const ids = actor.memberships.map(({ organizationId }) => organizationId);
  return db().organization.findMany({
    where: { id: { in: ids }, sample: true },
    select: { nameJa: true, nameEn: true },
    orderBy: { slug: "asc" },
  });
}
