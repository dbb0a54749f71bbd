import type { Metadata } from 'next';
import { PreviewPage } from '@/features/desk/preview-page';

export const metadata: Metadata = { title: 'Preview' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <PreviewPage of="resource" id={(await params).id} />;
}
