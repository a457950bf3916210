import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PolicyBody } from "@/components/policy/policy-body.tsx";
import { PolicySummary } from "@/components/policy/policy-summary.tsx";
import { StepBanner } from "@/components/policy/step-mark.tsx";
import { ConcludeNote } from "@/components/rounds/conclude-note.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { ReleaseChanges } from "@/components/submission/release-changes.tsx";
import { ReleaseForm } from "@/components/submission/release-form.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { unconcludedRounds } from "@/lib/data/concluding.ts";
import { coordinatedPolicy } from "@/lib/data/policies.ts";
import { currentPolicy } from "@/lib/data/published.ts";
import type { NewNotice } from "@/lib/data/release-contents.ts";
import { previewRelease } from "@/lib/data/releases.ts";
import { releasable } from "@/lib/data/submissions.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { isOver, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { releasePath, releasePreviewPath, releasesPath } from "@/lib/web/paths.ts";
import { releaseFields } from "@/lib/web/release-fields.ts";
import { readTypedDate } from "@/lib/web/typed-date.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../../../staff-page.tsx";
import { releaseAction } from "./actions.ts";

type Props = PageProps<"/[lang]/releases/[policyId]/preview">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "staff.release" });
  return { title: words("previewTitle") };
}

export default async function PreviewPage({ params, searchParams }: Props) {
  const { lang: segment, policyId } = await params;
  const lang = pageLanguage(segment);
  const query = await searchParams;
  const actor = await currentActor();
  const preview = actor && (await previewOf(actor, policyId, query));
  const words = await getTranslations();
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
  const here = (language: typeof lang) => `${releasePreviewPath(language, policyId)}?${asked}`;
  const title = preview
    ? `${preview.policy.organization[lang === "ja" ? "nameJa" : "nameEn"]} ${fiscalYearWords(lang, preview.policy.fiscalYear)}`
    : "…";
  return (
    <StaffPage lang={lang} path={here} room="releases" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("staff.release.title"), href: releasesPath(lang) },
              { label: title, href: releasePath(lang, policyId) },
              { label: words("staff.release.previewTitle") },
            ]}
          />
        }
        heading={
          <PageHeading
            size="small"
            eyebrow={title}
            title={words("staff.release.previewTitle")}
            lead={words("staff.release.previewLead")}
          />
        }
      >
        <ReleaseForm
          lang={lang}
          action={releaseAction}
          back={releasePath(lang, policyId)}
          here={here(lang)}
          writer={actor?.userId ?? null}
          formKey={randomUUID()}
          offer={
            preview && preview.chosen.length + preview.concludes.length > 0
              ? {
                  number: preview.policy.edition + 1,
                  past: isOver(preview.policy.fiscalYear, tokyoDate(new Date())),
                  fields: releaseFields(
                    policyId,
                    preview.chosen,
                    preview.notice,
                    preview.policy.edition + 1,
                    preview.concludes,
                  ),
                }
              : null
          }
        />
        {preview && preview.chosen.length + preview.concludes.length > 0 ? (
          <>
            <ConcludeNote formId={preview.policy.formId} phases={preview.concludes} content={preview.shown.content} />
            <ReleaseChanges
              lang={lang}
              formId={preview.policy.formId}
              changes={preview.shown.changes}
              content={preview.shown.content}
            />
            <section aria-labelledby="page-heading" className="grid gap-6">
              <h2 id="page-heading">{words("staff.release.page")}</h2>
              <div className="border border-line p-4 md:p-10">
                <StepBanner
                  lang={lang}
                  step={preview.shown.step}
                  number={preview.policy.edition + 1}
                  date={tokyoDate(new Date())}
                  href={null}
                  className="mb-8"
                />
                <div className="space-y-12 md:space-y-20">
                  <PolicySummary
                    lang={lang}
                    level={3}
                    links={false}
                    policy={{
                      ...preview.page,
                      edition: preview.shown.step ? { step: preview.shown.step } : {},
                      history: [{ revisionKind: preview.shown.revisionKind }, ...preview.page.history],
                    }}
                  />
                  <PolicyBody lang={lang} level={3} links={false} policy={preview.page} />
                </div>
              </div>
            </section>
          </>
        ) : null}
      </PageShell>
    </StaffPage>
  );
}

async function previewOf(actor: Actor, policyId: string, query: Awaited<Props["searchParams"]>) {
  const policy = await orNotFound(coordinatedPolicy(actor, policyId));
  const include = [query.include ?? []].flat();
  const { ready } = await releasable(actor, policyId);
  const chosen = ready
    .filter((line) => include.includes(line.id))
    .map(({ id, lockVersion, versionHash }) => ({ submissionId: id, lockVersion, versionHash }));
  const notice = noticeOf(query);
  const ids = chosen.map((one) => one.submissionId);
  const current = await currentPolicy(policy.organization.slug, policy.fiscalYear);
  const asked = [query.conclude ?? []].flat();
  const rounds = await unconcludedRounds(actor, policyId);
  const concludes = rounds.map(({ phase }) => phase).filter((phase) => asked.includes(phase));
  const shown = await previewRelease(actor, policyId, ids, notice, concludes);
  const { organization, fiscalYear, formId } = policy;
  const page = {
    ...{ organization, fiscalYear, formId, content: shown.content, late: shown.late },
    history: current?.history ?? [],
    concluded: [...(current?.concluded ?? []), ...concludes],
  };
  return { policy, chosen, notice, shown, page, concludes };
}

/** The notice as it was typed on the page before; a date that does not exist is left out and is missed in the preview. */
function noticeOf(query: Awaited<Props["searchParams"]>): NewNotice | null {
  const text = typeof query.notice === "string" ? query.notice.replaceAll("\r\n", "\n").trim() : "";
  if (text === "") return null;
  const boxes = Object.fromEntries(Object.entries(query).filter(([, value]) => typeof value === "string"));
  const date = readTypedDate(boxes as Record<string, string>, "date");
  return { kind: "OTHER", text: text.slice(0, 2000), date: date === "invalid" ? null : date };
}
