import type { Metadata } from 'next';
import { ComparePage } from '@/features/desk/history-page';

export const metadata: Metadata = { title: 'Compare' };

type Props = { params: Promise<{ id: string; number: string }>; searchParams: Promise<{ to?: string }> };

export default async function Page({ params, searchParams }: Props) {
  const [{ id, number }, { to = '' }] = await Promise.all([params, searchParams]);
  return <ComparePage of="topic" id={id} number={number} to={String(to)} />;
}
