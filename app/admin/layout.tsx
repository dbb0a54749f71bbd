import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { AdminFrame } from '@/components/admin/admin-frame';
import './admin.css';
import { type Act, authorize } from '@/auth/authorize';
import { requirePerson } from '@/auth/guards';
import { siteSettings } from '@/features/settings/queries';
import { SignOutButton } from '@/features/staff/sign-out-button';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { robots: { index: false, follow: false } };

/** A courtesy, not a guard: each page and each action asks for itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson();
  const { siteName } = await siteSettings();
  const places = everyPlace.filter(({ act }) => authorize(person, act));
  return (
    <AdminFrame siteName={siteName} places={places} person={person} signOut={<SignOutButton />}>
      {children}
    </AdminFrame>
  );
}

const everyPlace: { href: string; name: string; act: Act }[] = [
  { href: '/admin', name: 'Desk', act: 'be-staff' },
  { href: '/admin/news', name: 'News', act: 'be-staff' },
  { href: '/admin/webinars', name: 'Webinars', act: 'be-staff' },
  { href: '/admin/documents', name: 'Documents', act: 'be-staff' },
  { href: '/admin/topics', name: 'Topics', act: 'create-topic' },
  { href: '/admin/photos', name: 'Photos', act: 'see-photos' },
  { href: '/admin/people', name: 'People', act: 'manage-people' },
  { href: '/admin/mail', name: 'Mail', act: 'see-mail' },
  { href: '/admin/log', name: 'Log', act: 'see-log' },
  { href: '/admin/settings', name: 'Settings', act: 'manage-settings' },
];
