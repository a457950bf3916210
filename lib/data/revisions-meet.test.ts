import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../domain/actor.ts";
import { initiativesOf } from "../domain/edition.ts";
import { conflictName } from "../domain/plan-merge.ts";
import { nodeKey, type Plan } from "../domain/policy.ts";
import type { Moved } from "./carry-out.ts";
import { startFromLastYear } from "./copying.ts";
import { closeDatabase, db } from "./db.ts";
import { approve, revoke, saveSheet, submit } from "./moves.ts";
import { createPolicy } from "./policies.ts";
import { currentPolicy } from "./published.ts";
import { describeRevision, editRevision, rebaseRevision, saveRevision, undoStep } from "./revising.ts";
import { assignSections } from "./revisions.ts";
import { startRevision } from "./starts.ts";
import { findSubmission } from "./submissions.ts";
import {
  addPerson,
  amendment,
  approvedRevision,
  approvedSheet,
  currentPlan,
  filled,
  heard,
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
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

afterAll(closeDatabase);

let ward: Ward;
beforeAll(async () => {
  ward = await makeWard({ initiatives: 5 });
});

const texts = async () => {
  const plan = await currentPlan(ward.policyId);
  return ["1-1-1", "1-1-2"].map((code) => itemOf(plan, "initiative", code).plan.description);
};

const initiative = async (code: string) => {
  const policy = await currentPolicy(ward.slug, 2021);
  return policy && initiativesOf(policy.content).find((one) => one.code === code);
};

/** Taken back, based on what is public now with these sides chosen, and approved again. */
async function basedAnew(approved: Moved, side: "mine" | "theirs"): Promise<{ moved: Moved; asked: number }> {
  const returned = await revoke(ward.coordinator, { ...on(approved), comment: "先に別の改定を公開した" }, now);
  const first = await rebaseRevision(ward.coordinator, { ...on(returned), choices: {} }, now);
  const conflicts = "conflicts" in first ? first.conflicts : [];
  const choices = Object.fromEntries(conflicts.map((conflict) => [conflictName(conflict), side]));
  const settled = "moved" in first ? first : await rebaseRevision(ward.coordinator, { ...on(returned), choices }, now);
  if (!("moved" in settled)) throw new Error("still conflicts");
  const submitted = await submit(ward.coordinator, on(settled.moved), now);
  return { moved: await approve(ward.head, shown(submitted), now), asked: conflicts.length };
}

describe("two Revisions that are open at once", () => {
  const written = async (first: (plan: Plan) => Plan, second: (plan: Plan) => Plan) => {
    // From texts that neither of the two proposes.
    const reset = describes(
      "1-1-2",
      "もとの二つ目",
    )(describes("1-1-1", "もとの一つ目")(await currentPlan(ward.policyId)));
    await releaseNow(ward, [await approvedRevision(ward, reset)]);
    const plan = await currentPlan(ward.policyId);
    return [await approvedRevision(ward, first(plan)), await approvedRevision(ward, second(plan))] as const;
  };
  const describes = (code: string, description: string) => (plan: Plan) =>
    withPlan(plan, "initiative", code, { description });

  for (const order of ["the first", "the second"] as const) {
    const [early, late] = order === "the first" ? ([0, 1] as const) : ([1, 0] as const);

    it(`without overlap, ${order} released first: the other is merged without a question`, async () => {
      const both = await written(describes("1-1-1", "一つ目"), describes("1-1-2", "二つ目"));
      await releaseNow(ward, [both[early]]);
      expect(await heard(releaseNow(ward, [both[late]]))).toBe("stale-base");
      const { moved, asked } = await basedAnew(both[late], "mine");
      expect(asked).toBe(0);
      await releaseNow(ward, [moved]);
      expect(await texts()).toEqual(["一つ目", "二つ目"]);
      expect((await verifyArchive()).broken).toBeNull();
    });

    it(`with overlap, ${order} released first: what both changed is asked about, and the answer counts`, async () => {
      const both = await written(
        (plan) => describes("1-1-2", "一つ目だけ")(describes("1-1-1", "一つ目")(plan)),
        describes("1-1-1", "二つ目"),
      );
      await releaseNow(ward, [both[early]]);
      const { moved, asked } = await basedAnew(both[late], "theirs");
      expect(asked).toBe(1);
      await releaseNow(ward, [moved]);
      expect(await texts()).toEqual([early === 0 ? "一つ目" : "二つ目", "一つ目だけ"]);
      expect((await verifyArchive()).broken).toBeNull();
    });
  }

  it("are never released together", async () => {
    const both = await written(describes("1-1-1", "一つ目"), describes("1-1-2", "二つ目"));
    const before = await texts();
    expect(await heard(releaseNow(ward, both))).toBe("two-revisions");
    expect(await texts()).toEqual(before);
  });
});

describe("a review under way while a Revision changes its target", () => {
  it("shows the plan as it is now, and its release carries the new plan and the sheet", async () => {
    const sheet = await sheetOf(ward, "1-1-3");
    const saved = await saveSheet(ward.staff, { ...on(sheet), values: filled("前の目標に対して書いた。") }, now);
    const plan = await currentPlan(ward.policyId);
    const revision = await approvedRevision(
      ward,
      withPlan(plan, "initiative", "1-1-3", { description: "改めた取組", budgetThousandYen: 4321 }),
    );
    await releaseNow(ward, [revision]);

    const view = await findSubmission(ward.staff, sheet.submissionId, now);
    expect(view.plan).toMatchObject({ description: "改めた取組", budgetThousandYen: 4321 });
    const submitted = await submit(ward.staff, on(saved), now);
    const approved = await approve(ward.manager, shown(submitted), now);
    await releaseNow(ward, [approved]);
    const published = await initiative("1-1-3");
    expect(published?.plan.description).toBe("改めた取組");
    expect(published?.sheets.MID_YEAR_REVIEW?.progress).toBe("前の目標に対して書いた。");
  });

  it("keeps what was released of it untouched when a later Revision is released", async () => {
    await releaseNow(ward, [await approvedSheet(ward, await sheetOf(ward, "1-1-4"))]);
    const before = await db().policy.findUniqueOrThrow({
      where: { id: ward.policyId },
      include: { currentEdition: true },
    });
    await releaseNow(ward, [await approvedRevision(ward, withGoal(await currentPlan(ward.policyId), "改めた目標"))]);
    const after = await db().policy.findUniqueOrThrow({
      where: { id: ward.policyId },
      include: { currentEdition: true },
    });
    const sheets = (row: typeof before) =>
      Object.entries(JSON.parse(row.currentEdition?.manifest ?? "{}").parts).filter(([key]) => key.includes("/"));
    expect(sheets(after)).toEqual(sheets(before));
    expect(sheets(after).length).toBeGreaterThan(0);
  });
});

describe("a release while a submission is being decided on", () => {
  it("is met by exactly one of two that would take the same submission elsewhere", async () => {
    for (let round = 0; round < 3; round += 1) {
      const plan = await currentPlan(ward.policyId);
      const approved = await approvedRevision(ward, withGoal(plan, `目標${round}`));
      const [released, revoked] = await Promise.all([
        heard(releaseNow(ward, [approved])),
        heard(revoke(ward.head, { ...on(approved), comment: "見直す" }, now)),
      ]);
      expect([released, revoked].filter((code) => code === null)).toHaveLength(1);
      const row = await db().submission.findUniqueOrThrow({ where: { id: approved.submissionId } });
      expect(row.state).toBe(released === null ? "RELEASED" : "RETURNED");
      expect(row.releasedInId !== null).toBe(released === null);
    }
    expect((await verifyArchive()).broken).toBeNull();
  });

  it("does not take along what is approved only afterwards, whichever is quicker", async () => {
    const sheet = await sheetOf(ward, "1-1-5");
    const before = await currentPolicy(ward.slug, 2021);
    const saved = await saveSheet(ward.staff, { ...on(sheet), values: filled() }, now);
    const submitted = await submit(ward.staff, on(saved), now);
    const revision = await approvedRevision(ward, withGoal(await currentPlan(ward.policyId), "目標"));
    const guess = { ...submitted, lockVersion: submitted.lockVersion + 1 };
    const [released, approvedNow] = await Promise.all([
      heard(releaseNow(ward, [revision, guess])),
      heard(approve(ward.manager, shown(submitted), now)),
    ]);
    expect(approvedNow).toBeNull();
    const policy = await currentPolicy(ward.slug, 2021);
    const hasSheet = (await initiative("1-1-5"))?.sheets.MID_YEAR_REVIEW !== undefined;
    // Both or neither: a bundle is released whole.
    const editions = (policy?.edition.number ?? 0) - (before?.edition.number ?? 0);
    expect([hasSheet, editions]).toEqual(released === null ? [true, 1] : [false, 0]);
    if (released === null) return;
    await releaseNow(ward, [revision, await sheetOf(ward, "1-1-5")]);
    expect((await verifyArchive()).broken).toBeNull();
  });

  it("by two coordinators at once makes one Edition", async () => {
    const second = await addPerson(ward.admin, ward.organizationId, [["COORDINATOR", null]]);
    const revision = await approvedRevision(ward, withGoal(await currentPlan(ward.policyId), "二人の目標"));
    const before = await db().edition.count({ where: { policyId: ward.policyId } });
    const answers = await Promise.all([
      heard(releaseNow(ward, [revision])),
      heard(releaseNow({ ...ward, coordinator: second }, [revision])),
    ]);
    expect(answers.filter((code) => code === null)).toHaveLength(1);
    expect(await db().edition.count({ where: { policyId: ward.policyId } })).toBe(before + 1);
    expect((await verifyArchive()).broken).toBeNull();
  });
});

describe("nothing is released that its approver worked on", () => {
  /** Everybody who ever approves here also writes, so each route ends at somebody who did both. */
  const everywhere = async (): Promise<Actor> =>
    addPerson(ward.admin, ward.organizationId, [
      ["STAFF", null],
      ["MANAGER", null],
      ["COORDINATOR", null],
    ]);
  const begin = (by: Actor) => startRevision(by, { policyId: ward.policyId, key: newKey() }, now);
  const written = async (by: Actor, at: Moved, goal: string) =>
    saveRevision(by, { ...on(at), plan: withGoal(await currentPlan(ward.policyId), goal), revision: amendment() }, now);

  it("whether they wrote it, submitted it, wrote an earlier state of it, or based it anew", async () => {
    const one = await everywhere();
    const own = await submit(one, on(await written(one, await begin(one), "一人で書いた")), now);
    expect(await heard(approve(one, shown(own), now))).toBe("own-work");

    const earlier = await written(one, await begin(ward.coordinator), "先に書いた");
    const later = await submit(ward.coordinator, on(await written(ward.coordinator, earlier, "全部書き直した")), now);
    expect(await heard(approve(one, shown(later), now))).toBe("own-work");

    const approved = await approvedRevision(ward, withGoal(await currentPlan(ward.policyId), "ほかの人の案"));
    const other = withPlan(await currentPlan(ward.policyId), "initiative", "1-1-1", { description: "先に公開" });
    await releaseNow(ward, [await approvedRevision(ward, other)]);
    const returned = await revoke(ward.coordinator, { ...on(approved), comment: "合わせる" }, now);
    const rebased = await rebaseRevision(one, { ...on(returned), choices: {} }, now);
    if (!("moved" in rebased)) throw new Error("conflicts");
    const again = await submit(ward.coordinator, on(rebased.moved), now);
    expect(await heard(approve(one, shown(again), now))).toBe("own-work");
    await releaseNow(ward, [await approve(ward.head, shown(again), now)]);
  });

  it("whichever way they worked on it: a step, its taking back, what it says of itself, sections, a copy of last year", async () => {
    const one = await everywhere();
    const decided = async (at: Moved) => {
      const submitted = await submit(ward.coordinator, on(at), now).catch(() => submit(one, on(at), now));
      return heard(approve(one, shown(submitted), now));
    };
    const base = async () => written(ward.coordinator, await begin(ward.coordinator), "ほかの人の案");

    const plan = await currentPlan(ward.policyId);
    const step = { kind: "step" as const, key: nodeKey(itemOf(plan, "initiative", "1-1-2")), by: 1 as const };
    const first = await base();
    const stepped = await editRevision(one, { ...on(first), edit: step, seen: first.versionHash }, now);
    if (!("moved" in stepped)) throw new Error("conflicts");
    expect(await decided(stepped.moved)).toBe("own-work");

    const again = await written(ward.coordinator, await base(), "もう一つの案");
    expect(await decided(await undoStep(one, on(again), now))).toBe("own-work");
    expect(
      await decided(await describeRevision(one, { ...on(await base()), revision: amendment("別の理由") }, now)),
    ).toBe("own-work");
    const itemIds = [itemOf(plan, "initiative", "1-1-4").id];
    const assigned = { policyId: ward.policyId, itemIds, branchIds: [], sectionId: ward.sections.there };
    expect(await decided(await assignSections(one, { ...assigned, revision: amendment(), key: newKey() }, now))).toBe(
      "own-work",
    );

    const { id: next } = await createPolicy(
      ward.coordinator,
      { organizationId: ward.organizationId, fiscalYear: 2022, formId: "osaka-2013" },
      now,
    );
    const copied = await startFromLastYear(one, { policyId: next, itemIds: [], targets: "keep", key: newKey() }, now);
    const said = { ...amendment("策定"), kind: "FORMULATION" as const, effectiveOn: "2022-04-01" };
    expect(await decided(await describeRevision(ward.coordinator, { ...on(copied), revision: said }, now))).toBe(
      "own-work",
    );
  });

  it("nor can an approver write into what they approved, or release a state that was not approved", async () => {
    const one = await everywhere();
    const submitted = await submit(
      ward.coordinator,
      on(await written(ward.coordinator, await begin(ward.coordinator), "案")),
      now,
    );
    const approved = await approve(one, shown(submitted), now);
    expect(await heard(written(one, approved, "承認のあとの加筆"))).toBe("wrong-state");
    const other = { ...approved, versionHash: "0".repeat(64) };
    expect(await heard(releaseNow({ ...ward, coordinator: one }, [other]))).toBe("stale-version");
    // The approver may let out what somebody else wrote.
    await releaseNow({ ...ward, coordinator: one }, [approved]);
    const rows = await db().submission.findMany({
      where: { policyId: ward.policyId, state: { in: ["APPROVED", "RELEASED"] } },
      include: { contributors: true },
    });
    for (const { approvedById, contributors } of rows) {
      expect(contributors.map(({ userId }) => userId)).not.toContain(approvedById);
    }
  });

  it("nor by anybody who writes past the application: the database refuses", async () => {
    const one = await everywhere();
    const submitted = await submit(one, on(await written(one, await begin(one), "案")), now);
    const past = db().submission.update({
      where: { id: submitted.submissionId },
      data: {
        state: "APPROVED",
        approvedById: one.userId,
        approvedVersionId: (await db().submission.findUniqueOrThrow({ where: { id: submitted.submissionId } }))
          .submittedVersionId,
      },
    });
    await expect(past).rejects.toThrow();
    expect(await db().submission.count({ where: { approvedById: one.userId } })).toBe(0);
    expect(await heard(releaseNow({ ...ward, coordinator: one }, [submitted]))).toBe("wrong-state");
  });
});
