import { readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { requireBrowser } from "./browser.ts";
import { root } from "./folders.ts";
import { main, say } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

// Draws public/og.png, the picture that stands for the site wherever a link to it is shown: the wordmark, what the site
// does in both languages, and its own look of lines and white space. Run by hand after a change of that look.
const SIZE = { width: 1200, height: 630 };

const page = (wordmark: string) => `<!doctype html><meta charset="utf-8"><style>
  * { margin: 0; box-sizing: border-box; }
  body { width: 1200px; height: 630px; padding: 72px 88px; background: #ffffff; color: #1a1a1a; display: flex;
    flex-direction: column; border-top: 20px solid #0017c1;
    font-family: "Noto Sans JP", "Noto Sans CJK JP", sans-serif; }
  svg { height: 64px; width: auto; align-self: flex-start; color: #0017c1; }
  h1 { margin-top: 56px; font-size: 58px; line-height: 1.5; letter-spacing: .03em; font-feature-settings: "palt"; }
  p { margin-top: 22px; font-size: 31px; color: #333333; }
  div { margin-top: auto; display: flex; gap: 14px; align-items: flex-end; }
  i { display: block; height: 16px; background: #0017c1; }
  i:nth-child(2) { background: #9db7f9; } i:nth-child(3) { background: #cccccc; }
</style><body>${wordmark}
  <h1 lang="ja">区の一年の方針と、その進み具合を、<br>公開された版のまま読む。</h1>
  <p lang="en">What a ward set out to do this year, how it is going, and what changed.</p>
  <div><i style="width:420px"></i><i style="width:270px"></i><i style="width:150px"></i></div>`;

await main(() =>
  untilStopped(async ({ signal, atEnd }) => {
    const browser = await chromium.launch({
      executablePath: await requireBrowser(signal),
      args: ["--no-sandbox", "--font-render-hinting=none"],
    });
    atEnd(() => browser.close());
    const tab = await browser.newPage({ viewport: SIZE });
    await tab.setContent(page(readFileSync(path.join(root, "public/wordmark.svg"), "utf8")));
    const file = path.join(root, "public/og.png");
    await tab.screenshot({ path: file });
    say(`✓ ${path.relative(root, file)}`);
    return 0;
  }),
);
