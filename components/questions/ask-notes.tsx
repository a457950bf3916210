import { useTranslations } from "next-intl";
import { ContactLines } from "@/components/policy/contact-lines.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import type { Contact } from "@/lib/domain/forms/value.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { answersPath, askPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What a reader should know before they send something: that nothing personal belongs there, and what becomes of it. */
export function AskNotes({ policy }: { policy: Pick<PublishedPolicy, "content"> }) {
  const words = useTranslations("questions.ask");
  return (
    <>
      <section aria-labelledby="notes-heading" className="grid gap-3 border-accent-line border-l-4 pl-5">
        <h2 id="notes-heading" className="text-lg">
          {words("privacyTitle")}
        </h2>
        <ul className="grid list-disc gap-2 pl-5">
          <li>{words("privacy1")}</li>
          <li>{words("privacy2")}</li>
          <li>{words("privacy3")}</li>
          <li>{words("privacy4")}</li>
        </ul>
      </section>
      <InPerson policy={policy} />
    </>
  );
}

/** Where to turn with what needs a reply. */
function InPerson({ policy }: { policy: Pick<PublishedPolicy, "content"> }) {
  const words = useTranslations("questions.ask");
  const { contact } = policy.content.policy.plan;
  return (
    <section aria-labelledby="contact-heading" className="grid gap-3">
      <h2 id="contact-heading" className="text-lg">
        {words("contactTitle")}
      </h2>
      {contact ? (
        <>
          <p>{words("contactLead")}</p>
          <ContactLines contact={contact as Contact} />
        </>
      ) : (
        <p>{words("noContact")}</p>
      )}
    </section>
  );
}

/** After something was sent: who has it, that an answer may be published, that none can be sent. */
export function AskThanks({
  lang,
  policy,
  section,
  done,
  about,
}: {
  lang: Language;
  policy: PublishedPolicy;
  /** Whether a section answers for what it is about. */
  section: boolean;
  done: "question" | "not-found" | "yes";
  about: string;
}) {
  const words = useTranslations("questions.thanks");
  const { organization, fiscalYear } = policy;
  const place = [lang, organization.slug, fiscalYear] as const;
  const links = [
    { href: answersPath(...place), label: words("see") },
    { href: askPath(...place, { about }), label: words("another") },
  ];
  return (
    <>
      {done === "yes" ? null : (
        <>
          <section aria-labelledby="next-heading" className="grid gap-3">
            <h2 id="next-heading" className="text-lg">
              {words("next")}
            </h2>
            <ul className="grid list-disc gap-2 pl-5">
              <li>
                {section
                  ? words("section")
                  : words("nobody", { organization: lang === "ja" ? organization.nameJa : organization.nameEn })}
              </li>
              <li>{words("publish")}</li>
              <li>{words("noReply")}</li>
            </ul>
          </section>
          <InPerson policy={policy} />
        </>
      )}
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href} className="inline-flex min-h-target items-center">
              {label}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const REFUSED = ["bad-origin", "not-found", "too-many-attempts", "too-many-today", "invalid"] as const;

/** Why a yes or no was not counted; nothing where it was, or none was pressed. */
export function VoteRefused({ refused }: { refused: string }) {
  const words = useTranslations("questions.ask");
  const tones = useTranslations("tones");
  const known = REFUSED.find((one) => one === refused);
  return known ? (
    <Banner tone="error" toneLabel={tones("error")} title={words("voteTitle")}>
      {words(`votes.${known}`)}
    </Banner>
  ) : null;
}
