import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { ItemHistory } from "@/components/history/item-history.tsx";
import { EvaluationCells } from "@/components/policy/evaluation-cells.tsx";
import { FormerInitiativePage } from "@/components/policy/former-initiative.tsx";
import { InitiativeFacts } from "@/components/policy/initiative-facts.tsx";
import { InitiativePlace, type Placed, placeOf } from "@/components/policy/initiative-place.tsx";
import { useCodeWords } from "@/components/policy/issue-section.tsx";
import { Neighbours } from "@/components/policy/neighbours.tsx";
import { PolicySection } from "@/components/policy/policy-section.tsx";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { StepMark } from "@/components/policy/step-mark.tsx";
import { WithheldNote } from "@/components/policy/withheld-note.tsx";
import { AnswerBack } from "@/components/questions/answer-back.tsx";
import { AnswerList } from "@/components/questions/answer-list.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { ItemYearsView } from "@/components/years/item-years.tsx";
import { publishedAnswersOn } from "@/lib/data/published-answers.ts";
import { initiativeEditions } from "@/lib/data/published-editions.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { ItemEdition, PublishedPolicy } from "@/lib/domain/published-policy.ts";
import type { PublishedAnswer } from "@/lib/domain/question-view.ts";
import type { ItemYears } from "@/lib/domain/years.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { answersPath, homePath, initiativePath, policyPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { historyMetadata, pageMetadata } from "../../../../page-metadata.ts";
import { initiativeYears, releasedFormer, releasedPolicy } from "../../../../released.ts";

type Props = PageProps<"/[lang]/[org]/[year]/initiatives/[code]">;

const pathOf = (policy: PublishedPolicy, code: string) => (language: Language) =>
  initiativePath(language, policy.organization.slug, policy.fiscalYear, code);

interface Found {
  lang: Language;
  policy: PublishedPolicy;
  code: string;
  /** Absent where no initiative has this code any more. */
  placed: Placed | undefined;
}

async function read({ params }: Props): Promise<Found> {
  const { lang, code, ...address } = await params;
  const language = pageLanguage(lang);
  const policy = await releasedPolicy(address);
  return { lang: language, policy, code, placed: placeOf(policy, code) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lang, policy, placed, code } = await read(props);
  if (!placed) {
    const former = await releasedFormer(policy, code);
    return historyMetadata(lang, pathOf(policy, code), policy, (words, said) => ({
      title: `${code} ${former.title} | ${policy.content.policy.title}`,
      description: words("former.description", { ...said, code }),
      indexed: false,
    }));
  }
  const { title } = placed.initiative;
  const words = await getTranslations({ locale: lang, namespace: "public.initiative" });
  const organization = lang === "ja" ? policy.organization.nameJa : policy.organization.nameEn;
  const year = fiscalYearWords(lang, policy.fiscalYear);
  const sample = await getTranslations({ locale: lang, namespace: "sample" });
  const whole = `${code} ${title} | ${policy.content.policy.title}`;
  return pageMetadata(lang, pathOf(policy, code), {
    title: policy.organization.sample ? sample("titled", { title: whole }) : whole,
    description: words("description", { organization, year, code, title }),
  });
}

/** One initiative at its permanent address: where it stands, its plan, its budget, how it was judged. */
export default async function InitiativePage(props: Props) {
  const { lang, policy, code, placed } = await read(props);
  if (!placed) {
    const former = await releasedFormer(policy, code);
    return <FormerInitiativePage lang={lang} policy={policy} code={code} former={former} path={pathOf(policy, code)} />;
  }
  const { organization, fiscalYear } = policy;
  const editions = await initiativeEditions(organization.slug, fiscalYear, placed.initiative.id);
  const years = await initiativeYears(policy, placed.initiative.id);
  const answers = await publishedAnswersOn(placed.initiative.id);
  const found = { lang, policy, placed, editions, years, answers };
  return <ReleasedInitiative {...found} />;
}

function ReleasedInitiative({
  lang,
  policy,
  placed,
  editions,
  years,
  answers,
}: {
  lang: Language;
  policy: PublishedPolicy;
  placed: Placed;
  editions: readonly ItemEdition[];
  years: ItemYears | null;
  answers: readonly PublishedAnswer[];
}) {
  const words = useTranslations("public");
  const site = useTranslations("site");
  const history = useTranslations("history.public");
  const yearly = useTranslations("years.item");
  const asked = useTranslations("questions.list");
  const coded = useCodeWords(lang, policy.formId);
  const { initiative } = placed;
  const { organization, fiscalYear, formId } = policy;
  const path = pathOf(policy, initiative.code);
  // Description and budget stand at the head of the page.
  const fields = fieldsOf(formId, "initiative", "PLAN").filter(
    ({ key }) => key !== "description" && key !== "budgetThousandYen",
  );
  return (
    <PublicFrame lang={lang} path={path} organization={organization}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={site("breadcrumbs")}
            items={[
              { label: site("home"), href: homePath(lang) },
              { label: policy.content.policy.title, href: policyPath(lang, organization.slug, fiscalYear), lang: "ja" },
              { label: `${words("initiative.crumb")} ${initiative.code}` },
            ]}
          />
        }
        heading={
          <>
            <StepMark lang={lang} policy={policy} className="mb-8 md:mb-12" />
            <PageHeading
              eyebrow={
                <>
                  {coded("initiative", initiative.code)} {organization.sample ? <SampleMark /> : null}
                </>
              }
              title={<span lang="ja">{initiative.title}</span>}
              lead={
                typeof initiative.plan.description === "string" ? (
                  <p lang="ja" className="as-written">
                    {initiative.plan.description}
                  </p>
                ) : null
              }
            />
          </>
        }
      >
        <div className="grid gap-8 md:gap-10">
          <InitiativePlace lang={lang} policy={policy} placed={placed} />
          {initiative.withheld ? (
            <WithheldNote lang={lang} withheld={initiative.withheld} />
          ) : (
            <InitiativeFacts lang={lang} policy={policy} initiative={initiative} path={path(lang)} />
          )}
        </div>
        {initiative.withheld ? null : (
          <>
            <PolicySection id="plan" level={2} heading={words("initiative.plan")}>
              <SheetView lang={lang} fields={fields} values={initiative.plan} empty="list" />
            </PolicySection>
            <PolicySection id="evaluations" level={2} heading={words("initiative.evaluations")}>
              <EvaluationCells
                lang={lang}
                formId={formId}
                target={initiative}
                concluded={policy.concluded}
                late={policy.late}
                sourceNote={organization.sourceNote}
                variant="full"
              />
            </PolicySection>
          </>
        )}
        {years && !initiative.withheld ? (
          <PolicySection id="years" level={2} heading={yearly("title")}>
            <ItemYearsView lang={lang} years={years} />
          </PolicySection>
        ) : null}
        <PolicySection id="history" level={2} heading={history("item.title")}>
          <ItemHistory lang={lang} policy={{ org: organization.slug, year: fiscalYear }} editions={editions} />
        </PolicySection>
        {answers.length > 0 ? (
          <PolicySection id="questions" level={2} heading={asked("itemTitle")}>
            <AnswerList lang={lang} answers={answers} level={3} />
            <p>
              <a
                href={answersPath(lang, organization.slug, fiscalYear)}
                className="inline-flex min-h-target items-center"
              >
                {asked("all")}
              </a>
            </p>
          </PolicySection>
        ) : null}
        <AnswerBack
          lang={lang}
          org={organization.slug}
          year={fiscalYear}
          item={initiative.withheld ? null : { type: "initiative", code: initiative.code }}
        />
        <Neighbours lang={lang} policy={policy} initiative={initiative} previous={placed.previous} next={placed.next} />
      </PageShell>
    </PublicFrame>
  );
}
