import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnswerEntry } from "@/components/questions/answer-entry.tsx";
import { QuestionDoneBanner } from "@/components/questions/question-done-banner.tsx";
import { QuestionStateBadge } from "@/components/questions/question-list.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { questionOf } from "@/lib/data/question-lists.ts";
import { justDone } from "@/lib/web/just-done.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { answersPath, itemPath, policyPath, questionPath, questionsPath, signInPath } from "@/lib/web/paths.ts";
import { fiscalYearWords, instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { StaffPage } from "../../staff-page.tsx";
import { MoveForms } from "./move-forms.tsx";

type Props = PageProps<"/[lang]/questions/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "questions.staff" });
  return { title: words("title") };
}

/** One question: what the reader wrote, what is to be public of it, and what the reader of this page may do. */
export default async function QuestionPage({ params, searchParams }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const here = (language: Language) => questionPath(language, id);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, here(lang)));
  const view = await orNotFound(questionOf(actor, id));
  const { done, at } = await justDone(actor, await searchParams);
  const words = await getTranslations();
  const staff = await getTranslations("questions.staff");
  const { policy, item, section } = view;
  const { slug } = policy.organization;
  const name = lang === "ja" ? "nameJa" : "nameEn";
  const target = item ? `${words(`targets.${item.type}`)} ${item.code}` : staff("wholePolicy");
  const shown = view.answers.some(({ state }) => state === "PUBLISHED");
  return (
    <StaffPage lang={lang} path={here} room="questions" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[{ label: staff("title"), href: questionsPath(lang) }, { label: target }]}
          />
        }
        heading={
          <>
            <QuestionDoneBanner done={done} at={at} />
            <PageHeading
              size="small"
              eyebrow={`${policy.organization[name]} ${fiscalYearWords(lang, policy.fiscalYear)}`}
              title={`${staff(`kinds.${view.kind}`)}: ${target}`}
              meta={<QuestionStateBadge state={view.state} />}
            />
          </>
        }
      >
        <section aria-labelledby="original-heading" className="grid gap-3">
          <h2 id="original-heading">{staff("original")}</h2>
          <p className="max-w-prose text-ink-soft">{staff("originalLead")}</p>
          {view.text === null ? (
            <p>{staff("spam")}</p>
          ) : (
            <blockquote lang="ja" className="as-written max-w-prose border-line border-l-4 pl-5">
              {view.text}
            </blockquote>
          )}
        </section>
        <section aria-labelledby="facts-heading" className="grid gap-3">
          <h2 id="facts-heading">{staff("facts")}</h2>
          <DescriptionList
            items={[
              {
                term: staff("item"),
                description: (
                  <a
                    href={
                      item ? itemPath(lang, slug, policy.fiscalYear, item) : policyPath(lang, slug, policy.fiscalYear)
                    }
                    className="inline-flex min-h-target items-center"
                  >
                    <span>
                      {target} {item ? <span lang="ja">{item.title}</span> : null}
                    </span>
                  </a>
                ),
              },
              { term: staff("section"), description: section ? section[name] : staff("noSection") },
              { term: staff("receivedAt"), description: instantWords(lang, view.askedAt) },
              ...(view.closing ? [{ term: staff("closing"), description: staff(`closings.${view.closing}`) }] : []),
              ...(view.closed
                ? [
                    {
                      term: staff("closed"),
                      description: staff("hand", {
                        name: view.closed.name,
                        at: instantWords(lang, view.closed.at),
                      }),
                    },
                  ]
                : []),
            ]}
          />
        </section>
        {view.answers.length > 0 ? (
          <section aria-labelledby="answers-heading" className="grid min-w-0 gap-5">
            <h2 id="answers-heading">{staff("answers")}</h2>
            <ul className="border-line border-t">
              {view.answers.map((answer) => (
                <li key={answer.id} className="grid min-w-0 gap-4 border-line border-b py-6">
                  <AnswerEntry lang={lang} answer={answer} />
                </li>
              ))}
            </ul>
            {shown ? (
              <p>
                <a
                  href={`${answersPath(lang, slug, policy.fiscalYear)}#answer-${view.id}`}
                  className="inline-flex min-h-target items-center"
                >
                  {staff("public")}
                </a>
              </p>
            ) : null}
          </section>
        ) : null}
        <section aria-labelledby="next-heading" className="grid min-w-0 gap-3">
          <h2 id="next-heading">{staff("whatNext")}</h2>
          <MoveForms lang={lang} actor={actor} view={view} at={at} />
        </section>
      </PageShell>
    </StaffPage>
  );
}
