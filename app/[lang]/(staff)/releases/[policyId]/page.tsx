import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/site/page-shell.tsx";
import { ReleaseCancelForm } from "@/components/submission/release-cancel-form.tsx";
import { ReleaseChoice } from "@/components/submission/release-choice.tsx";
import { ReleaseSchedule } from "@/components/submission/release-schedule.tsx";
import { SubmissionList } from "@/components/submission/submission-list.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { TakesFocus } from "@/components/ui/takes-focus.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { unconcludedRounds } from "@/lib/data/concluding.ts";
import { coordinatedPolicy } from "@/lib/data/policies.ts";
import { scheduledReleases } from "@/lib/data/scheduled.ts";
import { releasable } from "@/lib/data/submissions.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { policyPath, releasePath, releasesPath, signInPath } from "@/lib/web/paths.ts";
import { fiscalYearWords, instantWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../../staff-page.tsx";
import { cancelReleaseAction } from "./actions.ts";

type Props = PageProps<"/[lang]/releases/[policyId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "staff.release" });
  return { title: words("choose") };
}

export default async function ReleasePage({ params, searchParams }: Props) {
  const { lang: segment, policyId } = await params;
  const lang = pageLanguage(segment);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, releasePath(lang, policyId)));
  const policy = await coordinated(actor, policyId);
  const words = await getTranslations();
  const { ready, missing } = await releasable(actor, policyId);
  const rounds = await unconcludedRounds(actor, policyId);
  const scheduled = await scheduledReleases(actor, policyId);
  const reserved = scheduled.flatMap(({ state, chosen }) => (state === "SCHEDULED" ? chosen : []));
  const name = policy.organization[lang === "ja" ? "nameJa" : "nameEn"];
  const year = fiscalYearWords(lang, policy.fiscalYear);
  // The address only says that something was released; the record says whether it is so.
  const query = await searchParams;
  const released = policy.edition > 0 && query.released === String(policy.edition);
  const waits = scheduled.find(({ id, state }) => id === query.scheduled && state === "SCHEDULED");
  const cancelled = scheduled.find(({ id, state }) => id === query.cancelled && state === "CANCELLED");
  return (
    <StaffPage lang={lang} path={(language) => releasePath(language, policyId)} room="releases" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[{ label: words("staff.release.title"), href: releasesPath(lang) }, { label: `${name} ${year}` }]}
          />
        }
        heading={
          <div className="grid gap-8">
            {released ? (
              <TakesFocus>
                <Banner
                  tone="success"
                  toneLabel={words("tones.success")}
                  title={words("staff.release.doneTitle", { number: policy.edition })}
                  actions={
                    <ButtonLink href={policyPath(lang, policy.organization.slug, policy.fiscalYear)}>
                      {words("staff.release.toPublic")}
                    </ButtonLink>
                  }
                />
              </TakesFocus>
            ) : null}
            {waits ? (
              <TakesFocus>
                <Banner
                  tone="success"
                  toneLabel={words("tones.success")}
                  title={words("notices.schedule.scheduledTitle")}
                >
                  {words("notices.schedule.scheduledLead", { at: instantWords(lang, waits.releaseAt) })}
                </Banner>
              </TakesFocus>
            ) : null}
            {cancelled ? (
              <TakesFocus>
                <Banner
                  tone="success"
                  toneLabel={words("tones.success")}
                  title={words("notices.schedule.cancelledTitle")}
                />
              </TakesFocus>
            ) : null}
            <PageHeading
              size="small"
              eyebrow={`${name} ${year}`}
              title={words("staff.release.choose")}
              lead={words("staff.release.chooseLead")}
            />
          </div>
        }
      >
        {scheduled.length > 0 ? (
          <ReleaseSchedule
            lang={lang}
            scheduled={scheduled}
            lines={[...ready, ...missing]}
            now={new Date()}
            cancel={(release) => (
              <ReleaseCancelForm
                lang={lang}
                action={cancelReleaseAction}
                policyId={policyId}
                releaseId={release.id}
                writer={actor.userId}
                formKey={randomUUID()}
              />
            )}
          />
        ) : null}
        <ReleaseChoice lang={lang} policyId={policyId} ready={ready} reserved={reserved} rounds={rounds} />
        <section aria-labelledby="missing-heading">
          <h2 id="missing-heading" className="mb-3">
            {words("staff.release.missing")}{" "}
            <span className="figures font-normal text-ink-muted text-lg">{missing.length}</span>
          </h2>
          <p className="mb-5 max-w-prose">
            {words(missing.length > 0 ? "staff.release.missingLead" : "staff.release.missingNone")}
          </p>
          {missing.length > 0 ? <SubmissionList lang={lang} lines={missing} today={tokyoDate(new Date())} /> : null}
        </section>
      </PageShell>
    </StaffPage>
  );
}

function coordinated(actor: Actor, policyId: string) {
  return orNotFound(coordinatedPolicy(actor, policyId));
}
