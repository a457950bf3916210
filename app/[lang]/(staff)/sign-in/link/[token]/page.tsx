import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { findPasswordLink } from "@/lib/data/password-links.ts";
import { ENVELOPE } from "@/lib/web/form-state.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { passwordLinkPath, signInPath } from "@/lib/web/paths.ts";
import { setPassword } from "./actions.ts";

type Props = PageProps<"/[lang]/sign-in/link/[token]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "people.link" });
  // The address is the key: no other page may learn it.
  return { title: words("page"), referrer: "same-origin" };
}

export default async function PasswordLinkPage({ params }: Props) {
  const { lang: segment, token } = await params;
  const lang = pageLanguage(segment);
  const words = await getTranslations("people.link");
  const found = await findPasswordLink(token);
  return (
    <PublicFrame lang={lang} path={(language) => passwordLinkPath(language, token)}>
      <PageShell
        width="reading"
        heading={
          found ? (
            <PageHeading size="small" title={words("page")} lead={words("for", { name: found.name })} />
          ) : (
            <PageHeading
              size="small"
              title={words("unusable")}
              lead={words("unusableLead")}
              actions={<ButtonLink href={signInPath(lang)}>{words("toSignIn")}</ButtonLink>}
            />
          )
        }
      >
        {found ? (
          <PeopleForm
            lang={lang}
            action={setPassword}
            form="link"
            intent="set-password"
            formKey=""
            writer={null}
            fields={[
              { kind: "hidden", name: "token", value: token },
              {
                kind: "password",
                name: ENVELOPE.newPassword,
                label: words("newPassword"),
                hint: words("rules"),
                use: "new-password",
              },
              { kind: "password", name: ENVELOPE.newPasswordAgain, label: words("again"), use: "new-password" },
            ]}
            button={words("set")}
          >
            <p>{words("account", { email: found.email })}</p>
          </PeopleForm>
        ) : null}
      </PageShell>
    </PublicFrame>
  );
}
