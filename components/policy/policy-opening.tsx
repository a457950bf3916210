import { useTranslations } from "next-intl";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import type { Language } from "@/lib/words/languages.ts";
import type { Level } from "./heading.tsx";
import { NoticeList } from "./notice-list.tsx";
import { PolicySection } from "./policy-section.tsx";
import { GoalText } from "./written.tsx";

/** What a policy says before its issues: introduction, notices, goal, mission, basic policy. */
export function PolicyOpening({
  lang,
  policy,
  level,
}: {
  lang: Language;
  policy: Pick<PublishedPolicy, "formId" | "content">;
  level: Level;
}) {
  const words = useTranslations("public.policy");
  const { plan } = policy.content.policy;
  const fields = fieldsOf(policy.formId, "policy", "PLAN");
  const label = (key: string) => fields.find((field) => field.key === key)?.label[lang] ?? key;
  const basicPolicy = Array.isArray(plan.basicPolicy) ? (plan.basicPolicy as readonly string[]) : [];
  return (
    <div className="space-y-8 border-ink border-t-2 md:space-y-10">
      {plan.introduction ? (
        <PolicySection id="introduction" level={level} heading={label("introduction")} layout="statement">
          <p lang="ja" className="as-written max-w-prose leading-loose">
            {String(plan.introduction)}
          </p>
        </PolicySection>
      ) : null}
      {policy.content.notices.length > 0 ? (
        <PolicySection id="notices" level={level} heading={words("notices")} layout="statement">
          <NoticeList lang={lang} notices={policy.content.notices} />
        </PolicySection>
      ) : null}
      {plan.goal ? (
        <PolicySection id="goal" level={level} heading={label("goal")} layout="statement">
          <p lang="ja" className="as-written title-ja font-bold text-xl leading-snug md:text-2xl">
            <GoalText goal={String(plan.goal)} />
          </p>
        </PolicySection>
      ) : null}
      {plan.mission ? (
        <PolicySection id="mission" level={level} heading={label("mission")} layout="statement">
          <p lang="ja" className="as-written max-w-prose leading-loose">
            {String(plan.mission)}
          </p>
        </PolicySection>
      ) : null}
      {basicPolicy.length > 0 ? (
        <PolicySection id="basic-policy" level={level} heading={label("basicPolicy")} layout="statement">
          <ul lang="ja" className="prose-ja list-disc pl-6 marker:text-ink-muted">
            {basicPolicy.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </PolicySection>
      ) : null}
    </div>
  );
}
