import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "./db.ts";
import { reportSite, siteStatus } from "./site-status.ts";
import { at } from "./testing/ward.ts";

afterAll(closeDatabase);

it("says how the site stands, for anyone", async () => {
  const [one, two, three] = ["09:00", "09:05", "09:10"].map((time) => at(`2026-11-26T${time}:00+09:00`));
  const waitingSince = one?.() ?? null;
  expect(await siteStatus()).toBeNull();
  await reportSite({ ready: 3, waiting: 2, waitingSince, failing: [] }, one);
  const said = await reportSite({ ready: 4, waiting: 1, waitingSince, failing: ["/ja: 500"] }, two);
  expect(await siteStatus()).toEqual(said);
  expect(await siteStatus()).toEqual({
    ...{ at: two?.(), ready: 4, waiting: 1, behindSince: one?.(), failing: "/ja: 500" },
  });
  await reportSite({ ready: 5, waiting: 0, waitingSince: null, failing: [] }, three);
  expect(await siteStatus()).toMatchObject({ at: three?.(), behindSince: null, failing: null });
});
