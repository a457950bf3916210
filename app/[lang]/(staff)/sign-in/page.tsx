import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { SignInForm } from "@/components/submission/sign-in-form.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { deskPath, safeNext, signInPath } from "@/lib/web/paths.ts";
import { signInAction } from "./actions.ts";

export async function generateMetadata({ params }: PageProps<"/[lang]/sign-in">): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "staff.signIn" });
  return { title: words("title") };
}

export default async function SignInPage({ params, searchParams }: PageProps<"/[lang]/sign-in">) {
  const lang = pageLanguage((await params).lang);
  const next = safeNext((await searchParams).next);
  if (await currentActor()) redirect(next ?? deskPath(lang));
  const words = await getTranslations("staff.signIn");
  return (
    <PublicFrame lang={lang} path={(language) => signInPath(language, next ?? undefined)}>
      <PageShell width="reading" heading={<PageHeading size="small" title={words("title")} lead={words("lead")} />}>
        <SignInForm lang={lang} action={signInAction} next={next ?? ""} />
      </PageShell>
    </PublicFrame>
  );
}
