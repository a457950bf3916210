import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LaterLookList } from "@/components/deciding/later-look-list.tsx";
import { QuestionsWaiting } from "@/components/questions/questions-waiting.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { SubmissionList } from "@/components/submission/submission-list.tsx";
import { WaitingList } from "@/components/taking-back/waiting-list.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { laterLooksOf } from "@/lib/data/later-looks.ts";
import { questionsWaiting } from "@/lib/data/question-lists.ts";
import { revisablePolicies } from "@/lib/data/revisions.ts";
import { type Desk, deskOf } from "@/lib/data/submissions.ts";
import { takeablePolicies, takingBackWaiting } from "@/lib/data/taking-back.ts";
import type { Actor, Role } from "@/lib/domain/actor.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import {
  decidingPath,
  deskPath,
  openRevisionsPath,
  releasesPath,
  signInPath,
  takingBackPath,
} from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../staff-page.tsx";
import { NoticesSection } from "./notices-section.tsx";
import { SiteBanner } from "./site-banner.tsx";

export async function generateMetadata({ params }: PageProps<"/[lang]/desk">): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "staff.desk" });
  return { title: words("title") };
}

export default async function DeskPage({ params }: PageProps<"/[lang]/desk">) {
  const lang = pageLanguage((await params).lang);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, deskPath(lang)));
  const words = await getTranslations("staff.desk");
  const deciding = await getTranslations("deciding");
  const desk = await deskOf(actor);
  const looks = await laterLooksOf(actor);
  const today = tokyoDate(new Date());
  const lists = listsFor(actor, desk);
  const plan = await getTranslations("plan.revisions");
  const policies = await revisablePolicies(actor);
  const takingBack = await getTranslations("takingBack.page");
  const waiting = await takingBackWaiting(actor);
  const questions = await questionsWaiting(actor);
  const takeable = await takeablePolicies(actor);
  return (
    <StaffPage lang={lang} path={deskPath} room="desk" actor={actor}>
      <PageShell
        heading={<PageHeading size="small" title={words("title")} lead={words("greeting", { name: actor.name })} />}
      >
        {actor.administrator || lists.some(({ list }) => list === "toRelease") ? <SiteBanner /> : null}
        <NoticesSection lang={lang} actor={actor} />
        {looks.length > 0 ? <LaterLookList lang={lang} looks={looks} /> : null}
        {questions.length > 0 ? <QuestionsWaiting lang={lang} lines={questions} /> : null}
        {waiting.length > 0 ? <WaitingList lang={lang} lines={waiting} /> : null}
        {lists.map(({ list, empty }) => (
          <section key={list} aria-labelledby={`${list}-heading`}>
            <h2 id={`${list}-heading`} className="mb-5">
              {words(list)} <span className="figures font-normal text-ink-muted text-lg">{desk[list].length}</span>
            </h2>
            {desk[list].length > 0 ? (
              <SubmissionList lang={lang} lines={desk[list]} today={today} />
            ) : (
              <p className="text-ink-muted">{words(empty)}</p>
            )}
            {list === "toDecide" && desk.toDecide.length > 0 ? (
              <p className="mt-6">
                <ButtonLink variant="primary" href={decidingPath(lang)}>
                  {deciding("desk.toQueue")}
                </ButtonLink>
              </p>
            ) : null}
            {list === "toRelease" && desk.toRelease.length > 0 ? (
              <p className="mt-6">
                <ButtonLink variant="primary" href={releasesPath(lang)}>
                  {words("prepareRelease")}
                </ButtonLink>
              </p>
            ) : null}
          </section>
        ))}
        {policies.length > 0 ? (
          <section aria-labelledby="revisions-heading">
            <h2 id="revisions-heading" className="mb-3">
              {plan("desk")}
            </h2>
            <p className="mb-3 text-ink-soft">{plan("deskLead")}</p>
            <ul className="flex flex-wrap gap-x-8">
              {policies.map(({ id, organization, fiscalYear }) => (
                <li key={id}>
                  <a href={openRevisionsPath(lang, id)} className="inline-flex min-h-target items-center">
                    {organization[lang === "ja" ? "nameJa" : "nameEn"]} {fiscalYearWords(lang, fiscalYear)}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {takeable.length > 0 ? (
          <section aria-labelledby="take-back-heading">
            <h2 id="take-back-heading" className="mb-3">
              {takingBack("policies")}
            </h2>
            <p className="mb-3 text-ink-soft">{takingBack("policiesLead")}</p>
            <ul className="flex flex-wrap gap-x-8">
              {takeable.map(({ id, organization, fiscalYear }) => (
                <li key={id}>
                  <a href={takingBackPath(lang, id)} className="inline-flex min-h-target items-center">
                    {takingBack("policyLink", {
                      organization: organization[lang === "ja" ? "nameJa" : "nameEn"],
                      year: fiscalYearWords(lang, fiscalYear),
                    })}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {lists.length === 0 ? <Empty title={words(actor.administrator ? "administrator" : "noMembership")} /> : null}
      </PageShell>
    </StaffPage>
  );
}

/** The lists that a person's posts call for; a list that cannot ever have anything for them is not shown. */
function listsFor(actor: Actor, desk: Desk) {
  const holds = (role: Role) => actor.memberships.some((membership) => membership.role === role);
  return [
    { list: "toRelease", empty: "toReleaseEmpty", shown: holds("COORDINATOR") },
    { list: "toDecide", empty: "toDecideEmpty", shown: holds("MANAGER") },
    { list: "toWrite", empty: "toWriteEmpty", shown: holds("STAFF") || desk.toWrite.length > 0 },
    { list: "waiting", empty: "waitingEmpty", shown: desk.waiting.length > 0 },
  ].filter((entry) => entry.shown) as { list: keyof Desk; empty: "toWriteEmpty" }[];
}
