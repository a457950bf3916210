import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon.tsx";
import { formOf } from "@/lib/domain/forms/catalogue.ts";
import { itemAnchor, type Placed, type PublishedItem } from "@/lib/domain/placed.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { itemPath, policyPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The items of the same kind before and after this one, and the way back to its place in the policy. */
export function Neighbours({
  lang,
  policy: { organization, fiscalYear, formId },
  placed: { item, previous, next },
}: {
  lang: Language;
  policy: PublishedPolicy;
  placed: Placed;
}) {
  const words = useTranslations("public.items");
  const { slug } = organization;
  const kind = formOf(formId).headings[item.type][lang];
  const to = (one: PublishedItem) => itemPath(lang, slug, fiscalYear, one);
  return (
    <nav aria-label={words("neighbours")} className="border-ink border-t-2 pt-6 print:hidden">
      {previous || next ? (
        <ul className="mb-6 grid gap-x-10 gap-y-6 sm:grid-cols-2">
          {previous ? (
            <li>
              <a href={to(previous)} rel="prev" className="group grid min-h-target gap-0.5 no-underline">
                <span className="flex items-center gap-2 text-sm">
                  <Icon name="chevron-left" className="size-4" />
                  {words("previous", { kind })}
                </span>
                <Name item={previous} />
              </a>
            </li>
          ) : null}
          {next ? (
            <li className="sm:col-start-2 sm:text-right">
              <a href={to(next)} rel="next" className="group grid min-h-target gap-0.5 no-underline">
                <span className="flex items-center gap-2 text-sm sm:justify-end">
                  {words("next", { kind })}
                  <Icon name="chevron-right" className="size-4" />
                </span>
                <Name item={next} />
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
      <p>
        <a
          href={`${policyPath(lang, slug, fiscalYear)}#${itemAnchor(item)}`}
          className="inline-flex min-h-target items-center"
        >
          {words("whole")}
        </a>
      </p>
    </nav>
  );
}

function Name({ item }: { item: PublishedItem }) {
  return (
    <span className="title-ja font-bold underline group-hover:decoration-3">
      <span className="figures">{item.code}</span> <span lang="ja">{item.title}</span>
    </span>
  );
}
