import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { JapaneseParts } from "./japanese-parts.tsx";

const drawn = (lang: string, text: string) => renderToStaticMarkup(<JapaneseParts lang={lang} text={text} />);

describe("Japanese words in a sentence of another language", () => {
  it("are marked, with the numbers that they count", () => {
    expect(drawn("en", "The latest is 11地区, for FY2025.")).toBe(
      'The latest is <span lang="ja">11地区</span>, for FY2025.',
    );
    expect(drawn("en", "“令和7年度みほん区運営方針”, edition 8")).toBe(
      '“<span lang="ja">令和7年度みほん区運営方針</span>”, edition 8',
    );
    expect(drawn("en", "For example: 防災, 子育て 相談, 1-1-2")).toBe(
      'For example: <span lang="ja">防災, 子育て 相談</span>, 1-1-2',
    );
  });

  it("are left alone where there are none, and on a Japanese page", () => {
    expect(drawn("en", "Target 35%")).toBe("Target 35%");
    expect(drawn("ja", "目標は35%です")).toBe("目標は35%です");
  });
});
