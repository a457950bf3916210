import { expect, it } from "vitest";
import { siteStanding } from "./site-standing.ts";

const now = new Date("2026-11-26T12:00:00+09:00");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const status = { at: ago(5), ready: 900, waiting: 0, behindSince: null, failing: null };

it("says whether anybody looks after the site, and since when it is behind", () => {
  expect(siteStanding(status, now)).toEqual({ standing: "ready", behindSeconds: 0 });
  expect(siteStanding({ ...status, waiting: 40, behindSince: ago(20) }, now)).toEqual({
    ...{ standing: "ready", behindSeconds: 20 },
  });
  expect(siteStanding({ ...status, waiting: 40, behindSince: ago(61) }, now).standing).toBe("behind");
  const failing = { ...status, waiting: 1, behindSince: ago(10), failing: "/ja: 500" };
  expect(siteStanding(failing, now).standing).toBe("failing");
  // Whoever is silent has nothing to say about the rest, and what changed since then is not known.
  const long = { ...failing, behindSince: ago(36_000) };
  expect(siteStanding(long, now)).toEqual({ standing: "failing", behindSeconds: 36_000 });
  expect(siteStanding({ ...long, at: ago(121) }, now)).toEqual({ standing: "stopped", behindSeconds: 121 });
});
