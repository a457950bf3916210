import type { SheetValues } from "../../../lib/domain/forms/sheet.ts";
import type { SubmissionState } from "../../../lib/domain/lifecycle.ts";

/** How far a sheet of the running round is, with its text. What is not listed has not been begun. */
export interface SheetNow {
  readonly state: SubmissionState;
  readonly values: SheetValues;
  /** Written by the section's second person. */
  readonly second?: true;
  readonly comment?: string;
  /** Remarks beside fields, by field key. */
  readonly remarks?: Readonly<Record<string, string>>;
}

const initiative = (progress: string, challengeAndImprovement?: string): SheetValues => ({
  progress,
  outlook: challengeAndImprovement ? "2" : "1",
  implementation: "i",
  effectiveness: "1",
  ...(challengeAndImprovement ? { challengeAndImprovement } : {}),
});
const onTrack: SheetValues = { progressStatus: "a" };

/** The mid-year round of the running year, by target type and code: sheets in every state. */
export const SHEETS_NOW: Readonly<Record<string, SheetNow>> = {
  "strategy 1-1": {
    state: "DRAFT",
    values: { progressStatus: "a", challenge: "集合住宅の管理組合の参加が、13地区のうち4地区にとどまっている。" },
  },
  "strategy 1-2": {
    state: "SUBMITTED",
    values: {
      progressStatus: "b",
      challenge: "街頭犯罪は減り続けているが、自転車の事故は前年の同じ時期と変わらない。",
      improvement: "2つの交差点での声かけを続け、企業への呼びかけを20社から40社に広げる。",
    },
  },
  "initiative 1-1-1": {
    state: "APPROVED",
    values: initiative("残る2地区を含む9地区で話合いを終え、新たに4つの管理組合が加わった。防災士の派遣は延べ13回。"),
  },
  "initiative 1-1-2": {
    state: "SUBMITTED",
    values: initiative("6か所で訓練を行い、508人が参加した。うち2か所は夜間に行った。"),
  },
  "initiative 1-2-1": {
    state: "RETURNED",
    values: initiative("駅前での呼びかけを6回、パトロールを121日行った。"),
    comment: "自転車盗の件数がありません。前年の同じ時期と比べられるように書いてください。",
    remarks: { progress: "9月末の件数と、前年の同じ時期の件数を加えてください。" },
  },
  "initiative 1-2-2": {
    state: "APPROVED",
    values: initiative("小中学校9校で実技教室を開き、1,402人が参加した。交差点での声かけは12回、企業は17社が応じた。"),
  },
  "strategy 2-1": { state: "APPROVED", values: onTrack },
  "initiative 2-1-1": {
    state: "APPROVED",
    values: initiative("対象344世帯のうち339世帯(98.5%)を訪問した。遠隔の通訳を使った訪問は11世帯。"),
  },
  "initiative 2-1-2": {
    state: "DRAFT",
    values: { progress: "9月末の利用は速報で延べ203件。事業者からの月次の報告がそろい次第、確定する。", outlook: "1" },
  },
  "initiative 2-1-3": {
    state: "SUBMITTED",
    values: initiative("9月末で延べ6,402人が利用した。土曜日は3か所で開いている。"),
  },
  "initiative 2-2-2": {
    state: "DRAFT",
    values: { progress: "11か所が月1回以上開いている。学生ボランティアは23人が登録した。" },
  },
  "strategy 3-2": {
    state: "DRAFT",
    values: { progressStatus: "a", challenge: "名簿を訓練に使えていない3地区のうち、1地区で調整が残っている。" },
  },
  "strategy 3-3": { state: "SUBMITTED", second: true, values: onTrack },
  "initiative 3-1-2": {
    state: "DRAFT",
    values: { progress: "54会場で1,198人が続けている。減塩のみそ汁の試食は19会場で行った。" },
  },
  "initiative 3-2-1": {
    state: "SUBMITTED",
    second: true,
    values: initiative("協定は25社となり、161件の気づきが寄せられた。その日のうちに連絡をとれた割合は94.4%。"),
  },
  "initiative 3-2-2": {
    state: "RETURNED",
    values: initiative("講座を11回開き、カフェを開いた。"),
    comment: "実績の数字が足りず、見込みの根拠が読み取れません。2か所を直してください。",
    remarks: {
      progress: "養成した人数と、カフェの参加者数を書いてください。",
      outlook: "カフェの参加者は前年に目標を下回っています。達成見込みとした理由がわかるようにしてください。",
    },
  },
  "initiative 3-3-1": {
    state: "SUBMITTED",
    second: true,
    values: initiative("37回販売し、売上げは1,655千円。企業からの注文は7社となった。"),
  },
  "strategy 4-1": { state: "APPROVED", values: onTrack },
  "initiative 4-1-1": {
    state: "DRAFT",
    values: {
      progress: "登録は241人、紹介は38件。依頼を取りまとめる窓口を7月に設けた。",
      outlook: "1",
      implementation: "i",
    },
  },
  "initiative 4-1-3": {
    state: "SUBMITTED",
    values: initiative("相談日を12回設け、延べ39件の相談を受けた。事務サポーターは18人となった。"),
  },
  "initiative 4-2-1": {
    state: "APPROVED",
    values: initiative("6回開き、7,310人が訪れた。費用の25%を実行委員会が負担している。"),
  },
  "initiative 4-2-2": {
    state: "DISCARDED",
    values: { progress: "春に3回開き、延べ318人が参加した(前年度の様式に記入)。" },
    comment: "催しの数え方を誤って書き始めたため取りやめ、新しいシートに書き直します。",
  },
  "strategy 5-1": { state: "APPROVED", values: onTrack },
  "initiative 5-1-1": {
    state: "RELEASED",
    values: initiative(
      "来庁の予約を4月に試行した。9月末までに待ち時間が60分を超えた日はなく、平均の待ち時間は22分であった。",
    ),
  },
  "initiative 5-1-2": {
    state: "APPROVED",
    values: initiative("対象は39の手続きとなり、延べ9,870件を受け付けた。転入の手続きの所要時間は平均33分。"),
  },
  "initiative 5-2-1": {
    state: "SUBMITTED",
    values: initiative("6回発行した。やさしい日本語の面に、ふりがなを付けた。"),
  },
  "reformItem 1": { state: "APPROVED", values: { outlook: "1", implementation: "i" } },
  "reformItem 2": {
    state: "SUBMITTED",
    values: {
      outlook: "2",
      implementation: "i",
      challengeAndImprovement:
        "9月末で一人あたり63時間となった。応援の計画は4月から動いており、10月以降の会議をさらに減らす。",
    },
  },
};

/** The sheet that may be handed in after the due date, and why. */
export const PERMITTED = {
  sheet: "initiative 2-1-2",
  reason: "産後ケアの事業者からの月次の報告が、締切の後に届くため。",
};
