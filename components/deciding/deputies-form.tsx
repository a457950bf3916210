import { useTranslations } from "next-intl";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import type { DelegationLine, DeputisedPost } from "@/lib/domain/deciding-view.ts";
import type { FormAction } from "@/lib/web/form-state.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

const RANKS = [1, 2, 3] as const;

/** The deputies of each manager's post that the reader may deputise, with a form that names one more. */
export function DeputiesForm({
  lang,
  action,
  posts,
  writer,
  formKey,
  at,
}: {
  lang: Language;
  action: FormAction;
  posts: readonly DeputisedPost[];
  writer: string;
  formKey: string;
  /** Which form was sent last: forms are drawn anew after it. */
  at: string;
}) {
  const words = useTranslations("deciding.deputies");
  const candidates = posts.flatMap((post) => post.candidates);
  const people = candidates.filter(
    ({ userId }, index) => candidates.findIndex((one) => one.userId === userId) === index,
  );
  const [only] = posts;
  const titleOf = (post: DeputisedPost) => `${post.postTitle} ${words("holder", { holder: post.holder })}`;
  return (
    <section aria-labelledby="deputies-heading" className="grid gap-6">
      <div>
        <h2 id="deputies-heading">{words("title")}</h2>
        <p className="mt-3 max-w-prose">{words("lead")}</p>
        {posts.some(({ own }) => !own) ? <p className="mt-2 max-w-prose">{words("leadCoordinator")}</p> : null}
      </div>
      <ul className="border-line border-t">
        {posts.map((post) => (
          <li key={post.membershipId} className="grid gap-2 border-line border-b py-4">
            <p className="title-ja flex flex-wrap items-center gap-x-3 font-bold">
              <span lang="ja">{titleOf(post)}</span>
              {post.own ? <Badge tone="info">{words("own")}</Badge> : null}
            </p>
            {post.deputies.length === 0 ? <p className="text-ink-muted">{words("none")}</p> : null}
            <ul className="grid gap-2">
              {post.deputies.map((line) => (
                <Deputy
                  key={line.id}
                  lang={lang}
                  line={line}
                  action={action}
                  writer={writer}
                  formKey={formKey}
                  at={at}
                />
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {people.length === 0 || !only ? (
        <p className="text-ink-muted">{words("noCandidates")}</p>
      ) : (
        <div className="max-w-[46rem]">
          <PeopleForm
            key={`deputy-${at}`}
            lang={lang}
            action={action}
            form="deputy"
            intent="name-deputy"
            formKey={formKey}
            writer={writer}
            folded={words("add")}
            button={words("button")}
            fields={[
              posts.length === 1
                ? { kind: "hidden", name: "post", value: only.membershipId }
                : {
                    kind: "select",
                    name: "post",
                    label: words("post"),
                    required: true,
                    options: [
                      { value: "", label: words("choose") },
                      ...posts.map((post) => ({ value: post.membershipId, label: titleOf(post) })),
                    ],
                  },
              {
                kind: "select",
                name: "deputy",
                label: words("person"),
                required: true,
                options: [
                  { value: "", label: words("choose") },
                  ...people.map(({ userId, name, post }) => ({ value: userId, label: `${name} (${post})` })),
                ],
              },
              {
                kind: "radio",
                name: "rank",
                label: words("order"),
                hint: words("orderMeaning"),
                value: "1",
                options: RANKS.map((rank) => ({
                  value: String(rank),
                  label: words("rank", { rank }),
                  explanation: words(rank === 1 ? "rankFirst" : "rankNext"),
                })),
              },
              { kind: "date", name: "startsOn", label: words("startsOn"), required: true },
              { kind: "date", name: "endsOn", label: words("endsOn"), required: true },
            ]}
          />
        </div>
      )}
    </section>
  );
}

function Deputy({
  lang,
  line,
  action,
  writer,
  formKey,
  at,
}: {
  lang: Language;
  line: DelegationLine;
  action: FormAction;
  writer: string;
  formKey: string;
  at: string;
}) {
  const words = useTranslations("deciding.deputies");
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <span className="flex flex-wrap items-center gap-x-3">
        <Badge tone={line.inForce ? "success" : "neutral"}>{words(line.inForce ? "inForce" : "later")}</Badge>
        <b>{words("rank", { rank: line.rank })}</b>
        <span lang="ja">{line.deputy}</span>
      </span>
      <span className="text-sm">
        {words("span", { from: dateWords(lang, line.startsOn), to: dateWords(lang, line.endsOn) })}
      </span>
      <PeopleForm
        key={`end-${line.id}-${at}`}
        lang={lang}
        action={action}
        form={`end-deputy-${line.id}`}
        intent="end-deputy"
        formKey={formKey}
        writer={writer}
        variant="quiet"
        button={words("end")}
        fields={[{ kind: "hidden", name: "delegation", value: line.id }]}
      />
    </li>
  );
}
