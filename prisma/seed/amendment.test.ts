import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, db } from "../../lib/data/db.ts";
import { approve, submit } from "../../lib/data/moves.ts";
import { actorOf } from "../../lib/data/people.ts";
import { publishedEdition } from "../../lib/data/published.ts";
import { revisionHistory } from "../../lib/data/published-editions.ts";
import { release } from "../../lib/data/releases.ts";
import { describeRevision, editRevision } from "../../lib/data/revising.ts";
import { startRevision } from "../../lib/data/starts.ts";
import { chosen, currentPlan, itemOf, on, shown } from "../../lib/data/testing/ward.ts";
import { verifyArchive } from "../../lib/data/verify.ts";
import type { Actor } from "../../lib/domain/actor.ts";
import { initiativesOf } from "../../lib/domain/edition.ts";
import { newItem, type PlanEdit, type TypedNode } from "../../lib/domain/plan-edit.ts";
import { parentIdOf } from "../../lib/domain/plan-order.ts";
import { type ItemNode, nodeKey } from "../../lib/domain/policy.ts";
import { DEMO_ACCOUNTS } from "./accounts.ts";
import { seedDemo } from "./demo.ts";

// A first amendment of the real ward's policy, the way its coordinator would make it.
const WARD = "higashisumiyoshi";
const now = () => new Date("2020-05-11T10:00:00+09:00");
const DESCRIPTION = "4か月児健診で絵本を手渡し、こどもの成長に応じた3・4歳児訪問につなぎます。";

let policyId = "";
let people: { readonly coordinator: Actor; readonly head: Actor };

beforeAll(async () => {
  await seedDemo({ log: () => {} });
  const policy = await db().policy.findFirstOrThrow({ where: { organization: { slug: WARD }, fiscalYear: 2020 } });
  policyId = policy.id;
  const actor = async (name: string) => {
    const account = DEMO_ACCOUNTS.find(({ email }) => email.startsWith(`${name}@`));
    const user = await db().user.findUniqueOrThrow({ where: { email: account?.email ?? "" } });
    const found = await actorOf(user.id);
    if (!found) throw new Error(`${name} is not there`);
    return found;
  };
  people = { coordinator: await actor("coordinator"), head: await actor("head") };
}, 120_000);
afterAll(closeDatabase);

const typedOf = (node: ItemNode): TypedNode => ({
  ...{ title: node.title, plan: node.plan, code: node.code, featured: node.featured, sectionId: node.sectionId },
  ...{ parentId: parentIdOf(node), predecessorIds: node.predecessorIds, aimIds: [], themes: [], sdgs: [] },
});

it("given three changes, when they are approved and released, then the history has exactly these and edition 1 is as it was", async () => {
  const { coordinator, head } = people;
  const before = await currentPlan(policyId);
  const [initiative, strategy] = [itemOf(before, "initiative", "1-1-2"), itemOf(before, "strategy", "3-2")];
  const parent = itemOf(before, "strategy", "1-1");
  const old = String(strategy.plan.description);
  expect(old.endsWith("。")).toBe(false);

  let at = await startRevision(coordinator, { policyId, key: randomUUID() }, now);
  const step = async (edit: PlanEdit) => {
    const result = await editRevision(coordinator, { ...on(at), edit, seen: at.versionHash }, now);
    if (!("moved" in result)) throw new Error("conflicts");
    at = result.moved;
  };
  await step({
    kind: "change",
    key: nodeKey(initiative),
    node: {
      ...typedOf(initiative),
      plan: { ...initiative.plan, description: DESCRIPTION, budgetThousandYen: 5300 },
    },
  });
  const added = newItem(before, "initiative", parent.id);
  const id = randomUUID();
  await step({
    kind: "add",
    id,
    type: "initiative",
    node: {
      ...added,
      code: "1-1-1",
      title: "試験の取組",
      plan: { description: "加えた取組。", budgetThousandYen: 120 },
    },
  });
  await step({ kind: "step", key: `initiative:${id}`, by: -1 });
  await step({
    kind: "change",
    key: nodeKey(strategy),
    node: { ...typedOf(strategy), plan: { ...strategy.plan, description: `${old}。` } },
  });
  const revision = {
    type: "revision" as const,
    kind: "AMENDMENT" as const,
    reason: "取組を一つ加え、予算と文章を改めるため",
    effectiveOn: "2020-05-15",
  };
  at = await describeRevision(coordinator, { ...on(at), revision }, now);
  const submitted = await submit(coordinator, on(at), now);
  const approved = await approve(head, shown(submitted), now);
  const bundle = { policyId, chosen: [chosen(approved)], notice: null, key: randomUUID() };
  const { number } = await release(coordinator, bundle, now);
  expect(number).toBe(2);

  const history = await revisionHistory(WARD, 2020);
  const entry = history?.entries[0];
  const told = entry?.changes.nodes.map(({ kind, after, renumbered, moved, reordered, fields }) => ({
    what: `${kind} ${after && "code" in after ? after.code : after?.type}`,
    places: { renumbered, moved, reordered },
    fields: kind === "changed" ? fields.map(({ field, before: from, after: to }) => [field, from, to]) : [],
  }));
  const nowhere = { renumbered: null, moved: null, reordered: false };
  expect(told).toEqual([
    { what: "added 1-1-1", places: nowhere, fields: [] },
    {
      what: "changed 1-1-2",
      places: nowhere,
      fields: expect.arrayContaining([
        ["description", initiative.plan.description, DESCRIPTION],
        ["budgetThousandYen", initiative.plan.budgetThousandYen, 5300],
      ]),
    },
    { what: "changed 3-2", places: nowhere, fields: [["description", old, `${old}。`]] },
  ]);
  expect(told?.[1]?.fields).toHaveLength(2);
  expect(entry?.changes.sheets).toEqual([]);
  expect(entry?.line).toMatchObject({ revisionKind: "AMENDMENT", reason: revision.reason, effectiveOn: "2020-05-15" });
  expect(entry?.approvals.map(({ postTitle }) => postTitle)).toEqual(["区長"]);

  const first = await publishedEdition(WARD, 2020, 1);
  const then = first && initiativesOf(first.policy.content);
  expect(then?.find(({ code }) => code === "1-1-2")?.plan).toEqual(initiative.plan);
  expect(then?.some(({ code }) => code === "1-1-1")).toBe(false);
  expect(first?.next?.number).toBe(2);
  expect((await verifyArchive()).broken).toBeNull();
});
