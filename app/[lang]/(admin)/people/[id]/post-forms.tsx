import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { GapList } from "@/components/people/gap-list.tsx";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { PostDates, PostWords } from "@/components/people/post-words.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { type Actor, ROLES } from "@/lib/domain/actor.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { Gap } from "@/lib/domain/handover.ts";
import { type Named, type PersonView, type PostView, timeOf } from "@/lib/domain/people-view.ts";
import type { Language } from "@/lib/words/languages.ts";
import { people as act } from "../actions.ts";
import { successionFields } from "./succession-fields.ts";

export interface Given {
  lang: Language;
  actor: Actor;
  person: PersonView;
  /** Which form was sent last: forms are drawn anew after it. */
  at: string;
  /** Who could come after this person. */
  people: readonly { id: string; name: string; email: string }[];
  /** What the person would leave to nobody. */
  leaving: { byPost: ReadonlyMap<string, readonly Gap[]>; all: readonly Gap[] };
}

/** A person's posts, each with its form to end it and hand it over, and the form for a new one. */
export async function PostsOfPerson(given: Given & { places: readonly (Named & { sections: readonly Named[] })[] }) {
  const { person } = given;
  const words = await getTranslations("people.post");
  const today = tokyoDate(new Date());
  return (
    <section aria-labelledby="posts-heading" className="grid gap-5">
      <h2 id="posts-heading">{words("title")}</h2>
      {person.allPosts.length > 0 ? (
        <ul className="border-line border-t">
          {person.allPosts.map((post) => (
            <PostEntry key={post.id} {...given} post={post} time={timeOf(post, today)} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted">{words("none")}</p>
      )}
      {person.disabled ? null : <NewPost {...given} today={today} />}
    </section>
  );
}

async function PostEntry({
  lang,
  actor,
  person,
  at,
  people,
  leaving,
  post,
  time,
}: Given & { post: PostView; time: ReturnType<typeof timeOf> }) {
  const words = await getTranslations("people");
  const gaps = leaving.byPost.get(post.id) ?? [];
  const today = tokyoDate(new Date());
  return (
    <li className="grid gap-2 border-line border-b py-4">
      <div className="grid items-start gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
        <div>
          <PostWords lang={lang} post={post} />
        </div>
        <p className="text-sm md:pt-1">
          <PostDates lang={lang} post={post} />
        </p>
        <p className="md:pt-1">
          <Badge tone={time === "now" ? "success" : "neutral"}>{words(`post.times.${time}`)}</Badge>
        </p>
      </div>
      {time === "past" ? null : (
        <div className="max-w-[46rem]">
          <PeopleForm
            key={`end-${at}`}
            lang={lang}
            action={act}
            form={`end-${post.id}`}
            intent="end-post"
            formKey={randomUUID()}
            writer={actor.userId}
            fields={[
              { kind: "hidden", name: "userId", value: person.id },
              { kind: "hidden", name: "membershipId", value: post.id },
              {
                kind: "date",
                name: "endsOn",
                label: words("post.lastDay"),
                hint: words("post.lastDayHint"),
                required: true,
                value: post.endsOn ?? (time === "future" ? post.startsOn : today),
              },
              ...(await successionFields(people, gaps.length > 0)),
            ]}
            button={words("post.end")}
            variant="danger"
            folded={words("post.endOpen")}
          >
            <Leaving lang={lang} gaps={gaps} />
          </PeopleForm>
        </div>
      )}
    </li>
  );
}

/** What would have nobody, before it comes to that. */
export async function Leaving({ lang, gaps }: { lang: Language; gaps: readonly Gap[] }) {
  const words = await getTranslations("people.leaving");
  if (gaps.length === 0) return <p>{words("nothing")}</p>;
  return (
    <div className="grid gap-3">
      <p className="font-bold">{words("title", { count: gaps.length })}</p>
      <GapList lang={lang} gaps={gaps} links={false} kinds />
    </div>
  );
}

async function NewPost({
  lang,
  actor,
  person,
  at,
  places,
  today,
}: Given & { places: readonly (Named & { sections: readonly Named[] })[]; today: string }) {
  const words = await getTranslations("people");
  const name = lang === "ja" ? ("nameJa" as const) : ("nameEn" as const);
  return (
    <div className="max-w-[46rem]">
      <PeopleForm
        key={`post-${at}`}
        lang={lang}
        action={act}
        form="post"
        intent="add-post"
        formKey={randomUUID()}
        writer={actor.userId}
        fields={[
          { kind: "hidden", name: "userId", value: person.id },
          {
            kind: "select",
            name: "place",
            label: words("post.place"),
            required: true,
            options: [{ value: "", label: words("choose") }],
            groups: places.map((place) => ({
              label: place[name],
              options: [
                { value: place.id, label: `${place[name]} ${words("whole")}` },
                ...place.sections.map((section) => ({
                  value: `${place.id} ${section.id}`,
                  label: `${place[name]} ${section[name]}`,
                })),
              ],
            })),
          },
          {
            kind: "radio",
            name: "role",
            label: words("post.role"),
            options: ROLES.map((role) => ({
              value: role,
              label: words(`roles.${role}`),
              explanation: words(`rolesMean.${role}`),
            })),
          },
          {
            kind: "text",
            name: "postTitle",
            label: words("post.postTitle"),
            hint: words("post.postTitleHint"),
            required: true,
            lang: "ja",
          },
          { kind: "date", name: "startsOn", label: words("post.startsOn"), required: true, value: today },
          {
            kind: "date",
            name: "endsOn",
            label: words("post.endsOn"),
            hint: words("post.endsOnHint"),
            required: false,
          },
        ]}
        button={words("post.add")}
        folded={words("post.addOpen")}
      />
    </div>
  );
}
