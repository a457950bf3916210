import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PolicyRoundsSection } from "@/components/rounds/policy-rounds.tsx";
import { StandingPatterns } from "@/components/rounds/standing.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { roundsOf } from "@/lib/data/boards.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { policiesPath, roundsPath, signInPath } from "@/lib/web/paths.ts";
import { StaffPage } from "../staff-page.tsx";

export async function generateMetadata({ params }: PageProps<"/[lang]/rounds">): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "rounds" });
  return { title: words("title") };
}

export default async function RoundsPage({ params }: PageProps<"/[lang]/rounds">) {
  const lang = pageLanguage((await params).lang);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, roundsPath(lang)));
  const words = await getTranslations("rounds");
  const policies = await roundsOf(actor);
  const today = tokyoDate(new Date());
  const runs = policies.some(({ mayRun }) => mayRun);
  return (
    <StaffPage lang={lang} path={roundsPath} room="rounds" actor={actor}>
      <PageShell
        heading={
          <PageHeading
            size="small"
            title={words("title")}
            lead={words(runs ? "lead" : "leadReader")}
            actions={runs ? <ButtonLink href={policiesPath(lang)}>{words("toPolicies")}</ButtonLink> : null}
          />
        }
      >
        <StandingPatterns />
        {policies.length === 0 ? <Empty title={words("none")} /> : null}
        {policies.map((policy) => (
          <PolicyRoundsSection key={policy.policyId} lang={lang} policy={policy} today={today} />
        ))}
      </PageShell>
    </StaffPage>
  );
}
