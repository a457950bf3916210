import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FiguresTable } from "@/components/questions/figures-table.tsx";
import { QuestionList } from "@/components/questions/question-list.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Button } from "@/components/ui/button.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { Select } from "@/components/ui/select.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { questionFigures, questionsOf, questionsWaiting } from "@/lib/data/question-lists.ts";
import { QUESTION_STATES } from "@/lib/domain/question.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { questionsPath, signInPath } from "@/lib/web/paths.ts";
import { StaffPage } from "../staff-page.tsx";

type Props = PageProps<"/[lang]/questions">;

/** How many of what was not found are shown at once. */
const NOT_FOUND_SHOWN = 30;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "questions.staff" });
  return { title: words("title") };
}

/** What readers asked, by state; for those who coordinate also how much of it there is, and what was not found. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const lang = pageLanguage((await params).lang);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, questionsPath(lang)));
  const { state } = await searchParams;
  // What an address cannot mean asks for what everybody sees first.
  const filter = [...QUESTION_STATES, "every" as const].find((one) => one === state) ?? "waiting";
  const lines =
    filter === "waiting" ? await questionsWaiting(actor) : await questionsOf(actor, filter === "every" ? [] : [filter]);
  const figures = await questionFigures(actor);
  const notFound =
    figures.length > 0
      ? (await questionsOf(actor)).filter(({ kind, text }) => kind === "NOT_FOUND" && text !== null)
      : [];
  const words = await getTranslations("questions.staff");
  const options = [
    { value: "waiting", label: words("waiting") },
    { value: "every", label: words("every") },
    ...QUESTION_STATES.map((one) => ({ value: one, label: words(`states.${one}`) })),
  ];
  return (
    <StaffPage lang={lang} path={(language) => questionsPath(language)} room="questions" actor={actor}>
      <PageShell heading={<PageHeading size="small" title={words("title")} lead={<p>{words("lead")}</p>} />}>
        <section aria-labelledby="list-heading" className="grid min-w-0 gap-6">
          <h2 id="list-heading">
            {words("list")}{" "}
            <span className="figures font-normal text-ink-muted text-lg">
              {words("shown", { count: lines.length })}
            </span>
          </h2>
          <form method="get" className="flex flex-wrap items-end gap-4">
            <Select name="state" label={words("filter")} options={options} defaultValue={filter} className="min-w-64" />
            <Button variant="secondary">{words("narrow")}</Button>
          </form>
          {lines.length > 0 ? (
            <QuestionList lang={lang} lines={lines} />
          ) : (
            <p className="text-ink-muted">{words("none")}</p>
          )}
        </section>
        {figures.length > 0 ? (
          <section aria-labelledby="figures-heading" className="grid min-w-0 gap-5">
            <h2 id="figures-heading">{words("figures.title")}</h2>
            <p className="max-w-prose text-ink-soft">{words("figures.lead")}</p>
            <FiguresTable lang={lang} figures={figures} />
          </section>
        ) : null}
        {notFound.length > 0 ? (
          <section aria-labelledby="not-found-heading" className="grid min-w-0 gap-5">
            <h2 id="not-found-heading">{words("notFoundTitle")}</h2>
            <p className="max-w-prose text-ink-soft">
              {words("notFoundLead", { count: Math.min(notFound.length, NOT_FOUND_SHOWN) })}
            </p>
            <QuestionList lang={lang} lines={notFound.slice(0, NOT_FOUND_SHOWN)} />
          </section>
        ) : null}
      </PageShell>
    </StaffPage>
  );
}
