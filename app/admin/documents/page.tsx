import type { Metadata } from 'next';
import { requirePerson } from '@/auth/guards';
import { ResourceList } from '@/features/desk/resource-list';

export const metadata: Metadata = { title: 'Documents' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DocumentsListPage({ searchParams }: Props) {
  const person = await requirePerson();
  return <ResourceList kind="document" person={person} base="/admin/documents" given={await searchParams} />;
}
