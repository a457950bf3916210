import { phasesIn } from "../domain/edition-times.ts";
import type { Phase } from "../domain/forms/form.ts";
import { answered, db } from "./db.ts";
import { readCity } from "./published-reads.ts";

/**
 * What has a public address, for the list of all of them. Like published.ts it takes no actor; it reads the rows that
 * releases write, names and codes only: an item that was taken down keeps its page, which says so.
 */

/** A released policy with the codes of what its current Edition shows. */
export interface PublishedPlace {
  readonly org: string;
  readonly year: number;
  /** When its current Edition was released. */
  readonly at: Date;
  /** Whether the year before is released too. */
  readonly comparable: boolean;
  readonly issues: readonly string[];
  readonly strategies: readonly string[];
  readonly initiatives: readonly string[];
  readonly reformItems: readonly string[];
  /** The phases of which something was released. */
  readonly phases: readonly Phase[];
  /** Its Editions, the newest first, each with the phases of which something had been released by then. */
  readonly editions: readonly { readonly number: number; readonly phases: readonly Phase[] }[];
}

/** Every released policy, the organisations by name, their newest year first. Refuses where the database does not answer. */
export async function publishedPlaces(): Promise<PublishedPlace[]> {
  readCity();
  const shown = { where: { removedInId: null }, select: { code: true }, orderBy: { code: "asc" } } as const;
  const rows = await answered(
    db().policy.findMany({
      where: { currentEditionId: { not: null } },
      select: {
        organization: { select: { slug: true } },
        fiscalYear: true,
        currentEdition: { select: { occurredAt: true } },
        editions: { select: { number: true, phases: true }, orderBy: { number: "desc" } },
        issues: shown,
        strategies: shown,
        initiatives: shown,
        reformItems: shown,
      },
      orderBy: [{ organization: { slug: "asc" } }, { fiscalYear: "desc" }],
    }),
  );
  const released = new Set(rows.map(({ organization, fiscalYear }) => `${organization.slug} ${fiscalYear}`));
  const codes = (items: readonly { code: string }[]) => items.map(({ code }) => code);
  return rows.flatMap(({ organization: { slug: org }, fiscalYear: year, currentEdition, editions, ...items }) =>
    currentEdition
      ? [
          {
            ...{ org, year, at: currentEdition.occurredAt, comparable: released.has(`${org} ${year - 1}`) },
            issues: codes(items.issues),
            strategies: codes(items.strategies),
            initiatives: codes(items.initiatives),
            reformItems: codes(items.reformItems),
            phases: phasesIn(editions),
            editions: editions.map(({ number }, index) => ({
              number,
              phases: phasesIn(editions.slice(index)),
            })),
          },
        ]
      : [],
  );
}
