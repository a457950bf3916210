import type { Answer } from "./readers.ts";

/** How long after a release, with everything up, readers may still be told what was before. */
const LATE_MS = 2_000;

/** What was released and what was down at which moment, so that an answer can be judged by when it was asked for. */
export class Chronicle {
  private readonly releases: { readonly ward: string; readonly number: number; readonly at: number }[] = [];
  private readonly downs: { readonly what: string; readonly from: number; to: number }[] = [];
  private readonly seen = new Map<number, number>();
  private began = performance.now();
  /** The longest for which an old text was shown with everything up. */
  oldest = 0;

  /** Readers begin. */
  begin(): void {
    this.began = performance.now();
  }

  /** Notes that a release is committed: at this moment at the latest. */
  released(ward: string, number: number): void {
    this.releases.push({ ward, number, at: performance.now() });
  }

  down(what: string): void {
    this.downs.push({ what, from: performance.now(), to: Number.POSITIVE_INFINITY });
  }

  /** Notes that everything is up again. */
  up(): void {
    const last = this.downs.at(-1);
    if (last) last.to = performance.now();
  }

  /** Since when everything was up at a moment; null where something was down. */
  private upSince(moment: number): number | null {
    const before = this.downs.findLast(({ from }) => from <= moment);
    if (before && before.to > moment) return null;
    return before?.to ?? this.began;
  }

  /** Whether an app was killed while an answer was under way. */
  wasStruck({ asked, answered }: Answer): boolean {
    return this.downs.some(({ what, from }) => what.includes("app") && from >= asked && from <= answered);
  }

  /** What is wrong with the page that says that nothing works: everything did, for a while and all the time. */
  needless({ asked, answered, maintenance, address }: Answer): string | undefined {
    const since = this.upSince(asked);
    const wasDown = this.downs.some(({ from, to }) => from <= answered && to >= asked);
    if (!maintenance || wasDown || since === null || asked - since <= LATE_MS) return undefined;
    return `needless: the maintenance page for ${address.path}, all up ${ms(asked - since)} before it was asked for`;
  }

  /** Takes an answer down, and says of one that is too old how it is so. */
  heard({ address, asked, answered, shows: shown, from }: Answer): string | undefined {
    if (shown === undefined || address.kind === "other") return undefined;
    const ours = this.releases.filter(({ ward }) => address.ward === undefined || ward === address.ward);
    // The first Edition was there before the first of these releases. One of which nobody has heard yet may be shown, too.
    const shows = address.kind === "edition" ? (ours[shown - 2]?.number ?? Number.POSITIVE_INFINITY) : shown;
    for (const { number } of ours.filter((release) => release.number <= shows).slice(-20)) {
      if (!this.seen.has(number)) this.seen.set(number, answered);
    }
    const since = this.upSince(asked);
    const missed = ours.find(({ number }) => number > shows);
    if (since === null || !missed) return undefined;
    const late = asked - Math.max(missed.at, since);
    this.oldest = Math.max(this.oldest, late);
    if (late <= LATE_MS) return undefined;
    const times = `released ${ms(asked - missed.at)} and all up ${ms(asked - since)} before it was asked for`;
    return `stale: shows ${shows}, release ${missed.number} was ${times} (answered in ${ms(answered - asked)} by the ${from})`;
  }

  /** How long each release took to be seen anywhere, of those during which everything was up. */
  timesToBeSeen(): number[] {
    return this.releases.flatMap(({ number, at }) => {
      const seen = this.seen.get(number);
      const astride = this.downs.some(({ from, to }) => from < (seen ?? 0) && to > at);
      return seen === undefined || astride || at < this.began ? [] : [Math.max(0, seen - at)];
    });
  }

  /** How often what was killed, and for how long something was down. */
  summary(): string {
    const counts = new Map<string, number>();
    for (const { what } of this.downs) counts.set(what, (counts.get(what) ?? 0) + 1);
    const seconds = this.downs.reduce((sum, { from, to }) => sum + (Math.min(to, performance.now()) - from) / 1000, 0);
    const total = (performance.now() - this.began) / 1000;
    const kinds = [...counts].map(([what, count]) => `${what} ${count}`).join(", ");
    return `${kinds}; something down for ${Math.round(seconds)} s of ${Math.round(total)} s`;
  }
}

export const ms = (time: number) => `${Math.round(time)} ms`;
