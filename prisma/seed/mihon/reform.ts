import type { ReformItemText } from "./shape.ts";

export const REFORM_ITEMS: readonly ReformItemText[] = [
  {
    code: "1",
    title: "行政手続のオンライン化の推進",
    section: "窓口サービス課",
    purpose: "区役所に来なくても手続きができるようにし、区民の時間と職員の作業を減らす。",
    outline: "件数の多い手続きから、電子申請を中心とした受付に改める。",
    goal: "オンラインでできる手続きの利用率 45%",
    actions: ["電子申請の画面を、利用者の声をもとに年2回直す。", "窓口に来た人に、次回の電子申請の方法を案内する。"],
    midYear: { outlook: "1", implementation: "i" },
    yearEnd: {
      results: "利用率は47.2%となった。画面を2回直し、途中でやめる人の割合は21%から12%に下がった。",
      achievement: "1",
      implementation: "i",
    },
    next: { goal: "オンラインでできる手続きの利用率 55%" },
  },
  {
    code: "2",
    title: "時間外勤務の縮減",
    section: "総務課",
    purpose: "職員が健康で働き続け、限られた人員で質の高い仕事をする。",
    outline: "会議と資料を減らし、繁忙の課を全庁で応援する。",
    goal: "一人あたりの時間外勤務 年120時間以下",
    actions: [
      "会議を30分とし、資料は前日までに配る。",
      "3月と4月は、窓口に全課から応援に入る。",
      "月45時間を超えた課では、課長が業務の見直しを報告する。",
    ],
    midYear: {
      outlook: "2",
      implementation: "ii",
      challengeAndImprovement:
        "選挙の事務と重なり、9月末で一人あたり71時間となった。応援の開始を早め、会議の取りやめを広げる。",
    },
    yearEnd: {
      results: "一人あたり134時間であった。会議は前年から24%減らした。",
      achievement: "2",
      implementation: "ii",
      challengeAndImprovement:
        "選挙の事務を除くと118時間であった。来年度は、臨時の業務を見込んだ応援の計画を4月に立てる。",
    },
  },
  {
    code: "3",
    title: "庁舎の省エネルギー",
    section: "総務課",
    purpose: "温室効果ガスの排出を減らし、光熱水費を抑える。",
    outline: "照明の更新と、空調の運転の見直しを行う。",
    goal: "庁舎の電気使用量 基準年から12%減",
    actions: ["2階と3階の照明をLEDに取り替える。", "空調の運転を15分ごとの室温の記録をもとに見直す。"],
    midYear: { outlook: "1", implementation: "i" },
    yearEnd: {
      results: "電気使用量は基準年から13.4%減った。2階と3階の照明の取替えを12月に終えた。",
      achievement: "1",
      implementation: "i",
    },
    next: {
      goal: "庁舎の電気使用量 基準年から16%減",
      actions: ["4階の照明をLEDに取り替える。", "空調の更新の計画を立てる。"],
    },
  },
  {
    code: "4",
    title: "介護保険の申請の郵送・電子化",
    section: "保健福祉課",
    purpose: "介護をしている家族が、区役所に来なくても手続きができるようにする。",
    outline: "要介護認定の申請を、郵送と電子申請で受け付ける。",
    goal: "郵送と電子申請の割合 40%",
    actions: ["申請書の記入例を、地域包括支援センターに置く。", "ケアマネジャー向けの電子申請の説明会を開く。"],
    midYear: { outlook: "1", implementation: "i" },
    yearEnd: {
      results: "郵送と電子申請の割合は43%となった。説明会を4回開き、112人が参加した。",
      achievement: "1",
      implementation: "i",
    },
    next: { goal: "郵送と電子申請の割合 55%" },
  },
];
