import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { HistoryPage } from "@/components/history/history-page.tsx";
import { StepMark } from "@/components/policy/step-mark.tsx";
import { AnswerList } from "@/components/questions/answer-list.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { publishedAnswers } from "@/lib/data/published-answers.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import type { PublishedAnswers } from "@/lib/domain/question-view.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { answersDataPath, answersPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { policyPageMetadata } from "../../../page-metadata.ts";
import { releasedPolicy } from "../../../released.ts";

type Props = PageProps<"/[lang]/[org]/[year]/questions">;

const pathOf = (policy: PublishedPolicy) => (language: Language) =>
  answersPath(language, policy.organization.slug, policy.fiscalYear);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return policyPageMetadata(await params, pathOf, "questions.list");
}

/** What readers asked about a policy and was answered in public, and how much of what was asked that is. */
export default async function AnswersPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  const policy = await releasedPolicy(await params);
  const answers = await publishedAnswers(policy.organization.slug, policy.fiscalYear);
  return <Answers lang={lang} policy={policy} found={answers ?? notFound()} />;
}

function Answers({ lang, policy, found }: { lang: Language; policy: PublishedPolicy; found: PublishedAnswers }) {
  const words = useTranslations("questions.list");
  const site = useTranslations("site");
  const { organization, fiscalYear, content } = policy;
  return (
    <HistoryPage
      lang={lang}
      policy={{ organization, fiscalYear, title: content.policy.title }}
      path={pathOf(policy)}
      heading={words("title")}
      lead={words("lead")}
    >
      <StepMark lang={lang} policy={policy} />
      <DescriptionList
        layout="inline"
        items={[
          {
            term: words("asked"),
            description: <span className="figures">{words("count", { count: found.asked })}</span>,
          },
          {
            term: words("answered"),
            description: <span className="figures">{words("count", { count: found.answered })}</span>,
          },
        ]}
      />
      {found.answers.length > 0 ? (
        <AnswerList lang={lang} answers={found.answers} level={2} policy={policy} />
      ) : (
        <Empty title={words("noneTitle")}>{words("noneWhy")}</Empty>
      )}
      <p className="print:hidden">
        <a href={answersDataPath(organization.slug, fiscalYear)} className="inline-flex min-h-target items-center">
          {site("data")}
        </a>
      </p>
    </HistoryPage>
  );
}
