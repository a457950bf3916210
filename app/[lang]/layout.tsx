import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { siteAddress } from "@/lib/web/site-address.ts";
import "../globals.css";

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light" };

export async function generateMetadata({ params }: LayoutProps<"/[lang]">): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const words = await getTranslations({ locale: lang, namespace: "site" });
  return {
    metadataBase: siteAddress(),
    title: { template: `%s | ${words("name")}`, default: words("name") },
    description: words("tagline"),
    icons: [{ url: "/favicon.svg", type: "image/svg+xml" }],
  };
}

export default async function RootLayout({ children, params }: LayoutProps<"/[lang]"> & { children: ReactNode }) {
  const lang = pageLanguage((await params).lang);
  return (
    <html lang={lang}>
      <body>{children}</body>
    </html>
  );
}
