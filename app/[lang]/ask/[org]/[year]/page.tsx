import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { useCodeWords } from "@/components/policy/issue-section.tsx";
import { PolicyTitle } from "@/components/policy/written.tsx";
import { AskForm } from "@/components/questions/ask-form.tsx";
import { AskNotes, AskThanks, VoteRefused } from "@/components/questions/ask-notes.tsx";
import { ClientWords } from "@/components/site/client-words.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { askStamp } from "@/lib/data/asking.ts";
import { currentPolicy } from "@/lib/data/published.ts";
import type { QuestionKind } from "@/lib/domain/asking.ts";
import { initiativesOf } from "@/lib/domain/edition.ts";
import { itemAnchor, readAnchor } from "@/lib/domain/placed.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { stampedPlace } from "@/lib/web/ask-state.ts";
import { pageLanguage, pageYear } from "@/lib/web/page-params.ts";
import { askPath, homePath, itemPath, policyPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ask } from "./actions.ts";

type Props = PageProps<"/[lang]/ask/[org]/[year]">;

const DONE = ["question", "not-found", "yes", "no"] as const;
type Done = (typeof DONE)[number];

/** The policy of an address and the item that it names; what is not public, or is taken down, does not exist (404). */
async function read({ params, searchParams }: Props) {
  const { lang, org, year } = await params;
  const query = await searchParams;
  const said = (name: string) => (typeof query[name] === "string" ? query[name] : "");
  const language = pageLanguage(lang);
  const policy = (await currentPolicy(org, pageYear(year))) ?? notFound();
  const { content } = policy;
  const items = [
    ...content.issues.flatMap((issue) => [issue, ...issue.strategies]),
    ...initiativesOf(content),
    ...content.reformItems,
  ];
  const named = readAnchor(said("about"));
  const item = named && items.find(({ type, code }) => type === named.type && code === named.code);
  if (said("about") !== "" && (!item || item.withheld)) notFound();
  const done = DONE.find((one) => one === said("done"));
  const kind: QuestionKind = said("kind") === "not-found" || done === "no" ? "NOT_FOUND" : "QUESTION";
  return { lang: language, policy, item: item ?? null, kind, done, refused: said("refused") };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { lang, policy, item, kind, done } = await read(props);
  const words = await getTranslations({ locale: lang, namespace: "questions" });
  return {
    title: [
      done ? words(`thanks.titles.${done}`) : words(`ask.titles.${kind}`),
      ...(item ? [`${item.code} ${item.title}`] : []),
      policy.content.policy.title,
    ].join(" | "),
    description: words("ask.description", {
      organization: lang === "ja" ? policy.organization.nameJa : policy.organization.nameEn,
      year: fiscalYearWords(lang, policy.fiscalYear),
    }),
    robots: { index: false },
  };
}

/** Where a reader asks about a policy or an item of it, without an account; afterwards, what happens next. */
export default async function AskPage(props: Props) {
  const found = await read(props);
  const { policy, item, kind } = found;
  const about = item ? itemAnchor(item) : "";
  const place = { org: policy.organization.slug, year: String(policy.fiscalYear), about };
  const stamp = askStamp(stampedPlace(place.org, place.year, about, kind));
  return <Asking {...found} about={about} stamp={stamp} />;
}

function Asking({
  lang,
  policy,
  item,
  kind,
  done,
  refused,
  about,
  stamp,
}: {
  lang: Language;
  policy: PublishedPolicy;
  item: {
    readonly type: "issue" | "strategy" | "initiative" | "reformItem";
    code: string;
    title: string;
    sectionId: string | null;
  } | null;
  kind: QuestionKind;
  done: Done | undefined;
  refused: string;
  about: string;
  stamp: string;
}) {
  const words = useTranslations("questions");
  const site = useTranslations("site");
  const coded = useCodeWords(lang, policy.formId);
  const { organization, fiscalYear, content } = policy;
  const { slug } = organization;
  const path = (language: Language) =>
    askPath(language, slug, fiscalYear, { about, ...(kind === "NOT_FOUND" ? { kind: "not-found" } : {}) });
  const back = item ? itemPath(lang, slug, fiscalYear, item) : policyPath(lang, slug, fiscalYear);
  const title = done ? words(`thanks.titles.${done}`) : words(`ask.titles.${kind}`);
  const voted = done === "yes" || done === "no";
  const lead = voted ? words(`thanks.votes.${done}`) : done ? null : words(`ask.leads.${kind}`);
  const finished = done !== undefined && done !== "no";
  return (
    <PublicFrame lang={lang} path={path} organization={organization}>
      <PageShell
        width="reading"
        breadcrumbs={
          <Breadcrumbs
            label={site("breadcrumbs")}
            items={[
              { label: site("home"), href: homePath(lang) },
              { label: content.policy.title, href: policyPath(lang, slug, fiscalYear), lang: "ja" },
              { label: title },
            ]}
          />
        }
        heading={
          <PageHeading
            size="small"
            eyebrow={
              <>
                <PolicyTitle title={content.policy.title} /> {organization.sample ? <SampleMark /> : null}
              </>
            }
            title={title}
            lead={lead ? <p>{lead}</p> : null}
            meta={
              <p>
                <span className="text-ink-muted">{words("ask.about")}</span>{" "}
                <a href={back}>
                  {item ? (
                    <>
                      <span className="figures">{coded(item.type, item.code)}</span> <span lang="ja">{item.title}</span>
                    </>
                  ) : (
                    words("ask.wholePolicy")
                  )}
                </a>
              </p>
            }
          />
        }
      >
        <VoteRefused refused={refused} />
        {finished ? (
          <AskThanks
            lang={lang}
            policy={policy}
            section={item !== null && item.sectionId !== null}
            done={done}
            about={about}
          />
        ) : (
          <>
            <ClientWords only={["questions"]}>
              <AskForm
                action={ask}
                place={{ lang, org: slug, year: String(fiscalYear), about }}
                kind={kind}
                stamp={stamp}
              />
            </ClientWords>
            <AskNotes policy={policy} />
          </>
        )}
        <p>
          <a href={back} className="inline-flex min-h-target items-center">
            {words("ask.back")}
          </a>
        </p>
      </PageShell>
    </PublicFrame>
  );
}
