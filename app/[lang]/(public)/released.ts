import { notFound } from "next/navigation";
import { cache } from "react";
import { currentPolicy, publishedEdition } from "@/lib/data/published.ts";
import { compareEditions, formerItem, revisionHistory } from "@/lib/data/published-editions.ts";
import { organizationYears } from "@/lib/data/published-organizations.ts";
import { comparedWithLastYear, hasYearBefore } from "@/lib/data/published-years.ts";
import type { PublishedItem } from "@/lib/domain/placed.ts";
import type {
  EditionComparison,
  FormerItem,
  OrganizationYears,
  PublishedEdition,
  PublishedPolicy,
  RevisionHistory,
} from "@/lib/domain/published-policy.ts";
import type { YearsComparison } from "@/lib/domain/years.ts";
import { pageYear } from "@/lib/web/page-params.ts";

const read = cache(currentPolicy);
const readEdition = cache(publishedEdition);
const readHistory = cache(revisionHistory);
const readFormer = cache(formerItem);
const readOrganization = cache(organizationYears);
const readComparison = cache(compare);
const readYears = cache(comparedWithLastYear);

function compare(org: string, year: number, from: number, to: number): Promise<EditionComparison | null> {
  return compareEditions(org, year, [from, to]);
}

/** The policy of an address, read once a request for its page and its head; unknown ones do not exist (404). */
export async function releasedPolicy(params: { org: string; year: string }): Promise<PublishedPolicy> {
  return (await read(params.org, pageYear(params.year))) ?? notFound();
}

/** The policy as the Edition of an address has it; numbers of no Edition do not exist (404). */
export async function releasedEdition(params: {
  org: string;
  year: string;
  number: string;
}): Promise<PublishedEdition> {
  const number = editionNumber(params.number) ?? notFound();
  return (await readEdition(params.org, pageYear(params.year), number)) ?? notFound();
}

/** The whole history of the policy of an address. */
export async function releasedHistory(params: { org: string; year: string }): Promise<RevisionHistory> {
  return (await readHistory(params.org, pageYear(params.year))) ?? notFound();
}

/** Two Editions of the policy of an address; `changes` is null where they cannot be compared. */
export async function releasedComparison(
  params: { org: string; year: string },
  numbers: { from: number | null; to: number | null },
): Promise<EditionComparison> {
  return (await readComparison(params.org, pageYear(params.year), numbers.from ?? 0, numbers.to ?? 0)) ?? notFound();
}

/** What became of the item that earlier Editions showed under a code; codes of none do not exist (404). */
export async function releasedFormer(
  policy: PublishedPolicy,
  type: PublishedItem["type"],
  code: string,
): Promise<FormerItem> {
  return (await readFormer(policy.organization.slug, policy.fiscalYear, type, code)) ?? notFound();
}

/** The organisation of an address with its years; one that has released nothing does not exist (404). */
export async function releasedOrganization(params: { org: string }): Promise<OrganizationYears> {
  return (await readOrganization(params.org)) ?? notFound();
}

/** The policy of an address beside that of the year before; without one there is nothing to compare (404). */
export async function releasedYears(params: { org: string; year: string }): Promise<YearsComparison> {
  return (await readYears(params.org, pageYear(params.year))) ?? notFound();
}

/** Whether there is a year before a policy's to compare it with. */
export async function isComparable({ organization, fiscalYear }: PublishedPolicy): Promise<boolean> {
  return hasYearBefore(organization.slug, fiscalYear);
}

/** The number of an Edition as an address or a form says it; null where it is none. */
export function editionNumber(said: unknown): number | null {
  return typeof said === "string" && /^[1-9]\d{0,5}$/.test(said) ? Number(said) : null;
}
