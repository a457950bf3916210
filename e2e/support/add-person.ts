import { hashPassword } from "../../lib/auth/password.ts";
import { db } from "../../lib/data/db.ts";
import { addMembership } from "../../lib/data/memberships.ts";
import { createOrganization } from "../../lib/data/organizations.ts";
import { actorOf, createUser } from "../../lib/data/people.ts";
import type { Role } from "../../lib/domain/actor.ts";

/** A post of somebody who is added, by the names that tests know. */
export interface PostOf {
  readonly organization: string;
  readonly section: string | null;
  readonly role: Role;
}

/** Adds a person, unless they are there, through the same functions as an administrator would. */
export async function addPerson(email: string, posts: readonly PostOf[]): Promise<void> {
  if (await db().user.findUnique({ where: { email } })) return;
  const administrator = await db().user.findFirstOrThrow({ where: { administrator: true } });
  const admin = await actorOf(administrator.id);
  if (!admin) throw new Error("no administrator");
  const passwordHash = await hashPassword("hoshin-demo-password");
  const { id: userId } = await createUser(admin, { email, name: `試験 ${email.split("@")[0]}`, passwordHash });
  for (const { organization: slug, section, role } of posts) {
    const existing = await db().organization.findUnique({ where: { slug } });
    const names = { nameJa: "となり区", nameEn: "Next Ward", cityNameJa: "大阪市", cityNameEn: "Osaka City" };
    const nothing = { municipalCode: null, sourceNote: null, sourceUrl: null };
    const organization = existing ?? (await createOrganization(admin, { slug, ...names, ...nothing }));
    const organizationId = organization.id;
    const found = section && (await db().section.findFirstOrThrow({ where: { organizationId, nameJa: section } }));
    const sectionId = found ? found.id : null;
    const dates = { startsOn: "2020-04-01", endsOn: null };
    await addMembership(admin, { userId, organizationId, sectionId, role, postTitle: "試験の職", ...dates });
  }
}
