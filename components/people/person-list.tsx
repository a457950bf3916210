import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import type { PersonLine } from "@/lib/domain/people-view.ts";
import { personPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { PostWords } from "./post-words.tsx";

/** People with their posts; the name leads to the person. */
export function PersonList({ lang, people }: { lang: Language; people: readonly PersonLine[] }) {
  const words = useTranslations("people");
  return (
    <ul className="border-line border-t">
      {people.map((person) => (
        <li
          key={person.id}
          className="grid items-start gap-x-8 gap-y-2 border-line border-b py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]"
        >
          <div className="grid gap-1">
            <a
              href={personPath(lang, person.id)}
              lang="ja"
              className="title-ja inline-flex min-h-target items-center justify-self-start font-bold"
            >
              {person.name}
            </a>
            <span className="break-all text-ink-soft text-sm">{person.email}</span>
            {person.administrator || person.disabled ? (
              <span className="flex flex-wrap gap-2">
                {person.administrator ? <Badge tone="info">{words("administrator")}</Badge> : null}
                {person.disabled ? <Badge tone="warning">{words("disabled")}</Badge> : null}
              </span>
            ) : null}
          </div>
          {person.posts.length > 0 ? (
            <ul className="grid gap-3 md:pt-2">
              {person.posts.map((post) => (
                <li key={post.id}>
                  <PostWords lang={lang} post={post} />
                </li>
              ))}
            </ul>
          ) : (
            <p className="text-ink-muted text-sm md:pt-3">{words("noPost")}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
