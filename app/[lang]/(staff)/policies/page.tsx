import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { coordinatedPolicies } from "@/lib/data/policies.ts";
import { sectionsOfPolicy } from "@/lib/data/revisions.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { newPolicyPath, policiesPath, roundsPath, sectionsPath, signInPath, takingBackPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../staff-page.tsx";

export async function generateMetadata({ params }: PageProps<"/[lang]/policies">): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "rounds.policies" });
  return { title: words("title") };
}

export default async function PoliciesPage({ params }: PageProps<"/[lang]/policies">) {
  const lang = pageLanguage((await params).lang);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, policiesPath(lang)));
  const words = await getTranslations();
  const policies = [];
  for (const { id } of await coordinatedPolicies(actor)) policies.push(await sectionsOfPolicy(actor, id));
  return (
    <StaffPage lang={lang} path={policiesPath} room="rounds" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("rounds.title"), href: roundsPath(lang) },
              { label: words("rounds.policies.title") },
            ]}
          />
        }
        heading={
          <PageHeading
            size="small"
            title={words("rounds.policies.title")}
            lead={words("rounds.policies.lead")}
            actions={<ButtonLink href={newPolicyPath(lang)}>{words("people.policy.link")}</ButtonLink>}
          />
        }
      >
        {policies.length === 0 ? (
          <Empty title={words("rounds.policies.none")} />
        ) : (
          <ul className="grid gap-5">
            {policies.map((policy) => {
              const count = policy.rows.filter(({ sectionId }) => sectionId === null).length;
              return (
                <Card
                  key={policy.policyId}
                  as="li"
                  headingLevel={2}
                  eyebrow={policy.organization[lang === "ja" ? "nameJa" : "nameEn"]}
                  title={fiscalYearWords(lang, policy.fiscalYear)}
                  href={sectionsPath(lang, policy.policyId)}
                  footer={
                    policy.released ? (
                      // Above the card's own link, which covers it whole.
                      <a
                        href={takingBackPath(lang, policy.policyId)}
                        className="relative inline-flex min-h-target items-center"
                      >
                        {words("takingBack.page.link")}
                      </a>
                    ) : null
                  }
                >
                  {count > 0 ? (
                    <b className="text-warning-strong">▲ {words("rounds.policies.without", { count })}</b>
                  ) : (
                    words(policy.released ? "rounds.policies.complete" : "rounds.sections.unreleased")
                  )}
                </Card>
              );
            })}
          </ul>
        )}
      </PageShell>
    </StaffPage>
  );
}
