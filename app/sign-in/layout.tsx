import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AdminFrame } from '@/components/admin/admin-frame';
import '../admin/admin.css';
import { siteSettings } from '@/features/settings/queries';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { robots: { index: false, follow: false } };

export default async function SignInLayout({ children }: { children: ReactNode }) {
  const { siteName } = await siteSettings();
  return (
    <AdminFrame siteName={siteName} places={[]}>
      <div className="measure">{children}</div>
    </AdminFrame>
  );
}
