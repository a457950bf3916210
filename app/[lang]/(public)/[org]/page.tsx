import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { OrganizationVision } from "@/components/city/organization-vision.tsx";
import { OrganizationYearsView } from "@/components/city/organization-years.tsx";
import { FigurePatterns } from "@/components/figures/grounds.tsx";
import { PolicySection } from "@/components/policy/policy-section.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import type { OrganizationYears } from "@/lib/domain/published-policy.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { homePath, publicOrganizationPath } from "@/lib/web/paths.ts";
import { feedTitle } from "@/lib/words/feed-words.ts";
import type { Language } from "@/lib/words/languages.ts";
import { pageMetadata } from "../page-metadata.ts";
import { releasedOrganization } from "../released.ts";

type Props = PageProps<"/[lang]/[org]">;

const pathOf =
  ({ organization }: OrganizationYears) =>
  (language: Language) =>
    publicOrganizationPath(language, organization.slug);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const found = await releasedOrganization(await params);
  const words = await getTranslations({ locale: lang });
  const organization = lang === "ja" ? found.organization.nameJa : found.organization.nameEn;
  const title = words("public.standing.organization.titleOf", { organization });
  const head = {
    title: found.organization.sample ? words("sample.titled", { title }) : title,
    description: words("public.standing.organization.description", { organization }),
  };
  return pageMetadata(lang, pathOf(found), head, [
    { org: found.organization.slug, title: feedTitle(lang, { organization: found.organization }) },
  ]);
}

/** An organisation: its years as a line of progress, and the vision that they carry out. */
export default async function OrganizationPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  return <ReleasedOrganization lang={lang} found={await releasedOrganization(await params)} />;
}

function ReleasedOrganization({ lang, found }: { lang: Language; found: OrganizationYears }) {
  const words = useTranslations("public.standing.organization");
  const site = useTranslations("site");
  const { organization, years } = found;
  const name = lang === "ja" ? organization.nameJa : organization.nameEn;
  return (
    <PublicFrame lang={lang} path={pathOf(found)} organization={organization}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={site("breadcrumbs")}
            items={[{ label: site("home"), href: homePath(lang) }, { label: name }]}
          />
        }
        heading={
          <PageHeading
            eyebrow={
              <>
                {lang === "ja" ? organization.cityNameJa : organization.cityNameEn}{" "}
                {organization.sample ? <SampleMark /> : null}
              </>
            }
            title={name}
            lead={<p>{words("lead")}</p>}
          />
        }
      >
        <FigurePatterns />
        <PolicySection id="years" level={2} heading={words("years")}>
          <OrganizationYearsView lang={lang} found={found} />
          <p className="max-w-prose text-ink-muted text-sm">{words("yearsRule")}</p>
        </PolicySection>
        <PolicySection id="vision" level={2} heading={words("vision")}>
          <OrganizationVision lang={lang} organization={organization} years={years} />
        </PolicySection>
      </PageShell>
    </PublicFrame>
  );
}
