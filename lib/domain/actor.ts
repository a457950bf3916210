export const ROLES = ["STAFF", "MANAGER", "COORDINATOR"] as const;
export type Role = (typeof ROLES)[number];

/** A role in an organisation, for one section or (sectionId null) for the whole organisation. */
export interface Membership {
  readonly id: string;
  readonly organizationId: string;
  readonly sectionId: string | null;
  readonly role: Role;
  readonly postTitle: string;
  /** Whose post it is where the actor stands in for its holder today (代決); null for a post of the actor's own. */
  readonly deputyFor: DeputyFor | null;
}

/** In whose place a deputy decides. */
export interface DeputyFor {
  readonly userId: string;
  readonly name: string;
  /** The deputies named before this one who are at hand today: it is their turn first. */
  readonly after: readonly string[];
}

/**
 * Whoever asks the archive for something: a person with the memberships that hold today, their own before those of
 * managers in whose place they decide.
 */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly administrator: boolean;
  readonly memberships: readonly Membership[];
}

/** Whether the actor belongs to an organisation at all, which is what makes its drafts visible. */
export function belongsTo(actor: Actor, organizationId: string): boolean {
  return actor.memberships.some((membership) => membership.organizationId === organizationId);
}

/** Whether the actor holds a role in an organisation, for a given section or organisation-wide. */
export function holdsRole(actor: Actor, role: Role, organizationId: string, sectionId?: string | null): boolean {
  return actor.memberships.some(
    (membership) =>
      membership.role === role &&
      membership.organizationId === organizationId &&
      (membership.sectionId === null || (sectionId != null && membership.sectionId === sectionId)),
  );
}

/** Whether the actor holds a role in an organisation in whichever section. */
export function holdsRoleAnywhere(actor: Actor, role: Role, organizationId: string): boolean {
  return actor.memberships.some(
    (membership) => membership.role === role && membership.organizationId === organizationId,
  );
}

/**
 * The posts by which an actor could decide on what a section (null: none) answers for, whoever worked on it: their own
 * first, the section's before the whole organisation's.
 */
export function managingPosts(actor: Actor, organizationId: string, sectionId: string | null): Membership[] {
  const order = (post: Membership) => (post.deputyFor ? 2 : 0) + (post.sectionId === null ? 1 : 0);
  return actor.memberships
    .filter((post) => post.role === "MANAGER" && post.organizationId === organizationId)
    .filter((post) => post.sectionId === null || post.sectionId === sectionId)
    .sort((a, b) => order(a) - order(b));
}

/**
 * Whether a post lets its actor decide on what these people worked on. One's own always does; a deputy's does when every
 * deputy named before them is away or worked on it, so that a deputy who wrote passes the decision to the next.
 */
export function countsFor(post: Membership, contributorIds: readonly string[]): boolean {
  return post.deputyFor?.after.every((earlier) => contributorIds.includes(earlier)) ?? true;
}

/**
 * The membership by which an actor does something: the first of `roles` that they hold, for the sections concerned
 * rather than organisation-wide, and that rather than for another section. It names the post in the record. A deputy's
 * post is for deciding only (decidingPost in lifecycle.ts) and never named here before one's own.
 */
export function membershipFor(
  actor: Actor,
  organizationId: string,
  sectionIds: readonly (string | null)[],
  roles: readonly Role[],
): Membership | null {
  const distance = (membership: Membership): number => {
    const deputy = membership.deputyFor ? 3 : 0;
    if (membership.sectionId !== null && sectionIds.includes(membership.sectionId)) return deputy;
    return deputy + (membership.sectionId === null ? 1 : 2);
  };
  for (const role of roles) {
    const held = actor.memberships
      .filter((membership) => membership.organizationId === organizationId && membership.role === role)
      .sort((a, b) => distance(a) - distance(b));
    if (held[0]) return held[0];
  }
  return null;
}
