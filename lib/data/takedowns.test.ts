import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionJson } from "../documents/edition-json.ts";
import { budgetOf, sheetsOf, withheldBearers } from "../domain/progress.ts";
import type { TakedownMove } from "../domain/taking-back.ts";
import { WITHHELD_TITLE } from "../domain/withheld.ts";
import { closeDatabase, db } from "./db.ts";
import { currentPolicy, newestPolicies, publishedEdition } from "./published.ts";
import { compareEditions, formerItem, itemEditions, revisionHistory } from "./published-editions.ts";
import { cityFeed, initiativeFeed, policyFeed } from "./published-feeds.ts";
import { previewRelease } from "./releases.ts";
import { moveTakedown, requestTakedown } from "./takedowns.ts";
import { takingBackOf, takingBackWaiting } from "./taking-back.ts";
import {
  addPerson,
  approvedRevision,
  approvedSheet,
  at,
  counts,
  currentPlan,
  filled,
  heard,
  itemOf,
  makeWard,
  newKey,
  now,
  releaseNow,
  sheetOf,
  type Ward,
  withPlan,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

const SECRET = "伏せるべき取組の名";
let ward: Ward;
let targetId: string;

beforeAll(async () => {
  ward = await makeWard({ initiatives: 3 });
  const named = (await currentPlan(ward.policyId)).map((node) =>
    node.type === "initiative" && node.code === "1-1-2"
      ? { ...node, title: SECRET, plan: { ...node.plan, description: `${SECRET}の説明`, budgetThousandYen: 77777777 } }
      : node,
  );
  await releaseNow(ward, [await approvedRevision(ward, named)]);
  targetId = itemOf(await currentPlan(ward.policyId), "initiative", "1-1-2").id;
  await releaseNow(ward, [await approvedSheet(ward, await sheetOf(ward, "1-1-2"), filled(`${SECRET}の実績`))]);
  const again = withPlan(await currentPlan(ward.policyId), "initiative", "1-1-2", {
    description: `${SECRET}の次の説明`,
  });
  await releaseNow(ward, [await approvedRevision(ward, again)]);
}, 60_000);
afterAll(closeDatabase);

const later = at("2021-10-20T09:00:00+09:00");
const wording = "権利者の申し出により確認しています。";
const ask = (actor = ward.staff, more = {}) =>
  requestTakedown(actor, { policyId: ward.policyId, targetId, reason: "RIGHTS", wording, key: newKey(), ...more }, now);
const move = (actor: Ward["staff"], takedownId: string, step: TakedownMove) =>
  moveTakedown(actor, { takedownId, move: step, key: newKey() }, later);

/** Everything that anyone may read, as one text. */
async function everythingPublic(): Promise<string> {
  const policy = await currentPolicy(ward.slug, 2021);
  if (!policy) throw new Error("no policy");
  const editions = await Promise.all([1, 2, 3, 4].map((number) => publishedEdition(ward.slug, 2021, number)));
  return JSON.stringify([
    policy,
    editionJson(policy),
    editions,
    await newestPolicies(),
    await revisionHistory(ward.slug, 2021),
    await compareEditions(ward.slug, 2021, [1, 4]),
    await itemEditions(ward.slug, 2021, { type: "initiative", id: targetId }),
    await formerItem(ward.slug, 2021, "initiative", "1-1-2"),
    (await cityFeed()).entries,
    (await policyFeed(ward.slug, 2021))?.entries,
    (await initiativeFeed(ward.slug, 2021, "1-1-2"))?.entries,
  ]);
}
const shown = async () => {
  const content = (await currentPolicy(ward.slug, 2021))?.content;
  if (!content) throw new Error("no policy");
  return { content, item: content.issues[0]?.strategies[0]?.initiatives[1] };
};

describe("who may ask for a takedown", () => {
  it("staff of the section, managers and coordinators; nobody else", async () => {
    for (const actor of [ward.staffThere, ward.admin]) {
      expect(await heard(ask(actor))).toBe(actor === ward.admin ? "not-found" : "not-allowed");
    }
    const elsewhere = await makeWard({ round: false });
    expect(await heard(ask(elsewhere.coordinator))).toBe("not-found");
    expect(await heard(ask(ward.staff, { targetId: ward.policyId }))).toBe("not-found");
    expect(await heard(ask(ward.staff, { wording: "  " }))).toBe("invalid-draft");
    expect(await heard(ask(ward.staff, { wording: "あ".repeat(401) }))).toBe("invalid-draft");
    const mine = await takingBackOf(ward.staffThere, ward.policyId);
    expect(mine.items.map(({ code }) => code)).toEqual(["2", "2-1", "2-1-1", "1"]);
  });
});

describe("a takedown", () => {
  let id: string;

  it("changes nothing for the public while it is only asked for", async () => {
    const before = await everythingPublic();
    expect(before).toContain(SECRET);
    id = (await ask()).id;
    expect(await everythingPublic()).toBe(before);
    expect(await heard(ask(ward.coordinator))).toBe("already-open");
    expect((await takingBackOf(ward.staff, ward.policyId)).takedowns[0]).toMatchObject({
      state: "REQUESTED",
      target: { type: "initiative", code: "1-1-2" },
      wording,
      moves: [],
    });
  });

  it("waits for a second person with the post, and is decided on by nobody else", async () => {
    const waiting = async (actor: Ward["staff"]) => (await takingBackWaiting(actor)).map((line) => line.id);
    for (const actor of [ward.manager, ward.head, ward.coordinator, ward.both])
      expect(await waiting(actor)).toEqual([id]);
    for (const actor of [ward.staff, ward.colleague, ward.managerThere, ward.admin])
      expect(await waiting(actor)).toEqual([]);
    const before = await counts();
    expect(await heard(move(ward.staff, id, "confirm"))).toBe("own-work");
    expect(await heard(move(ward.colleague, id, "confirm"))).toBe("not-allowed");
    expect(await heard(move(ward.managerThere, id, "confirm"))).toBe("not-allowed");
    expect(await heard(move(ward.admin, id, "confirm"))).toBe("not-found");
    expect(await heard(move(ward.manager, id, "lift"))).toBe("wrong-state");
    expect(await counts()).toEqual(before);
    await move(ward.manager, id, "confirm");
    expect(await heard(move(ward.head, id, "decline"))).toBe("wrong-state");
  });

  it("leaves its code and what the ward says in the item's place, everywhere", async () => {
    const { item } = await shown();
    expect(item).toMatchObject({
      code: "1-1-2",
      title: WITHHELD_TITLE,
      plan: {},
      sheets: {},
      withheld: { reason: "RIGHTS", wording, since: "2021-10-20" },
    });
    const all = await everythingPublic();
    expect(all).not.toContain(SECRET);
    expect(all).not.toContain("77777777");
    // What the next release would publish, and what it would call late, also where it ends the round.
    const preview = await previewRelease(ward.coordinator, ward.policyId, [], null, ["MID_YEAR_REVIEW"]);
    expect(preview.content.issues[0]?.strategies[0]?.initiatives[1]).toEqual(item);
    expect(preview.late.MID_YEAR_REVIEW).toEqual([]);
    const json = editionJson((await currentPolicy(ward.slug, 2021)) as never);
    expect(json.issues[0]?.strategies[0]?.initiatives[1]).toMatchObject({
      title: WITHHELD_TITLE,
      withheld: { reason: "RIGHTS", wording, since: "2021-10-20" },
    });
    expect(json.issues[0]?.strategies[0]?.initiatives[0]).not.toHaveProperty("withheld");
  });

  it("is not in sums and counts, which can say so", async () => {
    const { content } = await shown();
    const sum = budgetOf("osaka-2013", content);
    expect(sum).toEqual({ thousandYen: 1000 + 1002 + 1000, known: 3, unknown: 0 });
    expect(withheldBearers("osaka-2013", content)).toBe(1);
    const { asked, released } = sheetsOf("osaka-2013", content, "MID_YEAR_REVIEW");
    expect(released).toBe(0);
    expect(asked).toBe(3 + 2 + 1);
  });

  it("leaves the archive as it was: staff read it, and everything verifies", async () => {
    const staff = await currentPlan(ward.policyId);
    expect(itemOf(staff, "initiative", "1-1-2").title).toBe(SECRET);
    expect((await verifyArchive()).broken).toBeNull();
    const events = await db().event.findMany({
      where: { subjectId: ward.policyId, kind: { contains: "takedown" } },
      orderBy: { number: "asc" },
    });
    expect(events.map(({ kind }) => kind)).toEqual(["request-takedown", "confirm-takedown"]);
    expect(JSON.stringify(events)).not.toContain(wording);
  });

  it("is lifted by two people as well, or stays", async () => {
    expect(await heard(move(ward.staffThere, id, "ask-lift"))).toBe("not-allowed");
    await move(ward.manager, id, "ask-lift");
    expect((await shown()).item?.title).toBe(WITHHELD_TITLE);
    expect((await takingBackWaiting(ward.head))[0]).toMatchObject({ kind: "lift", id });
    expect(await heard(move(ward.manager, id, "lift"))).toBe("own-work");
    await move(ward.head, id, "keep-down");
    expect((await shown()).item?.title).toBe(WITHHELD_TITLE);
    expect((await verifyArchive()).broken).toBeNull();
    // Whoever asked for it to be taken down may ask again.
    await move(ward.staff, id, "ask-lift");
    await move(ward.manager, id, "lift");
    expect((await shown()).item?.title).toBe(SECRET);
    expect(await everythingPublic()).toContain("77777777");
    expect((await verifyArchive()).broken).toBeNull();
  });

  it("can be asked for again and declined", async () => {
    const again = await ask(ward.coordinator);
    await move(ward.head, again.id, "decline");
    expect((await shown()).item?.title).toBe(SECRET);
    const { takedowns } = await takingBackOf(ward.staff, ward.policyId);
    expect(takedowns.map(({ state }) => state).sort()).toEqual(["DECLINED", "LIFTED"]);
  });

  it("is not confirmed by somebody who asked under another of their posts", async () => {
    const twoPosts = await addPerson(ward.admin, ward.organizationId, [
      ["STAFF", ward.sections.here],
      ["COORDINATOR", null],
    ]);
    const own = await ask(twoPosts);
    expect(await heard(move(twoPosts, own.id, "confirm"))).toBe("own-work");
    expect(await heard(move(twoPosts, own.id, "decline"))).toBe("own-work");
    const { key: _key, ...row } = { key: 0, ...(await db().takedown.findUniqueOrThrow({ where: { id: own.id } })) };
    expect(row.state).toBe("REQUESTED");
  });
});

it("asking twice with one key asks once", async () => {
  const key = newKey();
  const other = itemOf(await currentPlan(ward.policyId), "initiative", "1-1-3").id;
  const [one, two] = [await ask(ward.staff, { key, targetId: other }), await ask(ward.staff, { key, targetId: other })];
  expect(one).toEqual(two);
  expect(await db().takedown.count({ where: { targetId: other } })).toBe(1);
});
