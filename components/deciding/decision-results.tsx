import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import type { Result } from "@/lib/web/form-state.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What became of each submission that was approved together with others. */
export function DecisionResults({ lang, results }: { lang: Language; results: readonly Result[] }) {
  const words = useTranslations();
  const approved = results.filter(({ refusal }) => refusal === null).length;
  const tone = approved === results.length ? "success" : "warning";
  return (
    <section aria-labelledby="results-heading" className="grid gap-5">
      <Banner
        tone={tone}
        toneLabel={words(`tones.${tone}`)}
        announce="status"
        title={<span id="results-heading">{words("deciding.results.title", { approved, count: results.length })}</span>}
      >
        {words(approved === results.length ? "deciding.results.all" : "deciding.results.some")}
      </Banner>
      <ul className="border-line border-t">
        {results.map(({ id, label, refusal }) => (
          <li
            key={id}
            className="grid items-start gap-x-8 gap-y-2 border-line border-b py-4 md:grid-cols-[9rem_minmax(0,1fr)]"
          >
            <div>
              <Badge tone={refusal === null ? "success" : "warning"}>
                {words(refusal === null ? "deciding.results.approved" : "deciding.results.refused")}
              </Badge>
            </div>
            <div className="grid gap-1">
              <a href={submissionPath(lang, id)} lang="ja" className="title-ja justify-self-start font-bold">
                {label}
              </a>
              {refusal ? (
                <p className="max-w-prose text-sm">
                  <b>{words(`staff.refusals.${refusal}.title`)}</b> {words(`staff.refusals.${refusal}.body`)}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
