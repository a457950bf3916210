import type { EditionContent } from "./edition.ts";
import { type Stage, stageOf } from "./figures.ts";
import type { LatestEdition, PublishedOrganization, YearPolicy } from "./published-policy.ts";

/** What a reader narrows the list of organisations down by; the year is asked of the archive itself. */
export interface CityFilter {
  /** Part of a name or of a title; empty asks for everything. */
  readonly text: string;
  readonly stage: Stage | null;
}

// Full and half width, capitals and small letters are the same to somebody who looks for a name.
const folded = (text: string) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** Whether an organisation and the policy that stands for it are among those asked for. */
export function isAskedFor(
  { organization, newest }: { readonly organization: PublishedOrganization; readonly newest: YearPolicy },
  { text, stage }: CityFilter,
): boolean {
  if (stage !== null && stageOf(newest) !== stage) return false;
  const said = namesOf(organization, newest.content).map(folded);
  return folded(text) === "" || said.some((one) => one.includes(folded(text)));
}

/**
 * Whether an Edition was known when the organisations were read that stand above it: one that was released a moment later
 * is in the next reader's list, and no page says two things. Of other years than those shown nothing is said there.
 */
export function wasKnown(
  edition: LatestEdition,
  shown: readonly { readonly organization: PublishedOrganization; readonly newest: YearPolicy }[],
): boolean {
  const beside = shown.find(({ organization }) => organization.slug === edition.organization.slug)?.newest;
  if (beside?.fiscalYear !== edition.fiscalYear) return true;
  return edition.line.number <= beside.edition.number;
}

const namesOf = ({ nameJa, nameEn, cityNameJa, cityNameEn }: PublishedOrganization, content: EditionContent) => [
  `${cityNameJa}${nameJa}`,
  `${nameEn}, ${cityNameEn}`,
  content.policy.title,
];
