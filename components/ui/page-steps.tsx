import type { Route } from "next";
import { ButtonLink } from "./button.tsx";

/** The way from page to page of a list; nothing where there is one page only. */
export function PageSteps({
  page,
  pages,
  hrefOf,
  label,
  position,
  previous,
  next,
}: {
  page: number;
  pages: number;
  hrefOf: (page: number) => Route;
  label: string;
  /** Which page of how many, in words. */
  position: string;
  previous: string;
  next: string;
}) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
      {page > 1 ? (
        <ButtonLink rel="prev" href={hrefOf(page - 1)}>
          {previous}
        </ButtonLink>
      ) : null}
      <span className="figures">{position}</span>
      {page < pages ? (
        <ButtonLink rel="next" href={hrefOf(page + 1)}>
          {next}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
