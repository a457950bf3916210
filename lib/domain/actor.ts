export const ROLES = ["STAFF", "MANAGER", "COORDINATOR"] as const;
export type Role = (typeof ROLES)[number];

/** A role in an organisation, for one section or (sectionId null) for the whole organisation. */
export interface Membership {
  readonly id: string;
  readonly organizationId: string;
  readonly sectionId: string | null;
  readonly role: Role;
  readonly postTitle: string;
}

/** Whoever asks the archive for something: a person with the memberships that hold today. */
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
 * The membership by which an actor does something: the first of `roles` that they hold, for the sections concerned
 * rather than organisation-wide, and that rather than for another section. It names the post in the record.
 */
export function membershipFor(
  actor: Actor,
  organizationId: string,
  sectionIds: readonly (string | null)[],
  roles: readonly Role[],
): Membership | null {
  const distance = (membership: Membership): number => {
    if (membership.sectionId !== null && sectionIds.includes(membership.sectionId)) return 0;
    return membership.sectionId === null ? 1 : 2;
  };
  for (const role of roles) {
    const held = actor.memberships
      .filter((membership) => membership.organizationId === organizationId && membership.role === role)
      .sort((a, b) => distance(a) - distance(b));
    if (held[0]) return held[0];
  }
  return null;
}
