import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PolicySection } from "@/components/policy/policy-section.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { JapaneseParts } from "@/components/ui/japanese-parts.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { embedHtml } from "@/lib/documents/embed-html.ts";
import { itemAnchor } from "@/lib/domain/placed.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { editionPath, embedPath, FEED_FORMATS, type FeedOf, feedPath } from "@/lib/web/paths.ts";
import { SHARE_SERVICES, shareLink } from "@/lib/web/share-links.ts";
import { absolute } from "@/lib/web/site-address.ts";
import { citation } from "@/lib/words/citation.ts";
import type { Language } from "@/lib/words/languages.ts";
import { QrCode } from "./qr-code.tsx";

/** An item that is shared by itself; initiatives have a card and a feed of their own as well. */
interface Shared {
  readonly type: "issue" | "strategy" | "initiative" | "reformItem";
  readonly code: string;
  readonly title: string;
}

/**
 * How to pass a page on: its address to copy and, on paper, as a QR code; other services, to which nothing goes before
 * they are pressed; how to cite it; what to follow; and the HTML that shows it elsewhere.
 */
export function ShareSection({
  lang,
  policy,
  path,
  item,
  cited = editionPath(lang, policy.organization.slug, policy.fiscalYear, policy.edition.number),
  embed = true,
}: {
  lang: Language;
  policy: PublishedPolicy;
  /** The page's own address. */
  path: string;
  item?: Shared | undefined;
  /** Where what stands on the page stands for ever: in its Edition, unless told where in that. */
  cited?: string | undefined;
  /** Whether there is a card of it: there is one of what holds today. */
  embed?: boolean | undefined;
}) {
  const words = useTranslations("following.share");
  const { organization, fiscalYear, content } = policy;
  const { slug: org } = organization;
  const address = absolute(path);
  const title = item ? `${item.code} ${item.title} | ${content.policy.title}` : content.policy.title;
  const place = item ? `#${itemAnchor(item)}` : "";
  const initiative = item?.type === "initiative" ? item : undefined;
  const card = embedPath(lang, org, fiscalYear, initiative?.code);
  const feeds: { label: string; of: FeedOf }[] = [
    ...(initiative ? [{ label: words("initiativeFeed"), of: { org, year: fiscalYear, code: initiative.code } }] : []),
    { label: words("policyFeed"), of: { org, year: fiscalYear } },
    {
      label: words("organizationFeed", { organization: lang === "ja" ? organization.nameJa : organization.nameEn }),
      of: { org },
    },
    { label: words("cityFeed"), of: {} },
  ];
  return (
    <PolicySection id="share" level={2} heading={words("title")}>
      <div className="hidden items-center gap-6 print:flex">
        <QrCode address={address} label={words("qr")} />
        <p>
          {words("printed")}
          <br />
          <span className="break-all">{address}</span>
        </p>
      </div>
      <div className="grid gap-x-16 gap-y-10 md:grid-cols-2 print:block">
        <div className="grid content-start gap-8 print:hidden">
          <TextInput
            name="page-address"
            label={words("address")}
            hint={words("addressHint")}
            readOnly
            defaultValue={address}
          />
          <Part heading={words("send")} why={words("sendWhy")}>
            <ul className="flex flex-wrap gap-x-8">
              {SHARE_SERVICES.map((service) => (
                <li key={service}>
                  <a
                    href={shareLink(service, { address, title })}
                    rel="external noopener noreferrer nofollow"
                    className="inline-flex min-h-target items-center gap-2"
                  >
                    {words("on", { service })}
                    <Icon name="external" />
                  </a>
                </li>
              ))}
            </ul>
          </Part>
        </div>
        <div className="grid content-start gap-8">
          <Part heading={words("cite")} why={words("citeHint")}>
            <p lang={lang} className="border-hairline border-l-4 pl-4 text-ink-soft">
              <JapaneseParts lang={lang} text={citation(lang, policy, absolute(`${cited}${place}`), item)} />
            </p>
          </Part>
          <Part heading={words("follow")} why={words("followWhy")} className="print:hidden">
            <ul>
              {feeds.map(({ label, of }) => (
                <li key={label} className="flex flex-wrap items-center gap-x-4">
                  <span>{label}</span>
                  <span className="flex gap-x-4">
                    {FEED_FORMATS.map((format) => (
                      <a
                        key={format}
                        href={feedPath(lang, format, of)}
                        aria-label={`${label} ${FORMATS[format]}`}
                        className="inline-flex min-h-target items-center"
                      >
                        {FORMATS[format]}
                      </a>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          </Part>
        </div>
      </div>
      {embed && (initiative || !item) ? (
        <Disclosure summary={words("embed")} className="print:hidden">
          <div className="grid gap-5 pt-2">
            <p className="max-w-prose">{words("embedWhy")}</p>
            <TextArea
              name="embed-html"
              label={words("embedField")}
              rows={3}
              readOnly
              defaultValue={embedHtml({ address: absolute(card), title })}
            />
            <p>
              <a href={card} className="inline-flex min-h-target items-center">
                {words("embedPreview")}
              </a>
            </p>
          </div>
        </Disclosure>
      ) : null}
    </PolicySection>
  );
}

const FORMATS = { atom: "Atom", json: "JSON Feed" };

function Part({
  heading,
  why,
  className = "",
  children,
}: {
  heading: string;
  why: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={`grid content-start gap-2 ${className}`}>
      <h3 className="text-base">{heading}</h3>
      <p className="text-ink-soft text-sm print:hidden">{why}</p>
      {children}
    </div>
  );
}
