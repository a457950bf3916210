import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { DoneBanner } from "@/components/people/done-banner.tsx";
import { LinkBanner } from "@/components/people/link-banner.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { choosablePeople, choosablePlaces, findPerson } from "@/lib/data/directory.ts";
import { leavingOf } from "@/lib/data/handover.ts";
import { newPasswordLink } from "@/lib/data/password-links.ts";
import { justDone } from "@/lib/web/just-done.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { passwordLinkPath, peoplePath, personPath } from "@/lib/web/paths.ts";
import { instantWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../../../(staff)/staff-page.tsx";
import { administrator } from "../../administrator.ts";
import { SettingsOfPerson } from "./person-forms.tsx";
import { PostsOfPerson } from "./post-forms.tsx";

type Props = PageProps<"/[lang]/people/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "people.list" });
  return { title: words("title") };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const actor = await administrator(lang, personPath(lang, id));
  const person = await orNotFound(findPerson(actor, id));
  const { done, at } = await justDone(actor, await searchParams);
  const words = await getTranslations();
  // Mailed links are for their owner's eyes; where there is no mail, the maker reads the link off this page once.
  const made = done === "make-link" || done === "create-person";
  const link = made && !process.env.SMTP_URL ? await newPasswordLink(actor, id) : null;
  const given = {
    ...{ lang, actor, person, at },
    people: (await choosablePeople(actor)).filter((one) => one.id !== id),
    leaving: await leavingOf(actor, id),
  };
  const facts = [
    { term: words("people.person.email"), description: <span className="break-all">{person.email}</span> },
    {
      term: words("people.person.lastSignIn"),
      description: person.lastSignIn ? instantWords(lang, person.lastSignIn) : words("people.person.never"),
    },
  ];
  return (
    <StaffPage lang={lang} path={(language) => personPath(language, id)} room="people" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("people.list.title"), href: peoplePath(lang) },
              { label: person.name, lang: "ja" },
            ]}
          />
        }
        heading={
          <>
            <DoneBanner done={done} at={at} />
            {link ? (
              <LinkBanner
                lang={lang}
                address={`${await origin()}${passwordLinkPath(lang, link.token)}`}
                expiresAt={link.expiresAt}
              />
            ) : null}
            <PageHeading
              size="small"
              title={<span lang="ja">{person.name}</span>}
              meta={
                <>
                  {person.administrator ? <Badge tone="info">{words("people.administrator")}</Badge> : null}
                  {person.disabled ? <Badge tone="warning">{words("people.disabled")}</Badge> : null}
                  <DescriptionList layout="inline" items={facts} />
                </>
              }
            />
          </>
        }
      >
        <PostsOfPerson {...given} places={await choosablePlaces(actor)} />
        <SettingsOfPerson {...given} />
      </PageShell>
    </StaffPage>
  );
}

/** Where people reach this site: what the operator says, or else the host that this request was for. */
async function origin(): Promise<string> {
  if (process.env.NEXTAUTH_URL) return new URL(process.env.NEXTAUTH_URL).origin;
  const asked = await headers();
  return `http://${asked.get("x-forwarded-host") ?? asked.get("host") ?? "localhost"}`;
}
