import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../domain/actor.ts";
import { newItem, type PlanEdit, type TypedNode } from "../domain/plan-edit.ts";
import { conflictName } from "../domain/plan-merge.ts";
import { parentIdOf } from "../domain/plan-order.ts";
import { isItem, nodeKey, type PlanNode } from "../domain/policy.ts";
import type { Moved } from "./carry-out.ts";
import { closeDatabase, db } from "./db.ts";
import { approve, revoke, submit } from "./moves.ts";
import { planEditing } from "./plan-editing.ts";
import { describeRevision, editRevision, rebaseRevision, undoStep } from "./revising.ts";
import { findRevision } from "./revisions.ts";
import { startRevision } from "./starts.ts";
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
  withPlan,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

afterAll(closeDatabase);

let ward: Ward;
beforeAll(async () => {
  ward = await makeWard({ round: false });
});

const begin = (by: Actor = ward.coordinator) => startRevision(by, { policyId: ward.policyId, key: newKey() }, now);

const typedOf = (node: PlanNode, changes: Partial<TypedNode> = {}): TypedNode => {
  if (!("plan" in node)) throw new Error("a notice is not typed");
  const own = isItem(node) ? node : { code: "", featured: false, sectionId: null };
  const { code, featured, sectionId } = own;
  return {
    title: node.title,
    plan: node.plan,
    code,
    featured,
    sectionId,
    parentId: parentIdOf(node),
    predecessorIds: [],
    ...{ aimIds: [], themes: [], sdgs: [] },
    ...changes,
  };
};

/** One step by somebody who looks at how the Revision stands. */
async function step(by: Actor, at: Moved, edit: PlanEdit, seen: string | null = at.versionHash): Promise<Moved> {
  const result = await editRevision(by, { ...on(at), edit, seen }, now);
  if ("conflicts" in result) throw new Error("conflicts");
  return result.moved;
}

const change = async (at: Moved, code: string, plan: TypedNode["plan"]): Promise<PlanEdit> => {
  const node = itemOf((await planEditing(ward.coordinator, at.submissionId)).nodes, "initiative", code);
  return { kind: "change", key: nodeKey(node), node: typedOf(node, { plan: { ...node.plan, ...plan } }) };
};

const told = async (at: Moved) =>
  (await findRevision(ward.coordinator, at.submissionId))?.changes.map(({ kind, after, before, fields }) => {
    const node = after ?? before;
    return `${kind} ${node && "code" in node ? node.code : node?.type}: ${
      kind === "changed"
        ? fields
            .map(({ field }) => field)
            .sort()
            .join(" ")
        : ""
    }`;
  });

describe("a Revision written step by step", () => {
  it("changes, adds, moves and removes, tells exactly that, and takes steps back one by one", async () => {
    const started = await begin();
    const first = await step(ward.coordinator, started, await change(started, "1-1-1", { budgetThousandYen: 5237 }));
    expect(await told(first)).toEqual(["changed 1-1-1: budgetThousandYen"]);

    const plan = (await planEditing(ward.coordinator, first.submissionId)).nodes;
    const strategy = itemOf(plan, "strategy", "1-1");
    const item = { ...newItem(plan, "initiative", strategy.id), title: "新しい取組", plan: { description: "始める" } };
    expect(item.code).toBe("1-1-3");
    const added = await step(ward.coordinator, first, {
      kind: "add",
      id: randomUUID(),
      type: "initiative",
      node: { ...item, code: "1-1-10" },
    });
    const grown = (await planEditing(ward.coordinator, added.submissionId)).nodes;
    const up: PlanEdit = { kind: "step", key: nodeKey(itemOf(grown, "initiative", "1-1-10")), by: -1 };
    const moved = await step(ward.coordinator, added, up);
    const gone: PlanEdit = { kind: "remove", key: nodeKey(itemOf(grown, "issue", "2")) };
    const removed = await step(ward.coordinator, moved, gone);
    expect(await told(removed)).toEqual([
      "changed 1-1-1: budgetThousandYen",
      "added 1-1-10: ",
      "removed 2: ",
      "removed 2-1: ",
      "removed 2-1-1: ",
    ]);

    const back = await undoStep(ward.coordinator, on(removed), now);
    expect(await told(back)).toEqual(["changed 1-1-1: budgetThousandYen", "added 1-1-10: "]);
    const twice = await undoStep(ward.coordinator, on(await undoStep(ward.coordinator, on(back), now)), now);
    expect(await told(twice)).toEqual(["changed 1-1-1: budgetThousandYen"]);
    expect(await heard(undoStep(ward.coordinator, on(twice), now))).toBe("wrong-state");
  });

  it("does not begin with what the Revision before it said of itself", async () => {
    const started = await begin();
    const saved = await step(
      ward.coordinator,
      started,
      await change(started, "1-1-1", { description: "理由はまだない" }),
    );
    expect((await planEditing(ward.coordinator, saved.submissionId)).described).toBeNull();
    expect(await heard(submit(ward.coordinator, on(saved), now))).toBe("revision-undescribed");
  });

  it("sent twice is done once", async () => {
    const started = await begin();
    const input = { ...on(started), edit: await change(started, "1-1-1", { description: "一度だけ" }), seen: null };
    const once = await editRevision(ward.coordinator, input, now);
    expect(await editRevision(ward.coordinator, input, now)).toEqual(once);
    expect(await db().version.count({ where: { submissionId: started.submissionId } })).toBe(1);
  });

  it("by two at once keeps what both wrote, and asks where both wrote the same field", async () => {
    const started = await begin();
    const [mine, theirs] = [
      await change(started, "1-1-1", { description: "一人目" }),
      await change(started, "1-1-1", { budgetThousandYen: 77 }),
    ];
    await step(ward.coordinator, started, mine);
    const both = await step(ward.coordinator, started, theirs, null);
    expect(await told(both)).toEqual(["changed 1-1-1: budgetThousandYen description"]);
    const other = await change(started, "1-1-1", { description: "二人目" });
    const late = await editRevision(ward.coordinator, { ...on(both), edit: other, seen: null }, now);
    expect("conflicts" in late && late.conflicts.map(({ field, mine: m, theirs: t }) => [field, m, t])).toEqual([
      ["description", "二人目", "一人目"],
    ]);
  });

  it("keeps staff to their own items, and takes an item of theirs below their own strategy", async () => {
    const started = await begin(ward.staff);
    const plan = await currentPlan(ward.policyId);
    const theirs = itemOf(plan, "initiative", "2-1-1");
    const foreign: PlanEdit = { kind: "remove", key: nodeKey(theirs) };
    expect(await heard(editRevision(ward.staff, { ...on(started), edit: foreign, seen: null }, now))).toBe(
      "outside-own-items",
    );
    const parentId = itemOf(plan, "strategy", "1-1").id;
    const own = { ...newItem(plan, "initiative", parentId), title: "わが課の取組" };
    const added = await step(ward.staff, started, { kind: "add", id: randomUUID(), type: "initiative", node: own });
    expect(await told(added)).toEqual([`added ${own.code}: `]);
  });

  it("refuses what is not there, a code that is taken, and a place below what is not there", async () => {
    const started = await begin();
    const plan = await currentPlan(ward.policyId);
    const node = itemOf(plan, "initiative", "1-1-1");
    const refusal = (edit: PlanEdit) =>
      heard(editRevision(ward.coordinator, { ...on(started), edit, seen: null }, now));
    expect(await refusal({ kind: "remove", key: `initiative:${randomUUID()}` })).toBe("not-found");
    const key = nodeKey(node);
    expect(await refusal({ kind: "change", key, node: typedOf(node, { parentId: randomUUID() }) })).toBe("not-found");
    expect(await refusal({ kind: "change", key, node: typedOf(node, { code: "1-1-2" }) })).toBe("invalid-draft");
    expect(
      await heard(
        editRevision(ward.coordinator, { ...on(started), edit: { kind: "step", key, by: 1 }, seen: "0" }, now),
      ),
    ).toBe("stale-version");
  });
});

describe("a Revision whose base is not current any more", () => {
  it("is based anew, asks about what both changed, and is approved and released again", async () => {
    const plan = await currentPlan(ward.policyId);
    const started = await begin();
    const overlapping = await step(
      ward.coordinator,
      started,
      await change(started, "1-1-1", { description: "改めた概要", budgetThousandYen: 9 }),
    );
    const described = await describeRevision(
      ward.coordinator,
      { ...on(overlapping), revision: amendment("見直し") },
      now,
    );
    const submitted = await submit(ward.coordinator, on(described), now);
    const approved = await approve(ward.head, shown(submitted), now);
    expect(await heard(rebaseRevision(ward.coordinator, { ...on(approved), choices: {} }, now))).toBe("wrong-state");

    const other = withPlan(plan, "initiative", "1-1-1", { description: "先に公開した概要" });
    await releaseNow(ward, [
      await approvedRevision(ward, withPlan(other, "initiative", "1-1-2", { description: "別の取組も" })),
    ]);
    expect(await heard(releaseNow(ward, [approved]))).toBe("stale-base");
    expect((await findRevision(ward.coordinator, approved.submissionId))?.base).toMatchObject({ stale: true });

    const returned = await revoke(ward.coordinator, { ...on(approved), comment: "先に別の改定が公開された" }, now);
    const asked = await rebaseRevision(ward.coordinator, { ...on(returned), choices: {} }, now);
    const conflicts = "conflicts" in asked ? asked.conflicts : [];
    expect(conflicts.map(({ field }) => field)).toEqual(["description"]);
    const choices = Object.fromEntries(conflicts.map((conflict) => [conflictName(conflict), "mine" as const]));
    const settled = await rebaseRevision(ward.coordinator, { ...on(returned), choices }, now);
    if ("conflicts" in settled) throw new Error("still conflicts");
    expect(await told(settled.moved)).toEqual(["changed 1-1-1: budgetThousandYen description"]);
    expect((await findRevision(ward.coordinator, approved.submissionId))?.base).toMatchObject({ stale: false });

    const again = await approve(ward.head, shown(await submit(ward.coordinator, on(settled.moved), now)), now);
    await releaseNow(ward, [again]);
    const published = await currentPlan(ward.policyId);
    expect(itemOf(published, "initiative", "1-1-1").plan).toMatchObject({
      description: "改めた概要",
      budgetThousandYen: 9,
    });
    expect(itemOf(published, "initiative", "1-1-2").plan.description).toBe("別の取組も");
    expect((await verifyArchive()).broken).toBeNull();
  });
});

describe("the first formulation of a policy", () => {
  it("begins with nothing but the policy, and grows step by step", async () => {
    const { createPolicy } = await import("./policies.ts");
    const { organizationId } = ward;
    const { id: policyId } = await createPolicy(
      ward.coordinator,
      { organizationId, fiscalYear: 2022, formId: "osaka-2013" },
      now,
    );
    const started = await startRevision(ward.coordinator, { policyId, key: newKey() }, now);
    const { nodes } = await planEditing(ward.coordinator, started.submissionId);
    expect(nodes.map((node) => (node.type === "policy" ? node.title : node.type))).toEqual(["2022年度 試験区運営方針"]);
    const issue = { ...newItem(nodes, "issue", null), title: "経営課題" };
    expect(issue.code).toBe("1");
    const added = await step(ward.coordinator, started, { kind: "add", id: randomUUID(), type: "issue", node: issue });
    const grown = (await planEditing(ward.coordinator, added.submissionId)).nodes;
    expect(newItem(grown, "strategy", itemOf(grown, "issue", "1").id).code).toBe("1-1");
  });
});
