import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { ResourceList } from '@/features/desk/resource-list';

export const metadata: Metadata = { title: 'News' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewsListPage({ searchParams }: Props) {
  const person = await requirePerson();
  return <ResourceList kind="news" person={person} base="/admin/news" given={await searchParams} />;
}
