import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { HistoryPage } from "@/components/history/history-page.tsx";
import { StepMark } from "@/components/policy/step-mark.tsx";
import { AimsOfVision, VisionSummary } from "@/components/policy/vision-aims.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { visionPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { policyPageMetadata } from "../../../page-metadata.ts";
import { releasedPolicy } from "../../../released.ts";

type Props = PageProps<"/[lang]/[org]/[year]/vision">;

const pathOf = (policy: PublishedPolicy) => (language: Language) =>
  visionPath(language, policy.organization.slug, policy.fiscalYear);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return policyPageMetadata(await params, pathOf, "formulation.vision");
}

/** The aims of the ward's vision, and which issues and strategies of the year serve each. */
export default async function VisionPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  return <Vision lang={lang} policy={await releasedPolicy(await params)} />;
}

function Vision({ lang, policy }: { lang: Language; policy: PublishedPolicy }) {
  const words = useTranslations("formulation.vision");
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
      {content.aims.length === 0 ? (
        <Empty title={words("noAimsTitle")}>{words("noAimsWhy")}</Empty>
      ) : (
        <>
          <VisionSummary policy={policy} />
          <AimsOfVision lang={lang} policy={policy} />
        </>
      )}
    </HistoryPage>
  );
}
