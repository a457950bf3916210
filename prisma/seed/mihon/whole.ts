import { children } from "./children.ts";
import { community } from "./community.ts";
import { office } from "./office.ts";
import { safety } from "./safety.ts";
import { welfare } from "./welfare.ts";

export const ISSUES = [safety, children, welfare, community, office];

/** The aims of the ward's vision, each with the issue whose strategies serve it; the last has none yet. */
export const AIMS = [
  {
    code: "1",
    title: "だれも取り残されない、災害に強いまち",
    issue: "1",
    text: "どの地区でも、住民が自分たちの計画で避難所を開き、運営できるようにします。",
  },
  {
    code: "2",
    title: "こどもの声がきこえるまち",
    issue: "2",
    text: "妊娠期から青年期まで、身近なところで切れ目なく支えます。",
  },
  {
    code: "3",
    title: "住み慣れたところで暮らし続けられるまち",
    issue: "3",
    text: "健康づくりと支え合いによって、だれもが役割をもって暮らせるようにします。",
  },
  {
    code: "4",
    title: "人と店と川がつなぐ、にぎわいのまち",
    issue: "4",
    text: "駅前と川辺を、区民が自分たちで使いこなす場所にします。",
  },
  {
    code: "5",
    title: "届く言葉と、待たせない窓口",
    issue: "5",
    text: "手続きと情報を、いちばん困っている人に合わせて作り直します。",
  },
  {
    code: "6",
    title: "緑と生きもののあるまち",
    issue: null,
    text: "川辺と公園の緑をつなぎ、生きものの種類を調べて公表します。",
  },
] as const;

/** What the policy says as a whole. The same in both years, as it mostly is. */
export const WHOLE = {
  introduction:
    "みほん区は、みほん市の東に位置する、人口約9万8千人の架空の区です。みほん川とみほん駅を中心に、古くからの商店街と新しい住宅が並ぶまちとして描いています。この運営方針は、ソフトウェアの使い方を示すための見本であり、実在する自治体のものではありません。",
  goal: "となりの人の顔が見え、明日が楽しみになるまち",
  mission:
    "区民と区役所が同じ目線で話し合い、身近な困りごとを身近なところで解決することによって、一人ひとりの暮らしを支える。",
  basicPolicy: [
    "数字で目標を立て、できなかったことも隠さずに伝えます。",
    "区役所で待つよりも、地域に出向いて声を聞きます。",
    "続けることよりも、役に立つことを大切にし、効果のない取組は改めるか、やめます。",
    "災害のときに一人も取り残さないことを、すべての取組の土台とします。",
  ],
  visionName: "みほん区将来ビジョン(見本)",
  reformPlanName: "みほん市 市政改革プラン(見本)",
  contact: {
    officeName: "みほん区役所",
    sectionName: "総務課",
    groupName: "企画調整グループ",
    phone: "000-0000-0000",
    fax: "000-0000-0001",
    postalCode: "000-0000",
    address: "みほん市みほん区中央1丁目1番1号",
  },
  yearEnd: {
    yearEndSummary:
      "本年度は26の具体的取組のうち、18でプロセス指標の目標を達成した。とくに、書かない窓口、産後ケア、見守りの協定では、目標を上回る成果があった。災害への備えでは、11地区が自ら防災計画を見直した。",
    remainingIssues:
      "がん検診の受診率、個別避難計画の作成、SNSの登録者は目標に届かなかった。いずれも、働く世代や支援を求めにくい人に届いていないことが共通の課題である。来年度は、届ける相手をしぼり、方法を変えて取り組む。",
  },
} as const;

/** Sheets of the finished year that came back once: what was written first, and what the manager said to it. */
export const RETURNED_ONCE: Readonly<
  Record<
    string,
    { first: Readonly<Record<string, string>>; comment: string; remarks: Readonly<Record<string, string>> }
  >
> = {
  "SELF_EVALUATION initiative 3-1-1": {
    first: { challengeAndImprovement: "受診率は目標に届かなかった。引き続き周知に努める。" },
    comment: "「周知に努める」だけでは、来年度に何を変えるのかがわかりません。",
    remarks: { challengeAndImprovement: "電子申請の開始が11月になった影響と、重点を置く相手を書いてください。" },
  },
  "MID_YEAR_REVIEW initiative 3-2-3": {
    first: { challengeAndImprovement: "同意を得るのに時間がかかっている。" },
    comment: "改善策を加えてください。",
    remarks: { challengeAndImprovement: "かかっている日数と、訪問の進め方をどう改めるかを書いてください。" },
  },
};
