import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import type { AskedItem } from "@/lib/domain/asking.ts";
import { itemAnchor } from "@/lib/domain/placed.ts";
import { answersPath, askPath, helpfulPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/**
 * At the foot of a public page: whether it helped, what could not be found, a question about it. A plain form and links,
 * so that it works in a page that was made long ago and holds nothing of its reader.
 */
export function AnswerBack({
  lang,
  org,
  year,
  item = null,
}: {
  lang: Language;
  org: string;
  year: number;
  /** What the page is about; null for the policy as a whole. */
  item?: AskedItem | null | undefined;
}) {
  const words = useTranslations("questions.block");
  const about = item ? itemAnchor(item) : undefined;
  const links = [
    { href: askPath(lang, org, year, { about, kind: "not-found" }), label: words("notFound") },
    { href: askPath(lang, org, year, { about }), label: words(item ? "askItem" : "askPolicy") },
    { href: answersPath(lang, org, year), label: words("answers") },
  ];
  return (
    <section aria-labelledby="answer-back-heading" className="border-hairline border-y py-8 md:py-10 print:hidden">
      <div className="grid gap-x-16 gap-y-6 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <form method="post" action={helpfulPath(lang, org, year)} className="grid content-start gap-4">
          <h2 id="answer-back-heading" className="text-lg">
            {words("title")}
          </h2>
          {about ? <input type="hidden" name="about" value={about} /> : null}
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" name="helpful" value="yes">
              {words("yes")}
            </Button>
            <Button variant="secondary" name="helpful" value="no">
              {words("no")}
            </Button>
          </div>
          <p className="max-w-prose text-ink-muted text-sm">{words("note")}</p>
        </form>
        <nav aria-labelledby="answer-back-more">
          <p id="answer-back-more" className="title-ja mb-2 font-bold text-lg">
            {words("more")}
          </p>
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <a href={href} rel="nofollow" className="inline-flex min-h-target items-center">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </section>
  );
}
