import { z } from "zod";
import type { CityFilter } from "../domain/city-filter.ts";
import { STAGES } from "../domain/figures.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** What the address of the front page asks for. */
export interface CityQuery extends CityFilter {
  readonly fiscalYear: number | null;
  /** What was asked and is nothing that can be: shown again, and left out. */
  readonly misunderstood: readonly { readonly name: "text" | "year" | "stage"; readonly value: string }[];
}

const one = (value: Query[string]): string => (typeof value === "string" ? value : (value?.[0] ?? "")).trim();
const text = z.string().max(100);
const year = z
  .string()
  .regex(/^\d{4}$/)
  .transform(Number);
const stage = z.enum(STAGES);

/** Reads `?text=区&year=2020&stage=reviewed`. An empty box asks for nothing. `years` are those that can be asked for. */
export function cityQuery(query: Query, years: readonly number[]): CityQuery {
  const typed = { text: one(query.text), year: one(query.year), stage: one(query.stage) };
  const read = {
    text: text.safeParse(typed.text),
    year: year.refine((value) => years.includes(value)).safeParse(typed.year),
    stage: stage.safeParse(typed.stage),
  };
  const names = ["text", "year", "stage"] as const;
  return {
    text: read.text.data ?? "",
    fiscalYear: read.year.data ?? null,
    stage: read.stage.data ?? null,
    misunderstood: names
      .filter((name) => typed[name] !== "" && !read[name].success)
      .map((name) => ({ name, value: typed[name].slice(0, 60) })),
  };
}
