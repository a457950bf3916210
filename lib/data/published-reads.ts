/**
 * What the public pages read, in the pieces by which it changes. Each function of published.ts and its sisters says which
 * it read, so that whoever keeps a page knows what it was made of; published-state.ts says how each piece stands.
 */

/**
 * Everything that is public of the city, of one organisation, or of one of its policies by its fiscal year. What readers
 * were answered, and how many asked, are pieces of their own, because they change without a release.
 */
export type Read = "city" | `organization ${string}` | `${"policy" | "answers" | "questions"} ${string} ${number}`;

/** Where what is read for a page is gathered; undefined while nobody asks. */
type Gathering = () => Set<Read> | undefined;

// A server may load this file more than once, and all of it gathers in one place.
const kept = globalThis as typeof globalThis & { hoshinGathering?: Gathering };

/** Says where what is read is gathered from now on. */
export function gatherReads(gathering: Gathering): void {
  kept.hoshinGathering = gathering;
}

/** What was read so far for whatever is being made now. */
export function readsSoFar(): Read[] {
  return [...(kept.hoshinGathering?.() ?? [])].sort();
}

/** Everything of the city was read: which organisations there are, their policies, what is newest. */
export function readCity(): void {
  note("city");
}

/** Everything of an organisation was read, or that there is none of that name. */
export function readOrganization(slug: string): void {
  note(`organization ${slug}`);
}

/** Everything of a policy was read, or that there is none. */
export function readPolicy(slug: string, fiscalYear: number): void {
  note(`policy ${slug} ${fiscalYear}`);
}

/** The published answers of a policy were read. */
export function readAnswers(slug: string, fiscalYear: number): void {
  note(`answers ${slug} ${fiscalYear}`);
}

/** How many questions a policy was asked was read. */
export function readQuestions(slug: string, fiscalYear: number): void {
  note(`questions ${slug} ${fiscalYear}`);
}

const note = (read: Read) => kept.hoshinGathering?.()?.add(read);
