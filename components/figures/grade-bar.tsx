import { useTranslations } from "next-intl";
import type { GradeCount, GradePart } from "@/lib/domain/figures.ts";
import type { Language } from "@/lib/words/languages.ts";
import { type Ground, groundLook, Swatch } from "./grounds.tsx";

const groundOf = (part: GradePart): Ground => part.choice?.tone ?? part.none ?? "none";
const keyOf = (part: GradePart): string => part.choice?.code ?? part.none ?? "";

/** What a part of a count is called: the form's own words, or why there is no grade. */
export function usePartWords(lang: Language): (part: GradePart) => string {
  const words = useTranslations("public.figures.states");
  return (part) => part.choice?.label[lang] ?? words(part.none ?? "ungraded");
}

/** The grades of some targets as one bar; as long as `scale` targets are many. The words beside it say the same. */
export function GradeBar({
  grades: { count, parts },
  scale = count,
  height = 20,
}: {
  grades: GradeCount;
  scale?: number | undefined;
  height?: number | undefined;
}) {
  let before = 0;
  const percent = (value: number) => `${((value / Math.max(scale, 1)) * 100).toFixed(3)}%`;
  const drawn = parts.map((part) => {
    const x = before;
    before += part.count;
    return { part, x };
  });
  return (
    <svg
      width="100%"
      height={height}
      aria-hidden="true"
      className="drawing block min-w-0 overflow-visible print:break-inside-avoid"
    >
      {drawn.map(({ part, x }) => (
        <rect
          key={keyOf(part)}
          x={percent(x)}
          width={percent(part.count)}
          height="100%"
          {...groundLook(groundOf(part))}
        />
      ))}
      {Array.from({ length: count - 1 }, (_, index) => percent(index + 1)).map((x) => (
        <line key={x} x1={x} x2={x} y1="0" y2="100%" strokeWidth="1.5" className="stroke-paper" />
      ))}
    </svg>
  );
}

/** What the grounds of a bar stand for, each with how many there are. */
export function GradeLegend({ lang, grades, small = false }: { lang: Language; grades: GradeCount; small?: boolean }) {
  const words = useTranslations("public.figures");
  const nameOf = usePartWords(lang);
  return (
    <ul className={`flex flex-wrap gap-x-6 gap-y-1 ${small ? "gap-x-4 text-sm" : ""}`}>
      {grades.parts.map((part) => (
        <li key={keyOf(part)} className="inline-flex items-start gap-2">
          <span className="mt-[0.25em] inline-flex">
            <Swatch ground={groundOf(part)} />
          </span>
          <span>
            {part.choice ? (
              <span lang="ja" aria-hidden="true">
                {part.choice.symbol}{" "}
              </span>
            ) : null}
            {nameOf(part)} <b className="figures whitespace-nowrap">{words("count", { count: part.count })}</b>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** How often each grade was given, in one line: 目標達成15件、未公開2件. */
export function usePartsLine(lang: Language): (grades: GradeCount) => string {
  const words = useTranslations("public.figures");
  const nameOf = usePartWords(lang);
  return ({ parts }) =>
    parts.map((part) => words("part", { name: nameOf(part), count: part.count })).join(words("separator"));
}
