import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../domain/actor.ts";
import type { RevisionPart } from "../domain/edition.ts";
import type { PlanEdit } from "../domain/plan-edit.ts";
import { type Aim, isItem, nodeKey, type Plan } from "../domain/policy.ts";
import type { Moved } from "./carry-out.ts";
import { closeDatabase } from "./db.ts";
import { approve, submit } from "./moves.ts";
import { planEditing } from "./plan-editing.ts";
import { currentPolicy } from "./published.ts";
import { revisionHistory } from "./published-editions.ts";
import { describeRevision, editRevision, saveRevision } from "./revising.ts";
import { openRound, startRevision } from "./starts.ts";
import { formulation, freshPlan, nextYear, opinion } from "./testing/formulated-ward.ts";
import {
  amendment,
  approvedRevision,
  currentPlan,
  heard,
  itemOf,
  makeWard,
  newKey,
  now,
  on,
  releaseNow,
  shown,
  type Ward,
  withGoal,
  withPlan,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

afterAll(closeDatabase);

// The ward of FY2021 formulated its plan in one step; that of FY2022 grows before our eyes.
let ward: Ward;
let next: Ward;
let plan: Plan;

beforeAll(async () => {
  ward = await makeWard({ round: false });
  next = await nextYear(ward, 2022);
  plan = freshPlan(await currentPlan(ward.policyId), next.policyId);
});

/** What a Revision of this plan that says this of itself hears when it is submitted. */
async function submitted(of: Pick<Ward, "coordinator" | "policyId">, nodes: Plan, revision: RevisionPart) {
  const started = await startRevision(of.coordinator, { policyId: of.policyId, key: newKey() }, now);
  const saved = await saveRevision(of.coordinator, { ...on(started), plan: nodes, revision }, now);
  return heard(submit(of.coordinator, on(saved), now));
}

const roundOf = (policyId: string) =>
  openRound(
    ward.coordinator,
    {
      ...{ policyId, phase: "SELF_EVALUATION", opensOn: "2023-03-01", dueOn: "2023-03-20" },
      ...{ plannedReleaseOn: "2023-06-01", key: newKey() },
    },
    now,
  );

describe("a plan that grows in public", () => {
  it("is an Edition at each of its steps, with the opinions that came between, and is never set back", async () => {
    expect(await submitted(next, plan, amendment())).toBe("revision-undescribed");
    const outline = await approvedRevision(next, plan, formulation("OUTLINE"), now);
    expect((await releaseNow(next, [outline])).number).toBe(1);
    expect(await heard(roundOf(next.policyId))).toBe("wrong-state");

    // A wording may be amended meanwhile: the plan stays at its step.
    const amended = await approvedRevision(next, withGoal(await currentPlan(next.policyId), "別の目標"), amendment());
    expect((await releaseNow(next, [amended])).number).toBe(2);

    const initiative = itemOf(await currentPlan(next.policyId), "initiative", "1-1-1");
    const heardOf = opinion("健診に来ない家庭を訪ねてほしい。", { itemIds: [initiative.id] });
    const grown = withPlan([...(await currentPlan(next.policyId)), heardOf], "initiative", "1-1-1", {
      description: "健診と訪問",
    });
    expect(await submitted(next, grown, formulation("OUTLINE"))).toBe("revision-undescribed");
    expect(await submitted(next, grown, formulation())).toBe("revision-undescribed");
    const proposal = await approvedRevision(next, grown, formulation("PROPOSAL"));
    await releaseNow(next, [proposal]);
    expect(await submitted(next, grown, formulation("OUTLINE"))).toBe("revision-undescribed");
    expect(await submitted(next, grown, formulation("PROPOSAL"))).toBe("revision-undescribed");
    expect(await heard(roundOf(next.policyId))).toBe("wrong-state");

    const final = await approvedRevision(next, await currentPlan(next.policyId), formulation("FINAL"));
    await releaseNow(next, [final]);
    expect(await submitted(next, grown, formulation("FINAL"))).toBe("revision-undescribed");
    const policy = await currentPolicy(next.slug, 2022);
    expect(policy?.edition.step).toBe("FINAL");
    expect(policy?.content.opinions).toEqual([heardOf]);
    expect(policy?.history.map(({ number, revisionKind, step }) => [number, revisionKind, step])).toEqual([
      [4, "FORMULATION", "FINAL"],
      [3, "FORMULATION", "PROPOSAL"],
      [2, "AMENDMENT", "OUTLINE"],
      [1, "FORMULATION", "OUTLINE"],
    ]);
    const history = await revisionHistory(next.slug, 2022);
    const third = history?.entries.find(({ line }) => line.number === 3);
    expect(third?.changes.nodes.map(({ key, kind }) => [key.split(":")[0], kind])).toEqual([
      ["initiative", "changed"],
      ["opinion", "added"],
    ]);
    expect((await roundOf(next.policyId)).sheets).toBeGreaterThan(0);
  });

  it("is refused at its release where another release came between", async () => {
    const third = await nextYear(ward, 2023);
    const nodes = freshPlan(await currentPlan(ward.policyId), third.policyId);
    const [early, late] = [
      await approvedRevision(third, nodes, formulation("OUTLINE")),
      await approvedRevision(third, nodes, formulation("PROPOSAL")),
    ];
    await releaseNow(third, [late]);
    expect(await heard(releaseNow(third, [early]))).toBe("stale-base");
  });
});

describe("a correction", () => {
  it("names an Edition of the policy, which keeps what it says", async () => {
    const corrected = { ...amendment("予算額の誤り"), kind: "CORRECTION" as const };
    const changed = withPlan(await currentPlan(ward.policyId), "initiative", "1-1-1", { budgetThousandYen: 999 });
    expect(await submitted(ward, changed, corrected)).toBe("revision-undescribed");
    expect(await submitted(ward, changed, { ...corrected, corrects: 2 })).toBe("revision-undescribed");
    expect(await submitted(ward, changed, { ...amendment(), corrects: 1 })).toBe("revision-undescribed");
    const before = await revisionHistory(ward.slug, 2021);
    await releaseNow(ward, [await approvedRevision(ward, changed, { ...corrected, corrects: 1 })]);
    const after = await revisionHistory(ward.slug, 2021);
    expect(after?.lines.map(({ number, corrects }) => [number, corrects])).toEqual([
      [2, 1],
      [1, null],
    ]);
    expect(after?.lines[1]).toEqual(before?.lines[0]);
  });
});

describe("aims, opinions and notices in the editor", () => {
  const begin = (by: Actor) => startRevision(by, { policyId: ward.policyId, key: newKey() }, now);
  const aim: Aim = {
    ...{ type: "aim", id: randomUUID(), order: 0, code: "1", title: "子育てしやすいまち", text: null },
    predecessorIds: [],
  };
  const step = async (by: Actor, from: Moved, edit: PlanEdit): Promise<Moved> => {
    const result = await editRevision(by, { ...on(from), edit, seen: from.versionHash }, now);
    if ("conflicts" in result) throw new Error("conflicts");
    return result.moved;
  };

  it("are the coordinator's to write, and nobody's section's", async () => {
    const byStaff = await begin(ward.staff);
    expect(await heard(step(ward.staff, byStaff, { kind: "list", entry: aim }))).toBe("outside-own-items");
    const added = await step(ward.coordinator, byStaff, { kind: "list", entry: aim });
    expect(await heard(step(ward.staff, added, { kind: "list", entry: { ...aim, title: "別の目標" } }))).toBe(
      "outside-own-items",
    );
    const seen = await planEditing(ward.staff, added.submissionId);
    expect(seen.own).not.toContain(nodeKey(aim));
    expect(seen.own.length).toBeGreaterThan(0);
    expect((await planEditing(ward.coordinator, added.submissionId)).own).toContain(nodeKey(aim));
  });

  it("are cited by items, and an aim that is removed is cited by none", async () => {
    const started = await begin(ward.coordinator);
    const added = await step(ward.coordinator, started, { kind: "list", entry: aim });
    const strategy = (nodes: Plan) => itemOf(nodes, "strategy", "1-1");
    const { nodes } = await planEditing(ward.coordinator, added.submissionId);
    const { title, code, featured, sectionId, plan: own, predecessorIds } = strategy([...nodes]);
    const node = {
      title,
      code,
      featured,
      sectionId,
      plan: own,
      predecessorIds,
      aimIds: [aim.id],
      themes: [],
      sdgs: [],
    };
    const parentId = itemOf(nodes, "issue", "1").id;
    const key = nodeKey(strategy([...nodes]));
    const citing = await step(ward.coordinator, added, { kind: "change", key, node: { ...node, parentId } });
    const cited = (await planEditing(ward.coordinator, citing.submissionId)).nodes.filter(isItem);
    expect(cited.filter((one) => "aimIds" in one && one.aimIds).map((one) => one.code)).toEqual(["1-1"]);
    const removed = await step(ward.coordinator, citing, { kind: "remove", key: nodeKey(aim) });
    const after = await planEditing(ward.coordinator, removed.submissionId);
    expect(after.changes).toEqual([]);

    const back = await describeRevision(ward.coordinator, { ...on(removed), revision: amendment() }, now);
    const ready = await submit(ward.coordinator, on(back), now);
    await approve(ward.head, shown(ready), now);
  });

  it("leave the archive as it can be recomputed", async () => {
    expect(await verifyArchive()).toMatchObject({ broken: null });
  });
});
