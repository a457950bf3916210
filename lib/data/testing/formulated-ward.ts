import { randomUUID } from "node:crypto";
import type { RevisionPart } from "../../domain/edition.ts";
import type { Aim, Opinion, Plan, PlanNode } from "../../domain/policy.ts";
import { createPolicy } from "../policies.ts";
import {
  amendment,
  approvedRevision,
  at,
  currentPlan,
  itemOf,
  makeWard,
  releaseNow,
  type Ward,
  withPlan,
} from "./ward.ts";

const november = at("2021-11-25T09:00:00+09:00");
const february = at("2022-02-01T09:00:00+09:00");

/** The same plan under ids of its own, for another policy. */
export function freshPlan(nodes: Plan, policyId: string): Plan {
  const ids = new Map(nodes.map(({ id, type }) => [id, type === "policy" ? policyId : (randomUUID() as string)]));
  return JSON.parse(JSON.stringify(nodes).replaceAll(/[0-9a-f-]{36}/g, (id) => ids.get(id) ?? id)) as Plan;
}

/** What a Revision says of itself that publishes a step of the formulation; without one, all of it at once. */
export const formulation = (step?: RevisionPart["step"]): RevisionPart => ({
  ...{ type: "revision", kind: "FORMULATION", reason: "令和4年度運営方針の策定", effectiveOn: "2022-04-01" },
  ...(step && { step }),
});

/** The place for a ward's policy of another year. */
export async function nextYear(ward: Ward, fiscalYear: number): Promise<Ward> {
  const { organizationId, coordinator } = ward;
  const { id } = await createPolicy(coordinator, { organizationId, fiscalYear, formId: "osaka-2013" }, november);
  return { ...ward, policyId: id };
}

export const opinion = (text: string, rest: Partial<Opinion> = {}): Opinion => ({
  ...{ type: "opinion", id: randomUUID(), order: 0, source: "WARD_MEETING", date: "2021-12-10", text },
  ...{ answer: "案に反映します。", outcome: "REFLECTED", change: "1-1-1の説明に訪問を加えました。", itemIds: [] },
  ...rest,
});

const aim = (order: number, title: string): Aim => ({
  ...{ type: "aim", id: randomUUID(), order, code: String(order + 1), title, text: null, predecessorIds: [] },
});

/** The plan of the proposal: with a vision of three aims, of which two are served, and with the opinions on the outline. */
function proposed(nodes: Plan): Plan {
  const aims = [aim(0, "子育てしやすいまち"), aim(1, "災害に強いまち"), aim(2, "つながりのあるまち")];
  const [first, second] = aims.map(({ id }) => id);
  const initiative = itemOf(nodes, "initiative", "1-1-1").id;
  const serving = withPlan(nodes, "initiative", "1-1-1", { description: "健診に来ない家庭を訪ねる。" }).map(
    (node): PlanNode => {
      if (node.type === "policy") {
        const vision = { visionName: "試験区将来ビジョン", visionPeriod: "令和3年度から令和7年度まで" };
        return { ...node, plan: { ...node.plan, ...vision } };
      }
      if (node.type === "issue" && node.code === "2" && second) return { ...node, aimIds: [second] };
      return node.type === "strategy" && node.code === "1-1" && first ? { ...node, aimIds: [first] } : node;
    },
  );
  const noted = { source: "PUBLIC_COMMENT", date: "2022-01-14", outcome: "NOTED", change: null } as const;
  return [
    ...serving,
    ...aims,
    opinion("健診に来ない家庭を訪ねてほしい。", { itemIds: [initiative] }),
    opinion("訓練の日程を早く知らせてほしい。", { ...noted, order: 1, answer: "今後の参考とします。" }),
  ];
}

/**
 * A ward whose FY2021 plan was corrected once, and whose FY2022 plan was published as an outline and then, with the
 * opinions on that, as a proposal.
 */
export async function makeFormulatedWard(): Promise<Ward> {
  const ward = await makeWard({ round: false });
  const plan = await currentPlan(ward.policyId);
  const next = await nextYear(ward, 2022);
  const outline = await approvedRevision(next, freshPlan(plan, next.policyId), formulation("OUTLINE"), november);
  await releaseNow(next, [outline], november);
  const proposal = proposed(await currentPlan(next.policyId));
  await releaseNow(next, [await approvedRevision(next, proposal, formulation("PROPOSAL"), february)], february);

  const corrected = withPlan(plan, "initiative", "1-1-1", { budgetThousandYen: 1100 });
  const correction = { ...amendment("予算額の誤り"), kind: "CORRECTION" as const, corrects: 1 };
  await releaseNow(ward, [await approvedRevision(ward, corrected, correction, november)], november);
  return next;
}
