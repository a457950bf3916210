import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "./db.ts";
import { publishedPlaces } from "./published-addresses.ts";
import { revisionHistory } from "./published-editions.ts";
import { cityFeed, initiativeFeed, organizationFeed, policyFeed } from "./published-feeds.ts";
import { DRAFTED, makeRevisedWard } from "./testing/revised-ward.ts";
import { currentPlan, type Ward } from "./testing/ward.ts";

let ward: Ward;
beforeAll(async () => {
  ward = await makeRevisedWard();
}, 60_000);
afterAll(closeDatabase);

const numbers = (feed: { entries: readonly { line: { number: number } }[] } | null) =>
  feed?.entries.map(({ line }) => line.number);

describe("what those read who follow", () => {
  it("a policy is its revision history", async () => {
    const feed = await policyFeed(ward.slug, 2021);
    const history = await revisionHistory(ward.slug, 2021);
    expect(numbers(feed)).toEqual([5, 4, 3, 2, 1]);
    expect(feed?.entries.map(({ changes }) => changes.sheets)).toEqual(
      history?.entries.map(({ changes }) => changes.sheets),
    );
    expect(feed?.entries.slice(0, -1).map(({ changes }) => changes.nodes)).toEqual(
      history?.entries.slice(0, -1).map(({ changes }) => changes.nodes),
    );
    expect(feed?.entries.map(({ line }) => line.reason)).toEqual(history?.entries.map(({ line }) => line.reason));
    expect(feed?.changedAt).toEqual(history?.lines[0]?.recordedAt);
  });

  it("an organisation and the city have the same entries, newest first", async () => {
    const organization = await organizationFeed(ward.slug);
    expect(numbers(organization)).toEqual([5, 4, 3, 2, 1]);
    expect(organization?.organization.slug).toBe(ward.slug);
    const city = await cityFeed();
    const own = city.entries.filter((entry) => entry.organization.slug === ward.slug);
    expect(own).toEqual(organization?.entries);
    const moments = city.entries.map(({ line }) => line.occurredAt.getTime());
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
  });

  it("an initiative are those that touched it, also under a code that it had once", async () => {
    expect(numbers(await initiativeFeed(ward.slug, 2021, "1-1-1"))).toEqual([4, 3, 2, 1]);
    expect(numbers(await initiativeFeed(ward.slug, 2021, "1-1-9"))).toEqual([4]);
    const [renumbered, before] = [
      await initiativeFeed(ward.slug, 2021, "1-1-7"),
      await initiativeFeed(ward.slug, 2021, "1-1-3"),
    ];
    expect(numbers(renumbered)).toEqual([5, 1]);
    expect(before?.id).toBe(renumbered?.id);
    // One that was removed is told until then.
    expect(numbers(await initiativeFeed(ward.slug, 2021, "1-1-2"))?.[0]).toBe(5);
  });

  it.each<[string, number, string]>([
    ["nowhere", 2021, "1-1-1"],
    ["", 1999, "1-1-1"],
    ["", Number.NaN, "1-1-1"],
  ])("nothing is nothing (%s %s)", async (slug, year, code) => {
    const org = slug || ward.slug;
    expect(await policyFeed(org, year)).toBeNull();
    expect(await initiativeFeed(org, year, code)).toBeNull();
    expect(await organizationFeed(`x-${randomUUID()}`)).toBeNull();
    expect(await initiativeFeed(ward.slug, 2021, "9-9-9")).toBeNull();
  });

  it("drafts and people are in none, and no address is made of a draft", async () => {
    const text = JSON.stringify([
      await cityFeed(),
      await organizationFeed(ward.slug),
      await policyFeed(ward.slug, 2021),
      await initiativeFeed(ward.slug, 2021, "1-1-1"),
    ]);
    expect(text).toContain("新しい目標");
    expect(text).not.toContain(DRAFTED);
    for (const person of [ward.staff, ward.manager, ward.head, ward.coordinator]) {
      expect(text).not.toContain(person.userId);
      expect(text).not.toContain(person.name);
    }
    const place = (await publishedPlaces()).find(({ org }) => org === ward.slug);
    const current = (await currentPlan(ward.policyId)).flatMap((node) =>
      node.type === "initiative" ? [node.code] : [],
    );
    expect(place?.initiatives).toEqual(current.sort());
    expect(JSON.stringify(place)).not.toContain(DRAFTED);
  });
});
