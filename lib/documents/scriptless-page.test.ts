import { expect, it } from "vitest";
import { scriptlessPage } from "./scriptless-page.ts";

it("takes out what is for scripts, and leaves what people read as it is", () => {
  const html = `<!DOCTYPE html><html lang="ja"><head><meta charSet="utf-8"/>
<link rel="stylesheet" href="/_next/static/chunks/a.css" nonce="n" data-precedence="next"/>
<link rel="preload" as="script" href="/_next/a.js"/><link rel="modulepreload" href="/_next/b.js"/>
<script src="/_next/c.js" async=""></script><title>運営方針</title></head>
<body><div hidden=""><!--$--><!--/$--></div><!--$--><main class="grid">A &amp; B<br/><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg></main><!--/$-->
<noscript>x</noscript><script>self.__next_f=[]</script></body></html>`;
  const page = scriptlessPage(html);
  expect(page).not.toMatch(/hidden|script|nonce|data-precedence|<!--|modulepreload/);
  expect(page).toMatch(/^<!DOCTYPE html><html lang="ja">/);
  expect(page).toContain('<link rel="stylesheet" href="/_next/static/chunks/a.css">');
  expect(page).toContain('<main class="grid">A &amp; B<br><svg viewBox="0 0 1 1"><path d="M0 0"></path></svg></main>');
  expect(page).toContain("<title>運営方針</title>");
  expect(scriptlessPage(page)).toBe(page);
});

it("refuses what the security policy of compiled pages would not let stand", () => {
  const page = (body: string) => scriptlessPage(`<!DOCTYPE html><body>${body}</body>`);
  expect(() => page('<p style="color: red">x</p>')).toThrow("style");
  expect(() => page('<button onclick="go()">x</button>')).toThrow("onclick");
  expect(() => page("<style>p{}</style>")).toThrow("style");
});

it("leaves two texts two, because one is drawn otherwise", () => {
  const page = scriptlessPage(`<!DOCTYPE html><body><p>2021<!-- -->年度<!--$--><!-- -->版<!-- --></p><!--/$--></body>`);
  expect(page).toContain("<p>2021<!---->年度<!---->版</p>");
  expect(scriptlessPage(page)).toBe(page);
});
