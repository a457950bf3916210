import { describe, expect, it } from "vitest";
import type { SiteAddress } from "./public-pages.ts";
import { waitingPages } from "./waiting-pages.ts";

const page = (path: string): SiteAddress => ({ path, group: {} });
const [policy, plan, feed] = [page("/ja/a/2025"), page("/ja/a/2025/plan"), page("/ja/feed.atom")];
const names = (pages: readonly SiteAddress[]) => pages.map(({ path }) => path);

/** A clock that shows what it is set to. */
function clock(start: number) {
  let now = start;
  return { read: () => now, pass: (ms: number) => (now += ms) };
}

describe("pages that wait to be made", () => {
  it("have waited since whoever kept the site before says, at first, and since they were seen from then on", () => {
    const time = clock(10_000);
    const waiting = waitingPages(new Date(4000), time.read);
    expect([waiting.count, waiting.since]).toEqual([0, null]);
    waiting.renew([policy]);
    expect(waiting.since).toEqual(new Date(4000));
    time.pass(500);
    waiting.renew([policy, feed]);
    expect([waiting.count, waiting.since]).toEqual([2, new Date(4000)]);
    waiting.made(policy.path);
    waiting.tried(new Map([[policy, true]]), () => false);
    expect([names(waiting.due()), waiting.since]).toEqual([[feed.path], new Date(10_500)]);
  });

  it("wait anew where they were made in between, and still where they were out of date before they were in place", () => {
    const time = clock(1000);
    const waiting = waitingPages(null, time.read);
    waiting.renew([policy, plan]);
    time.pass(1000);
    waiting.made(policy.path);
    waiting.tried(
      new Map([
        [policy, true],
        [plan, false],
      ]),
      (one) => one === plan,
    );
    expect([names(waiting.due()), waiting.since]).toEqual([[plan.path], new Date(1000)]);
    waiting.renew([policy]);
    expect([names(waiting.due()), waiting.since]).toEqual([[policy.path], new Date(2000)]);
  });

  it("are left alone for half a minute where they could not be made, and are said to fail until they are", () => {
    const time = clock(0);
    const waiting = waitingPages(null, time.read);
    waiting.renew([policy, plan, feed]);
    waiting.made(feed.path);
    const fault = new Error("/ja/a/2025: 500");
    waiting.tried(
      new Map<SiteAddress, boolean | Error>([
        [policy, fault],
        [feed, true],
      ]),
      (one) => one !== feed,
    );
    expect([waiting.count, names(waiting.due()), waiting.failing]).toEqual([2, [plan.path], [fault.message]]);
    time.pass(30_001);
    expect(names(waiting.due())).toEqual([plan.path, policy.path]);
    expect(waiting.failing).toEqual([fault.message]);
    waiting.made(policy.path);
    waiting.tried(new Map([[policy, true]]), () => false);
    expect([waiting.failing, waiting.since]).toEqual([[], new Date(0)]);
  });

  it("fail no longer where they have no address any more", () => {
    const waiting = waitingPages(null, () => 0);
    waiting.renew([policy, plan]);
    waiting.tried(new Map([[policy, new Error("gone")]]), () => true);
    waiting.renew([plan]);
    expect([waiting.count, waiting.failing]).toEqual([1, []]);
  });
});
