import type { Choice } from "../form.ts";

/** The wording of 様式2's choices is assumed; the codes, symbols and senses are the form's. */

export const progressStatus: readonly Choice[] = [
  {
    code: "a",
    symbol: "a",
    label: { ja: "順調", en: "On track" },
    explanation: { ja: "めざす状態に向けて計画どおり進んでいるとき", en: "The strategy advances as planned" },
    tone: "good",
  },
  {
    code: "b",
    symbol: "b",
    label: { ja: "順調でない", en: "Not on track" },
    explanation: {
      ja: "計画どおり進んでいないとき",
      en: "It does not",
    },
    tone: "bad",
  },
];

export const outcomeStatus: readonly Choice[] = [
  {
    code: "A",
    symbol: "A",
    label: { ja: "順調", en: "On track" },
    explanation: {
      ja: "アウトカム指標の目標に達したとき、または達する見通しがあるとき",
      en: "Outcome targets were met or are in sight",
    },
    tone: "good",
  },
  {
    code: "B",
    symbol: "B",
    label: { ja: "順調でない", en: "Not on track" },
    explanation: { ja: "目標に達しない指標があるとき", en: "Some outcome target was missed" },
    tone: "bad",
  },
];

export const effectiveness: readonly Choice[] = [
  {
    code: "1",
    symbol: "ア",
    label: { ja: "有効であり、継続して推進する", en: "Effective; continue" },
    explanation: {
      ja: "戦略の目標に向けて効果が出ているとき",
      en: "The initiatives bring the strategy nearer to its target",
    },
    tone: "good",
  },
  {
    code: "2",
    symbol: "イ",
    label: { ja: "有効でないため、取組を見直す", en: "Not effective; rework" },
    explanation: {
      ja: "効果が出ていないとき。取組の内容ややり方を改めます",
      en: "They do not; what is done, or how, will change",
    },
    tone: "bad",
  },
  {
    code: "0",
    symbol: "ー",
    label: { ja: "プロセス指標未設定・未測定", en: "Indicator not set or not measured" },
    explanation: {
      ja: "指標がないか測れていないため、判断できないとき",
      en: "There is no indicator or no measurement to judge by",
    },
    tone: "none",
  },
];

export const outlook: readonly Choice[] = [
  {
    code: "1",
    symbol: "①",
    label: { ja: "目標達成見込み", en: "Target expected to be met" },
    explanation: {
      ja: "年度末にプロセス指標の目標を達成できる見込みのとき",
      en: "The process indicator's target will be met by the end of the fiscal year",
    },
    tone: "good",
  },
  {
    code: "2",
    symbol: "②",
    label: { ja: "目標を達成できない見込み", en: "Target not expected to be met" },
    explanation: {
      ja: "達成できない見込みのとき。「課題と改善策」が必要です",
      en: "The target will be missed. “Challenges and improvements” is then required",
    },
    tone: "bad",
  },
];

export const implementation: readonly Choice[] = [
  {
    code: "i",
    symbol: "(ⅰ)",
    label: { ja: "取組は予定どおり実施(見込みを含む)", en: "Carried out as planned, or expected to be" },
    explanation: {
      ja: "計画した取組を、時期も内容も計画どおり行うとき",
      en: "What was planned is done, when it was planned",
    },
    tone: "good",
  },
  {
    code: "ii",
    symbol: "(ⅱ)",
    label: {
      ja: "取組は予定どおり実施していない(見込みを含む)",
      en: "Not carried out as planned, or not expected to be",
    },
    explanation: {
      ja: "取りやめ、延期、縮小などがあるとき",
      en: "Something was dropped, put off or made smaller",
    },
    tone: "bad",
  },
];

export const achievement: readonly Choice[] = [
  {
    code: "1",
    symbol: "①",
    label: { ja: "目標達成", en: "Target met" },
    explanation: { ja: "指標の実績が目標に達したとき", en: "What was measured meets the target" },
    tone: "good",
  },
  {
    code: "2",
    symbol: "②",
    label: { ja: "目標未達成", en: "Target not met" },
    explanation: {
      ja: "指標の実績が目標に達しなかったとき",
      en: "It does not",
    },
    tone: "watch",
  },
  {
    code: "3",
    symbol: "③",
    label: { ja: "撤退・再構築基準未達成", en: "Below the withdrawal or rebuilding criterion" },
    explanation: {
      ja: "計画で定めた基準にも達しなかったとき。取組をやめるか作り直します",
      en: "Not even the plan’s own criterion was met: the initiative ends or is rebuilt",
    },
    tone: "bad",
  },
];

/** Reform items have no withdrawal criterion, so only the first two. */
export const reformAchievement: readonly Choice[] = achievement.filter((choice) => choice.code !== "3");
