import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../domain/actor.ts";
import type { Moved } from "./carry-out.ts";
import { closeDatabase, db } from "./db.ts";
import { deputiesFor, endDelegation, type Naming, nameDeputy } from "./delegations.ts";
import { laterLooksOf, lookLater } from "./later-looks.ts";
import { addMembership } from "./memberships.ts";
import { approve, returnToAuthors, saveSheet, submit } from "./moves.ts";
import { actorOf } from "./people.ts";
import { deskOf, findSubmission } from "./submissions.ts";
import { addPerson, at, filled, heard, makeWard, newKey, now, on, sheetOf, shown, type Ward } from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

let ward: Ward;
let code = 0;

beforeAll(async () => {
  ward = await makeWard({ initiatives: 40 });
}, 60_000);
afterAll(closeDatabase);

/** A manager of the section with a post of their own, so that no test minds another's deputies. */
const aManager = () => addPerson(ward.admin, ward.organizationId, [["MANAGER", ward.sections.here]]);
const aClerk = (section: string = ward.sections.elsewhere) =>
  addPerson(ward.admin, ward.organizationId, [["STAFF", section]]);

const postOf = (actor: Actor) => actor.memberships[0]?.id ?? "";
const naming = (holder: Actor, deputy: Actor, more: Partial<Naming> = {}): Naming => ({
  membershipId: postOf(holder),
  deputyId: deputy.userId,
  rank: 1,
  startsOn: "2021-09-01",
  endsOn: "2021-09-30",
  key: newKey(),
  ...more,
});

/** Somebody as they are on the day of these tests, or another. */
async function today(actor: Actor, clock = now): Promise<Actor> {
  const found = await actorOf(actor.userId, clock);
  if (!found) throw new Error("disabled");
  return found;
}

async function submitted(by: Actor = ward.staff): Promise<Moved> {
  code += 1;
  const saved = await saveSheet(by, { ...on(await sheetOf(ward, `1-1-${code}`)), values: filled() }, now);
  return submit(by, on(saved), now);
}

const decides = async (actor: Actor, moved: Moved) => heard(approve(await today(actor), shown(moved), now));

describe("naming a deputy", () => {
  it("is the holder's, and a coordinator's for them; nobody else's", async () => {
    const [manager, deputy] = [await aManager(), await aClerk()];
    for (const other of [ward.staff, ward.manager, ward.head, deputy, ward.admin]) {
      expect(await heard(nameDeputy(other, naming(manager, deputy), now))).toBe("not-found");
    }
    expect(await heard(nameDeputy(manager, naming(manager, deputy), now))).toBeNull();
    const second = naming(manager, ward.colleague, { rank: 2 });
    expect(await heard(nameDeputy(ward.coordinator, second, now))).toBeNull();
    const events = await db().event.findMany({ where: { kind: "delegate", subjectId: manager.userId } });
    expect(events.map(({ actorId }) => actorId)).toEqual([manager.userId, ward.coordinator.userId]);
  });

  it("refuses oneself, strangers, disabled people, days that are over or turned round, and what is taken", async () => {
    const [manager, deputy, disabled] = [await aManager(), await aClerk(), await aClerk()];
    await db().user.update({ where: { id: disabled.userId }, data: { disabledAt: now() } });
    const stranger = await addPerson(ward.admin, (await makeWard({ initiatives: 1, round: false })).organizationId, [
      ["STAFF", null],
    ]);
    const say = (more: Naming) => heard(nameDeputy(manager, more, now));
    expect(await say(naming(manager, manager))).toBe("invalid-draft");
    expect(await say(naming(manager, stranger))).toBe("not-found");
    expect(await say(naming(manager, disabled))).toBe("not-found");
    expect(await say(naming(manager, deputy, { startsOn: "2021-09-20", endsOn: "2021-09-19" }))).toBe("invalid-draft");
    expect(await say(naming(manager, deputy, { startsOn: "2021-08-01", endsOn: "2021-09-09" }))).toBe("invalid-draft");
    expect(await say(naming(manager, deputy, { rank: 0 }))).toBe("invalid-draft");
    expect(await say(naming(manager, deputy, { startsOn: "2021-02-30" }))).toBe("invalid-draft");
    expect(await say(naming(manager, deputy))).toBeNull();
    expect(await say(naming(manager, deputy, { rank: 2 }))).toBe("already-exists");
    expect(await say(naming(manager, ward.colleague))).toBe("already-exists");
    expect(await say(naming(manager, deputy, { startsOn: "2021-10-01", endsOn: "2021-10-02" }))).toBeNull();
  }, 20_000);

  it("a deputy cannot name a deputy for the post they stand in for", async () => {
    const [manager, deputy] = [await aManager(), await aClerk()];
    await nameDeputy(manager, naming(manager, deputy), now);
    const acting = await today(deputy);
    expect(acting.memberships).toHaveLength(2);
    expect(await heard(nameDeputy(acting, naming(manager, ward.colleague, { rank: 2 }), now))).toBe("not-found");
    expect(await deputiesFor(acting, now)).toEqual([]);
  });

  it("is listed with who could be named, and can be ended once", async () => {
    const [manager, deputy] = [await aManager(), await aClerk()];
    const { id } = await nameDeputy(manager, naming(manager, deputy), now);
    const [post, ...others] = await deputiesFor(manager, now);
    expect(others).toEqual([]);
    expect(post?.deputies).toEqual([
      { id, deputy: deputy.name, rank: 1, startsOn: "2021-09-01", endsOn: "2021-09-30", inForce: true },
    ]);
    const candidates = post?.candidates.map(({ userId }) => userId) ?? [];
    expect(candidates).toContain(ward.head.userId);
    expect(candidates).not.toContain(manager.userId);
    expect((await deputiesFor(ward.coordinator, now)).map(({ membershipId }) => membershipId)).toContain(
      postOf(manager),
    );

    expect(await heard(endDelegation(ward.manager, { delegationId: id, key: newKey() }, now))).toBe("not-found");
    expect(await heard(endDelegation(manager, { delegationId: id, key: newKey() }, now))).toBeNull();
    expect(await heard(endDelegation(manager, { delegationId: id, key: newKey() }, now))).toBe("wrong-state");
    expect((await today(deputy)).memberships).toHaveLength(1);
  });
});

describe("a deputy", () => {
  it("decides from the first day to the last, in that post only, and gets nothing else of it", async () => {
    const [manager, deputy] = [await aManager(), await aClerk()];
    await nameDeputy(manager, naming(manager, deputy, { startsOn: "2021-09-10", endsOn: "2021-09-11" }), now);
    const roles = async (instant: string) =>
      (await today(deputy, at(instant))).memberships.map(({ role, deputyFor }) => [role, deputyFor?.name ?? null]);
    expect(await roles("2021-09-09T23:59:59+09:00")).toEqual([["STAFF", null]]);
    expect(await roles("2021-09-10T00:00:00+09:00")).toEqual([
      ["STAFF", null],
      ["MANAGER", manager.name],
    ]);
    expect(await roles("2021-09-11T23:59:59+09:00")).toHaveLength(2);
    expect(await roles("2021-09-12T00:00:00+09:00")).toHaveLength(1);

    const moved = await submitted();
    const acting = await today(deputy);
    expect((await deskOf(acting, now)).toDecide.map(({ id }) => id)).toContain(moved.submissionId);
    const view = await findSubmission(acting, moved.submissionId, now);
    expect(view.relation).toMatchObject({ decider: true, deputy: true, sectionStaff: false, coordinator: false });
    expect(view.moves).toEqual(["return", "approve"]);
    expect(await decides(deputy, moved)).toBeNull();
  });

  it("leaves the mark 代決 and a later look, which only the holder can make, once", async () => {
    const [manager, deputy] = [await aManager(), await aClerk()];
    await nameDeputy(manager, naming(manager, deputy), now);
    const acting = await today(deputy);
    const [approved, returned] = [await submitted(), await submitted()];
    await approve(acting, shown(approved), now);
    await returnToAuthors(acting, { ...on(returned), comment: "数字を添えてください。" }, now);

    const looks = await laterLooksOf(manager);
    expect(looks.map(({ submissionId, move, deputy: by }) => ({ submissionId, move, by }))).toEqual([
      { submissionId: approved.submissionId, move: "approve", by: deputy.name },
      { submissionId: returned.submissionId, move: "return", by: deputy.name },
    ]);
    expect(await laterLooksOf(ward.manager)).toEqual([]);
    const told = await db().outbox.findMany({ where: { userId: manager.userId, kind: "later-look" } });
    expect(told.map(({ subjectId }) => subjectId).sort()).toEqual(
      [approved.submissionId, returned.submissionId].sort(),
    );

    const look = (actor: Actor, key = newKey()) =>
      heard(lookLater(actor, { submissionId: approved.submissionId, key }, now));
    expect(await look(ward.manager)).toBe("not-found");
    expect(await look(acting)).toBe("not-found");
    const key = newKey();
    expect(await Promise.all([look(manager, key), look(manager, key)])).toEqual([null, null]);
    expect(await look(manager)).toBe("not-found");
    expect((await laterLooksOf(manager)).map(({ submissionId }) => submissionId)).toEqual([returned.submissionId]);

    const { timeline } = await findSubmission(manager, approved.submissionId, now);
    expect(timeline.slice(0, 2).map(({ move, actor, deputy: by }) => ({ move, actor, by }))).toEqual([
      { move: "later-look", actor: manager.name, by: false },
      { move: "approve", actor: deputy.name, by: true },
    ]);
    expect(timeline[1]?.postTitle).toBe("MANAGER職");
  });

  it("does not decide on what they wrote, and the holder still does without any mark", async () => {
    const manager = await aManager();
    const deputy = await aClerk(ward.sections.here);
    await nameDeputy(manager, naming(manager, deputy), now);
    const moved = await submitted(deputy);
    expect(await decides(deputy, moved)).toBe("own-work");
    expect(await decides(manager, moved)).toBeNull();
    const { timeline } = await findSubmission(manager, moved.submissionId, now);
    expect(timeline[0]).toMatchObject({ move: "approve", deputy: false });
    expect(await laterLooksOf(manager)).toEqual([]);
  });

  it("who is a manager of the section themselves decides as that", async () => {
    const [manager, colleague] = [await aManager(), await aManager()];
    await nameDeputy(manager, naming(manager, colleague), now);
    expect(await decides(colleague, await submitted())).toBeNull();
    expect(await laterLooksOf(manager)).toEqual([]);
  });

  it("of another section's manager decides nothing here", async () => {
    const deputy = await aClerk();
    await nameDeputy(ward.managerThere, naming(ward.managerThere, deputy), now);
    expect(await decides(deputy, await submitted())).toBe("other-section");
  });

  it("who left the organisation, was disabled, or whose holder left the post decides nothing", async () => {
    const [manager, gone, disabled] = [await aManager(), await aClerk(), await aClerk()];
    await nameDeputy(manager, naming(manager, gone), now);
    await nameDeputy(manager, naming(manager, disabled, { rank: 2 }), now);
    await db().membership.updateMany({ where: { userId: gone.userId }, data: { endsOn: new Date("2021-09-09") } });
    await db().user.update({ where: { id: disabled.userId }, data: { disabledAt: now() } });
    expect((await today(gone)).memberships).toEqual([]);
    expect(await actorOf(disabled.userId, now)).toBeNull();

    const [leaving, deputy] = [await aManager(), await aClerk()];
    await nameDeputy(leaving, naming(leaving, deputy), now);
    await db().membership.update({ where: { id: postOf(leaving) }, data: { endsOn: new Date("2021-09-09") } });
    expect((await today(deputy)).memberships).toHaveLength(1);
  });
});

describe("the order of deputies", () => {
  async function inOrder() {
    const manager = await aManager();
    const [first, second] = [await aClerk(ward.sections.here), await aClerk()];
    await nameDeputy(manager, naming(manager, first), now);
    await nameDeputy(manager, naming(manager, second, { rank: 2 }), now);
    return { manager, first, second };
  }

  it("the second waits while the first is at hand", async () => {
    const { first, second } = await inOrder();
    const moved = await submitted();
    expect(await decides(second, moved)).toBe("deputy-waits");
    expect((await deskOf(await today(second), now)).toDecide).toEqual([]);
    expect(await decides(first, moved)).toBeNull();
  });

  it("the second decides where the first wrote it", async () => {
    const { first, second } = await inOrder();
    const moved = await submitted(first);
    expect(await decides(first, moved)).toBe("own-work");
    expect(await decides(second, moved)).toBeNull();
  });

  it("the second decides while the first is disabled", async () => {
    const { first, second } = await inOrder();
    await db().user.update({ where: { id: first.userId }, data: { disabledAt: now() } });
    expect(await decides(second, await submitted())).toBeNull();
  });

  it("the second decides while the first is away, having somebody stand in for a post of theirs", async () => {
    const { first, second } = await inOrder();
    const { id: membershipId } = await addMembership(
      ward.admin,
      {
        userId: first.userId,
        organizationId: ward.organizationId,
        sectionId: ward.sections.elsewhere,
        role: "MANAGER",
        postTitle: "課長",
        startsOn: "2021-04-01",
        endsOn: null,
      },
      now,
    );
    const moved = await submitted();
    expect(await decides(second, moved)).toBe("deputy-waits");
    await nameDeputy(await today(first), { ...naming(first, ward.colleague), membershipId }, now);
    expect(await decides(second, moved)).toBeNull();
  });

  it("outside the first one's days the second decides", async () => {
    const manager = await aManager();
    const [first, second] = [await aClerk(), await aClerk()];
    await nameDeputy(manager, naming(manager, first, { startsOn: "2021-09-11" }), now);
    await nameDeputy(manager, naming(manager, second, { rank: 2 }), now);
    expect(await decides(second, await submitted())).toBeNull();
  });
});

it("the archive verifies after all of this", async () => {
  expect(await verifyArchive()).toMatchObject({ broken: null });
});
