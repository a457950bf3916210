"use client";

import "./globals.css";

/**
 * A fault that nothing caught. It stands alone: the layout, and with it the language, may be what failed, so it speaks
 * both and takes its words from nowhere else. `digest` finds the fault in the server's log.
 */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="ja">
      <body>
        <title>処理できませんでした | Hoshin</title>
        <main className="shell grid content-start gap-12 py-16 md:py-24">
          <div className="grid max-w-prose gap-4">
            <h1>処理できませんでした</h1>
            <p>
              こちらの不具合です。保存済みの内容は失われていません。少し待ってから、このページを読み込み直してください。
            </p>
            <p>
              <a href="/ja" className="inline-flex min-h-target items-center">
                運営方針の一覧へ
              </a>
            </p>
          </div>
          <div lang="en" className="grid max-w-prose gap-4">
            <h2>This could not be done</h2>
            <p>The fault is ours. What was saved is not lost. Please wait a moment and load this page again.</p>
            <p>
              <a href="/en" className="inline-flex min-h-target items-center">
                To all policies
              </a>
            </p>
          </div>
          {error.digest ? (
            <p className="text-ink-muted">
              管理者に知らせる番号 / <span lang="en">number for the administrator</span>: <code>{error.digest}</code>
            </p>
          ) : null}
        </main>
      </body>
    </html>
  );
}
