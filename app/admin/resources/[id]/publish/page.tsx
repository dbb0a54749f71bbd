import type { Metadata } from 'next';
import { PublishPage } from '../../../publish-page';

export const metadata: Metadata = { title: 'Publish' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <PublishPage of="resource" id={(await params).id} />;
}
