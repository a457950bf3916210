import type { Metadata } from "next";
import { ClientWords } from "@/components/site/client-words.tsx";
import { pageLanguage } from "@/lib/web/page-params.ts";

export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function AdminLayout({ children, params }: LayoutProps<"/[lang]">) {
  pageLanguage((await params).lang);
  return <ClientWords>{children}</ClientWords>;
}
