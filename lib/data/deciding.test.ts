import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../domain/actor.ts";
import type { SheetValues } from "../domain/forms/sheet.ts";
import type { Moved } from "./carry-out.ts";
import { closeDatabase, db } from "./db.ts";
import { approveMany, markOpened } from "./deciding.ts";
import { recall, returnToAuthors, saveSheet, submit } from "./moves.ts";
import { findSubmission } from "./submissions.ts";
import { chosen, everythingOf, filled, heard, makeWard, newKey, now, on, sheetOf, type Ward } from "./testing/ward.ts";
import { decidingQueue, findWaiting, placeInQueue } from "./waiting.ts";

let ward: Ward;
let code = 0;

beforeAll(async () => {
  ward = await makeWard({ initiatives: 40 });
}, 60_000);
afterAll(closeDatabase);

/** The next sheet of the section that no test used yet, as its staff submitted it. */
async function submitted(values: SheetValues = filled(), by: Actor = ward.staff): Promise<Moved> {
  code += 1;
  const saved = await saveSheet(by, { ...on(await sheetOf(ward, `1-1-${code}`)), values }, now);
  return submit(by, on(saved), now);
}

const openingsOf = (submissionId: string) => db().opening.count({ where: { version: { submissionId } } });

describe("that a decider opened what was submitted", () => {
  it("is remembered once, and of that Version only", async () => {
    const moved = await submitted();
    expect((await findWaiting(ward.manager, moved.submissionId))?.opened).toBe(false);
    await markOpened(ward.manager, moved.submissionId, now);
    await markOpened(ward.manager, moved.submissionId, now);
    expect(await openingsOf(moved.submissionId)).toBe(1);
    expect((await findWaiting(ward.manager, moved.submissionId))?.opened).toBe(true);
    expect((await findWaiting(ward.head, moved.submissionId))?.opened).toBe(false);

    const recalled = await recall(ward.staff, on(moved), now);
    const saved = await saveSheet(ward.staff, { ...on(recalled), values: filled("書き直した。") }, now);
    await submit(ward.staff, on(saved), now);
    expect((await findWaiting(ward.manager, moved.submissionId))?.opened).toBe(false);
  });

  it("is not remembered of whoever does not decide, nor of what is not submitted", async () => {
    const moved = await submitted();
    for (const other of [ward.staff, ward.colleague, ward.managerThere, ward.coordinator]) {
      await markOpened(other, moved.submissionId, now);
    }
    expect(await openingsOf(moved.submissionId)).toBe(0);
    await recall(ward.staff, on(moved), now);
    await markOpened(ward.manager, moved.submissionId, now);
    expect(await openingsOf(moved.submissionId)).toBe(0);
    expect(await heard(markOpened(ward.admin, moved.submissionId, now))).toBe("not-found");
  });

  it("is not remembered of a manager who wrote it", async () => {
    const moved = await submitted(filled(), ward.both);
    await markOpened(ward.both, moved.submissionId, now);
    expect(await openingsOf(moved.submissionId)).toBe(0);
  });
});

describe("approving several at once", () => {
  it("decides each separately: what was recalled, written by oneself or never opened stops no other", async () => {
    const [good, recalled, unopened, last] = [
      await submitted(),
      await submitted(),
      await submitted(),
      await submitted(),
    ];
    for (const moved of [good, recalled, last]) await markOpened(ward.manager, moved.submissionId, now);
    await recall(ward.staff, on(recalled), now);
    const before = await everythingOf(unopened.submissionId);
    const results = await approveMany(
      ward.manager,
      {
        chosen: [good, recalled, unopened, last].map(chosen),
        key: newKey(),
        decision: { number: "東住第1号", date: "2021-09-09" },
      },
      now,
    );
    expect(results).toEqual([
      { submissionId: good.submissionId, refusal: null },
      { submissionId: recalled.submissionId, refusal: "wrong-state" },
      { submissionId: unopened.submissionId, refusal: "not-opened" },
      { submissionId: last.submissionId, refusal: null },
    ]);
    expect(await everythingOf(unopened.submissionId)).toEqual(before);
    for (const moved of [good, last]) {
      const view = await findSubmission(ward.manager, moved.submissionId, now);
      expect(view.state).toBe("APPROVED");
      expect(view.timeline[0]?.comment?.decision).toEqual({ number: "東住第1号", date: "2021-09-09" });
    }
  });

  it("having opened an earlier Version is not having opened this one", async () => {
    const moved = await submitted();
    await markOpened(ward.manager, moved.submissionId, now);
    const recalled = await recall(ward.staff, on(moved), now);
    const saved = await saveSheet(ward.staff, { ...on(recalled), values: filled("差し替えた。") }, now);
    const again = await submit(ward.staff, on(saved), now);
    const approve = async (pick: Moved) =>
      (await approveMany(ward.manager, { chosen: [chosen(pick)], key: newKey() }, now))[0]?.refusal;
    expect(await approve(again)).toBe("not-opened");
    // Naming the Version that was opened helps nobody: it is not the one that waits.
    expect(await approve({ ...again, versionHash: moved.versionHash })).toBe("stale-version");
  });

  it("pressed twice approves once and says the same", async () => {
    const moved = await submitted();
    await markOpened(ward.manager, moved.submissionId, now);
    const input = { chosen: [chosen(moved)], key: newKey() };
    const [first, second] = await Promise.all([
      approveMany(ward.manager, input, now),
      approveMany(ward.manager, input, now),
    ]);
    expect(first).toEqual([{ submissionId: moved.submissionId, refusal: null }]);
    expect(second).toEqual(first);
    const { events } = await everythingOf(moved.submissionId);
    expect(events.filter(({ kind }) => kind === "approve")).toHaveLength(1);
  });

  it("another section's manager approves nothing, opened or not", async () => {
    const moved = await submitted();
    await markOpened(ward.managerThere, moved.submissionId, now);
    const results = await approveMany(ward.managerThere, { chosen: [chosen(moved)], key: newKey() }, now);
    expect(results).toEqual([{ submissionId: moved.submissionId, refusal: "not-opened" }]);
  });
});

describe("the queue", () => {
  it("holds what the actor can approve, in the plan's order, and nothing else", async () => {
    const [first, second] = [await submitted(), await submitted()];
    const own = await submitted(filled(), ward.both);
    const idsOf = async (actor: Actor) => (await decidingQueue(actor)).map(({ line }) => line.id);
    const managers = await idsOf(ward.manager);
    expect(managers).toEqual(expect.arrayContaining([first.submissionId, second.submissionId, own.submissionId]));
    expect(managers.indexOf(first.submissionId)).toBeLessThan(managers.indexOf(second.submissionId));
    expect(await idsOf(ward.both)).not.toContain(own.submissionId);
    expect(await idsOf(ward.staff)).toEqual([]);
    expect(await idsOf(ward.coordinator)).toEqual([]);
    expect(await idsOf(ward.managerThere)).toEqual([]);
    expect(await idsOf(ward.head)).toEqual(managers);

    const place = await placeInQueue(ward.manager, second.submissionId);
    const at = managers.indexOf(second.submissionId);
    expect(place).toMatchObject({ number: at + 1, count: managers.length });
    expect(place?.previous?.id).toBe(managers[at - 1]);
    expect(place?.next?.id).toBe(managers[at + 1]);
    // Once decided, a sheet still knows what comes after it.
    await markOpened(ward.manager, second.submissionId, now);
    await approveMany(ward.manager, { chosen: [chosen(second)], key: newKey() }, now);
    const after = await placeInQueue(ward.manager, second.submissionId);
    expect(after).toMatchObject({ number: null, count: managers.length - 1 });
    expect(after?.next?.id).toBe(managers[at + 1]);
  });

  it("compares with the last submission, field by field, and knows which remarks were met", async () => {
    const moved = await submitted(filled("12回実施した。"));
    const first = await findWaiting(ward.manager, moved.submissionId);
    expect(first).toMatchObject({ comparison: null, remarks: [], values: filled("12回実施した。") });
    expect(first?.submittedBy).toBe(ward.staff.name);

    const remarks = { progress: "対象者数も書いてください。", effectiveness: "理由を確かめてください。" };
    const returned = await returnToAuthors(ward.manager, { ...on(moved), comment: "二点お願いします。", remarks }, now);
    // What is saved in between is no submission: the comparison is with what the decider saw before.
    const between = await saveSheet(ward.staff, { ...on(returned), values: filled("途中。") }, now);
    const saved = await saveSheet(ward.colleague, { ...on(between), values: filled("12回、延べ340人。") }, now);
    await submit(ward.colleague, on(saved), now);

    const again = await findWaiting(ward.manager, moved.submissionId);
    expect(again?.comparison).toEqual({
      against: "submission",
      number: 1,
      changes: [{ field: "progress", before: "12回実施した。", after: "12回、延べ340人。" }],
    });
    expect(again?.remarks.map(({ field, text, changedSince }) => ({ field, text, changedSince }))).toEqual([
      { field: "effectiveness", text: remarks.effectiveness, changedSince: false },
      { field: "progress", text: remarks.progress, changedSince: true },
    ]);
    expect([...(again?.authors ?? [])].sort()).toEqual([ward.staff.name, ward.colleague.name].sort());
    expect(again).toMatchObject({ versionNumber: 3, submittedBy: ward.colleague.name, deputyFor: null });
  });
});
