/** What every text of a ward says after the release of that number, and what the reason of that release says. */
export const numbered = (n: number): string => `〔印${n}〕`;
export const becauseOf = (n: number): string => `〔改${n}〕`;

const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, n]) => Number(n));

/** The numbers that texts show, and those that reasons show. */
export const numbersIn = (text: string): number[] => all(text, /〔印(\d+)〕/g);
export const reasonsIn = (text: string): number[] => all(text, /〔改(\d+)〕/g);
