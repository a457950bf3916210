import type { EditionContent } from "./edition.ts";
import { type Stage, stageOf } from "./figures.ts";
import type { PublishedOrganization, YearPolicy } from "./published-policy.ts";

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

const namesOf = ({ nameJa, nameEn, cityNameJa, cityNameEn }: PublishedOrganization, content: EditionContent) => [
  `${cityNameJa}${nameJa}`,
  `${nameEn}, ${cityNameEn}`,
  content.policy.title,
];
