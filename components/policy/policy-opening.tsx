import { useTranslations } from "next-intl";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Field } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import type { Language } from "@/lib/words/languages.ts";
import type { Level } from "./heading.tsx";
import { NoticeList } from "./notice-list.tsx";
import { PolicySection } from "./policy-section.tsx";
import { FieldValue } from "./sheet-view.tsx";
import { VisionLines, visionNamed } from "./vision-lines.tsx";
import { GoalText } from "./written.tsx";

/** What a policy says before its issues: introduction, notices, then every other field of its form. */
export function PolicyOpening({
  lang,
  policy,
  level,
  visionHref,
}: {
  lang: Language;
  policy: Pick<PublishedPolicy, "formId" | "content"> & Partial<Pick<PublishedPolicy, "noticesSince">>;
  level: Level;
  /** Where the vision's aims are read; null where that page does not show this Edition. */
  visionHref: string | null;
}) {
  const words = useTranslations("public.policy");
  const vision = useTranslations("formulation.vision");
  const { plan } = policy.content.policy;
  const fields = fieldsOf(policy.formId, "policy", "PLAN");
  const opening = fields.filter(({ key }) => plan[key] !== undefined && !ELSEWHERE.includes(key));
  const introduction = opening.filter(({ key }) => key === "introduction");
  const statements = opening.filter(({ key }) => key !== "introduction");
  return (
    <div className="space-y-8 border-ink border-t-2 md:space-y-10">
      {introduction.map((field) => (
        <Statement key={field.key} lang={lang} level={level} field={field} plan={plan} />
      ))}
      {policy.content.notices.length > 0 ? (
        <PolicySection id="notices" level={level} heading={words("notices")} layout="statement">
          <NoticeList lang={lang} notices={policy.content.notices} since={policy.noticesSince} />
        </PolicySection>
      ) : null}
      {statements.map((field) => (
        <Statement key={field.key} lang={lang} level={level} field={field} plan={plan} />
      ))}
      {visionNamed(policy) ? (
        <PolicySection id="vision" level={level} heading={vision("heading")} layout="statement">
          <VisionLines policy={policy} href={visionHref} />
        </PolicySection>
      ) : null}
    </div>
  );
}

/** The plan's fields that stand in a part of their own: the contact at the end, the reform plan's name over its items, the vision's own after the statements. */
const ELSEWHERE = ["contact", "reformPlanName", "visionName", "visionPeriod"];

/** One field of the policy with its heading beside it. Its goal is set larger. */
function Statement({ lang, level, field, plan }: { lang: Language; level: Level; field: Field; plan: SheetValues }) {
  const value = plan[field.key];
  return (
    <PolicySection id={idOf(field.key)} level={level} heading={field.label[lang]} layout="statement">
      {field.key === "goal" ? (
        <p lang="ja" className="as-written title-ja font-bold text-xl leading-snug md:text-2xl">
          <GoalText goal={String(value)} />
        </p>
      ) : field.kind === "text" ? (
        <p lang="ja" className="as-written max-w-prose leading-loose">
          {String(value)}
        </p>
      ) : field.kind === "list" ? (
        <ul lang="ja" className="prose-ja list-disc pl-6 marker:text-ink-muted">
          {(value as readonly string[]).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <FieldValue lang={lang} field={field} values={plan} plan={plan} />
      )}
    </PolicySection>
  );
}

/** basicPolicy is at #basic-policy. */
const idOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
