import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoneBanner } from "@/components/people/done-banner.tsx";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { PostDates, PostWords } from "@/components/people/post-words.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor, currentSessionId } from "@/lib/auth/session.ts";
import { ownAccount } from "@/lib/data/account.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { timeOf } from "@/lib/domain/people-view.ts";
import { ENVELOPE } from "@/lib/web/form-state.ts";
import { justDone } from "@/lib/web/just-done.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { accountPath, handoverPath, signInPath } from "@/lib/web/paths.ts";
import { instantWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../staff-page.tsx";
import { account } from "./actions.ts";
import { CalendarSection } from "./calendar-section.tsx";
import { DeputiesSection } from "./deputies-section.tsx";

type Props = PageProps<"/[lang]/account">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "people.account" });
  return { title: words("title") };
}

export default async function AccountPage({ params, searchParams }: Props) {
  const lang = pageLanguage((await params).lang);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, accountPath(lang)));
  const words = await getTranslations("people");
  const view = await ownAccount(actor, await currentSessionId());
  const { done, at } = await justDone(actor, await searchParams);
  const today = tokyoDate(new Date());
  const form = { lang, action: account, writer: actor.userId };
  const manages = actor.memberships.some(({ role, deputyFor }) => role !== "STAFF" && deputyFor === null);
  return (
    <StaffPage lang={lang} path={(language) => accountPath(language)} room="account" actor={actor}>
      <PageShell
        width="reading"
        heading={
          <>
            <DoneBanner done={done} at={at} />
            <PageHeading
              size="small"
              title={words("account.title")}
              meta={
                <DescriptionList
                  layout="inline"
                  items={[
                    { term: words("person.name"), description: <span lang="ja">{view.name}</span> },
                    {
                      term: words("person.email"),
                      description: <span className="break-all">{view.email}</span>,
                    },
                  ]}
                />
              }
            />
          </>
        }
      >
        <section aria-labelledby="posts-heading" className="grid gap-4">
          <h2 id="posts-heading">{words("account.posts")}</h2>
          {view.posts.length > 0 ? (
            <ul className="border-line border-t">
              {view.posts.map((post) => (
                <li
                  key={post.id}
                  className="flex flex-wrap items-start justify-between gap-x-8 gap-y-2 border-line border-b py-4"
                >
                  <div>
                    <PostWords lang={lang} post={post} />
                    <p className="mt-1 text-sm">
                      <PostDates lang={lang} post={post} />
                    </p>
                  </div>
                  <Badge tone={timeOf(post, today) === "now" ? "success" : "neutral"}>
                    {words(`post.times.${timeOf(post, today)}`)}
                  </Badge>
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-ink-muted">{words(actor.administrator ? "account.administrator" : "account.noPosts")}</p>
          )}
          <p className="text-ink-muted text-sm">{words("account.wrong")}</p>
          {manages || actor.administrator ? (
            <p>
              <a href={handoverPath(lang)} className="inline-flex min-h-target items-center">
                {words("handover.title")}
              </a>
            </p>
          ) : null}
        </section>
        <DeputiesSection lang={lang} actor={actor} at={at} />
        <CalendarSection lang={lang} actor={actor} />
        <section aria-labelledby="password-heading" className="grid gap-4">
          <h2 id="password-heading">{words("account.password")}</h2>
          <p className="max-w-prose">{words("account.passwordLead")}</p>
          <PeopleForm
            key={`password-${at}`}
            {...form}
            form="password"
            intent="change-password"
            formKey={randomUUID()}
            fields={[
              {
                kind: "password",
                name: ENVELOPE.oldPassword,
                label: words("account.oldPassword"),
                use: "current-password",
              },
              {
                kind: "password",
                name: ENVELOPE.newPassword,
                label: words("link.newPassword"),
                hint: words("link.rules"),
                use: "new-password",
              },
              { kind: "password", name: ENVELOPE.newPasswordAgain, label: words("link.again"), use: "new-password" },
            ]}
            button={words("account.changePassword")}
          />
        </section>
        <section aria-labelledby="sessions-heading" className="grid gap-4">
          <h2 id="sessions-heading">{words("account.sessions")}</h2>
          <p className="max-w-prose">{words("account.sessionsLead")}</p>
          <ul className="border-line border-t">
            {view.sessions.map((session) => (
              <li
                key={session.startedAt.toISOString()}
                className="flex flex-wrap justify-between gap-x-8 gap-y-1 border-line border-b py-3"
              >
                <span>
                  {words("account.session", {
                    started: instantWords(lang, session.startedAt),
                    used: instantWords(lang, session.lastUsedAt),
                  })}
                </span>
                {session.current ? <Badge tone="info">{words("account.thisSession")}</Badge> : null}
              </li>
            ))}
          </ul>
          {view.sessions.length > 1 ? (
            <PeopleForm
              key={`sessions-${at}`}
              {...form}
              form="sessions"
              intent="sign-out-elsewhere"
              formKey={randomUUID()}
              fields={[]}
              button={words("account.endOthers")}
              variant="secondary"
            />
          ) : null}
        </section>
      </PageShell>
    </StaffPage>
  );
}
