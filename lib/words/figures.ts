import type { Indicator } from "../domain/forms/indicator.ts";
import type { Language } from "./languages.ts";

const digits = new Intl.NumberFormat("en-US", { maximumFractionDigits: 10 });

/** An indicator's figure with its unit: 85%, 1,200人, ▲3.5. A figure in words stays as it was written. */
export function figureWords(
  language: Language,
  value: number | string,
  indicator: Pick<Indicator, "unit" | "measure"> | undefined,
): string {
  if (typeof value === "string") return value;
  const unit = indicator?.unit ?? (indicator?.measure === "PERCENT" ? "%" : "");
  const minus = value >= 0 ? "" : language === "ja" ? "▲" : "−";
  return `${minus}${digits.format(Math.abs(value))}${unit}`;
}
