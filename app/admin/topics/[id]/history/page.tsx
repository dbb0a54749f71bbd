import type { Metadata } from 'next';
import { HistoryPage } from '@/features/desk/history-page';

export const metadata: Metadata = { title: 'History' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <HistoryPage of="topic" id={(await params).id} />;
}
