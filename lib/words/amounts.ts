import type { Language } from "./languages.ts";

const figures = new Intl.NumberFormat("en-US");

/** A whole number with commas; negative as ▲ in Japanese, as the tables of the city have it. */
export function numberWords(language: Language, value: number): string {
  const digits = figures.format(Math.abs(value));
  if (value >= 0) return digits;
  return language === "ja" ? `▲${digits}` : `−${digits}`;
}

/** An amount in thousand yen: 5,237千円, 5,237 thousand yen. */
export function amountWords(language: Language, thousandYen: number): string {
  return `${numberWords(language, thousandYen)}${language === "ja" ? "千円" : " thousand yen"}`;
}
