import { randomUUID } from "node:crypto";
import { askQuestion } from "../../lib/data/asking.ts";
import { keepBuffer } from "../../lib/data/buffers.ts";
import type { Moved } from "../../lib/data/carry-out.ts";
import { db } from "../../lib/data/db.ts";
import { approve, discard, returnToAuthors, saveSheet, submit } from "../../lib/data/moves.ts";
import { moveQuestion } from "../../lib/data/questions.ts";
import { saveRevision } from "../../lib/data/revising.ts";
import { runDueReleases, scheduleRelease } from "../../lib/data/scheduled.ts";
import { reopen, startRevision } from "../../lib/data/starts.ts";
import { requestTakedown } from "../../lib/data/takedowns.ts";
import { formulation, freshPlan, nextYear } from "../../lib/data/testing/formulated-ward.ts";
import {
  amendment,
  approvedRevision,
  approvedSheet,
  chosen,
  currentPlan,
  filled,
  itemOf,
  makeWard,
  newKey,
  now,
  on,
  releaseNow,
  sheetOf,
  shown,
  type Ward,
  withGoal,
  withPlan,
} from "../../lib/data/testing/ward.ts";
import type { Plan, PlanNode } from "../../lib/domain/policy.ts";
import { localSecrets } from "../../scripts/secrets.ts";
import { marked } from "./add-mark.ts";

// A ward with something unreleased in every place where the archive keeps such: each says, in one word that stands
// nowhere else, where it is kept. STEM + the place's name; the stem alone finds all of them and gives none away.

/** An amount that only a draft has, in 千円. */
const DRAFT_AMOUNT = 918_273_645;

/** What journeys need to know of the ward: its names, its secrets, and what of them is to be released when. */
export interface Canaries {
  readonly slug: string;
  readonly policyId: string;
  readonly stem: string;
  /** How a draft's amount may be written. */
  readonly amounts: readonly string[];
  /** Every word that is kept somewhere. */
  readonly words: readonly string[];
  /** What a release of the approved Revision brings to light, and what the scheduled release does. */
  readonly revision: readonly string[];
  readonly scheduled: readonly string[];
  /** Submissions, rounds and policies whose pages are the staff's. */
  readonly ids: { readonly submissions: readonly string[]; readonly round: string; readonly next: string };
}

interface Made {
  readonly ward: Ward;
  readonly approved: Moved;
}
let made: Made | null = null;

const inAnHour = new Date(Date.now() + 3_600_000);

/** Adds the ward. Every text that is public in it carries the mark; so does every text that its approved Revision brings. */
export async function addCanaries(marks: { readonly old: string; readonly next: string }): Promise<string> {
  process.env.NEXTAUTH_SECRET ??= localSecrets().session;
  const stem = `kanaria${randomUUID().slice(0, 6)}`;
  const words: string[] = [];
  const word = (place: string) => {
    words.push(stem + place);
    return stem + place;
  };
  const ward = await makeWard({ initiatives: 8 });
  const evaluated = await approvedSheet(ward, await sheetOf(ward, "1-1-8"));
  await releaseNow(ward, [
    await approvedRevision(ward, marked(await currentPlan(ward.policyId), marks.old), amendment("印を改める")),
    evaluated,
  ]);
  await people(ward, word);
  const plan = await currentPlan(ward.policyId);
  const approved = await approvedRevision(ward, proposed(marked(plan, marks.next), word), {
    ...amendment(word("reason")),
  });
  const revision = [...words.filter((one) => !one.endsWith("name") && !one.endsWith("mail"))];
  const scheduled = await schedule(ward, word);
  const drafts = [await draftRevision(ward, plan, word), await discardedRevision(ward, plan, word)];
  const sheets = await draftSheets(ward, evaluated, word);
  await talk(ward, plan, word);
  const next = await unpublishedYear(ward, plan, word);
  made = { ward, approved };
  return JSON.stringify({
    ...{ slug: ward.slug, policyId: ward.policyId, stem, words, revision, scheduled },
    amounts: [String(DRAFT_AMOUNT), DRAFT_AMOUNT.toLocaleString("en")],
    ids: { submissions: [approved, ...drafts, ...sheets].map((one) => one.submissionId), round: ward.roundId, next },
  } satisfies Canaries);
}

/** Releases the approved Revision, as its coordinator; returns the Edition's number. */
export async function releaseCanaries(): Promise<string> {
  if (!made) throw new Error("there are no canaries");
  return String((await releaseNow(made.ward, [made.approved])).number);
}

/** Carries out the scheduled release when its time has come, as the worker does. */
export async function releaseScheduled(): Promise<string> {
  const ran = await runDueReleases(() => new Date(inAnHour.getTime() + 1000));
  const failures = ran.flatMap(({ failure }) => failure ?? []);
  if (ran.length === 0 || failures.length > 0) throw new Error(`not released: ${failures.join() || "nothing was due"}`);
  return String(ran.length);
}

/** Releases a Revision that puts another mark into every text. */
export async function releaseMark(mark: string): Promise<string> {
  if (!made) throw new Error("there are no canaries");
  const { ward } = made;
  const plan = marked(await currentPlan(ward.policyId), mark);
  return String((await releaseNow(ward, [await approvedRevision(ward, plan, amendment("印を改める"))])).number);
}

type Word = (place: string) => string;

/** The names of people are public nowhere: readers know sections and posts. */
async function people({ staff, manager, coordinator, head }: Ward, word: Word): Promise<void> {
  for (const [role, { userId }] of Object.entries({ staff, manager, coordinator, head })) {
    const data = { name: word(`${role}name`), email: `${word(`${role}mail`)}@test.example` };
    await db().user.update({ where: { id: userId }, data });
  }
}

/** What the approved Revision changes: a goal, a text, a title, a new item with an amount of its own, a notice. */
function proposed(plan: Plan, word: Word): Plan {
  const changed = withGoal(
    withPlan(plan, "initiative", "1-1-2", { description: `${markOf(plan)}${word("text")}` }),
    `${markOf(plan)}${word("goal")}`,
  );
  const like = itemOf(changed, "initiative", "1-1-1");
  const id = randomUUID() as string;
  const notice = { type: "notice" as const, id: randomUUID() as string, order: 1, kind: "OTHER" as const };
  return [
    ...changed,
    { ...like, id, code: "1-1-11", title: `${markOf(plan)}${word("title")}`, order: 20 } as PlanNode,
    { ...notice, date: "2021-09-20", text: `${markOf(plan)}${word("planned")}` },
  ];
}

/** The mark that a plan's texts carry. */
function markOf(plan: Plan): string {
  return /〔印[^〕]*〕/.exec(JSON.stringify(plan))?.[0] ?? "";
}

async function draftRevision(ward: Ward, plan: Plan, word: Word): Promise<Moved> {
  const started = await startRevision(ward.coordinator, { policyId: ward.policyId, key: newKey() }, now);
  const like = itemOf(plan, "initiative", "1-1-1");
  const drafted = withPlan(withGoal(plan, word("draftgoal")), "initiative", "1-1-3", {
    description: word("drafttext"),
    budgetThousandYen: DRAFT_AMOUNT,
  });
  const added = { ...like, id: randomUUID(), code: "1-1-12", title: word("drafttitle"), order: 21 } as PlanNode;
  const revision = amendment(word("draftreason"));
  return saveRevision(ward.coordinator, { ...on(started), plan: [...drafted, added], revision }, now);
}

async function discardedRevision(ward: Ward, plan: Plan, word: Word): Promise<Moved> {
  const started = await startRevision(ward.coordinator, { policyId: ward.policyId, key: newKey() }, now);
  const content = { plan: withGoal(plan, word("discardedgoal")), revision: amendment(word("discardedreason")) };
  const saved = await saveRevision(ward.coordinator, { ...on(started), ...content }, now);
  return discard(ward.coordinator, { ...on(saved), comment: word("discardedcomment") }, now);
}

/** A sheet in each state that is not released. */
async function draftSheets(ward: Ward, released: Moved, word: Word): Promise<Moved[]> {
  const save = async (code: string, text: string) =>
    saveSheet(ward.staff, { ...on(await sheetOf(ward, code)), values: filled(text) }, now);
  const draft = await save("1-1-1", word("sheetdraft"));
  const waiting = await submit(ward.staff, on(await save("1-1-2", word("sheetsubmitted"))), now);
  const back = await returnToAuthors(
    ward.manager,
    {
      ...on(await submit(ward.staff, on(await save("1-1-3", word("sheetreturned"))), now)),
      comment: word("returncomment"),
      remarks: { progress: word("remark") },
    },
    now,
  );
  const sent = await submit(ward.staff, on(await save("1-1-4", word("sheetapproved"))), now);
  const decision = { number: word("decision"), date: "2021-09-10" };
  const approved = await approve(ward.manager, { ...shown(sent), decision }, now);
  // What is being typed, and not saved.
  const buffered = await sheetOf(ward, "1-1-5");
  const writing = { writingId: randomUUID(), sequence: 1, baseVersionHash: null };
  const typed = { progress: word("typed") };
  await keepBuffer(ward.staff, { submissionId: buffered.submissionId, ...writing, typed }, now);
  // What stands in public, with other words in a draft.
  const again = { ...on({ ...released, lockVersion: released.lockVersion + 1 }), comment: word("reopencomment") };
  const reopened = await reopen(ward.staff, again, now);
  await saveSheet(ward.staff, { ...on(reopened), values: filled(word("reopened")) }, now);
  return [draft, waiting, back, approved, buffered, reopened];
}

/** A release that waits for its time, with a notice. */
async function schedule(ward: Ward, word: Word): Promise<string[]> {
  const [progress, text] = [word("scheduledsheet"), word("schedulednotice")];
  const sheet = await approvedSheet(ward, await sheetOf(ward, "1-1-6"), filled(progress));
  const notice = { kind: "OTHER" as const, text, date: null };
  const input = { policyId: ward.policyId, chosen: [chosen(sheet)], notice, releaseAt: inAnHour, key: newKey() };
  await scheduleRelease(ward.coordinator, input, now);
  return [progress, text];
}

/** What a reader wrote, what staff would answer, and what the public would be told if an item were taken down. */
async function talk(ward: Ward, plan: Plan, word: Word): Promise<void> {
  const item = { type: "initiative", code: "1-1-1" } as const;
  const reader = { slug: ward.slug, fiscalYear: 2021, item, address: `2001:db8::${randomUUID().slice(0, 4)}` };
  const { id } = await askQuestion({ ...reader, kind: "QUESTION", text: word("question") }, now);
  const said = { question: word("asked"), answer: word("answer") };
  await moveQuestion(ward.staff, { questionId: id, move: "propose", ...said, key: newKey() }, now);
  const target = { policyId: ward.policyId, targetId: itemOf(plan, "initiative", "1-1-7").id };
  const why = { reason: "FACTUAL_ERROR" as const, wording: word("takedown") };
  await requestTakedown(ward.staff, { ...target, ...why, key: newKey() }, now);
}

/** The policy of another year, of which nothing was released. */
async function unpublishedYear(ward: Ward, plan: Plan, word: Word): Promise<string> {
  const next = await nextYear(ward, 2022);
  await approvedRevision(next, withGoal(freshPlan(plan, next.policyId), word("nextyear")), formulation());
  return next.policyId;
}
