import { z } from "zod";
import { GRADES } from "./search-entry.ts";
import { wordsOf } from "./search-text.ts";
import { isStorable, lengthOf } from "./text.ts";
import { GOAL_CODES, THEME_CODES } from "./themes.ts";

/** What is asked of the search, as it stands in an address. */

/** Characters and words that a query may have: more is no question that anybody types. */
export const LONGEST_QUERY = 100;
export const MOST_WORDS = 8;
/** The last page that can be asked for. */
const LAST_PAGE = 10_000;

export const SEARCH_KINDS = [
  "policy",
  "issue",
  "strategy",
  "initiative",
  "reformItem",
  "notice",
  "aim",
  "opinion",
] as const;
export const SEARCH_VERDICTS = ["met", "missed", "not-measured", "not-set", "qualitative"] as const;

const known = (values: readonly string[]) => z.string().refine((value) => values.includes(value));

/** What can be filtered by, each by the name that it has in an address, and which values it may have. */
export const FILTERS = {
  theme: known(THEME_CODES),
  org: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  year: z.string().regex(/^\d{4}$/),
  kind: known(SEARCH_KINDS),
  grade: known(GRADES.map(({ key }) => key)),
  indicator: known(SEARCH_VERDICTS),
  sdg: known(GOAL_CODES),
} as const;
export type FilterName = keyof typeof FILTERS;
export const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];

/** Values of one filter that can be asked for at once. */
const MOST_VALUES = 50;

/** An amount as people type it: digits of any width, with or without commas. */
const amount = z
  .string()
  .transform((typed) => typed.normalize("NFKC").replace(/[,\s]/g, "").replace(/千円$/, ""))
  .pipe(z.string().regex(/^\d{1,9}$/))
  .transform(Number);

/** What is asked, understood. */
export interface SearchQuery {
  /** As it was typed. */
  readonly q: string;
  /** What is looked for: all of these, folded. */
  readonly words: readonly string[];
  readonly filters: Readonly<Record<FilterName, readonly string[]>>;
  /** Budgets (千円) from and up to; null where no end was named. */
  readonly from: number | null;
  readonly to: number | null;
  /** Texts that another text of the same item has replaced are looked through too. */
  readonly superseded: boolean;
  readonly page: number;
}

export type QueryProblem =
  /** What was typed cannot be looked for. Nothing is found. */
  | { readonly field: "q"; readonly code: "too-long" | "too-many" | "characters" }
  /** A value that a filter does not have was left out. */
  | { readonly field: FilterName | "from" | "to" | "page"; readonly code: "unknown"; readonly typed: string }
  | { readonly field: "to"; readonly code: "order" };

export interface ReadQuery {
  readonly query: SearchQuery;
  readonly problems: readonly QueryProblem[];
  /** Whether what was typed can be looked for at all. */
  readonly searchable: boolean;
}

/** The parameters of an address, each once or several times. */
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Reads what an address asks for. Never refuses: what it does not understand it leaves out and names. */
export function readQuery(asked: Asked): ReadQuery {
  const problems: QueryProblem[] = [];
  const all = (name: string): readonly string[] => {
    const value = asked[name];
    return typeof value === "string" ? [value] : (value ?? []);
  };
  const last = (name: string): string => (all(name).at(-1) ?? "").trim();
  const read = <Value>(name: "from" | "to" | "page", schema: z.ZodType<Value>): Value | null => {
    const typed = last(name);
    if (typed === "") return null;
    const parsed = schema.safeParse(typed);
    if (!parsed.success) problems.push({ field: name, code: "unknown", typed: typed.slice(0, LONGEST_QUERY) });
    return parsed.success ? parsed.data : null;
  };
  const q = last("q");
  const wrong = problemOf(q);
  if (wrong) problems.push({ field: "q", code: wrong });
  const filters = Object.fromEntries(
    FILTER_NAMES.map((name) => {
      const values = [...new Set(all(name).filter((value) => value !== ""))].slice(0, MOST_VALUES);
      const understood = values.filter((value) => FILTERS[name].safeParse(value).success);
      for (const typed of values.filter((value) => !understood.includes(value))) {
        problems.push({ field: name, code: "unknown", typed: typed.slice(0, LONGEST_QUERY) });
      }
      return [name, understood];
    }),
  ) as Record<FilterName, string[]>;
  const [from, to] = [read("from", amount), read("to", amount)];
  if (from !== null && to !== null && from > to) problems.push({ field: "to", code: "order" });
  const page =
    read(
      "page",
      z
        .string()
        .regex(/^\d{1,5}$/)
        .transform(Number)
        .pipe(z.int().min(1).max(LAST_PAGE)),
    ) ?? 1;
  const superseded = last("superseded") === "1";
  const words = wrong ? [] : wordsOf(q);
  return { query: { q, words, filters, from, to, superseded, page }, problems, searchable: wrong === null };
}

function problemOf(q: string) {
  if (!isStorable(q)) return "characters" as const;
  if (lengthOf(q) > LONGEST_QUERY) return "too-long" as const;
  return wordsOf(q).length > MOST_WORDS ? ("too-many" as const) : null;
}

/** Whether anything but words narrows the search down. */
export function hasFilters({ filters, from, to }: Pick<SearchQuery, "filters" | "from" | "to">): boolean {
  return from !== null || to !== null || FILTER_NAMES.some((name) => filters[name].length > 0);
}

/** The address parameters of a query: the inverse of reading it. */
export function addressOf(query: SearchQuery): Asked {
  const { q, filters, from, to, superseded, page } = query;
  return {
    ...(q ? { q } : {}),
    ...filters,
    ...(from === null ? {} : { from: String(from) }),
    ...(to === null ? {} : { to: String(to) }),
    ...(superseded ? { superseded: "1" } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  };
}
