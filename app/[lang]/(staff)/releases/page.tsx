import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { coordinatedPolicies } from "@/lib/data/policies.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { releasePath, releasesPath, signInPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../staff-page.tsx";

export async function generateMetadata({ params }: PageProps<"/[lang]/releases">): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "staff.release" });
  return { title: words("title") };
}

export default async function ReleasesPage({ params }: PageProps<"/[lang]/releases">) {
  const lang = pageLanguage((await params).lang);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, releasesPath(lang)));
  const words = await getTranslations("staff.release");
  const policies = await coordinatedPolicies(actor);
  return (
    <StaffPage lang={lang} path={releasesPath} room="releases" actor={actor}>
      <PageShell heading={<PageHeading size="small" title={words("title")} lead={words("lead")} />}>
        {policies.length === 0 ? (
          <Empty title={words("none")} />
        ) : (
          <ul className="grid gap-5">
            {policies.map((policy) => (
              <Card
                key={policy.id}
                as="li"
                variant="box"
                headingLevel={2}
                eyebrow={policy.organization[lang === "ja" ? "nameJa" : "nameEn"]}
                title={fiscalYearWords(lang, policy.fiscalYear)}
                href={releasePath(lang, policy.id)}
                aside={words("ready", { count: policy.approved })}
              >
                {policy.edition > 0 ? words("edition", { number: policy.edition }) : words("noEdition")}
              </Card>
            ))}
          </ul>
        )}
      </PageShell>
    </StaffPage>
  );
}
