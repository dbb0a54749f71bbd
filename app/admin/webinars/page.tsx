import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { ResourceList } from '@/features/desk/resource-list';

export const metadata: Metadata = { title: 'Webinars' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WebinarsListPage({ searchParams }: Props) {
  const person = await requirePerson();
  return <ResourceList kind="webinar" person={person} base="/admin/webinars" given={await searchParams} />;
}
