import { useTranslations } from "next-intl";
import { itemsOf } from "@/lib/domain/edition.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { itemPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useCodeWords } from "./issue-section.tsx";

/** Items of a policy by their ids, each leading to where it is read; one that the Edition does not have is said to be gone. */
export function ItemLinks({
  lang,
  policy: { organization, fiscalYear, formId, content },
  itemIds,
}: {
  lang: Language;
  policy: Pick<PublishedPolicy, "organization" | "fiscalYear" | "formId" | "content">;
  itemIds: readonly string[];
}) {
  const words = useTranslations("formulation.page");
  const coded = useCodeWords(lang, formId);
  const found = itemsOf(content).filter(({ id }) => itemIds.includes(id));
  return (
    <ul className="grid gap-x-8">
      {found.map(({ id, type, code, title }) => (
        <li key={id}>
          <a
            href={itemPath(lang, organization.slug, fiscalYear, { type, code })}
            className="inline-flex min-h-target items-start py-1.5"
          >
            <span>
              <span className="figures">{coded(type, code)}</span> <span lang="ja">{title}</span>
            </span>
          </a>
        </li>
      ))}
      {found.length < itemIds.length ? <li className="text-ink-muted">{words("itemGone")}</li> : null}
    </ul>
  );
}
