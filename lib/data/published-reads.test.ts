import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Hash } from "../domain/canonical.ts";
import { readQuery } from "../domain/search-query.ts";
import { askQuestion } from "./asking.ts";
import { closeDatabase, db } from "./db.ts";
import * as published from "./published.ts";
import * as addresses from "./published-addresses.ts";
import * as answers from "./published-answers.ts";
import * as editions from "./published-editions.ts";
import * as feeds from "./published-feeds.ts";
import * as organizationReaders from "./published-organizations.ts";
import { gatherReads, type Known, type Read, readEachOnce, readOnce, readsSoFar } from "./published-reads.ts";
import * as search from "./published-search.ts";
import { publishedState } from "./published-state.ts";
import * as years from "./published-years.ts";
import { questionOf } from "./question-lists.ts";
import { moveQuestion } from "./questions.ts";
import { confirmRedaction, requestRedaction } from "./redactions.ts";
import { changeSection } from "./sections.ts";
import { moveTakedown, requestTakedown } from "./takedowns.ts";
import {
  approvedRevision,
  approvedSheet,
  at,
  currentPlan,
  filled,
  itemOf,
  makeWard,
  newKey,
  releaseNow,
  sheetOf,
  type Ward,
  withPlan,
} from "./testing/ward.ts";

let ward: Ward;
let other: Ward;
let itemId: string;
let goneId: string;
let listener: pg.Client;
let heard = 0;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "only for this test");
  ward = await makeWard({ initiatives: 3 });
  other = await makeWard({ initiatives: 1 });
  const plan = await currentPlan(ward.policyId);
  itemId = itemOf(plan, "initiative", "1-1-1").id;
  goneId = itemOf(plan, "initiative", "1-1-2").id;
  listener = new pg.Client({ connectionString: process.env.DATABASE_URL });
  listener.on("notification", () => {
    heard += 1;
  });
  await listener.connect();
  await listener.query("LISTEN published");
}, 60_000);
afterAll(async () => {
  await listener.end();
  gatherReads(() => undefined);
  vi.unstubAllEnvs();
  await closeDatabase();
});

/** Every reader for the public by its name, each asked for something that is there. */
const readers = (): Record<string, () => Promise<unknown>> => {
  const of = [ward.slug, 2021] as const;
  return {
    currentPolicy: () => published.currentPolicy(...of),
    publishedEdition: () => published.publishedEdition(...of, 1),
    releasedPolicy: () => published.releasedPolicy(...of),
    publishedPolicies: () => published.publishedPolicies(),
    newestPolicies: () => published.newestPolicies(),
    publishedPlaces: () => addresses.publishedPlaces(),
    publishedAnswers: () => answers.publishedAnswers(...of),
    publishedAnswersOn: () => answers.publishedAnswersOn(...of, itemId),
    revisionHistory: () => editions.revisionHistory(...of),
    compareEditions: () => editions.compareEditions(...of, [1, 2]),
    itemEditions: () => editions.itemEditions(...of, { type: "initiative", id: itemId }),
    formerItem: () => editions.formerItem(...of, "initiative", "1-1-3"),
    cityFeed: () => feeds.cityFeed(),
    organizationFeed: () => feeds.organizationFeed(ward.slug),
    policyFeed: () => feeds.policyFeed(...of),
    initiativeFeed: () => feeds.initiativeFeed(...of, "1-1-1"),
    organizationYears: () => organizationReaders.organizationYears(ward.slug),
    latestEditions: () => organizationReaders.latestEditions(10),
    sectionName: () => organizationReaders.sectionName(ward.slug, ward.sections.here),
    itemYears: () => years.itemYears(...of, { type: "initiative", id: itemId }),
    comparedWithLastYear: () => years.comparedWithLastYear(...of),
    hasYearBefore: () => years.hasYearBefore(...of),
    searchPublished: () => search.searchPublished(readQuery({ q: "健診" }).query),
  };
};

/** What is exported beside the readers: columns, and steps that readers share after they have said what they read. */
const NO_READERS = ["publicColumns", "yearColumns", "yearPolicies", "historyOf", "concludedBy", "lateIn", "laidOut"];

interface Made {
  readonly value: string;
  readonly reads: readonly Read[];
  readonly key: readonly (Hash | undefined)[];
}

/** What each reader gives now, what it says it read, and how that stands; with what others have read already, if given. */
async function made(known?: Known): Promise<Map<string, Made>> {
  const found = new Map<string, Made>();
  const state = await publishedState();
  for (const [name, read] of Object.entries(readers())) {
    const gathered = new Set<Read>();
    gatherReads(() => ({ reads: gathered, ...(known && { known }) }));
    const value = JSON.stringify(await read(), (_key, one) => (one instanceof Map ? [...one] : one));
    const reads = readsSoFar();
    found.set(name, { value: value ?? "null", reads, key: reads.map((one) => state.get(one)) });
  }
  return found;
}

it("every reader for the public says what it read", async () => {
  const modules = [published, addresses, answers, editions, feeds, organizationReaders, search, years];
  const exported = modules.flatMap((module) => Object.keys(module)).filter((name) => !NO_READERS.includes(name));
  expect(Object.keys(readers()).sort()).toEqual(exported.sort());
  for (const [name, { reads }] of await made()) expect(reads, name).not.toEqual([]);
});

it("what pages have read for one another gives the same as what each reads by itself, and says the same reads", async () => {
  const known: Known = new Map();
  const alone = await made();
  expect(await made(known)).toEqual(alone);
  expect(known.size).toBeGreaterThan(0);
  expect(await made(known)).toEqual(alone);
});

it("what could not be read is tried again by the next", async () => {
  const known: Known = new Map();
  gatherReads(() => ({ reads: new Set(), known }));
  await expect(readOnce("a thing", () => Promise.reject(new Error("not now")))).rejects.toThrow("not now");
  expect(await readOnce("a thing", async () => "here")).toBe("here");
  expect(await readOnce("a thing", async () => "not asked again")).toBe("here");
  const some = readEachOnce("letter", ["a", "b"], () => Promise.reject(new Error("not now")));
  await expect(some).rejects.toThrow("not now");
  const asked: string[][] = [];
  const read = async (letters: readonly string[]) => {
    asked.push([...letters]);
    return new Map(letters.flatMap((letter) => (letter === "x" ? [] : [[letter, letter.toUpperCase()] as const])));
  };
  expect([...(await readEachOnce("letter", ["b", "x"], read))]).toEqual([["b", "B"]]);
  expect([...(await readEachOnce("letter", ["a", "b", "x"], read))]).toEqual([
    ["a", "A"],
    ["b", "B"],
  ]);
  expect(asked).toEqual([["b", "x"], ["a"]]);
});

describe("what is read stands otherwise whenever it is otherwise", () => {
  const later = at("2021-10-20T09:00:00+09:00");
  const takedown = { id: "" };
  const question = { id: "" };
  const move = (step: Parameters<typeof moveTakedown>[1]["move"], who: "staff" | "head", clock = later) =>
    moveTakedown(ward[who], { takedownId: takedown.id, move: step, key: newKey() }, clock);

  /** Each thing that changes what is public, and readers that it must change. */
  const steps: [string, () => Promise<unknown>, string[]][] = [
    [
      "a sheet is released",
      async () =>
        releaseNow(ward, [await approvedSheet(ward, await sheetOf(ward, "1-1-1"), filled("青空一郎が登壇した。"))]),
      ["currentPolicy", "revisionHistory", "policyFeed", "cityFeed", "latestEditions", "compareEditions"],
    ],
    [
      "a plan is revised",
      async () => {
        const plan = withPlan(await currentPlan(ward.policyId), "initiative", "1-1-1", { description: "改めた概要" });
        const without = plan.filter((node) => node.type !== "initiative" || node.code !== "1-1-3");
        await releaseNow(ward, [await approvedRevision(ward, without)]);
      },
      ["currentPolicy", "itemEditions", "formerItem", "itemYears", "publishedPlaces", "initiativeFeed"],
    ],
    [
      "another organisation releases",
      async () => releaseNow(other, [await approvedSheet(other, await sheetOf(other, "1-1-1"))]),
      ["publishedPolicies", "newestPolicies", "cityFeed", "searchPublished"],
    ],
    [
      "an item is taken down",
      async () => {
        const wording = "権利者の申し出により確認しています。";
        const asked = { policyId: ward.policyId, targetId: goneId, reason: "RIGHTS" as const, wording, key: newKey() };
        takedown.id = (await requestTakedown(ward.staff, asked, later)).id;
        await move("confirm", "head");
      },
      ["currentPolicy", "publishedEdition", "policyFeed"],
    ],
    [
      "an item is put back",
      async () => {
        await move("ask-lift", "staff");
        await move("lift", "head");
      },
      ["currentPolicy", "publishedEdition", "policyFeed"],
    ],
    [
      "a takedown is asked for and declined",
      async () => {
        const wording = "確認しています。";
        const asked = { policyId: ward.policyId, targetId: goneId, reason: "RIGHTS" as const, wording, key: newKey() };
        takedown.id = (await requestTakedown(ward.staff, asked, later)).id;
        await move("decline", "head", at("2099-10-21T09:00:00+09:00"));
      },
      [],
    ],
    [
      "a text is redacted",
      async () => {
        const asked = { policyId: ward.policyId, text: "青空一郎", reason: "PERSONAL_DATA" as const, key: newKey() };
        const { id: requestId } = await requestRedaction(ward.staff, asked, later);
        await confirmRedaction(ward.head, { requestId, key: newKey() }, later);
      },
      ["currentPolicy", "revisionHistory", "itemYears", "newestPolicies"],
    ],
    [
      "a reader asks",
      async () => {
        const item = { type: "initiative", code: "1-1-1" } as const;
        const reader = { slug: ward.slug, fiscalYear: 2021, item, address: "2001:db8::1" };
        await askQuestion({ ...reader, kind: "QUESTION", text: "健診はいつですか。" }, later);
        question.id = (await db().question.findFirstOrThrow()).id;
      },
      ["publishedAnswers"],
    ],
    [
      "an answer is let out",
      async () => {
        const wording = { question: "健診はいつですか。", answer: "毎月第二水曜日です。" };
        const next = (who: "staff" | "manager", step: Parameters<typeof moveQuestion>[1]["move"], more: object) =>
          moveQuestion(ward[who], { questionId: question.id, move: step, ...more, key: newKey() }, later);
        await next("staff", "propose", wording);
        const { answers: proposed } = await questionOf(ward.manager, question.id);
        await next("manager", "publish", { shown: proposed[0]?.hash ?? "" });
      },
      ["publishedAnswers", "publishedAnswersOn"],
    ],
    [
      "a section is called otherwise",
      async () => {
        const names = { nameJa: "別の名の課", nameEn: "Section of another name", order: 1 };
        await changeSection(ward.admin, { sectionId: ward.sections.here, ...names, key: newKey() }, later);
      },
      ["sectionName", "publishedAnswersOn"],
    ],
  ];

  let before = new Map<string, Made>();
  const known: Known = new Map();
  beforeAll(async () => {
    before = await made(known);
  });

  for (const [name, happen, changed] of steps) {
    it(name, async () => {
      heard = 0;
      await happen();
      await listener.query("SELECT 1");
      expect(heard, "whoever keeps the pages is told").toBeGreaterThan(0);
      const after = await made();
      // A release is read whole even by whoever has not heard of it yet: nothing is kept in mind by what a release changes.
      if (/released|revised|releases/.test(name)) expect(await made(known)).toEqual(after);
      else known.clear();
      const differing: string[] = [];
      for (const [reader, now] of after) {
        const was = before.get(reader);
        if (was?.value === now.value) continue;
        differing.push(reader);
        expect([reader, now.reads, now.key]).not.toEqual([reader, was?.reads, was?.key]);
      }
      expect(differing).toEqual(expect.arrayContaining(changed));
      if (name === "another organisation releases") {
        for (const reader of ["currentPolicy", "organizationYears", "itemYears", "policyFeed"]) {
          expect(after.get(reader)?.key, reader).toEqual(before.get(reader)?.key);
        }
      }
      if (name === "a reader asks") {
        const still = [...after.keys()].filter((reader) => reader !== "publishedAnswers");
        for (const reader of still) expect(after.get(reader)?.key, reader).toEqual(before.get(reader)?.key);
      }
      before = after;
    });
  }
});
