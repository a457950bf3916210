import { hashPassword, noPassword } from "../../../lib/auth/password.ts";
import type { Clock } from "../../../lib/data/clock.ts";
import { db } from "../../../lib/data/db.ts";
import { addMembership } from "../../../lib/data/memberships.ts";
import { createOrganization } from "../../../lib/data/organizations.ts";
import { actorOf, createUser } from "../../../lib/data/people.ts";
import { createSection } from "../../../lib/data/sections.ts";
import type { Actor, Role } from "../../../lib/domain/actor.ts";
import type { CalendarDate } from "../../../lib/domain/fiscal-year.ts";
import { DEMO_PASSWORD, type DemoAccount, MIHON_ACCOUNTS } from "../accounts.ts";
import { MIHON_SECTIONS, type MihonSection } from "./shape.ts";

export const MIHON = "mihon";

/** Who wrote and decided in the sections without a demo account. Nobody knows their passwords. */
const OTHERS: readonly DemoAccount<MihonSection>[] = [
  {
    email: "somu-manager@mihon.example",
    name: "見本 すみれ",
    role: "MANAGER",
    section: "総務課",
    postTitle: "総務課長",
  },
  { email: "somu@mihon.example", name: "見本 つばき", role: "STAFF", section: "総務課", postTitle: "総務課 係員" },
  {
    email: "kyodo@mihon.example",
    name: "見本 あおい",
    role: "STAFF",
    section: "市民協働課",
    postTitle: "市民協働課 担当係長",
  },
  {
    email: "kosodate-manager@mihon.example",
    name: "見本 さくら",
    role: "MANAGER",
    section: "子育て支援課",
    postTitle: "子育て支援課長",
  },
  {
    email: "kosodate@mihon.example",
    name: "見本 かえで",
    role: "STAFF",
    section: "子育て支援課",
    postTitle: "子育て支援課 担当係長",
  },
  {
    email: "madoguchi-manager@mihon.example",
    name: "見本 もみじ",
    role: "MANAGER",
    section: "窓口サービス課",
    postTitle: "窓口サービス課長",
  },
  {
    email: "madoguchi@mihon.example",
    name: "見本 なずな",
    role: "STAFF",
    section: "窓口サービス課",
    postTitle: "窓口サービス課 担当係長",
  },
];

/** The ward's people as they act. */
export interface People {
  readonly coordinator: Actor;
  readonly head: Actor;
  /** The writer of a section (the second of them where there are two and `second` asks for it). */
  writer(sectionId: string | null, second?: boolean): Actor;
  /** The manager of a section, the head of the ward where there is none. */
  decider(sectionId: string | null): Actor;
}

/** The ward itself; added where it is missing. Returns whether it was. */
export async function ensureMihon(admin: Actor, clock: Clock): Promise<{ id: string; added: boolean }> {
  const existing = await db().organization.findUnique({ where: { slug: MIHON } });
  if (existing) return { id: existing.id, added: false };
  const names = { nameJa: "みほん区", nameEn: "Mihon Ward", cityNameJa: "みほん市", cityNameEn: "Mihon City" };
  const nothing = { municipalCode: null, sourceNote: null, sourceUrl: null };
  const { id } = await createOrganization(admin, { slug: MIHON, ...names, ...nothing, sample: true }, clock);
  return { id, added: true };
}

export async function ensureMihonSections(
  admin: Actor,
  organizationId: string,
  clock: Clock,
): Promise<Map<MihonSection, string>> {
  const ids = new Map<MihonSection, string>();
  for (const [order, names] of MIHON_SECTIONS.entries()) {
    const existing = await db().section.findFirst({ where: { organizationId, nameJa: names.nameJa } });
    const section = existing ?? (await createSection(admin, { organizationId, ...names, order }, clock));
    ids.set(names.nameJa, section.id);
  }
  return ids;
}

/** The ward's people, those who are missing added, each with their post from `startsOn`. */
export async function ensureMihonPeople(
  admin: Actor,
  organizationId: string,
  sections: ReadonlyMap<MihonSection, string>,
  startsOn: CalendarDate,
  clock: Clock,
): Promise<void> {
  const known = await hashPassword(DEMO_PASSWORD);
  const unknown = await noPassword();
  const accounts = [
    ...MIHON_ACCOUNTS.map((account) => ({ ...account, passwordHash: known })),
    ...OTHERS.map((account) => ({ ...account, passwordHash: unknown })),
  ];
  for (const { email, name, passwordHash, role, section, postTitle } of accounts) {
    const existing = await db().user.findUnique({ where: { email } });
    const user = existing ?? (await createUser(admin, { email, name, passwordHash }, clock));
    if (await db().membership.findFirst({ where: { userId: user.id, organizationId } })) continue;
    const sectionId = section === null ? null : (sections.get(section) ?? null);
    const post = { userId: user.id, organizationId, sectionId, role, postTitle, startsOn, endsOn: null };
    await addMembership(admin, post, clock);
  }
}

/** Everyone of the ward with the posts that they hold. */
export async function peopleOfMihon(sections: ReadonlyMap<MihonSection, string>): Promise<People> {
  const actors: { actor: Actor; role: Role; sectionId: string | null }[] = [];
  for (const { email, role, section } of [...MIHON_ACCOUNTS, ...OTHERS]) {
    const user = await db().user.findUniqueOrThrow({ where: { email } });
    const actor = await actorOf(user.id);
    if (!actor) throw new Error(`${email} is disabled`);
    actors.push({ actor, role, sectionId: section === null ? null : (sections.get(section) ?? null) });
  }
  const holders = (role: Role, sectionId: string | null) =>
    actors.filter((entry) => entry.role === role && entry.sectionId === sectionId).map((entry) => entry.actor);
  const [head] = holders("MANAGER", null);
  const coordinator = actors.find(({ role }) => role === "COORDINATOR")?.actor;
  if (!head || !coordinator) throw new Error("the sample ward has no head or no coordinator");
  return {
    head,
    coordinator,
    writer: (sectionId, second = false) => holders("STAFF", sectionId)[second ? 1 : 0] ?? coordinator,
    decider: (sectionId) => (sectionId === null ? head : (holders("MANAGER", sectionId)[0] ?? head)),
  };
}
