import type { Metadata } from 'next';
import { EditPage } from '@/features/desk/edit-page';

export const metadata: Metadata = { title: 'Write' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <EditPage of="resource" id={(await params).id} />;
}
