import type { Membership } from "../domain/actor.ts";
import { db } from "./db.ts";

/** Who stands in for whom on a day (代決). The holder of the post keeps the power. */

/** A post that is held on a day. */
export const holdsOn = (day: Date) => ({ startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] });
const inForceOn = (day: Date) => ({ startsOn: { lte: day }, endsOn: { gte: day }, revokedAt: null });

/** The posts of others for which a person may decide on a day, with the deputies whose turn comes first. */
export async function deputisedPosts(
  userId: string,
  own: readonly Pick<Membership, "organizationId">[],
  day: Date,
): Promise<Membership[]> {
  const organizations = own.map(({ organizationId }) => organizationId);
  // Only managers have deputies, and only people of the same organisation are theirs.
  const post = { role: "MANAGER" as const, organizationId: { in: organizations }, ...holdsOn(day) };
  const found = await db().delegation.findMany({
    where: { deputyId: userId, ...inForceOn(day), membership: post },
    include: { membership: { include: { user: { select: { id: true, name: true } } } } },
    orderBy: { id: "asc" },
  });
  const posts = new Map<string, Membership>();
  for (const { rank, membership } of found) {
    const { id, organizationId, sectionId, role, postTitle, user } = membership;
    const after = await atHandBefore(id, rank, organizationId, day);
    const known = posts.get(id)?.deputyFor?.after;
    // Named twice for the same days: the earlier place counts.
    if (known && known.length <= after.length) continue;
    const deputyFor = { userId: user.id, name: user.name, after };
    posts.set(id, { id, organizationId, sectionId, role, postTitle, deputyFor });
  }
  return [...posts.values()];
}

/**
 * The deputies of a post with a lower rank who are at hand: not disabled, still of the organisation, and not away
 * themselves. Whoever has somebody stand in for a post of their own on a day is away on that day.
 */
async function atHandBefore(membershipId: string, rank: number, organizationId: string, day: Date): Promise<string[]> {
  const rows = await db().delegation.findMany({
    where: {
      membershipId,
      rank: { lt: rank },
      ...inForceOn(day),
      deputy: {
        disabledAt: null,
        AND: [
          { memberships: { some: { organizationId, ...holdsOn(day) } } },
          { memberships: { none: { ...holdsOn(day), delegations: { some: inForceOn(day) } } } },
        ],
      },
    },
    select: { deputyId: true },
  });
  return [...new Set(rows.map(({ deputyId }) => deputyId))];
}
