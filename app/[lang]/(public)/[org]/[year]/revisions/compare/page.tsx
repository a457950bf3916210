import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { CompareForm } from "@/components/history/compare-form.tsx";
import { EditionChangesView } from "@/components/history/edition-changes.tsx";
import { HistoryPage } from "@/components/history/history-page.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { nothingChanged } from "@/lib/domain/edition-changes.ts";
import type { EditionComparison } from "@/lib/domain/published-policy.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { comparePath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { historyMetadata, policyNamed } from "../../../../page-metadata.ts";
import { editionNumber, releasedComparison } from "../../../../released.ts";

type Props = PageProps<"/[lang]/[org]/[year]/revisions/compare">;

/** The two Editions that an address asks for; null for what is no number, undefined where nothing was asked. */
interface Asked {
  readonly from: number | null;
  readonly to: number | null;
  readonly any: boolean;
}

async function read({ params, searchParams }: Props): Promise<{ policy: EditionComparison; asked: Asked }> {
  const query = await searchParams;
  const asked = {
    from: editionNumber(query.from),
    to: editionNumber(query.to),
    any: query.from !== undefined || query.to !== undefined,
  };
  return { policy: await releasedComparison(await params, asked), asked };
}

const pathOf =
  ({ organization, fiscalYear }: EditionComparison, { from, to }: Asked) =>
  (language: Language) =>
    comparePath(language, organization.slug, fiscalYear, {
      from: from === null ? undefined : String(from),
      to: to === null ? undefined : String(to),
    });

export async function generateMetadata(props: Props): Promise<Metadata> {
  const lang = pageLanguage((await props.params).lang);
  const { policy, asked } = await read(props);
  return historyMetadata(lang, pathOf(policy, asked), policy, (words, said) => ({
    title: words("compare.titleOf", { title: policyNamed(lang, policy, policy.title) }),
    description: words("compare.description", said),
    indexed: false,
  }));
}

/** Any two Editions of a policy side by side. */
export default async function ComparePage(props: Props) {
  const lang = pageLanguage((await props.params).lang);
  const { policy, asked } = await read(props);
  return <Compare lang={lang} policy={policy} asked={asked} />;
}

function Compare({ lang, policy, asked }: { lang: Language; policy: EditionComparison; asked: Asked }) {
  const words = useTranslations("history.public.compare");
  const { from, to } = asked;
  return (
    <HistoryPage
      lang={lang}
      policy={policy}
      path={pathOf(policy, asked)}
      heading={words("title")}
      lead={words("lead")}
      below
    >
      {asked.any && !policy.changes ? <Wrong policy={policy} asked={asked} /> : null}
      <CompareForm lang={lang} policy={policy} from={from ?? undefined} to={to ?? undefined} headed={false} />
      {policy.changes && from !== null && to !== null ? (
        <Differences lang={lang} policy={policy} changes={policy.changes} numbers={[from, to]} />
      ) : null}
    </HistoryPage>
  );
}

/** Why these two cannot be compared. */
function Wrong({ policy: { lines }, asked: { from, to } }: { policy: EditionComparison; asked: Asked }) {
  const words = useTranslations("history.public.compare");
  const tones = useTranslations("tones");
  const known = lines.some(({ number }) => number === from);
  return (
    <Banner tone="warning" toneLabel={tones("warning")} title={words("wrongTitle")} announce="status">
      {known && from !== null && from === to
        ? words("equal", { number: from })
        : words("absent", { newest: lines[0]?.number ?? 1 })}
    </Banner>
  );
}

function Differences({
  lang,
  policy: { organization, fiscalYear, formId },
  changes,
  numbers,
}: {
  lang: Language;
  policy: EditionComparison;
  changes: NonNullable<EditionComparison["changes"]>;
  numbers: readonly [number, number];
}) {
  const words = useTranslations("history.public.compare");
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  return (
    <section aria-labelledby="result" className="min-w-0 space-y-6 border-ink border-t-2 pt-5 md:pt-6">
      <h2 id="result" className="text-2xl md:text-2xl">
        {words("result", { from, to })}
      </h2>
      {nothingChanged(changes) ? (
        <p>{words("same", { from, to })}</p>
      ) : (
        <EditionChangesView
          lang={lang}
          formId={formId}
          changes={changes}
          policy={{ org: organization.slug, year: fiscalYear }}
          number={to}
        />
      )}
    </section>
  );
}
