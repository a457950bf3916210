import type { SiteAddress } from "./public-pages.ts";

/** How long something that went wrong is left alone. */
export const TRIED_AGAIN_MS = 30_000;

const now = () => performance.timeOrigin + performance.now();

/** The pages that wait to be made, in the order in which they should be. */
export interface WaitingPages {
  readonly count: number;
  /** Since when the one does that has waited longest; null where none waits. */
  readonly since: Date | null;
  /** What of them could not be made just now, and why. */
  readonly failing: readonly string[];
  /** Those to be made now: what could not be made is left alone for half a minute, and comes after what was not tried yet. */
  due(): readonly SiteAddress[];
  /** Takes all that wait as it is now; what waited before has done so ever since. */
  renew(pages: readonly SiteAddress[]): void;
  /** One was made: if it waits again, then since that moment. */
  made(address: string): void;
  /** Some were tried, each made, out of date again, or what went wrong; those that still wait stay where they were. */
  tried(results: ReadonlyMap<SiteAddress, boolean | Error>, isMissing: (page: SiteAddress) => boolean): void;
}

/**
 * None at first. Those of the first `renew` have waited since `before`, if whoever looked after the site until now can say
 * so. `clock` in milliseconds, never set back.
 */
export function waitingPages(before: Date | null, clock: () => number = now): WaitingPages {
  let first = before?.getTime();
  let pages: readonly SiteAddress[] = [];
  let since = new Map<string, number>();
  let failed = new Map<string, { readonly until: number; readonly what: string }>();
  return {
    get count() {
      return pages.length;
    },
    get since() {
      return pages.length > 0 ? new Date(Math.min(clock(), ...new Set(since.values()))) : null;
    },
    get failing() {
      return [...failed.values()].map(({ what }) => what);
    },
    due() {
      if (failed.size === 0) return pages;
      const from = ({ path }: SiteAddress) => failed.get(path)?.until ?? 0;
      return pages.filter((page) => from(page) <= clock()).sort((a, b) => from(a) - from(b));
    },
    renew(missing) {
      const seen = first ?? clock();
      first = undefined;
      pages = missing;
      since = new Map(missing.map(({ path }) => [path, since.get(path) ?? seen]));
      failed = new Map([...failed].filter(([path]) => since.has(path)));
    },
    made(address) {
      since.delete(address);
    },
    tried(results, isMissing) {
      for (const [page, result] of results) {
        const { path } = page;
        failed.delete(path);
        if (!isMissing(page)) since.delete(path);
        // What a look took off the list meanwhile fails nobody.
        else if (result instanceof Error && since.has(path))
          failed.set(path, { until: clock() + TRIED_AGAIN_MS, what: result.message });
      }
      // Of a hundred thousand that wait, only those are looked up again that were just tried.
      pages = pages.filter((page) => !results.has(page) || isMissing(page));
    },
  };
}
