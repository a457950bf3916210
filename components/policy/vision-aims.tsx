import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { type VisionServed, visionOf } from "@/lib/domain/vision.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ItemLinks } from "./item-links.tsx";
import { CodedHeading, PolicySection } from "./policy-section.tsx";
import { visionNamed } from "./vision-lines.tsx";

/** Which vision it is, and how many of its aims the year serves: as a figure, and the same in words. */
export function VisionSummary({ policy }: { policy: PublishedPolicy }) {
  const words = useTranslations("formulation.vision");
  const vision = visionNamed(policy);
  const { aims, served } = visionOf(policy.content);
  const facts = [
    ...(vision?.name ? [{ term: words("name"), description: <span lang="ja">{vision.name}</span> }] : []),
    ...(vision?.period ? [{ term: words("period"), description: <span lang="ja">{vision.period}</span> }] : []),
  ];
  return (
    <div className="space-y-6">
      {facts.length > 0 ? <DescriptionList layout="inline" items={facts} /> : null}
      <div className="grid gap-3">
        <p className="title-ja font-bold text-xl md:text-2xl">{words("count", { aims: aims.length, served })}</p>
        <ServedFigure aims={aims} />
      </div>
    </div>
  );
}

/** One field for each aim in its order, filled where something serves it. The words beside it say the same. */
function ServedFigure({ aims }: { aims: VisionServed["aims"] }) {
  const width = 40;
  return (
    <svg
      viewBox={`0 0 ${aims.length * width} 24`}
      width={aims.length * width}
      height="24"
      aria-hidden="true"
      className="h-auto max-w-full"
    >
      {aims.map(({ aim, items }, index) => (
        <rect
          key={aim.id}
          x={index * width + 2}
          y="2"
          width={width - 6}
          height="20"
          strokeWidth="2"
          className={items.length > 0 ? "fill-accent stroke-accent" : "fill-paper stroke-ink-muted"}
          strokeDasharray={items.length > 0 ? undefined : "4 3"}
        />
      ))}
    </svg>
  );
}

/** Each aim with what serves it, then the strategies that name none. */
export function AimsOfVision({ lang, policy }: { lang: Language; policy: PublishedPolicy }) {
  const words = useTranslations("formulation.vision");
  const { aims, without } = visionOf(policy.content);
  return (
    <>
      <PolicySection id="aims" level={2} heading={words("aims")}>
        <div className="space-y-8 md:space-y-10">
          {aims.map(({ aim, items }) => (
            <article
              key={aim.id}
              id={`aim-${aim.code}`}
              aria-labelledby={`aim-${aim.code}-heading`}
              className="grid gap-x-12 gap-y-4 border-hairline border-t pt-6 first:border-t-0 first:pt-0 md:grid-cols-2 print:break-inside-avoid"
            >
              <div className="grid min-w-0 content-start gap-2">
                <CodedHeading
                  level={3}
                  id={`aim-${aim.code}-heading`}
                  label={words("aim", { code: aim.code })}
                  title={<span lang="ja">{aim.title}</span>}
                  size="medium"
                />
                {aim.text ? (
                  <p lang="ja" className="as-written max-w-prose text-ink-soft">
                    {aim.text}
                  </p>
                ) : null}
              </div>
              <div className="grid min-w-0 content-start gap-2">
                <p>
                  <Badge tone={items.length > 0 ? "success" : "neutral"}>
                    {words(items.length > 0 ? "served" : "unserved")}
                  </Badge>
                </p>
                {items.length > 0 ? (
                  <ItemLinks lang={lang} policy={policy} itemIds={items.map(({ id }) => id)} />
                ) : (
                  <p className="max-w-prose text-ink-muted">{words("unservedWhy")}</p>
                )}
              </div>
            </article>
          ))}
        </div>
      </PolicySection>
      {policy.content.issues.some(({ strategies }) => strategies.length > 0) ? (
        <PolicySection id="without" level={2} heading={words("without")}>
          {without.length === 0 ? (
            <p>{words("withoutNone")}</p>
          ) : (
            <>
              <p>{words("withoutLead")}</p>
              <ItemLinks lang={lang} policy={policy} itemIds={without.map(({ id }) => id)} />
            </>
          )}
        </PolicySection>
      ) : null}
    </>
  );
}
