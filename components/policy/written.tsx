/** Keeps parts of a line together, so that it breaks between them where there is room for none more. */
function Unbroken({ parts }: { parts: readonly string[] }) {
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in its order
    <span key={index} className="inline-block">
      {part}
    </span>
  ));
}

/** A policy's title. On a narrow screen it breaks after its year (令和2年度), never inside it. */
export function PolicyTitle({ title }: { title: string }) {
  const [, year = "", rest = title] = /^(.+?年度)(.+)$/.exec(title) ?? [];
  return (
    <span lang="ja">
      <Unbroken parts={[year, rest].filter(Boolean)} />
    </span>
  );
}

/** A goal. Its motto between wave dashes (~ゆめ・だんらん~) begins on a line of its own where the goal needs two. */
export function GoalText({ goal }: { goal: string }) {
  const [, saying = goal, motto = ""] = /^(.+?)([~〜~].+[~〜~])$/.exec(goal) ?? [];
  return <Unbroken parts={[saying, motto].filter(Boolean)} />;
}
