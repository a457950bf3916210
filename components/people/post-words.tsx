import { useTranslations } from "next-intl";
import type { PostView } from "@/lib/domain/people-view.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** A post in two lines: its title, then role and place. */
export function PostWords({ lang, post }: { lang: Language; post: PostView }) {
  const words = useTranslations("people");
  const name = lang === "ja" ? ("nameJa" as const) : ("nameEn" as const);
  const place = post.section ? post.section[name] : words("whole");
  return (
    <>
      <span lang="ja" className="title-ja block font-bold">
        {post.postTitle}
      </span>
      <span className="block text-sm">
        {post.organization[name]} {place} ・ {words(`roles.${post.role}`)}
      </span>
    </>
  );
}

/** From which day to which a post is held. */
export function PostDates({ lang, post }: { lang: Language; post: Pick<PostView, "startsOn" | "endsOn"> }) {
  const words = useTranslations("people");
  return post.endsOn
    ? words("fromTo", { from: dateWords(lang, post.startsOn), to: dateWords(lang, post.endsOn) })
    : words("from", { from: dateWords(lang, post.startsOn) });
}
