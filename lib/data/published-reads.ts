/**
 * What the public pages read, in the pieces by which it changes. Each function of published.ts and its sisters says which
 * it read, so that whoever keeps a page knows what it was made of; published-state.ts says how each piece stands.
 */

/**
 * Everything that is public of the city, of one organisation, or of one of its policies by its fiscal year. What readers
 * were answered, and how many asked, are pieces of their own, because they change without a release.
 */
export type Read = "city" | `organization ${string}` | `${"policy" | "answers" | "questions"} ${string} ${number}`;

/** What was read outside a page, by what it is called: shared by pages that are made one after the other. */
export type Known = Map<string, Promise<unknown>>;

/** What is read for a page. */
export interface Gathered {
  readonly reads: Set<Read>;
  readonly known?: Known;
}

/** Where what is read for a page is gathered; undefined while nobody asks. */
type Gathering = () => Gathered | undefined;

// A server may load this file more than once, and all of it gathers in one place.
const kept = globalThis as typeof globalThis & { hoshinGathering?: Gathering };

/** Says where what is read is gathered from now on. */
export function gatherReads(gathering: Gathering): void {
  kept.hoshinGathering = gathering;
}

/** What was read so far for whatever is being made now. */
export function readsSoFar(): Read[] {
  return [...(kept.hoshinGathering?.()?.reads ?? [])].sort();
}

/** Whether what is read now is kept in mind for other pages. */
export function isKeepingKnown(): boolean {
  return kept.hoshinGathering?.()?.known !== undefined;
}

/**
 * Reads something once for all pages that whoever gathers makes together, so that a thousand pages of one policy do not
 * each read it whole. Its name must say everything that it is made of by what never changes: the hash of an Edition or of
 * a Part. What is taken down or redacted goes with the whole memory, which is as old as the state that pages are made of.
 * Where nobody gathers it is simply read.
 */
export function readOnce<Found>(name: string, read: () => Promise<Found>): Promise<Found> {
  const known = kept.hoshinGathering?.()?.known;
  return known ? keepKnown(known, name, read) : read();
}

function keepKnown<Found>(known: Known, name: string, read: () => Promise<Found>): Promise<Found> {
  const found = known.get(name) as Promise<Found> | undefined;
  if (found) return found;
  const reading = read();
  known.set(name, reading);
  // Whoever waits is told what went wrong; the next one tries again.
  reading.catch(() => known.delete(name));
  return reading;
}

/** The same for many things of a kind, of which only those are read together that nobody has read yet. */
export async function readEachOnce<Found>(
  kind: string,
  names: readonly string[],
  read: (unknown: readonly string[]) => Promise<Map<string, Found>>,
): Promise<Map<string, Found>> {
  const known = kept.hoshinGathering?.()?.known;
  if (!known) return read(names);
  const unknown = names.filter((name) => !known.has(`${kind} ${name}`));
  let reading: Promise<Map<string, Found>> | undefined;
  const readUnknown = () => {
    reading ??= read(unknown);
    return reading;
  };
  const all = await Promise.all(
    names.map(async (name): Promise<[string, Found | undefined]> => {
      const one = keepKnown(known, `${kind} ${name}`, async () => (await readUnknown()).get(name));
      return [name, await one];
    }),
  );
  return new Map(all.flatMap(([name, found]) => (found === undefined ? [] : [[name, found] as const])));
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

const note = (read: Read) => kept.hoshinGathering?.()?.reads.add(read);
