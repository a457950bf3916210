import type { Choice } from "../form.ts";

/** The wording is assumed; the codes and senses are the form's. */
export const achievement: readonly Choice[] = [
  {
    code: "1",
    symbol: "○",
    label: { ja: "目標達成", en: "Targets met" },
    explanation: { ja: "測定したアウトカム指標がすべて目標に達したとき", en: "Every outcome measured met its target" },
    tone: "good",
  },
  {
    code: "2",
    symbol: "△",
    label: { ja: "一部未達成", en: "Targets partly met" },
    explanation: { ja: "目標に達しない指標があるとき", en: "Some outcomes missed their targets" },
    tone: "watch",
  },
  {
    code: "3",
    symbol: "×",
    label: { ja: "未達成", en: "Targets not met" },
    explanation: { ja: "どの指標も目標に達しないとき", en: "No outcome met its target" },
    tone: "bad",
  },
  {
    code: "0",
    symbol: "ー",
    label: { ja: "未設定・未測定", en: "Not set or not measured" },
    explanation: { ja: "目標か実績がなく、判断できないとき", en: "There is no target or no measurement to judge by" },
    tone: "none",
  },
];

const goal = (number: number, ja: string, en: string): Choice => ({
  code: String(number),
  symbol: String(number),
  label: { ja, en },
  tone: "none",
});

/** The seventeen Sustainable Development Goals, in the words of the United Nations and of Japan's government. */
export const sdgs: readonly Choice[] = [
  goal(1, "貧困をなくそう", "No poverty"),
  goal(2, "飢餓をゼロに", "Zero hunger"),
  goal(3, "すべての人に健康と福祉を", "Good health and well-being"),
  goal(4, "質の高い教育をみんなに", "Quality education"),
  goal(5, "ジェンダー平等を実現しよう", "Gender equality"),
  goal(6, "安全な水とトイレを世界中に", "Clean water and sanitation"),
  goal(7, "エネルギーをみんなに そしてクリーンに", "Affordable and clean energy"),
  goal(8, "働きがいも経済成長も", "Decent work and economic growth"),
  goal(9, "産業と技術革新の基盤をつくろう", "Industry, innovation and infrastructure"),
  goal(10, "人や国の不平等をなくそう", "Reduced inequalities"),
  goal(11, "住み続けられるまちづくりを", "Sustainable cities and communities"),
  goal(12, "つくる責任 つかう責任", "Responsible consumption and production"),
  goal(13, "気候変動に具体的な対策を", "Climate action"),
  goal(14, "海の豊かさを守ろう", "Life below water"),
  goal(15, "陸の豊かさも守ろう", "Life on land"),
  goal(16, "平和と公正をすべての人に", "Peace, justice and strong institutions"),
  goal(17, "パートナーシップで目標を達成しよう", "Partnerships for the goals"),
];
