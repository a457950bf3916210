import { notFound } from "next/navigation";
import { setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { isLanguage, type Language } from "../words/languages.ts";

/**
 * The language of an address, told to everything that speaks on this page. An address in another language does not
 * exist.
 */
export function pageLanguage(lang: string): Language {
  if (!isLanguage(lang)) notFound();
  setRequestLocale(lang);
  return lang;
}

const fiscalYear = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number);

/** The fiscal year of an address: four digits, or the page does not exist. */
export function pageYear(year: string): number {
  const parsed = fiscalYear.safeParse(year);
  return parsed.success ? parsed.data : notFound();
}
