import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { LaterLookForm } from "@/components/deciding/later-look-form.tsx";
import { QueuePlace } from "@/components/deciding/queue-place.tsx";
import { LastYearOfChanges } from "@/components/plan/last-year.tsx";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { LifecycleSteps } from "@/components/submission/lifecycle-steps.tsx";
import { RevisionChanges } from "@/components/submission/revision-changes.tsx";
import { StateBadge } from "@/components/submission/state-badge.tsx";
import { SubmissionTimeline } from "@/components/submission/submission-timeline.tsx";
import { SubmissionWorkspace } from "@/components/submission/submission-workspace.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { ItemYearsView } from "@/components/years/item-years.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { markOpened } from "@/lib/data/deciding.ts";
import { lastYearOfItems, yearsOfTarget } from "@/lib/data/last-year.ts";
import { laterLooksOf } from "@/lib/data/later-looks.ts";
import { findRevision } from "@/lib/data/revisions.ts";
import { findSubmission } from "@/lib/data/submissions.ts";
import { findWaiting, placeInQueue } from "@/lib/data/waiting.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { SubmissionView } from "@/lib/domain/submission-view.ts";
import type { ItemYears } from "@/lib/domain/years.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { deskPath, planPath, submissionPath } from "@/lib/web/paths.ts";
import { dateWords, fiscalYearWords, instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { lookedLater } from "../../desk/deciding/actions.ts";
import { StaffPage } from "../../staff-page.tsx";
import { move } from "./actions.ts";

type Props = PageProps<"/[lang]/submissions/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, id } = await params;
  const language = pageLanguage(lang);
  const actor = await currentActor();
  const words = await getTranslations({ locale: language });
  if (!actor) return { title: words("staff.again.openTitle") };
  const view = await viewOf(actor, id);
  return { title: `${headline(view, words("targets.policy"))} ${words(`phases.${view.phase}`)}` };
}

export default async function SubmissionPage({ params, searchParams }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const actor = await currentActor();
  const view = actor && (await viewOf(actor, id));
  if (actor && view) await markOpened(actor, id);
  const revision = actor && view?.phase === "PLAN" ? await findRevision(actor, id) : null;
  const lastYear = actor && revision ? await lastYearOfItems(actor, id) : null;
  const years = actor && view ? await yearsOfTarget(actor, id) : null;
  const waiting = actor && view ? await findWaiting(actor, id) : null;
  const words = await getTranslations();
  const asked = (await searchParams).done;
  // The address only says which move to speak of; that it was really made last is read from the record.
  const done = view?.timeline[0] && view.timeline[0].move === asked ? view.timeline[0].move : null;
  return (
    <StaffPage lang={lang} path={(language) => submissionPath(language, id)} room="desk" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("staff.nav.desk"), href: deskPath(lang) },
              { label: view ? `${words(`targets.${view.target.type}`)} ${view.target.code ?? ""}` : "…" },
            ]}
          />
        }
        heading={
          <>
            <Heading lang={lang} view={view} />
            {actor && view ? <Deciding lang={lang} actor={actor} view={view} /> : null}
          </>
        }
      >
        <div className="grid gap-x-16 gap-y-14 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
          <SubmissionWorkspace
            lang={lang}
            action={move}
            view={view}
            id={id}
            writer={actor?.userId ?? null}
            formKey={randomUUID()}
            done={done}
            waiting={waiting}
            revision={
              revision ? (
                <div className="grid gap-8">
                  {view?.moves.includes("save") ? (
                    <p>
                      <ButtonLink variant="primary" href={planPath(lang, id)}>
                        {words("plan.open")}
                      </ButtonLink>
                    </p>
                  ) : null}
                  <RevisionChanges lang={lang} revision={revision} />
                  {lastYear ? (
                    <LastYearOfChanges lang={lang} lastYear={lastYear} keys={revision.changes.map(({ key }) => key)} />
                  ) : null}
                </div>
              ) : undefined
            }
          />
          {view ? <Background lang={lang} view={view} years={years} /> : null}
        </div>
      </PageShell>
    </StaffPage>
  );
}

/** Looked up once a request: the page and its title ask for the same submission. */
const viewOf = cache((actor: Actor, id: string): Promise<SubmissionView> => orNotFound(findSubmission(actor, id)));

const headline = (view: SubmissionView, fallback: string) =>
  view.target.title ?? `${view.organization.nameJa} ${fallback}`;

async function Heading({ lang, view }: { lang: Language; view: SubmissionView | null }) {
  const words = await getTranslations();
  if (!view) return <PageHeading size="small" title={words("staff.signIn.title")} />;
  const year = fiscalYearWords(lang, view.fiscalYear);
  const facts = [
    {
      term: words("staff.sheet.facts.section"),
      description: view.section?.[lang === "ja" ? "nameJa" : "nameEn"] ?? words("staff.sheet.noSection"),
    },
    ...(view.dueOn ? [{ term: words("staff.sheet.facts.due"), description: dateWords(lang, view.dueOn) }] : []),
    ...view.permits.map((permit) => ({
      key: `${permit.untilOn} ${permit.grantedAt.toISOString()}`,
      term: words("rounds.permit.title"),
      description: `${words("rounds.permit.granted", {
        date: dateWords(lang, permit.untilOn),
        by: permit.grantedBy,
        on: dateWords(lang, tokyoDate(permit.grantedAt)),
      })}${permit.inForce ? "" : ` ${words("rounds.permit.ended")}`}`,
    })),
    ...(view.head
      ? [
          {
            term: words("staff.sheet.facts.version"),
            description: words("staff.sheet.version", {
              number: view.head.number,
              author: view.head.author,
              at: instantWords(lang, view.head.occurredAt),
            }),
          },
        ]
      : []),
  ];
  return (
    <div className="grid gap-8">
      <PageHeading
        size="small"
        eyebrow={`${view.organization[lang === "ja" ? "nameJa" : "nameEn"]} ${words("staff.sheet.of", { year, phase: words(`phases.${view.phase}`) })}`}
        title={
          <>
            <span className="block text-base text-ink-muted">
              {words(`targets.${view.target.type}`)} {view.target.code}
            </span>
            <span lang="ja">{headline(view, words("targets.policy"))}</span>
          </>
        }
        meta={
          <>
            <StateBadge state={view.state} begun={view.begun} />
            <DescriptionList layout="inline" items={facts} />
          </>
        }
      />
      <LifecycleSteps state={view.state} />
      {view.returned?.comment ? (
        <Banner tone="warning" toneLabel={words("tones.warning")} title={words("staff.sheet.returnedTitle")}>
          <p className="as-written" lang="ja">
            {view.returned.comment}
          </p>
        </Banner>
      ) : null}
    </div>
  );
}

/** For whoever decides: the sheets before and after this one, and what a deputy decided in their place. */
async function Deciding({ lang, actor, view }: { lang: Language; actor: Actor; view: SubmissionView }) {
  const looks = await laterLooksOf(actor, view.id);
  const place = view.relation.decider ? await placeInQueue(actor, view.id) : null;
  return (
    <div className="mt-8 grid gap-8 empty:hidden">
      {place ? <QueuePlace lang={lang} place={place} /> : null}
      {looks.length > 0 ? (
        <LaterLookForm
          lang={lang}
          action={lookedLater}
          looks={looks}
          writer={actor.userId}
          formKey={randomUUID()}
          submissionId={view.id}
        />
      ) : null}
    </div>
  );
}

/** What one looks up while writing or deciding: the plan, what is public now, what happened. */
async function Background({ lang, view, years }: { lang: Language; view: SubmissionView; years: ItemYears | null }) {
  const words = await getTranslations("staff.sheet");
  const yearly = await getTranslations("years.item");
  return (
    <div className="grid content-start gap-12">
      {view.phase === "PLAN" ? null : (
        <section aria-labelledby="plan-heading">
          <h2 id="plan-heading" className="mb-4 text-xl">
            {words("plan")}
          </h2>
          <SheetView
            lang={lang}
            fields={fieldsOf(view.formId, view.target.type, "PLAN")}
            values={view.plan}
            empty="list"
          />
        </section>
      )}
      {view.released && view.phase !== "PLAN" ? (
        <section aria-labelledby="released-heading">
          <h2 id="released-heading" className="mb-4 text-xl">
            {words("released")}
          </h2>
          <SheetView
            lang={lang}
            fields={fieldsOf(view.formId, view.target.type, view.phase)}
            values={view.released}
            plan={view.plan}
            empty="list"
          />
        </section>
      ) : null}
      {years && years.years.length > 1 ? (
        <section aria-labelledby="years-heading">
          <h2 id="years-heading" className="mb-4 text-xl">
            {yearly("title")}
          </h2>
          <ItemYearsView lang={lang} years={years} />
        </section>
      ) : null}
      <section aria-labelledby="timeline-heading">
        <h2 id="timeline-heading" className="mb-4 text-xl">
          {words("timeline")}
        </h2>
        <SubmissionTimeline
          lang={lang}
          lines={view.timeline}
          fields={view.phase === "PLAN" ? [] : fieldsOf(view.formId, view.target.type, view.phase)}
        />
      </section>
    </div>
  );
}
