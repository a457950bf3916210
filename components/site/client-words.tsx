import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";

/** Gives a page's forms their words. Only staff pages have it: public pages have no script to give them to. */
export function ClientWords({ children }: { children: ReactNode }) {
  const { public: _public, ...messages } = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages} timeZone="Asia/Tokyo">
      {children}
    </NextIntlClientProvider>
  );
}
