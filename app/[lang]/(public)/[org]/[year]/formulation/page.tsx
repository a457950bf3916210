import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { HistoryPage } from "@/components/history/history-page.tsx";
import { StepTimeline } from "@/components/policy/formulation-lines.tsx";
import { ItemLinks } from "@/components/policy/item-links.tsx";
import { OpinionView } from "@/components/policy/opinion-view.tsx";
import { PolicySection } from "@/components/policy/policy-section.tsx";
import { StepMark } from "@/components/policy/step-mark.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { Unbroken } from "@/components/ui/unbroken.tsx";
import { opinionGroups, stepLines } from "@/lib/domain/formulation.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { formulationPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { policyPageMetadata } from "../../../page-metadata.ts";
import { releasedPolicy } from "../../../released.ts";

type Props = PageProps<"/[lang]/[org]/[year]/formulation">;

const pathOf = (policy: PublishedPolicy) => (language: Language) =>
  formulationPath(language, policy.organization.slug, policy.fiscalYear);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return policyPageMetadata(await params, pathOf, "formulation.page");
}

/** 策定経過: the steps in which the plan was set, each an Edition, and the opinions with what they led to. */
export default async function FormulationPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  return <Formulation lang={lang} policy={await releasedPolicy(await params)} />;
}

function Formulation({ lang, policy }: { lang: Language; policy: PublishedPolicy }) {
  const words = useTranslations("formulation.page");
  const { organization, fiscalYear, content, history } = policy;
  const steps = stepLines(history);
  return (
    <HistoryPage
      lang={lang}
      policy={{ organization, fiscalYear, title: content.policy.title }}
      path={pathOf(policy)}
      heading={words("title")}
      lead={words("lead")}
    >
      <StepMark lang={lang} policy={policy} link={false} />
      <PolicySection id="steps" level={2} heading={words("steps")}>
        {steps.length > 0 ? (
          <StepTimeline lang={lang} steps={steps} policy={{ org: organization.slug, year: fiscalYear }} compare />
        ) : (
          <p className="text-ink-muted">{words("noSteps")}</p>
        )}
      </PolicySection>
      <PolicySection id="opinions" level={2} heading={words("opinions")}>
        {content.opinions.length === 0 ? (
          <Empty title={words("noOpinions")}>{words("noOpinionsWhy")}</Empty>
        ) : (
          <Opinions lang={lang} policy={policy} />
        )}
      </PolicySection>
    </HistoryPage>
  );
}

function Opinions({ lang, policy }: { lang: Language; policy: PublishedPolicy }) {
  const words = useTranslations("formulation.page");
  const sources = useTranslations("opinions.sources");
  const { opinions } = policy.content;
  return (
    <>
      <p>{words("opinionsCount", { count: opinions.length })}</p>
      {opinionGroups(opinions).map(({ source, date, opinions: group }) => (
        <section key={`${source} ${date}`} className="min-w-0 space-y-6">
          <h3 className="text-xl">
            <Unbroken>
              {words("group", { source: sources(source), date: date ? dateWords(lang, date) : words("noDate") })}
            </Unbroken>
          </h3>
          <ol className="space-y-8 md:space-y-10">
            {group.map((opinion) => (
              <li key={opinion.id} className="print:break-inside-avoid">
                <OpinionView
                  opinion={opinion}
                  items={<ItemLinks lang={lang} policy={policy} itemIds={opinion.itemIds} />}
                />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}
