import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { WaitingSheet } from "@/lib/domain/deciding-view.ts";
import type { CommentPart } from "@/lib/domain/edition.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { REFUSAL_CODES } from "@/lib/domain/refusal.ts";
import type { TimelineLine } from "@/lib/domain/submission-view.ts";
import { LANGUAGES } from "@/lib/words/languages.ts";
import { MESSAGES } from "@/lib/words/messages.ts";
import { SubmissionTimeline } from "../submission/submission-timeline.tsx";
import { DecidingQueue } from "./deciding-queue.tsx";
import { DecidingSheet } from "./deciding-sheet.tsx";
import { DecisionResults } from "./decision-results.tsx";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const sheetWith = (more: Partial<WaitingSheet> = {}): WaitingSheet => ({
  line: {
    id: id(1),
    policyId: id(2),
    phase: "MID_YEAR_REVIEW",
    state: "SUBMITTED",
    organization: {
      slug: "shiken",
      nameJa: "試験区",
      nameEn: "Test Ward",
      cityNameJa: "試験市",
      cityNameEn: "Test City",
      sourceNote: null,
      sourceUrl: null,
      sample: false,
    },
    fiscalYear: 2021,
    target: { type: "initiative", code: "1-1-1", title: "健診" },
    section: { nameJa: "保健福祉課", nameEn: "Health and Welfare" },
    dueOn: "2021-09-30",
    begun: true,
  },
  formId: "osaka-2013",
  lockVersion: 4,
  versionHash: "a".repeat(64),
  versionNumber: 2,
  values: { progress: "健診を14回実施した。", outlook: "1", implementation: "i", effectiveness: "1" },
  plan: {},
  authors: ["担当 花子"],
  submittedBy: "担当 花子",
  submittedAt: new Date("2021-09-10T00:00:00Z"),
  comparison: null,
  remarks: [],
  opened: false,
  deputyFor: null,
  ...more,
});

function html(children: ReactNode, lang: "ja" | "en" = "ja"): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={lang} messages={MESSAGES[lang]} timeZone="Asia/Tokyo">
      {children}
    </NextIntlClientProvider>,
  );
}

describe("a sheet that waits for a decision", () => {
  const again = sheetWith({
    comparison: {
      against: "submission",
      number: 1,
      changes: [
        { field: "progress", before: "健診を12回実施した。", after: "健診を14回実施した。" },
        { field: "outlook", before: "2", after: "1" },
      ],
    },
    remarks: [
      { field: "progress", text: "回数は?", by: "課長", at: new Date("2021-09-09T00:00:00Z"), changedSince: true },
      {
        field: "effectiveness",
        text: "根拠は?",
        by: "課長",
        at: new Date("2021-09-09T00:00:00Z"),
        changedSince: false,
      },
    ],
  });

  it("marks the words that changed, with words of their own for who does not see the marks", () => {
    const drawn = html(<DecidingSheet lang="ja" sheet={again} />);
    expect(drawn).toContain('<del><span class="sr-only">(削除)</span>12</del>');
    expect(drawn).toContain('<ins><span class="sr-only">(追加)</span>14</ins>');
    expect(drawn).toContain("2項目が変わりました: 取組の進捗状況、");
    expect(drawn.match(/その後変わった/g)).toHaveLength(1);
    expect(drawn.match(/変わっていない/g)).toHaveLength(1);
  });

  it("has a box for a remark under each field, of the form that returns it, with what was typed", () => {
    const fields = fieldsOf("osaka-2013", "initiative", "MID_YEAR_REVIEW");
    const typed = { "_remark.progress": "書きかけの指摘" };
    const drawn = html(<DecidingSheet lang="ja" sheet={again} remarks={{ form: "move-return", typed }} />);
    expect(drawn.match(/<textarea[^>]* form="move-return"/g)).toHaveLength(fields.length);
    expect(drawn).toContain("書きかけの指摘</textarea>");
    expect(drawn.match(/<details open=""/g)).toHaveLength(1);
    expect(html(<DecidingSheet lang="ja" sheet={again} />)).not.toContain("<textarea");
  });
});

describe("the queue", () => {
  const queue = (sheets: readonly WaitingSheet[], lang: "ja" | "en" = "ja") =>
    html(
      <DecidingQueue
        lang={lang}
        action={() => Promise.reject(new Error("not pressed"))}
        writer={id(9)}
        formKey={id(8)}
        sheets={sheets}
        today="2021-10-01"
      />,
      lang,
    );

  it("offers to pick only what was opened, and no button while nothing was", () => {
    const unopened = queue([sheetWith()]);
    expect(unopened).not.toContain('type="checkbox"');
    expect(unopened).not.toContain("選んだものを承認する");
    expect(unopened).toContain("開いて確かめてください。");
    expect(unopened).toContain("締切を過ぎています");

    const opened = queue([sheetWith({ opened: true }), sheetWith({ line: { ...sheetWith().line, id: id(3) } })]);
    expect(opened.match(/type="checkbox"/g)).toHaveLength(1);
    expect(opened).toContain(`name="_pick.${id(1)}"`);
    expect(opened).toContain("選んだものを承認する");
  });

  it("groups by section and says in whose place one decides, in both languages", () => {
    const sheets = [
      sheetWith({ deputyFor: "課長 一郎" }),
      sheetWith({ line: { ...sheetWith().line, id: id(3), section: null } }),
    ];
    expect(queue(sheets)).toContain("課長 一郎さんの代決");
    expect(queue(sheets).match(/<h2/g)).toHaveLength(3);
    expect(queue(sheets, "en")).toContain("Deciding for 課長 一郎");
  });
});

it.each(LANGUAGES)("every reason for which one of several was not approved has its words (%s)", (lang) => {
  const results = [null, ...REFUSAL_CODES].map((refusal, n) => ({ id: id(n), label: `具体的取組 ${n}`, refusal }));
  const drawn = html(<DecisionResults lang={lang} results={results} />, lang);
  for (const code of REFUSAL_CODES) expect(drawn).toContain(html(MESSAGES[lang].staff.refusals[code].title, lang));
  expect(drawn).not.toContain("staff.refusals");
});

it("the history keeps the remarks of every round under their fields, and marks a deputy's decision", () => {
  const line = (number: number, more: Partial<TimelineLine>): TimelineLine => ({
    number,
    move: "return",
    deputy: false,
    version: null,
    actor: "課長 一郎",
    postTitle: "保健福祉課長",
    occurredAt: new Date("2021-09-10T00:00:00Z"),
    recordedAt: new Date("2021-09-10T00:00:00Z"),
    comment: null,
    ...more,
  });
  const comment = (text: string): CommentPart => ({
    type: "comment",
    comment: text,
    remarks: { progress: `${text}の指摘` },
  });
  const lines = [
    line(3, { move: "later-look" }),
    line(2, { deputy: true, actor: "代理 二郎", comment: comment("二回目") }),
    line(1, { comment: comment("一回目") }),
  ];
  const drawn = html(
    <SubmissionTimeline lang="ja" lines={lines} fields={fieldsOf("osaka-2013", "initiative", "MID_YEAR_REVIEW")} />,
  );
  expect(drawn).toContain("一回目の指摘");
  expect(drawn).toContain("二回目の指摘");
  expect(drawn.match(/<dt[^>]*>取組の進捗状況<\/dt>/g)).toHaveLength(2);
  expect(drawn.match(/代決/g)).toHaveLength(1);
  expect(drawn).toContain("後閲");
});
