import { randomUUID } from "node:crypto";
import { planEditing } from "../lib/data/plan-editing.ts";
import { editRevision } from "../lib/data/revising.ts";
import { startRevision } from "../lib/data/starts.ts";
import { makeWard } from "../lib/data/testing/ward.ts";
import { parentIdOf } from "../lib/domain/plan-order.ts";
import { isItem, nodeKey } from "../lib/domain/policy.ts";

/** A coordinator with a Revision of a plan of so many initiatives: opens it, and saves another text of one of its items. */
export async function editorOf(initiatives: number) {
  const { coordinator, policyId } = await makeWard({ initiatives, round: false });
  let at = await startRevision(coordinator, { policyId, key: randomUUID() });
  return {
    open: async () => void (await planEditing(coordinator, at.submissionId)),
    save: async (turn: number) => {
      const { nodes } = await planEditing(coordinator, at.submissionId);
      const node = nodes.filter(isItem).find(({ type, code }) => type === "initiative" && code === "1-1-5");
      if (!node) throw new Error("1-1-5 is not there");
      const typed = {
        ...{ title: node.title, code: node.code, featured: node.featured, sectionId: node.sectionId },
        ...{ parentId: parentIdOf(node), predecessorIds: node.predecessorIds, aimIds: [], themes: [], sdgs: [] },
        plan: { ...node.plan, description: `${turn}回目の概要` },
      };
      const edit = { kind: "change" as const, key: nodeKey(node), node: typed };
      const result = await editRevision(coordinator, { ...at, edit, seen: at.versionHash, key: randomUUID() });
      if (!("moved" in result)) throw new Error("conflicts");
      at = result.moved;
    },
  };
}
