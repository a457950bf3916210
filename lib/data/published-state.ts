import type { Prisma } from "../../prisma/client/client.ts";
import { type Hash, hashOf } from "../domain/canonical.ts";
import { WITHHOLDING } from "../domain/taking-back.ts";
import { answered, db } from "./db.ts";
import { publicColumns } from "./published.ts";
import type { Read } from "./published-reads.ts";

const names = {
  select: { id: true, nameJa: true, nameEn: true, order: true },
  orderBy: { id: "asc" },
} satisfies Prisma.Organization$sectionsArgs;

const takedowns = {
  // One that was lifted counts too: a feed says when it last changed.
  where: { state: { in: [...WITHHOLDING, "LIFTED"] } },
  select: { targetId: true, state: true, wordingHash: true, decidedAt: true, liftDecidedAt: true },
  orderBy: { id: "asc" },
} satisfies Prisma.Policy$takedownsArgs;

const questions = {
  select: {
    ...{ targetId: true, kind: true, askedAt: true, state: true, closing: true },
    answers: {
      where: { state: { in: ["PUBLISHED", "REPLACED", "WITHDRAWN"] } },
      select: { state: true, contentHash: true, decidedAt: true, withdrawnAt: true, sectionId: true },
      orderBy: { number: "asc" },
    },
  },
  orderBy: { id: "asc" },
} satisfies Prisma.Policy$questionsArgs;

/**
 * How everything that is public stands now: a hash for each piece that a page can have read. As long as a piece has the
 * same, published.ts reads the same of it; a piece that is not here has nothing public. A hash may change where what is
 * read does not. What posts are called is not asked, because a post keeps its title. Refuses where the database does not answer.
 */
export async function publishedState(): Promise<ReadonlyMap<Read, Hash>> {
  const organizations = await answered(
    db().organization.findMany({
      where: { policies: { some: { currentEditionId: { not: null } } } },
      select: {
        ...{ ...publicColumns, municipalCode: true, sections: names },
        redactions: { where: { state: "DONE" }, select: { id: true }, orderBy: { id: "asc" } },
        policies: {
          where: { currentEditionId: { not: null } },
          select: {
            ...{ fiscalYear: true, formId: true, currentEditionId: true, takedowns, questions },
            editions: { select: { hash: true }, orderBy: { number: "asc" } },
          },
          orderBy: { fiscalYear: "asc" },
        },
      },
      orderBy: { slug: "asc" },
    }),
  );
  const state = new Map<Read, Hash>();
  const hashes = organizations.map(({ policies, ...organization }) => {
    const { slug } = organization;
    // Names of sections and what was redacted show in any of its policies.
    const whole = plain(organization);
    const ofPolicies = policies.map(({ questions: asked, ...policy }) => {
      const hash = hashOf([whole, plain(policy)]);
      state.set(`policy ${slug} ${policy.fiscalYear}`, hash);
      const answered = asked.filter(({ answers }) => answers.length > 0);
      state.set(`answers ${slug} ${policy.fiscalYear}`, hashOf([hash, plain(answered)]));
      const counted = asked.filter(({ closing }) => closing !== "SPAM").length;
      state.set(`questions ${slug} ${policy.fiscalYear}`, hashOf([hash, counted]));
      return hash;
    });
    const hash = hashOf([whole, ofPolicies]);
    state.set(`organization ${slug}`, hash);
    return hash;
  });
  return state.set("city", hashOf(hashes));
}

const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));
