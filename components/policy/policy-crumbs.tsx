import { useTranslations } from "next-intl";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs.tsx";
import type { HistoryHead } from "@/lib/domain/published-policy.ts";
import { homePath, policyPath, publicOrganizationPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** From the front page down to a policy and, below it, to the page one is on; without one below, that is the policy itself. */
export function PolicyCrumbs({
  lang,
  policy: { organization, fiscalYear, title },
  below = [],
}: {
  lang: Language;
  policy: Pick<HistoryHead, "organization" | "fiscalYear" | "title">;
  below?: readonly Crumb[] | undefined;
}) {
  const site = useTranslations("site");
  const { slug } = organization;
  return (
    <Breadcrumbs
      label={site("breadcrumbs")}
      items={[
        { label: site("home"), href: homePath(lang) },
        {
          label: lang === "ja" ? organization.nameJa : organization.nameEn,
          href: publicOrganizationPath(lang, slug),
        },
        { label: title, href: below.length > 0 ? policyPath(lang, slug, fiscalYear) : undefined, lang: "ja" },
        ...below,
      ]}
    />
  );
}
