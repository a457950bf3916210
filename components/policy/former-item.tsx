import { useTranslations } from "next-intl";
import { AnswerBack } from "@/components/questions/answer-back.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { formOf } from "@/lib/domain/forms/catalogue.ts";
import { itemAnchor } from "@/lib/domain/placed.ts";
import type { FormerItem, PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { editionPath, itemPath, revisionEntryPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ItemFrame } from "./item-frame.tsx";

/** The former address of an item: that it was removed or renumbered, when, and where it can be read. */
export function FormerItemPage({
  lang,
  policy,
  code,
  former: { type, title, last, since, codeNow },
}: {
  lang: Language;
  policy: PublishedPolicy;
  code: string;
  former: FormerItem;
}) {
  const words = useTranslations("history.public.former");
  const tones = useTranslations("tones");
  const { organization, fiscalYear, formId } = policy;
  const { slug } = organization;
  const { number } = since;
  const date = dateWords(lang, tokyoDate(since.occurredAt));
  const kind = formOf(formId).headings[type][lang];
  return (
    <ItemFrame lang={lang} policy={policy} item={{ type, code, title }}>
      <Banner
        tone="warning"
        toneLabel={tones("warning")}
        title={codeNow === null ? words("removed", { number }) : words("renumbered", { code: codeNow })}
        headingLevel={2}
        actions={
          <>
            {codeNow === null ? (
              <ButtonLink href={`${editionPath(lang, slug, fiscalYear, last.number)}#${itemAnchor({ type, code })}`}>
                {words("last", { number: last.number })}
              </ButtonLink>
            ) : (
              <ButtonLink href={itemPath(lang, slug, fiscalYear, { type, code: codeNow })}>
                {words("now", { kind, code: codeNow })}
              </ButtonLink>
            )}
            <ButtonLink href={revisionEntryPath(lang, slug, fiscalYear, number)} variant="quiet">
              {words("entry", { number })}
            </ButtonLink>
          </>
        }
      >
        <p>
          {codeNow === null
            ? words("removedWhy", { number, date, last: last.number })
            : words("renumberedWhy", { number, date })}
        </p>
      </Banner>
      <AnswerBack lang={lang} org={slug} year={fiscalYear} />
    </ItemFrame>
  );
}
