import { z } from "zod";
import type { Prisma } from "../../prisma/client/client.ts";
import { type Actor, holdsRoleAnywhere } from "../domain/actor.ts";
import type { DeputisedPost } from "../domain/deciding-view.ts";
import { type CalendarDate, calendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Clock, systemClock } from "./clock.ts";
import { fromDatabaseDate, toDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { holdsOn } from "./deputies.ts";
import { appendEvents, type EventInput, lockChain } from "./events.ts";
import { once } from "./once.ts";

/** Naming deputies: who decides in a manager's place, in which order, from which day to which. */

/** Managers' posts whose deputies the actor may name: their own, and as a coordinator all of the organisation's. */
function postsToName(actor: Actor, day: Date): Prisma.MembershipWhereInput {
  const organizations = actor.memberships.map(({ organizationId }) => organizationId);
  const coordinated = organizations.filter((id) => holdsRoleAnywhere(actor, "COORDINATOR", id));
  return {
    role: "MANAGER",
    ...holdsOn(day),
    user: { disabledAt: null },
    AND: [
      {
        OR: [{ userId: actor.userId, organizationId: { in: organizations } }, { organizationId: { in: coordinated } }],
      },
    ],
  };
}

/** The posts whose deputies the actor may name, with who is named from today on and who could be. */
export async function deputiesFor(actor: Actor, clock: Clock = systemClock): Promise<DeputisedPost[]> {
  const today = tokyoDate(clock());
  const day = toDatabaseDate(today);
  const posts = await db().membership.findMany({
    where: postsToName(actor, day),
    include: {
      user: { select: { name: true } },
      delegations: {
        where: { revokedAt: null, endsOn: { gte: day } },
        include: { deputy: { select: { name: true } } },
        orderBy: [{ startsOn: "asc" }, { rank: "asc" }],
      },
    },
    orderBy: [{ sectionId: { sort: "asc", nulls: "first" } }, { id: "asc" }],
  });
  const organizationId = { in: posts.map((post) => post.organizationId) };
  const people = await db().membership.findMany({
    where: { organizationId, ...holdsOn(day), user: { disabledAt: null } },
    include: { user: { select: { name: true } } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  return posts
    .map((post) => ({
      membershipId: post.id,
      postTitle: post.postTitle,
      holder: post.user.name,
      own: post.userId === actor.userId,
      deputies: post.delegations.map(({ id, deputy, rank, startsOn, endsOn }) => ({
        id,
        deputy: deputy.name,
        rank,
        startsOn: fromDatabaseDate(startsOn),
        endsOn: fromDatabaseDate(endsOn),
        inForce: startsOn <= day,
      })),
      candidates: people
        .filter((person) => person.organizationId === post.organizationId && person.userId !== post.userId)
        .filter((person, index, all) => all.findIndex(({ userId }) => userId === person.userId) === index)
        .map(({ userId, user, postTitle }) => ({ userId, name: user.name, post: postTitle })),
    }))
    .sort((a, b) => Number(b.own) - Number(a.own));
}

/** How many deputies can be named for the same days. */
export const LAST_RANK = 5;

const naming = z.object({
  membershipId: z.uuid(),
  deputyId: z.uuid(),
  rank: z.int().min(1).max(LAST_RANK),
  startsOn: calendarDate,
  endsOn: calendarDate,
});

export interface Naming {
  readonly membershipId: string;
  readonly deputyId: string;
  /** 1 decides first. */
  readonly rank: number;
  readonly startsOn: CalendarDate;
  /** The last day. */
  readonly endsOn: CalendarDate;
  readonly key: string;
}

/**
 * Names a deputy of a manager's post. Refuses (`not-found`) a post that is not the actor's to deputise or a person who is
 * not of its organisation, (`invalid-draft`) the holder themselves and days that are over or the wrong way round, and
 * (`already-exists`) a person or a rank that is taken on one of these days.
 */
export async function nameDeputy(actor: Actor, input: Naming, clock: Clock = systemClock): Promise<{ id: string }> {
  const { key, ...request } = input;
  return once(actor, key, { move: "delegate", ...request }, async (tx) => {
    const now = clock();
    const today = tokyoDate(now);
    const read = naming.safeParse(request);
    if (!read.success || read.data.endsOn < read.data.startsOn || read.data.endsOn < today) {
      throw new Refusal("invalid-draft");
    }
    const { membershipId, deputyId, rank } = read.data;
    const startsOn = toDatabaseDate(read.data.startsOn);
    const endsOn = toDatabaseDate(read.data.endsOn);
    const post = await postOf(tx, actor, membershipId, today);
    if (post.userId === deputyId) throw new Refusal("invalid-draft");
    const { organizationId } = post;
    const belongs = { organizationId, ...holdsOn(toDatabaseDate(today)) };
    const deputy = { id: deputyId, disabledAt: null, memberships: { some: belongs } };
    if ((await tx.user.count({ where: deputy })) !== 1) throw new Refusal("not-found");
    // Locked before looking, so that of two who name at once the second sees the first's.
    const chain = await lockChain(tx, organizationId);
    const meanwhile = { startsOn: { lte: endsOn }, endsOn: { gte: startsOn }, revokedAt: null };
    const taken = { membershipId, ...meanwhile, OR: [{ deputyId }, { rank }] };
    if ((await tx.delegation.count({ where: taken })) > 0) throw new Refusal("already-exists");
    const { id } = await tx.delegation.create({ data: { membershipId, deputyId, rank, startsOn, endsOn } });
    const { startsOn: from, endsOn: to } = read.data;
    const detail = { delegation: id, membership: membershipId, deputy: deputyId, rank, from, to };
    await appendEvents(tx, chain, [eventOf("delegate", actor, post, detail, now)]);
    return { outcome: { id }, submissionId: null };
  });
}

/** Ends a delegation from now on; what was decided under it stays. Refuses (`not-found`) what is not the actor's to end. */
export async function endDelegation(
  actor: Actor,
  input: { readonly delegationId: string; readonly key: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const { key, ...request } = input;
  return once(actor, key, { move: "end-delegation", ...request }, async (tx) => {
    const now = clock();
    const id = z.uuid().safeParse(input.delegationId);
    const found = id.success ? await tx.delegation.findUnique({ where: { id: id.data } }) : null;
    if (!found) throw new Refusal("not-found");
    const post = await postOf(tx, actor, found.membershipId, tokyoDate(now));
    const chain = await lockChain(tx, post.organizationId);
    const { count } = await tx.delegation.updateMany({
      where: { id: found.id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count !== 1) throw new Refusal("wrong-state");
    const detail = { delegation: found.id, membership: found.membershipId, deputy: found.deputyId };
    await appendEvents(tx, chain, [eventOf("end-delegation", actor, post, detail, now)]);
    return { outcome: { id: found.id }, submissionId: null };
  });
}

async function postOf(tx: Transaction, actor: Actor, membershipId: string, today: CalendarDate) {
  const day = toDatabaseDate(today);
  const post = await tx.membership.findFirst({ where: { ...postsToName(actor, day), id: membershipId } });
  if (!post) throw new Refusal("not-found");
  return post;
}

function eventOf(
  kind: "delegate" | "end-delegation",
  actor: Actor,
  post: { readonly id: string; readonly userId: string; readonly organizationId: string },
  detail: EventInput["detail"],
  now: Date,
): EventInput {
  const coordinating = actor.memberships.find(
    ({ role, organizationId }) => role === "COORDINATOR" && organizationId === post.organizationId,
  );
  return {
    kind,
    actorId: actor.userId,
    membershipId: post.userId === actor.userId ? post.id : (coordinating?.id ?? null),
    subjectType: "user",
    subjectId: post.userId,
    detail,
    occurredAt: now,
  };
}
