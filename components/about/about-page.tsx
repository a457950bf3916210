import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { Unbroken } from "@/components/ui/unbroken.tsx";
import { aboutPath, homePath, type AboutPage as Page } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What stands around each page on which the site speaks of itself. `page` is absent on the first of them. */
export function AboutPage({
  lang,
  page,
  title,
  lead,
  children,
}: {
  lang: Language;
  page?: Page | undefined;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  const words = useTranslations("about");
  const site = useTranslations("site");
  const below = page === "accessibility/results";
  return (
    <PublicFrame lang={lang} path={(language) => aboutPath(language, ...(page ? [page] : []))}>
      <PageShell
        width={page === "figures" || below ? "wide" : "reading"}
        breadcrumbs={
          <Breadcrumbs
            label={site("breadcrumbs")}
            items={[
              { label: site("home"), href: homePath(lang) },
              ...(page ? [{ label: words("nav"), href: aboutPath(lang) }] : []),
              ...(below ? [{ label: words("accessibility.title"), href: aboutPath(lang, "accessibility") }] : []),
              { label: title },
            ]}
          />
        }
        heading={<PageHeading title={<Unbroken>{title}</Unbroken>} lead={<p>{lead}</p>} />}
      >
        {children}
      </PageShell>
    </PublicFrame>
  );
}

/** One part of such a page: paragraphs stand in one text, an empty line between them. */
export function AboutSection({
  id,
  heading,
  text,
  children,
}: {
  id: string;
  heading: string;
  text?: string | undefined;
  children?: ReactNode;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="min-w-0 space-y-4">
      <h2 id={`${id}-heading`} className="border-ink border-t-2 pt-5 text-2xl">
        {heading}
      </h2>
      {text ? (
        <div className="prose-ja">
          {text.split("\n\n").map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ) : null}
      {children}
    </section>
  );
}
