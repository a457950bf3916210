import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon.tsx";
import type { PublishedInitiative } from "@/lib/domain/edition.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { initiativePath, policyPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The initiatives before and after this one, and the way back to the whole policy. */
export function Neighbours({
  lang,
  policy,
  initiative,
  previous,
  next,
}: {
  lang: Language;
  policy: PublishedPolicy;
  initiative: PublishedInitiative;
  previous: PublishedInitiative | undefined;
  next: PublishedInitiative | undefined;
}) {
  const words = useTranslations("public.initiative");
  const { slug } = policy.organization;
  const to = ({ code }: PublishedInitiative) => initiativePath(lang, slug, policy.fiscalYear, code);
  return (
    <nav aria-label={words("neighbours")} className="border-ink border-t-2 pt-6 print:hidden">
      <ul className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <li>
          {previous ? (
            <a href={to(previous)} rel="prev" className="group grid min-h-target gap-0.5 no-underline">
              <span className="flex items-center gap-2 text-sm">
                <Icon name="chevron-left" className="size-4" />
                {words("previous")}
              </span>
              <Name initiative={previous} />
            </a>
          ) : null}
        </li>
        <li className="sm:text-right">
          {next ? (
            <a href={to(next)} rel="next" className="group grid min-h-target gap-0.5 no-underline">
              <span className="flex items-center gap-2 text-sm sm:justify-end">
                {words("next")}
                <Icon name="chevron-right" className="size-4" />
              </span>
              <Name initiative={next} />
            </a>
          ) : null}
        </li>
      </ul>
      <p className="mt-6">
        <a
          href={`${policyPath(lang, slug, policy.fiscalYear)}#initiative-${initiative.code}`}
          className="inline-flex min-h-target items-center"
        >
          {words("all")}
        </a>
      </p>
    </nav>
  );
}

function Name({ initiative }: { initiative: PublishedInitiative }) {
  return (
    <span className="title-ja font-bold underline group-hover:decoration-3">
      <span className="figures">{initiative.code}</span> <span lang="ja">{initiative.title}</span>
    </span>
  );
}
