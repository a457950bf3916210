import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { below, Heading, type Level } from "@/components/policy/heading.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Indicator } from "@/lib/domain/forms/indicator.ts";
import {
  amountOfAll,
  type ComparedItem,
  type ComparedYear,
  indicatorPairs,
  type YearItem,
} from "@/lib/domain/years.ts";
import { itemPath } from "@/lib/web/paths.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import { figureWords } from "@/lib/words/figures.ts";
import type { Language } from "@/lib/words/languages.ts";
import { KindBadge } from "./kind-badge.tsx";
import { YearGrade } from "./year-grade.tsx";

interface ComparedProps {
  lang: Language;
  slug: string;
  now: ComparedYear;
  before: ComparedYear;
}

/** Items of two years in reading order, each with how it stands to the year before and what changed in figures. */
export function ComparedItems({
  lines,
  level,
  ...props
}: ComparedProps & { lines: readonly ComparedItem[]; level: Level }) {
  return (
    <ol>
      {lines.map((line) => (
        <Line key={(line.now ?? line.before[0])?.id} {...props} line={line} level={level} />
      ))}
    </ol>
  );
}

const SIZES = ["text-xl", "text-lg", "font-bold text-base"] as const;
const RULES = [
  "border-ink border-t-2 pt-5 mt-4 first:mt-0 first:border-t-0 first:pt-0",
  "border-line border-t pt-4",
  "border-hairline border-t pt-4",
];

function Line({ lang, slug, now, before, line, level }: ComparedProps & { line: ComparedItem; level: Level }) {
  const words = useTranslations();
  const { kind, depth } = line;
  const item = line.now ?? line.before[0];
  if (!item) return null;
  const year = line.now ? now : before;
  const others = line.now ? line.before : [];
  return (
    <li
      className={`grid gap-x-6 gap-y-2 pb-5 md:grid-cols-[5.5rem_minmax(0,1fr)] print:break-inside-avoid ${RULES[depth] ?? ""}`}
    >
      {/* Said in the heading, for those who go from one to the next. */}
      <div aria-hidden="true">
        <KindBadge kind={kind} />
      </div>
      <div className="grid min-w-0 gap-3">
        <Heading level={line.now ? below(level, depth) : level} className={SIZES[depth] ?? "text-base"}>
          <span className="figures block text-accent text-sm">
            {words(`targets.${item.type}`)} {item.code}
          </span>
          <a
            href={itemPath(lang, slug, year.fiscalYear, item)}
            lang="ja"
            className="inline-flex min-h-target items-center"
          >
            {item.title}
          </a>
          <span className="sr-only"> {words(`years.kinds.${kind}`)}</span>
        </Heading>
        <dl className="grid gap-x-8 gap-y-3 lg:grid-cols-[13rem_12rem_minmax(0,1fr)] print:grid-cols-[11rem_9rem_minmax(0,1fr)] print:gap-x-6">
          {needsNames(kind, item, others) ? (
            <Fact term={words("years.compared.before")} place="lg:col-span-full print:col-span-full">
              {others.length === 0 ? (
                words("years.compared.goneBefore")
              ) : (
                <ul>
                  {others.map((one) => (
                    <li key={one.id}>
                      <a
                        href={itemPath(lang, slug, before.fiscalYear, one)}
                        lang="ja"
                        className="inline-flex min-h-target items-center"
                      >
                        {one.code} {one.title}
                      </a>
                    </li>
                  ))}
                </ul>
              )}
            </Fact>
          ) : null}
          <Budgets lang={lang} now={now} before={before} line={line} />
          {line.before.length > 0 && fieldsOf(before.formId, item.type, "SELF_EVALUATION").length > 0 ? (
            <Fact term={words("years.compared.evaluation")} place="lg:col-start-2 print:col-start-2">
              <ul className="grid gap-1">
                {line.before.map((one) => (
                  <li key={one.id}>
                    {line.before.length > 1 ? <span className="figures mr-2">{one.code}</span> : null}
                    <YearGrade lang={lang} year={before} item={one} phase="SELF_EVALUATION" />
                  </li>
                ))}
              </ul>
            </Fact>
          ) : null}
          <Targets lang={lang} now={now} before={before} line={line} />
        </dl>
      </div>
    </li>
  );
}

/** An item that goes on under its own code and title need not say what it continues. */
const needsNames = (kind: ComparedItem["kind"], item: YearItem, before: readonly YearItem[]) =>
  kind === "merged" ||
  kind === "split" ||
  (kind === "continued" && (before[0]?.code !== item.code || before[0]?.title !== item.title));

/** `place` is its column where there is room: each kind of figure stands below those of the items above. */
function Fact({ term, place, children }: { term: string; place: string; children: ReactNode }) {
  return (
    <div className={`grid content-start gap-0.5 ${place}`}>
      <dt className="text-ink-muted text-sm">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function Sides({ before, now }: { before: ReactNode; now: ReactNode }) {
  const words = useTranslations("years");
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      {before === null ? null : (
        <span>
          <span className="text-ink-muted text-sm">{words("lastYear")}</span> {before}
        </span>
      )}
      {before === null || now === null ? null : <span aria-hidden="true">→</span>}
      {now === null ? null : (
        <span>
          <span className="text-ink-muted text-sm">{words("thisYear")}</span> {now}
        </span>
      )}
    </span>
  );
}

function Budgets({ lang, now, before, line }: Omit<ComparedProps, "slug"> & { line: ComparedItem }) {
  const words = useTranslations("years");
  const asks = (year: ComparedYear, item: YearItem | null | undefined) =>
    Boolean(item) &&
    fieldsOf(year.formId, item?.type ?? "issue", "PLAN").some(({ key }) => key === "budgetThousandYen");
  const [had, has] = [asks(before, line.before[0]), asks(now, line.now)];
  if (!had && !has) return null;
  const last = amountOfAll(line.before, "budget");
  const current = line.now ? amountOfAll([line.now], "budget") : null;
  const amount = (value: number | null) => (
    <span className="figures font-bold">{value === null ? words("unknown") : amountWords(lang, value)}</span>
  );
  // A part of what was divided is no less than the whole was.
  const change = last === null || current === null || line.kind === "split" ? null : current - last;
  return (
    <Fact term={words("budget")} place="lg:col-start-1 print:col-start-1">
      <Sides before={had ? amount(last) : null} now={has ? amount(current) : null} />
      {change === null ? null : (
        <span className="figures text-ink-muted text-sm">
          {change === 0
            ? words("compared.same")
            : words("compared.change", { sign: change > 0 ? "+" : "", amount: amountWords(lang, change) })}
        </span>
      )}
    </Fact>
  );
}

function Targets({ lang, now, before, line }: Omit<ComparedProps, "slug"> & { line: ComparedItem }) {
  const words = useTranslations();
  const pairs = indicatorPairs(line.now && { formId: now.formId, item: line.now }, {
    formId: before.formId,
    items: line.before,
  });
  if (pairs.length === 0) return null;
  const target = (indicator: Indicator | undefined | null) =>
    indicator ? (
      <span className="figures font-bold" lang={indicator.target === null ? undefined : "ja"}>
        {indicator.target === null ? words("indicators.notSet") : figureWords(lang, indicator.target, indicator)}
      </span>
    ) : null;
  return (
    <Fact term={words("years.compared.targets")} place="lg:col-start-3 print:col-start-3">
      <ul className="grid gap-2">
        {pairs.map(({ now: own, before: last }) => (
          <li key={own?.id ?? last?.indicator.id}>
            <span lang="ja">{own?.name ?? last?.indicator.name}</span>
            <Sides before={target(last?.indicator)} now={target(own)} />
          </li>
        ))}
      </ul>
    </Fact>
  );
}
