import { CAUSES, FIELDS, type Field, OUTCOMES, REMEDIES } from "./words.ts";

/** Numbers that look random and are the same in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Dice = () => number;

/** One of several. */
export const oneOf = <Value>(roll: Dice, values: readonly Value[]): Value =>
  values[Math.floor(roll() * values.length)] as Value;

/** A whole number from `from` to `to`. */
export const between = (roll: Dice, from: number, to: number): number => from + Math.floor(roll() * (to - from + 1));

/** The five fields that a ward's issues are about, the same ones in all its years. */
export function fieldsOfWard(ward: number): Field[] {
  return Array.from({ length: 5 }, (_, n) => FIELDS[(ward * 3 + n * 2) % FIELDS.length] as Field);
}

/** What one initiative is about; in all its years the same. */
export interface Subject {
  readonly field: Field;
  readonly subject: string;
  readonly doing: string;
  readonly place: string;
}

export const subjectOf = (roll: Dice, field: Field): Subject => ({
  field,
  subject: oneOf(roll, field.subjects),
  doing: oneOf(roll, field.doings),
  place: oneOf(roll, field.places),
});

export const titleOf = ({ subject, doing }: Subject): string => `${subject}に向けた${doing}`;

export function descriptionOf(roll: Dice, { field, subject, doing, place }: Subject): string {
  const times = between(roll, 2, 24);
  return (
    `${field.name}をめざし、${subject}を対象に${doing}を行います。${place}を主な会場として年${times}回実施し、` +
    `地域の団体や関係機関と協力して、必要とする人に確実に届くよう工夫します。実施後はアンケートで効果を確かめます。`
  );
}

export function actionsOf(roll: Dice, { subject, doing, place, field }: Subject): string {
  const others = [oneOf(roll, field.doings), oneOf(roll, field.doings)];
  return [
    `・${place}での${doing}の実施(年${between(roll, 2, 12)}回)`,
    `・${subject}への案内の送付と、広報紙・ＳＮＳによる周知`,
    ...others.map((other) => `・${other}と合わせた開催(参加予定 ${between(roll, 20, 400)}人)`),
    `・関係団体との連絡会の開催(四半期ごと)`,
  ].join("\n");
}

export function challengeOf(roll: Dice, { subject }: Pick<Subject, "subject">): string {
  return `${subject}に関する取組は広がってきたが、${oneOf(roll, CAUSES)}${oneOf(roll, REMEDIES)}`;
}

export function resultsOf(roll: Dice, { doing, place }: Subject): string {
  return `${doing}を${place}などで${between(roll, 2, 24)}回実施し、延べ${between(roll, 40, 2400)}人が参加した。${oneOf(roll, OUTCOMES)}${oneOf(roll, OUTCOMES)}`;
}

export const remedyOf = (roll: Dice): string => `${oneOf(roll, CAUSES)}${oneOf(roll, REMEDIES)}`;

export const issueTexts = (roll: Dice, field: Field) => {
  const subject = oneOf(roll, field.subjects);
  return {
    description: `${field.name}を実現するため、${field.subjects.slice(0, 3).join("、")}などへの取組を進めます。`,
    futureState: `${subject}をはじめ、だれもが安心して暮らし、${field.name}を実感している。`,
    currentSituation: `${oneOf(roll, field.doings)}への参加は年間延べ${between(roll, 200, 4000)}人で、区民アンケートでは${between(roll, 30, 80)}%が関心があると答えている。`,
    causeAnalysis: oneOf(roll, CAUSES),
    challenge: challengeOf(roll, { subject }),
  };
};

export const strategyTexts = (roll: Dice, field: Field) => {
  const [subject, doing] = [oneOf(roll, field.subjects), oneOf(roll, field.doings)];
  return {
    title: `${subject}と進める${doing}`,
    description: `${subject}と協力し、${doing}を中心に${field.name}につながる取組を組み合わせて進めます。`,
    targetState: `${doing}に参加した区民の割合が高まり、${subject}が自ら活動を続けている。`,
  };
};
