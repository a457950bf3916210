import { randomUUID } from "node:crypto";
import type { RevisionPart } from "../../../lib/domain/edition.ts";
import type { CalendarDate } from "../../../lib/domain/fiscal-year.ts";
import type { SheetValues } from "../../../lib/domain/forms/sheet.ts";
import { isItem, type Opinion, type Plan, type PlanNode } from "../../../lib/domain/policy.ts";

/** A Revision of the sample ward: the Edition that it becomes, when, what it says of itself, and what it makes of a plan. */
export interface SampleRevision {
  readonly number: number;
  /** Written and approved in the two weeks before. */
  readonly releasedOn: CalendarDate;
  readonly says: Omit<RevisionPart, "type">;
  /** `whole` is the year's plan as the texts have it; `now` the one that is public, empty before the first. */
  readonly plan: (whole: (which?: "amended") => Plan, now: Plan) => Plan;
}

const item = (plan: Plan, code: string) => plan.find((node) => isItem(node) && node.code === code) as PlanNode;

/** The plan with other texts in one item's form. */
function withTexts(plan: Plan, type: PlanNode["type"], code: string, texts: SheetValues): Plan {
  return plan.map((node) =>
    node.type === type && isItem(node) && node.code === code ? { ...node, plan: { ...node.plan, ...texts } } : node,
  );
}

const NIGHT = "\n・うち2か所は夜間に行う。";
const NO_NIGHT = {
  actions: "・全13避難所のうち8か所で開設訓練を行う。\n・訓練の後に振返りの場を設け、手順書を直す。",
};
const WITH_NIGHT = { actions: NO_NIGHT.actions.replace("\n", `${NIGHT}\n`) };
/** A slip of the pen, found in summer: the ward has thirteen shelters. */
const SLIP = { actions: WITH_NIGHT.actions.replace("13", "12") };

const opinion = (order: number, said: Omit<Opinion, "type" | "id" | "order">): Opinion => ({
  ...{ type: "opinion", id: randomUUID(), order },
  ...said,
});

/** How the finished year's plan came about and was revised; the two rounds come in between, as Editions 5 and 7. */
export function revisionsOf(year: number): readonly SampleRevision[] {
  const april = `${year}-04-01`;
  return [
    {
      number: 1,
      releasedOn: `${year - 1}-12-12`,
      says: { kind: "FORMULATION", step: "OUTLINE", reason: "素案の公表", effectiveOn: april },
      plan: (whole) => withTexts(whole(), "initiative", "1-1-2", NO_NIGHT),
    },
    {
      number: 2,
      releasedOn: `${year}-02-20`,
      says: {
        kind: "FORMULATION",
        step: "PROPOSAL",
        reason: "区政会議の意見を受けて改めた案の公表",
        effectiveOn: april,
      },
      plan: (_whole, now) => [
        ...withTexts(now, "initiative", "1-1-2", WITH_NIGHT),
        opinion(0, {
          ...{ source: "WARD_MEETING", date: `${year}-01-22`, outcome: "REFLECTED" },
          text: "災害は夜に起こるかもしれない。避難所の訓練が平日の昼だけでは、働いている人が参加できない。",
          answer: "ご意見のとおり、夜間の訓練を行うこととしました。",
          change: "具体的取組1-1-2に、8か所のうち2か所で夜間の訓練を行うことを加えました。",
          itemIds: [item(now, "1-1-2").id],
        }),
        opinion(1, {
          ...{ source: "WARD_MEETING", date: `${year}-01-22`, outcome: "ALREADY_STATED" },
          text: "こどもの居場所を増やしてほしい。",
          answer: "戦略2-2で、こども食堂のネットワークづくりとして取り組むこととしています。",
          change: null,
          itemIds: [item(now, "2-2").id],
        }),
      ],
    },
    {
      number: 3,
      releasedOn: april,
      says: {
        kind: "FORMULATION",
        step: "FINAL",
        reason: "パブリック・コメントと予算の議決を経た確定",
        effectiveOn: april,
      },
      plan: (_whole, now) => [
        ...withTexts(now, "initiative", "1-1-2", SLIP),
        opinion(2, {
          ...{ source: "PUBLIC_COMMENT", date: `${year}-03-14`, outcome: "NOTED" },
          text: "駅前に自転車を置く場所そのものが足りない。",
          answer: "置き場の増設は市全体の計画で検討されるため、市の担当局に伝え、今後の参考とします。",
          change: null,
          itemIds: [item(now, "1-2-1").id],
        }),
        opinion(3, {
          ...{ source: "PUBLIC_COMMENT", date: `${year}-03-14`, outcome: "NOT_REFLECTED" },
          text: "広報紙を廃止し、費用をすべてSNSに回すべきだ。",
          answer: "紙でしか情報を受け取れない方がいるため、広報紙は続け、記事をしぼって読みやすくします。",
          change: null,
          itemIds: [item(now, "5-2-1").id, item(now, "5-2-2").id],
        }),
      ],
    },
    {
      number: 4,
      releasedOn: `${year}-08-07`,
      says: {
        kind: "CORRECTION",
        reason: "避難所の数の誤り(12か所を13か所に訂正)",
        effectiveOn: april,
        corrects: 3,
      },
      plan: (_whole, now) => withTexts(now, "initiative", "1-1-2", WITH_NIGHT),
    },
    {
      number: 6,
      releasedOn: `${year}-11-14`,
      says: {
        kind: "AMENDMENT",
        reason: "地域情報誌の支援を取りやめ、在宅避難の手引きの作成を加えるため",
        effectiveOn: `${year}-11-14`,
      },
      plan: (whole, now) => amended(now, whole("amended")),
    },
    {
      number: 8,
      releasedOn: `${year + 1}-06-15`,
      says: {
        kind: "CORRECTION",
        reason: "自己評価の公開後に見つかった、めざす状態の誤字の訂正",
        effectiveOn: `${year + 1}-06-15`,
        corrects: 3,
      },
      plan: (_whole, now) =>
        withTexts(now, "strategy", "4-2", { targetState: "休日の駅前の歩行者が、平日と同じくらいになっています。" }),
    },
  ];
}

/** What the running year changed of itself before its round. */
export function revisionsOfRunning(year: number): readonly SampleRevision[] {
  const april = `${year}-04-01`;
  return [
    {
      number: 1,
      releasedOn: april,
      says: {
        kind: "FORMULATION",
        reason: `令和${year - 2018}年度みほん区運営方針の策定`,
        effectiveOn: april,
      },
      plan: (whole) => whole(),
    },
    {
      number: 2,
      releasedOn: `${year}-06-12`,
      says: {
        kind: "AMENDMENT",
        reason: "新しい市政改革プラン(見本)に合わせ、オンライン手続きの目標を改めるため",
        effectiveOn: `${year}-06-12`,
      },
      plan: (_whole, now) => withTexts(now, "reformItem", "1", { goal: "オンラインでできる手続きの利用率 60%" }),
    },
  ];
}

/** The year before the finished one, of which no more than its plan and what came of it is known. */
export function revisionsOfEarlier(year: number): readonly SampleRevision[] {
  const says = { kind: "FORMULATION" as const, reason: `令和${year - 2018}年度みほん区運営方針の策定` };
  const effectiveOn = `${year}-04-01`;
  return [{ number: 1, releasedOn: effectiveOn, says: { ...says, effectiveOn }, plan: (whole) => whole() }];
}

/** One initiative goes, and one comes behind its neighbours, as the texts have it. */
function amended(now: Plan, texts: Plan): Plan {
  const added = item(texts, "1-1-4");
  const strategy = item(now, "1-1");
  if (added.type !== "initiative") throw new Error("1-1-4 is not an initiative");
  return [...now.filter((node) => node !== item(now, "4-1-2")), { ...added, strategyId: strategy.id }];
}
