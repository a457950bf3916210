import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SheetValues } from "../domain/forms/sheet.ts";
import { withTexts } from "../domain/redact.ts";
import { searchablesOf } from "../domain/search-entry.ts";
import { type Asked, readQuery } from "../domain/search-query.ts";
import { closeDatabase, db } from "./db.ts";
import { readManifest } from "./parts.ts";
import { searchPublished } from "./published-search.ts";
import { partsOf } from "./reach.ts";
import { confirmRedaction, requestRedaction } from "./redactions.ts";
import { rebuildSearch } from "./search-entries.ts";
import { moveTakedown, requestTakedown } from "./takedowns.ts";
import {
  amendment,
  approvedRevision,
  approvedSheet,
  at,
  currentPlan,
  filled,
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

const later = at("2021-10-20T09:00:00+09:00");
let ward: Ward;
let other: Ward;

const find = (asked: Asked) => searchPublished(readQuery({ org: ward.slug, ...asked }).query);
const found = async (asked: Asked) =>
  (await find(asked)).hits.map(
    ({ kind, code, fromEdition, toEdition }) => `${kind} ${code} ${fromEdition}-${toEdition ?? ""}`,
  );
const count = async (asked: Asked) => (await find(asked)).count;
const plan = () => currentPlan(ward.policyId);
const amend = async (type: "initiative" | "issue", code: string, fields: SheetValues) =>
  releaseNow(ward, [await approvedRevision(ward, withPlan(await plan(), type, code, fields), amendment())]);

beforeAll(async () => {
  ward = await makeWard({ initiatives: 3 });
  other = await makeWard({ round: false });
  // Edition 2: texts to be found, in whatever characters an office writes them, and tags.
  const texts: Record<string, SheetValues> = {
    "1-1-1": { description: "火災に備えるサーバー室の点検(第１−１−２号)、達成率100%", budgetThousandYen: 5000 },
    "1-1-2": { description: "ｺﾐｭﾆﾃｨ防災訓練を行う。がけ崩れにも備える。", budgetThousandYen: 200 },
    "2-1-1": { description: "福祉の相談を受ける。" },
  };
  const tagged = (await plan()).map((node) => {
    if (node.type !== "initiative") return node;
    const tags = node.code === "1-1-2" ? { themes: ["disaster", "community"], sdgs: ["11"] } : {};
    return { ...node, ...tags, plan: { ...node.plan, ...texts[node.code] } };
  });
  await releaseNow(ward, [await approvedRevision(ward, tagged)]);
  // Edition 3: a sheet. Edition 4: an initiative is gone, another one's text is replaced.
  await releaseNow(ward, [await approvedSheet(ward, await sheetOf(ward, "1-1-1"), filled("点検は順調に進んだ。"))]);
  const next = withPlan(await plan(), "initiative", "2-1-1", { description: "生活の相談を受ける。" });
  await releaseNow(ward, [
    await approvedRevision(
      ward,
      next.filter((node) => !("code" in node) || node.code !== "1-1-3"),
    ),
  ]);
}, 120_000);
afterAll(closeDatabase);

describe("words", () => {
  it.each([
    ["火", ["initiative 1-1-1 3-"]],
    ["ｻｰﾊﾞｰ", ["initiative 1-1-1 3-"]],
    ["さーばー", ["initiative 1-1-1 3-"]],
    ["コミュニティ", ["initiative 1-1-2 2-"]],
    ["防災　訓練", ["initiative 1-1-2 2-"]],
    ["か\u3099け崩れ", ["initiative 1-1-2 2-"]],
    ["防災 火災", []],
    ["災防", []],
    ["100%", ["initiative 1-1-1 3-"]],
    ["1%", []],
    ["1_0%", []],
    ["順調に", ["initiative 1-1-1 3-"]],
    ["どこにもない言葉", []],
  ])("%s finds %j", async (q, expected) => expect(await found({ q })).toEqual(expected));

  it("find a code in any width, that of an item itself before one in a text", async () => {
    for (const q of ["1-1-2", "１－１－２", "1ー1ー2"]) {
      expect(await found({ q })).toEqual(["initiative 1-1-2 2-", "initiative 1-1-1 3-"]);
    }
  });

  it("are looked for in every free text that an Edition holds of a node", async () => {
    const { currentEdition } = await db().policy.findUniqueOrThrow({
      where: { id: ward.policyId },
      include: { currentEdition: true },
    });
    const parts = await readManifest(partsOf(currentEdition));
    const searchable = searchablesOf("osaka-2013", parts).map(({ title, text }) => `${title}\n${text}`);
    const missing: string[] = [];
    for (const part of parts.values()) {
      if (part.type === "revision") continue;
      withTexts(part, (text) => {
        if (!searchable.some((one) => one.includes(text))) missing.push(text);
        return text;
      });
    }
    expect(missing).toEqual([]);
  });
});

describe("filters", () => {
  it("leave what has the value", async () => {
    expect(await found({ theme: "community" })).toEqual(["initiative 1-1-2 2-"]);
    expect(await found({ sdg: ["11", "13"] })).toEqual(["initiative 1-1-2 2-"]);
    expect(await found({ from: "1,000", to: "５０００", kind: "initiative" })).toEqual([
      "initiative 1-1-1 3-",
      // Removed, and found all the same.
      "initiative 1-1-3 1-3",
      "initiative 2-1-1 4-",
    ]);
    expect(await found({ grade: "osaka-2013.MID_YEAR_REVIEW.initiative.1" })).toEqual(["initiative 1-1-1 3-"]);
    expect(await count({ year: "2020" })).toBe(0);
    expect(await count({ org: "no-such-ward" })).toBe(0);
  });

  it("count what each of their values would leave with everything else", async () => {
    const { facets, count: all } = await find({});
    const kinds = new Map(facets.kind.map((one) => [one.value, one.count]));
    expect([...kinds.values()].reduce((sum, one) => sum + one, 0)).toBe(all);
    for (const [kind, n] of kinds) expect(await count({ kind })).toBe(n);
    const narrowed = await find({ kind: "initiative", theme: "disaster" });
    expect(narrowed.facets.kind).toEqual([{ value: "initiative", count: 1 }]);
    expect(new Map(narrowed.facets.theme.map((one) => [one.value, one.count]))).toEqual(
      new Map([
        ["disaster", 1],
        ["community", 1],
      ]),
    );
    const everywhere = await searchPublished(readQuery({}).query);
    for (const slug of [ward.slug, other.slug]) {
      expect(everywhere.facets.org.find(({ value }) => value === slug)?.count).toBe(await count({ org: slug }));
    }
  });

  it("give every text once over all pages, and the last page for one behind it", async () => {
    const pages = await searchPublished(readQuery({ page: "1" }).query);
    const texts: string[] = [];
    for (let page = 1; page <= pages.pages; page += 1) {
      const { hits } = await searchPublished(readQuery({ page: String(page) }).query);
      texts.push(...hits.map(({ nodeId, fromEdition }) => `${nodeId} ${fromEdition}`));
    }
    expect(new Set(texts).size).toBe(pages.count);
    expect(texts).toHaveLength(pages.count);
    expect((await searchPublished(readQuery({ page: "9999" }).query)).query.page).toBe(pages.pages);
  });
});

describe("what no longer stands", () => {
  it("is found where replaced texts are asked for, with the Editions that said it", async () => {
    expect(await found({ q: "福祉の相談" })).toEqual([]);
    expect(await found({ q: "福祉の相談", superseded: "1" })).toEqual(["initiative 2-1-1 2-3"]);
    expect(await found({ q: "火災", superseded: "1" })).toEqual(["initiative 1-1-1 3-", "initiative 1-1-1 2-2"]);
  });

  it("is found in its last text where the item was removed, and says which Edition removed it", async () => {
    const [hit] = (await find({ q: "1-1-3" })).hits;
    expect(hit).toMatchObject({ code: "1-1-3", toEdition: 3, removedIn: 4 });
    // It comes back: the text that stands is found once, and the earlier one is a replaced one.
    const gone = itemOf(await currentPlan(ward.policyId), "initiative", "1-1-2");
    const back = {
      ...gone,
      id: hit?.nodeId ?? "",
      code: "1-1-3",
      title: hit?.title ?? "",
      order: 9,
      plan: { description: "戻った取組", budgetThousandYen: 5 },
      themes: undefined,
      sdgs: undefined,
    };
    await releaseNow(ward, [await approvedRevision(ward, [...(await plan()), JSON.parse(JSON.stringify(back))])]);
    expect(await found({ q: "項目1-1-3" })).toEqual(["initiative 1-1-3 5-"]);
    expect(await found({ q: "項目1-1-3", superseded: "1" })).toEqual(["initiative 1-1-3 5-", "initiative 1-1-3 1-3"]);
  });
});

it("never finds a draft: not while it is written, not when it is approved; only when it is released", async () => {
  const canary = "下書きのカナリア";
  const canaries = async () => [
    await count({ q: canary, superseded: "1" }),
    await db().searchEntry.count({ where: { text: { contains: canary } } }),
  ];
  const approved = await approvedRevision(ward, withPlan(await plan(), "issue", "2", { description: canary }));
  expect(await canaries()).toEqual([0, 0]);
  await releaseNow(ward, [approved]);
  expect(await canaries()).toEqual([1, 1]);
  await amend("issue", "2", { description: "防災" });
  expect(await count({ q: canary })).toBe(0);
  expect(await count({ q: canary, superseded: "1" })).toBe(1);
});

it("does not find what is taken down, nor count it, until it is lifted", async () => {
  const targetId = itemOf(await plan(), "initiative", "1-1-2").id;
  const before = await find({});
  const ask = { policyId: ward.policyId, targetId, reason: "RIGHTS" as const, wording: "確認中です。", key: newKey() };
  const { id } = await requestTakedown(ward.staff, ask, now);
  expect(await count({ q: "コミュニティ" })).toBe(1);
  const step = (actor: Ward["staff"], move: "confirm" | "ask-lift" | "lift") =>
    moveTakedown(actor, { takedownId: id, move, key: newKey() }, later);
  await step(ward.manager, "confirm");
  expect(await count({ q: "コミュニティ", superseded: "1" })).toBe(0);
  expect(await count({ theme: "disaster" })).toBe(0);
  const without = await find({});
  expect(without.count).toBe(before.count - 1);
  expect(without.facets.theme).toEqual([]);
  await step(ward.staff, "ask-lift");
  expect(await count({ q: "コミュニティ" })).toBe(0);
  await step(ward.manager, "lift");
  expect(await count({ q: "コミュニティ" })).toBe(1);
});

it("has nothing left of what was blacked out, in any column", async () => {
  const holds = async (text: string) => {
    const rows = await db().searchEntry.findMany({ where: { organizationId: ward.organizationId } });
    return rows.filter((row) => JSON.stringify(row).includes(text)).length;
  };
  expect(await holds("がけ崩れ")).toBeGreaterThan(0);
  const ask = { policyId: ward.policyId, text: "がけ崩れ", reason: "PERSONAL_DATA" as const, key: newKey() };
  const { id } = await requestRedaction(ward.staff, ask, later);
  await confirmRedaction(ward.head, { requestId: id, key: newKey() }, later);
  expect([await holds("がけ崩れ"), await holds("け崩")]).toEqual([0, 0]);
  expect(await count({ q: "がけ崩れ", superseded: "1" })).toBe(0);
  expect(await count({ q: "コミュニティ" })).toBe(1);
});

describe("the entries", () => {
  it("are what the Editions say, and verify names the first that is not", async () => {
    expect((await verifyArchive()).broken).toBeNull();
    const row = await db().searchEntry.findFirstOrThrow({ where: { policyId: ward.policyId } });
    await db().searchEntry.update({ where: { id: row.id }, data: { text: "別の文章" } });
    expect((await verifyArchive()).broken).toBe(`SearchEntry ${row.id}: it differs from what the Editions say`);
    await db().searchEntry.delete({ where: { id: row.id } });
    expect((await verifyArchive()).broken).toMatch(/^SearchEntry of item .* from Edition \d+: an Edition says it/);
    await rebuildSearch({ all: true });
    expect((await verifyArchive()).broken).toBeNull();
  });

  it("are made where there are Editions from before the search", async () => {
    const all = await count({ superseded: "1" });
    await db().searchEntry.deleteMany({ where: { policyId: ward.policyId } });
    await db().policy.update({ where: { id: ward.policyId }, data: { searchedEdition: null } });
    expect((await verifyArchive()).broken).toBe(`Policy ${ward.policyId}: its newest Edition is not searchable`);
    expect(await rebuildSearch()).toBe(1);
    expect(await count({ superseded: "1" })).toBe(all);
    expect(await rebuildSearch()).toBe(0);
  });
});
