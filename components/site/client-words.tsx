import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";

/**
 * Gives a page's forms their words: all but those of public pages, which have no script to give them to, or `only` some.
 */
export function ClientWords({ only, children }: { only?: readonly string[] | undefined; children: ReactNode }) {
  const { public: _public, ...all } = useMessages();
  const messages = only ? Object.fromEntries(Object.entries(all).filter(([name]) => only.includes(name))) : all;
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages} timeZone="Asia/Tokyo">
      {children}
    </NextIntlClientProvider>
  );
}
