import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { OrganizationEntry } from "@/components/policy/organization-entry.tsx";
import { SearchBox } from "@/components/search/search-box.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { newestPolicies, type OrganizationLine } from "@/lib/data/published.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { homePath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { pageMetadata } from "./page-metadata.ts";

// Nothing in the address asks for it, and yet each request must meet the Edition that is current then.
export const dynamic = "force-dynamic";

type Props = PageProps<"/[lang]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const words = await getTranslations({ locale: lang, namespace: "public.home" });
  return pageMetadata(lang, homePath, { title: words("title"), description: words("description") });
}

/** The front page: what this site is, and every organisation with its newest policy and its years. */
export default async function HomePage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  return <Home lang={lang} organizations={await newestPolicies()} />;
}

function Home({ lang, organizations }: { lang: Language; organizations: readonly OrganizationLine[] }) {
  const words = useTranslations("public.home");
  return (
    <PublicFrame
      lang={lang}
      path={homePath}
      search={false}
      organization={organizations.map((line) => line.organization).find(({ sourceNote }) => sourceNote !== null)}
    >
      <PageShell heading={<PageHeading title={words("heading")} lead={<p>{words("lead")}</p>} />}>
        <SearchBox lang={lang} id="home-search" labelled />
        {organizations.length === 0 ? (
          <Empty title={words("noneTitle")}>{words("noneWhy")}</Empty>
        ) : (
          <section aria-labelledby="organizations" className="grid gap-10 md:gap-16">
            <h2 id="organizations" className="sr-only">
              {words("organizations")}
            </h2>
            {organizations.map((line) => (
              <OrganizationEntry key={line.organization.slug} lang={lang} line={line} />
            ))}
          </section>
        )}
      </PageShell>
    </PublicFrame>
  );
}
