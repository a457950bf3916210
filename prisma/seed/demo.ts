import { hashPassword } from "../../lib/auth/password.ts";
import type { Clock } from "../../lib/data/clock.ts";
import { db } from "../../lib/data/db.ts";
import { addMembership } from "../../lib/data/memberships.ts";
import { approve, submit } from "../../lib/data/moves.ts";
import { createOrganization } from "../../lib/data/organizations.ts";
import { actorOf, createUser } from "../../lib/data/people.ts";
import { createPolicy } from "../../lib/data/policies.ts";
import { release } from "../../lib/data/releases.ts";
import { saveRevision } from "../../lib/data/revising.ts";
import { createSection } from "../../lib/data/sections.ts";
import { openRound, startRevision } from "../../lib/data/starts.ts";
import type { Actor, Role } from "../../lib/domain/actor.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./accounts.ts";
import { administrator, idOf } from "./administrator.ts";
import { planOf, SECTIONS, type SectionName } from "./plan.ts";
import { higashisumiyoshi2020 } from "./source.ts";

/** Two days of spring 2020: the posts are filled, then the year's policy takes effect. */
const beforeTheYear: Clock = () => new Date("2020-03-31T10:00:00+09:00");
const firstDayOfTheYear: Clock = () => new Date("2020-04-01T09:00:00+09:00");
const midYear: Clock = () => new Date("2020-09-01T09:00:00+09:00");

/**
 * The demo: the real FY2020 policy of Higashisumiyoshi Ward, released as Edition 1, with its mid-year round open.
 * It goes the way everyone goes, with the clock of its time. Run again, it does what is still missing and nothing else.
 */
export async function seedDemo({ log }: { log: (line: string) => void }): Promise<void> {
  const source = higashisumiyoshi2020();
  const slug = "higashisumiyoshi";
  const { fiscalYear } = source.period.derived;

  const admin = await administrator(beforeTheYear);
  let organization = await db().organization.findUnique({ where: { slug } });
  if (!organization) {
    await createOrganization(
      admin,
      {
        slug,
        nameJa: source.organization.wardName,
        nameEn: "Higashisumiyoshi Ward",
        cityNameJa: source.organization.cityName,
        cityNameEn: "Osaka City",
        municipalCode: source.organization.derived.municipalCode,
        sourceNote: `${source.organization.cityName}のオープンデータ(CC BY 4.0、${source.page.derived.updatedOn}時点)`,
        sourceUrl: source._meta.source_url_known,
      },
      beforeTheYear,
    );
    organization = await db().organization.findUniqueOrThrow({ where: { slug } });
    log(`${organization.nameJa}を登録しました / added ${organization.nameEn}`);
  }
  const sections = await ensureSections(admin, organization.id);
  await ensurePeople(admin, organization.id, sections);
  const people = await actors(organization.id);

  let policy = await db().policy.findUnique({
    where: { organizationId_fiscalYear: { organizationId: organization.id, fiscalYear } },
  });
  if (!policy) {
    const input = { organizationId: organization.id, fiscalYear, formId: "osaka-2013" };
    const { id } = await createPolicy(people.coordinator, input, beforeTheYear);
    policy = await db().policy.findUniqueOrThrow({ where: { id } });
  }
  // Each step carries a key of its own, so a seeding that was interrupted goes on where it stopped.
  const key = (step: string) => `demo-${slug}-${fiscalYear}-${step}`;
  if (!policy.currentEditionId) {
    const started = await startRevision(people.coordinator, { policyId: policy.id, key: key("start") }, beforeTheYear);
    const { submissionId } = started;
    const kept = await db().submission.findUniqueOrThrow({ where: { id: submissionId } });
    if (kept.lockVersion === 0) {
      await saveRevision(
        people.coordinator,
        {
          submissionId,
          lockVersion: 0,
          key: key("save"),
          plan: planOf(source, policy.id, sections),
          revision: {
            type: "revision",
            kind: "FORMULATION",
            reason: "令和2年度運営方針の策定",
            effectiveOn: "2020-04-01",
          },
        },
        beforeTheYear,
      );
    }
    const submitted = await submit(
      people.coordinator,
      { submissionId, lockVersion: 1, key: key("submit") },
      beforeTheYear,
    );
    const versionHash = submitted.versionHash ?? "";
    await approve(people.head, { submissionId, lockVersion: 2, versionHash, key: key("approve") }, beforeTheYear);
    await release(
      people.coordinator,
      {
        policyId: policy.id,
        chosen: [{ submissionId, lockVersion: 3, versionHash }],
        notice: null,
        key: key("release"),
      },
      firstDayOfTheYear,
    );
    log(`${source.title}を第1版として公開しました / released as Edition 1`);
  }
  const phase = "MID_YEAR_REVIEW" as const;
  if (!(await db().round.findFirst({ where: { policyId: policy.id, phase } }))) {
    const dates = { opensOn: "2020-09-01", dueOn: "2020-09-25", plannedReleaseOn: "2020-10-02" };
    const { sheets } = await openRound(
      people.coordinator,
      { policyId: policy.id, phase, ...dates, key: key("open-mid-year") },
      midYear,
    );
    log(`中間振り返りを開きました(${sheets}枚) / opened the mid-year round with ${sheets} sheets`);
  }
}

async function ensureSections(admin: Actor, organizationId: string): Promise<Map<SectionName, string>> {
  const ids = new Map<SectionName, string>();
  for (const [order, { nameJa, nameEn }] of SECTIONS.entries()) {
    const existing = await db().section.findFirst({ where: { organizationId, nameJa } });
    const section = existing ?? (await createSection(admin, { organizationId, nameJa, nameEn, order }, beforeTheYear));
    ids.set(nameJa, section.id);
  }
  return ids;
}

async function ensurePeople(
  admin: Actor,
  organizationId: string,
  sections: ReadonlyMap<SectionName, string>,
): Promise<void> {
  for (const account of DEMO_ACCOUNTS) {
    const existing = await db().user.findUnique({ where: { email: account.email } });
    const user =
      existing ??
      (await createUser(
        admin,
        { email: account.email, name: account.name, passwordHash: await hashPassword(DEMO_PASSWORD) },
        beforeTheYear,
      ));
    if (await db().membership.findFirst({ where: { userId: user.id, organizationId } })) continue;
    await addMembership(
      admin,
      {
        userId: user.id,
        organizationId,
        sectionId: account.section === null ? null : (sections.get(account.section) ?? null),
        role: account.role,
        postTitle: account.postTitle,
        startsOn: "2020-03-01",
        endsOn: null,
      },
      beforeTheYear,
    );
  }
}

async function actors(organizationId: string): Promise<{ coordinator: Actor; head: Actor }> {
  const holder = async (role: Role) => {
    const account = DEMO_ACCOUNTS.find((entry) => entry.role === role && (role !== "MANAGER" || !entry.section));
    const actor = account ? await actorOf(await idOf(account.email)) : null;
    if (!actor?.memberships.some((membership) => membership.organizationId === organizationId)) {
      throw new Error(`the demo's ${role} is missing`);
    }
    return actor;
  };
  return { coordinator: await holder("COORDINATOR"), head: await holder("MANAGER") };
}
