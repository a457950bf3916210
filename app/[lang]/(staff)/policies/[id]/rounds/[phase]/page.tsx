import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoundForms } from "@/components/rounds/round-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { roundsOf } from "@/lib/data/boards.ts";
import { usualDates } from "@/lib/domain/round-view.ts";
import { ENVELOPE } from "@/lib/web/form-state.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { newRoundPath, roundPath, roundsPath } from "@/lib/web/paths.ts";
import { phaseOfAddress, ROUND_FIELDS } from "@/lib/web/round-fields.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { roundAction } from "../../../../rounds/actions.ts";
import { StaffPage } from "../../../../staff-page.tsx";

type Props = PageProps<"/[lang]/policies/[id]/rounds/[phase]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, phase: segment } = await params;
  const words = await getTranslations({ locale: pageLanguage(lang) });
  const phase = phaseOfAddress(segment) ?? notFound();
  return { title: words("rounds.openLink", { phase: words(`phases.${phase}`) }) };
}

export default async function NewRoundPage({ params }: Props) {
  const { lang: segment, id, phase: asked } = await params;
  const lang = pageLanguage(segment);
  const phase = phaseOfAddress(asked) ?? notFound();
  const actor = await currentActor();
  const policy = actor && ((await roundsOf(actor)).find(({ policyId }) => policyId === id) ?? notFound());
  const there = policy?.rounds.find((round) => round.phase === phase);
  if (there) redirect(roundPath(lang, there.id));
  if (policy && !(policy.mayRun && policy.final && policy.openable.includes(phase))) notFound();
  const words = await getTranslations();
  const title = words("rounds.openLink", { phase: words(`phases.${phase}`) });
  const here = (language: typeof lang) => newRoundPath(language, id, phase);
  return (
    <StaffPage lang={lang} path={here} room="rounds" actor={actor}>
      <PageShell
        width="reading"
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[{ label: words("rounds.title"), href: roundsPath(lang) }, { label: title }]}
          />
        }
        heading={
          <PageHeading
            size="small"
            eyebrow={
              policy
                ? words("rounds.of", {
                    organization: policy.organization[lang === "ja" ? "nameJa" : "nameEn"],
                    year: fiscalYearWords(lang, policy.fiscalYear),
                  })
                : undefined
            }
            title={title}
          />
        }
      >
        <RoundForms
          lang={lang}
          action={roundAction}
          here={here(lang)}
          writer={actor?.userId ?? null}
          formKey={randomUUID()}
          offer={
            policy && {
              fields: { [ROUND_FIELDS.policy]: policy.policyId, [ENVELOPE.phase]: phase },
              moves: ["open"],
              dates: usualDates(phase, policy.fiscalYear),
              missing: 0,
              untilOn: null,
            }
          }
          done={null}
        />
      </PageShell>
    </StaffPage>
  );
}
